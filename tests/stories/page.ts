// A page that remembers what went wrong on it, and that may ask nobody but this machine.
import { expect, test as base } from "@playwright/test";

export { expect };

export const test = base.extend<{ wrong: string[] }>({
  wrong: [
    async ({ page }, use) => {
      const wrong: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") wrong.push(message.text());
      });
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (!["data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1") wrong.push(`asked ${request.url()}`);
      });
      await use(wrong);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

/** Where the stories are served. */
export const address = (): string => process.env.KX_STORIES ?? "";
