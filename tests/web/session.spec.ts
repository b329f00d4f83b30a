import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, on, Screen, suggested, test } from "./screen.js";

interface Watched {
  calls: string[];
  /** The next call by this name ends in a trap. */
  trap: string | null;
}

/** The names of the package's functions and of a session's methods, by the numbers under which the module knows them. */
const made = (file: string): string => readFileSync(join(import.meta.dirname, "..", "..", "target", "package", "all", file), "utf8");
const FUNCTIONS = Object.fromEntries([...made("functions.js").matchAll(/const (\w+) = kx\.\w+\((\d+)/g)].map(([, name, number]) => [number, name]));
const METHODS = JSON.parse(/versions, (\[.*?\])/.exec(made("kx.js"))?.[1] ?? "[]") as string[];
if (!Object.values(FUNCTIONS).includes("decideAppointment") || !METHODS.includes("add"))
  throw new Error("what the build makes is written in another way than this test reads it");

/** Stands between the page and the module's exports: counts the calls, and lets one trap. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(
    ({ functions, methods }) => {
      const watched: Watched = { calls: [], trap: null };
      (window as unknown as { watched: Watched }).watched = watched;
      const named: Record<string, (given: unknown[]) => string | undefined> = {
        call: ([number]) => functions[String(number)],
        session_open: () => "open",
        session_call: ([, number]) => methods[Number(number)],
        session_close: () => "close",
      };
      const between = (name: string, call: unknown): unknown => {
        const nameOf = named[name];
        if (typeof call !== "function" || nameOf === undefined) return call;
        return (...given: unknown[]): unknown => {
          const called = nameOf(given) ?? name;
          watched.calls.push(called);
          if (watched.trap !== called) return call(...given);
          watched.trap = null;
          throw new WebAssembly.RuntimeError("unreachable");
        };
      };
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
        construct(Instance, given: [WebAssembly.Module, WebAssembly.Imports]) {
          const { exports } = new Instance(...given);
          return { exports: Object.fromEntries(Object.entries(exports).map(([name, call]) => [name, between(name, call)])) };
        },
      });
    },
    { functions: FUNCTIONS, methods: METHODS },
  );
}

const calls = (page: Page, name: string): Promise<number> =>
  page.evaluate((wanted) => (window as unknown as { watched: Watched }).watched.calls.filter((call) => call === wanted).length, name);

test("the context crosses once; lines, the preference and other used go through the session", async ({ visit, page }) => {
  await watch(page);
  await visit.open("elsewhere");
  const opened = await calls(page, "open");
  expect(opened).toBeGreaterThan(0);
  await visit.addCode("97110");
  await visit.addCode("97140");
  await visit.setAutoApply(true);
  await visit.otherUsed("PT/SLP").fill("840");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(on(visit.line("97110"))).toBeVisible();
  await page.getByRole("button", { name: "Remove line 97140" }).click();
  await expect(visit.treatment.locator("tbody")).toHaveCount(1);
  expect(await calls(page, "open")).toBe(opened);
  expect(await calls(page, "decideAppointment")).toBe(0);
  for (const name of ["add", "remove", "setOtherUsed", "setAutoApplyKx"]) expect(await calls(page, name), name).toBeGreaterThan(0);

  const closed = await calls(page, "close");
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$12\.00/);
  expect(await calls(page, "open")).toBe(opened + 1);
  expect(await calls(page, "close")).toBe(closed + 1);
});

test("an amount that is taken away again is not zero left standing", async ({ visit }) => {
  await visit.open("elsewhere");
  await visit.otherUsed("PT/SLP").fill("");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$840\.00/);
  await visit.otherUsed("PT/SLP").fill("40");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$800\.00/);
});

test("an intervention that gets its code late keeps its place", async ({ visit }) => {
  await visit.open("crossing", { autoApply: true });
  const intervention = await visit.addIntervention("Balance Training on One Leg");
  await intervention.getByRole("checkbox").check();
  const code = await visit.addCode("97110");
  await expect(suggested(code)).toBeVisible();
  await intervention.getByRole("combobox", { name: /^Code for/ }).selectOption("97112");
  // It was added first, so it is the one that crosses.
  await expect(suggested(intervention)).toBeVisible();
  await expect(on(code)).toBeVisible();
});

test("what is refused leaves the session where it was", async ({ visit }) => {
  await visit.open("elsewhere", { autoApply: true });
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("GP 59 76 XU CQ");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  await expect(line.locator(".refusal")).toBeVisible();
  await visit.addCode("97140");
  await expect(visit.line("97140").locator(".claim")).toHaveText("GP");
  await expect(line.locator(".claim")).toHaveText("GP");
  await expect(visit.after(visit.ptSlp)).toHaveText("$337.74");
});

// Without the promise that no error reaches the console: the trap is one.
test("after a trap the appointment is opened again with its lines", async ({ page, address }) => {
  await watch(page);
  const visit = await new Screen(page, address).open("used-up", { autoApply: true });
  await visit.addCode("97110");
  await expect(on(visit.line("97110"))).toBeVisible();
  const opened = await calls(page, "open");
  await page.evaluate(() => {
    (window as unknown as { watched: Watched }).watched.trap = "add";
  });
  await visit.addCode("97140");
  await expect(visit.line("97140")).toHaveCount(0);

  await visit.addCode("97140");
  await expect(on(visit.line("97140"))).toBeVisible();
  await expect(on(visit.line("97110"))).toBeVisible();
  expect(await calls(page, "open")).toBe(opened + 1);
});
