// What the walks through a made-up clinic share: its own screen, and how a clinic finds its way there.
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { expect, test as base, type Screen } from "./screen.js";

interface Site {
  site: string;
  serve: (port: number) => Promise<{ server: Server; address: string }>;
}

/** Tests of a clinic's screen. `name`: what it is called where it is not built. */
export const servedBy = (name: string, { site, serve }: Site) =>
  base.extend<object, { clinic: string }>({
    clinic: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
      async ({}, use) => {
        if (!existsSync(join(site, "main.js"))) throw new Error(`the ${name}'s screen is not built: run \`npm test -- web\` once`);
        const { server, address } = await serve(0);
        await use(address);
        server.closeAllConnections();
        server.close();
      },
      { scope: "worker" },
    ],
    address: async ({ clinic }, use) => use(clinic),
  });

/** As a clinic finds a patient: in the calendar. */
export async function openVisit(visit: Screen, name: string): Promise<void> {
  await visit.turnTo("Calendar");
  const cell = visit.page.locator(".cell:not(.booked)", { hasText: name });
  // Visits before today are folded.
  await expect(cell).toBeAttached();
  if (!(await cell.isVisible())) await visit.page.locator(".earlier summary").click();
  await cell.click();
  await visit.page.locator(".drawer").getByRole("button", { name: "Open appointment" }).click();
  await expect(visit.page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
}

export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press("Enter");
}

/** What was entered before the walk begins. */
export async function remembered(visit: Screen, kept: object): Promise<void> {
  await visit.page.evaluate(
    (data) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open("kx-modifier-appointment");
        open.onsuccess = () => {
          open.result.transaction("screen", "readwrite").objectStore("screen").put(data, "kept").onsuccess = () => resolve();
        };
      }),
    kept,
  );
  await visit.page.reload();
}
