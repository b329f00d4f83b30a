// What a screen reader says of the widgets: a virtual one, which goes through the page as the browser has it. It knows no shadow roots, so
// it is sent into each; what stands in another one inside is heard by itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test as base, type Plain } from "./plain.js";

const reader = readFileSync(join(import.meta.dirname, "..", "node_modules", "@guidepup", "virtual-screen-reader", "lib", "esm", "index.browser.js"), "utf8");

interface Listener {
  /** From the beginning to the end, without what only says that something ended. */
  all(tag: string): Promise<string[]>;
  /** What is said while something is done. */
  during(tag: string, act: () => Promise<unknown>): Promise<string[]>;
}

const run = (page: Page, body: string): Promise<string[]> => page.evaluate(`(async () => { const { virtual } = await import("/reader.js"); ${body} })()`);
const inside = (tag: string): string => `{ container: document.querySelector("${tag}").shadowRoot.firstElementChild }`;

const test = base.extend<{ listener: Listener; plain: Plain }>({
  listener: async ({ page, plain: _ }, use) => {
    await use({
      all: (tag) =>
        run(
          page,
          `await virtual.start(${inside(tag)});
          const said = [await virtual.lastSpokenPhrase()];
          for (let step = 0; step < 400; step += 1) {
            await virtual.next();
            const phrase = await virtual.lastSpokenPhrase();
            if (phrase === said[0]) break;
            said.push(phrase);
          }
          await virtual.stop();
          return said.filter((phrase) => !phrase.startsWith("end of"));`,
        ),
      during: async (tag, act) => {
        await run(page, `await virtual.start(${inside(tag)}); window.before = (await virtual.spokenPhraseLog()).length; return [];`);
        await act();
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
        return run(page, "const said = (await virtual.spokenPhraseLog()).slice(window.before); await virtual.stop(); return said;");
      },
    });
  },
  plain: async ({ plain }, use) => {
    await use({ ...plain, open: (body, script, html) => plain.open(body, script, html, { "reader.js": reader }) });
  },
});

test("the chip: its state, what it is of and why, then what can be done, each with its line", async ({ plain, listener, page }) => {
  await plain.open(
    `<kx-chip line="a" code="97110"></kx-chip>`,
    `window.show = (auto) => { $("kx-chip").decision = auto ? applied : suggested; }; window.show(true);`,
  );
  const added = await listener.all("kx-chip");
  expect(added[0]).toMatch(/^button, KX on 97110, KX added by Auto-Apply: /);
  expect(added.filter((phrase) => phrase.startsWith("button"))).toEqual([
    added[0],
    expect.stringMatching(/^button, Remove KX from 97110/),
    expect.stringMatching(/^button, Why\? 97110, .*not expanded/),
  ]);
  await page.evaluate("window.show(false)");
  const check = await listener.all("kx-chip");
  expect(check[0]).toMatch(/^button, Check KX for 97110, Check KX: PT\/SLP is \$0\.01 over the threshold/);
  expect(check).toEqual(expect.arrayContaining(["button, Add KX to 97110", "button, Leave KX off 97110"]));
  // A sign that only draws is not said.
  for (const phrase of [...added, ...check]) expect(phrase).not.toMatch(/[✓✕▾▴●]/u);
});

test("taking KX off: the question is a dialog with a name, and its answers are its buttons", async ({ plain, listener, page }) => {
  await plain.open(
    `<kx-chip line="a" code="97110"></kx-chip>`,
    `$("kx-chip").decision = applied;
    document.addEventListener("kx-removed", ({ target, detail }) => { target.decision = { ...applied, action: "none", state: "declined" }; target.declined = detail.reason; });`,
  );
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  const said = await listener.all("kx-chip");
  expect(said).toEqual(
    expect.arrayContaining([expect.stringMatching(/^dialog, Why no KX on 97110\?/), expect.stringMatching(/^button, Not medically necessary/)]),
  );
});

test("the balance: the amount with its words as a heading, how it stands in words, and each figure after its name", async ({ plain, listener }) => {
  await plain.open(
    `<kx-threshold></kx-threshold>`,
    `Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], asOf: "2026-06-30", otherUsed: "10.00" });`,
  );
  const said = await listener.all("kx-threshold");
  expect(said[0]).toBe("region, $390.00 Medicare Threshold Remaining (PT/SLP)");
  expect(said).toContain("heading, $390.00 Medicare Threshold Remaining (PT/SLP), level 3");
  expect(said.some((phrase) => /threshold/i.test(phrase) && !phrase.includes("$"))).toBe(true);
  const at = said.indexOf("Used here");
  expect(said.slice(at - 1, at + 3)).toEqual(["term", "Used here", "definition", "$2,090.00"]);
  expect(said).toContain("textbox, Other Medicare Threshold Used (PT/SLP), 10.00, not invalid");
});

test("an amount that is refused is an alert and belongs to its field; an unlikely one is asked about as one", async ({ plain, listener, page }) => {
  await plain.open(`<kx-threshold></kx-threshold>`, `Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], otherUsed: "10.00" });`);
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  const enter = async (text: string): Promise<string[]> => {
    await amount.fill(text);
    await amount.press("Enter");
    return listener.all("kx-threshold");
  };
  const after = (said: string[], wanted: string): string => said.slice(said.findIndex((phrase) => phrase.startsWith(wanted))).join(" ");
  const refused = await enter("none");
  expect(refused.find((phrase) => phrase.startsWith("textbox"))).toMatch(/, none, Enter an amount.*, invalid$/);
  expect(after(refused, "alert")).toContain("Enter an amount");
  const asked = await enter("50,000");
  expect(after(asked, "alert")).toContain("$50,000.00");
  expect(after(asked, "group")).toMatch(/^group, .*\$50,000\.00/);
});

test("what passes is said once, when it comes", async ({ plain, listener, page }) => {
  await plain.open(`<kx-auto-apply></kx-auto-apply>`, "");
  const said = await listener.during("kx-auto-apply", () => page.evaluate(`document.querySelector("kx-auto-apply").message = "Setting updated successfully"`));
  expect(said).toEqual(["polite: Setting updated successfully"]);
});

test("a warning about a line is said with how grave it is, before its sentence", async ({ plain, listener }) => {
  await plain.open(
    `<kx-treatment></kx-treatment>`,
    `const declined = rules.decide({ ...request(false), line: { code: "97110", modifiers: ["GP"], kxDeclined: "Medicare is not primary" } });
    $("kx-treatment").lines = [{ id: "a", code: "97110", description: "exercise", modifiers: "GP", units: "1", allowed: "", expected: null, kxDeclined: "Medicare is not primary", decision: declined, refused: {} }];`,
  );
  const said = await listener.all("kx-treatment");
  const at = said.indexOf("Warning");
  expect(said[at + 1]).toMatch(/^KX is off/);
  expect(said).toEqual(expect.arrayContaining(["textbox, Modifiers for 97110, GP, not invalid", expect.stringMatching(/^button, Remove line 97110/)]));
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^table, Treatment/), expect.stringMatching(/^columnheader, Service/)]));
});

test("the combobox: a field with a list, which opens, says which hit is active, and closes", async ({ plain, listener, page }) => {
  await plain.open(
    `<kx-combobox label="Code"></kx-combobox>`,
    `$("kx-combobox").options = [{ value: "97110", detail: "exercise" }, { value: "97113", detail: "aquatic exercise" }];`,
  );
  const field = async (): Promise<string> => (await listener.all("kx-combobox")).find((phrase) => phrase.startsWith("combobox")) ?? "";
  expect(await field()).toMatch(/^combobox, Code, .*has popup listbox, not expanded/);
  const search = page.getByRole("combobox", { name: "Code" });
  await search.fill("exercise");
  await search.press("ArrowDown");
  expect(await field()).toMatch(/^combobox, Code, .*exercise.*, expanded/);
  const said = await listener.all("kx-combobox");
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^listbox, Code/),
      expect.stringMatching(/^option, 97110 exercise, .*(?<!not )selected/),
      expect.stringMatching(/^option, 97113 aquatic exercise, .*not selected/),
    ]),
  );
  await search.press("Escape");
  expect(await field()).toMatch(/not expanded/);
});

test("a signed note says that it is locked, at each field too", async ({ plain, listener }) => {
  await plain.open(
    `<kx-threshold readonly></kx-threshold><kx-auto-apply readonly on></kx-auto-apply>`,
    `Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], otherUsed: "10.00" });`,
  );
  const balance = await listener.all("kx-threshold");
  expect(balance[0]).toMatch(/^group, .*Locked\. You can read this but not change it\./);
  expect(balance.find((phrase) => phrase.startsWith("textbox"))).toMatch(/Other Medicare Threshold Used \(PT\/SLP\), .*(read only|readonly)/);
  const preference = await listener.all("kx-auto-apply");
  expect(preference.find((phrase) => phrase.startsWith("switch"))).toMatch(/^switch, Auto-Apply KX Modifier.*, (on|checked).*(read only|readonly)/);
});
