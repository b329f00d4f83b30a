// WebKit by its own driver, over the WebDriver protocol: what puppeteer and Playwright do not speak.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Hands, Key } from "./walker.js";

/** The protocol's letters for keys without one of their own. */
const KEYS: Record<Exclude<Key, " "> | "Shift", string> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Escape: "\uE00C",
  ArrowUp: "\uE013",
  ArrowDown: "\uE015",
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

export class WebKit implements Hands {
  private constructor(
    private readonly driver: ChildProcess,
    private readonly address: string,
    private readonly printed: string[],
  ) {}

  private session = "";

  static async open(driver: string, binary: string): Promise<WebKit> {
    const port = await freePort();
    // A group of its own: xvfb-run ends neither the driver nor the browser.
    const child = spawn("xvfb-run", ["--auto-servernum", driver, `--port=${port}`, "--host=127.0.0.1"], { detached: true });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => printed.push(text));
    const own = new WebKit(child, `http://127.0.0.1:${port}`, printed);
    try {
      await own.ready();
      const webkit = { binary, args: ["--automation"] };
      const { sessionId } = await own.call<{ sessionId: string }>("POST", "/session", {
        capabilities: { alwaysMatch: { "webkitgtk:browserOptions": webkit } },
      });
      own.session = `/session/${sessionId}`;
      return own;
    } catch (error) {
      await own.close();
      throw error;
    }
  }

  private async ready(): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (
        await fetch(`${this.address}/status`)
          .then(({ ok }) => ok)
          .catch(() => false)
      )
        return;
      await soon();
    }
    throw new Error(`WebKit's driver does not answer: ${this.printed.join("")}`);
  }

  private async call<Answer>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.address + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: Answer & { message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  }

  private keys(actions: readonly { type: "keyDown" | "keyUp"; value: string }[]): Promise<void> {
    return this.call("POST", `${this.session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  private readonly stroke = (value: string) => [{ type: "keyDown", value } as const, { type: "keyUp", value } as const];

  go = (url: string): Promise<void> => this.call("POST", `${this.session}/url`, { url });
  press = (key: Key): Promise<void> => this.keys(this.stroke(key === " " ? key : KEYS[key]));
  type = (text: string): Promise<void> => this.keys([...text].flatMap(this.stroke));
  holdShift = (held: boolean): Promise<void> => this.keys([{ type: held ? "keyDown" : "keyUp", value: KEYS.Shift }]);
  inPage: Hands["inPage"] = (task, given) => this.call("POST", `${this.session}/execute/sync`, { script: `return (${task})(...arguments)`, args: [given] });

  async close(): Promise<void> {
    if (this.session) await this.call("DELETE", this.session).catch(() => {});
    const { pid, exitCode } = this.driver;
    if (pid === undefined || exitCode !== null) return;
    const ended = new Promise<void>((resolve) => this.driver.once("exit", () => resolve()));
    process.kill(-pid, "SIGTERM");
    await ended;
  }
}
