// `kx-modifier/testing` in a real browser: on the appointment screen, with every widget, it finds what Playwright finds and calls it the same;
// on a plain page it does what a person does.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type * as Kx from "kx-modifier/testing";
import { test as plainTest } from "./plain.js";
import { expect, test } from "./screen.js";

const entry = readFileSync(join(import.meta.dirname, "..", "..", "dist", "testing", "index.js"), "utf8");

/** Served by the page's own origin, as its policy wants it. */
const serve = (page: Page) => page.context().route("**/kx-testing.js", (route) => route.fulfill({ contentType: "text/javascript", body: entry }));
const ask = <Answer, Asked = undefined>(page: Page, body: (kx: typeof Kx, asked: Asked) => Answer | Promise<Answer>, asked?: Asked): Promise<Answer> =>
  page.evaluate(`import("/kx-testing.js").then(async (kx) => { await kx.settled(); return (${body})(kx, ${JSON.stringify(asked)}); })`) as Promise<Answer>;

const ROLES = "alert button checkbox combobox dialog group heading img link radio region rowheader switch table textbox".split(" ") as Parameters<
  Page["getByRole"]
>[0][];

/** By role and name, how many of each; the names of the first `most`. */
async function isFoundAlike(page: Page, most = Infinity): Promise<number> {
  const found = await ask(
    page,
    (kx, roles) => roles.flatMap((role) => kx.queryAllByShadowRole(document, role).map((element) => [role, kx.nameOf(element)] as const)),
    ROLES,
  );
  const counts = new Map<string, number>();
  for (const pair of found) counts.set(JSON.stringify(pair), (counts.get(JSON.stringify(pair)) ?? 0) + 1);
  for (const role of ROLES) expect(await page.getByRole(role).count(), role).toBe(found.filter(([one]) => one === role).length);
  for (const [pair, count] of [...counts].slice(0, most)) {
    const [role, name] = JSON.parse(pair) as [(typeof ROLES)[number], string];
    // What is out of sight has a place of its own, so Playwright puts a space before it, and a colon can begin it.
    const exact = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(":", " ?:")}$`);
    if (name) expect(await page.getByRole(role, { name: exact }).count(), pair).toBe(count);
  }
  return counts.size;
}

test("the appointment: lines, chips, balances and notices, each by the name that Playwright gives it", async ({ visit, page }) => {
  await serve(page);
  await visit.open("used-up", { autoApply: true });
  await visit.addCode("97110");
  await visit.addCode("97161");
  await visit.addIntervention("Gait training");
  await visit.treatment.getByLabel("Modifiers for 97110").fill("GP KX GA");
  await page.keyboard.press("Enter");
  const found = await ask(page, (kx) => ({
    lines: kx.queryAllLines(document).map(({ dataset }) => dataset.code),
    chips: kx.queryAllChips(document).map(({ code, decision }) => [code, decision?.state]),
    balance: kx.balanceOf(document, { serviceType: "PT/SLP", slim: false }).label,
    slim: kx.balanceOf(document, { serviceType: "PT/SLP", slim: true }).label,
    notices: kx.noticesOf(kx.getLine(document, { code: "97110" })).map(({ code }) => code),
    both: kx.queryAllBalances(document).length,
  }));
  expect(found.lines.slice(0, 2)).toEqual(["97110", "97161"]);
  expect(found.chips.slice(0, 2)).toEqual([
    ["97110", "blocked"],
    ["97161", "check"],
  ]);
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(found.balance);
  expect(found.slim).toMatch(/^PT\/SLP over by \$\d/);
  expect(found.notices).toContain("opposing-modifier");
  expect(found.both).toBe(4);
  await visit.showDocumentation();
  expect(await isFoundAlike(page)).toBeGreaterThan(60);
});

for (const [name, least] of [
  ["Account", 10],
  ["Worklist", 60],
  ["Comparative billing", 8],
  ["Templates", 10],
  ["Preferences", 10],
] as const) {
  test(`${name}: everything by the name that Playwright gives it`, async ({ visit, page }) => {
    await serve(page);
    await visit.open("used-up");
    await visit.turnTo(name);
    // A hundred patients have the same few buttons again and again.
    expect(await isFoundAlike(page, 40)).toBeGreaterThan(least);
  });
}

test("the account and the worklist: lines, patients and their balances", async ({ visit, page }) => {
  await serve(page);
  await visit.open("used-up");
  await visit.turnTo("Account");
  const lines = await ask(page, (kx) => kx.queryAllLines(document).map((line) => [line.dataset.line, kx.noticesOf(line).length] as const));
  expect(lines.length).toBe(await page.locator("kx-account tbody[data-line]").count());
  await visit.turnTo("Worklist");
  const first = await ask(page, (kx) => {
    const [patient] = kx.queryAllPatients(document);
    return (
      patient && {
        id: patient.dataset.patient,
        same: kx.getPatient(document, { id: patient.dataset.patient ?? "" }) === patient,
        said: kx.queryAllBalances(patient).map(kx.textOf),
      }
    );
  });
  expect(first?.same).toBe(true);
  expect(first?.said).toEqual(
    await page
      .locator("kx-worklist tbody[data-patient]")
      .first()
      .locator(".balance")
      .allInnerTexts()
      .then((all) => all.map((text) => text.replace(/\s+/g, " ").replace(/ [▲●◔○] /, " "))),
  );
});

plainTest("what is pressed, typed and chosen reaches the host; what is not laid out is not met", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment><kx-threshold></kx-threshold>`,
    `
    const line = { id: "a", code: "97110", description: "", modifiers: "GP", units: "1", allowed: "31.40", expected: null, kxDeclined: null, decision: suggested };
    $("kx-treatment").lines = [line];
    $("kx-treatment").codes = [{ code: "97140", description: "manual therapy" }];
    $("kx-threshold").display = buckets["PT/SLP"];
    document.addEventListener("kx-applied", () => { $("kx-treatment").lines = [{ ...line, decision: applied }]; });
    const inside = await import("/testing/index.js");
    const treatment = $("kx-treatment");
    await inside.settled();
    await inside.press(inside.getByShadowRole(treatment, "button", { name: "Add KX to 97110" }));
    window.state = inside.getChip(treatment).decision.state;
    await inside.fill(inside.getByShadowRole(treatment, "combobox"), "97140");
    await inside.press(inside.getByShadowRole(treatment, "option"));
    await inside.fill(inside.getByShadowRole($("kx-threshold"), "textbox"), "1,200.50");
    const hidden = new CSSStyleSheet();
    hidden.replaceSync("kx-treatment { visibility: hidden }");
    document.adoptedStyleSheets = [hidden];
    window.met = [inside.queryAllLines(document).length, inside.queryAllLines(document, { hidden: true }).length];
    window.refused = await inside.press(inside.getByShadowRole(treatment, "button", { name: /^Why/, hidden: true })).catch(({ message }) => message);
    document.adoptedStyleSheets = [];
  `,
  );
  expect(await plain.heard()).toEqual([
    ["kx-applied", { id: "a" }],
    ["kx-line-added", { code: "97140" }],
    ["kx-usage-changed", { serviceType: "PT/SLP", amount: "1200.50" }],
  ]);
  expect(await page.evaluate("[window.state, window.met, window.refused]")).toEqual(["added", [0, 1], 'the button "Why? 97110" is hidden']);
});
