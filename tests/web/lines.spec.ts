// What a line says of KX, and that nothing of it lies over anything else.
import type { Locator, Page } from "@playwright/test";
import { expect as plainExpect, test as plainTest } from "./plain.js";
import { byTab, expect, on, suggested, test } from "./screen.js";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const boxOf = async (of: Locator): Promise<Box> => (await of.boundingBox()) ?? { x: Number.NaN, y: 0, width: 0, height: 0 };
const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width - 0.5 && other.x < one.x + one.width - 0.5 && one.y < other.y + other.height - 0.5 && other.y < one.y + one.height - 0.5;

/** Texts and buttons of each line that lie over one another. */
async function collisions(section: Locator): Promise<string[]> {
  const found: string[] = [];
  for (const row of await section.locator("tbody tr:not(.below)").all()) {
    const parts = await row.locator(".code, .description, .claim, .expected > span, button, select, input").all();
    const boxes = (await Promise.all(parts.map(async (part) => ({ box: await part.boundingBox(), text: await part.textContent() })))).flatMap(
      ({ box, text }) => (box ? [{ box, text: text ?? "" }] : []),
    );
    for (const [place, one] of boxes.entries())
      for (const other of boxes.slice(place + 1)) if (overlap(one.box, other.box)) found.push(`${one.text.trim()} | ${other.text.trim()}`);
  }
  return found;
}

const open = async (page: Page, address: string, language: string, patient: string): Promise<void> => {
  await page.goto(`${address}?lang=${language}`);
  await page.locator(`select:has(option[value="${patient}"])`).first().selectOption(patient);
};

for (const language of ["en", "es"])
  test(`an expected amount and what is pressed lie beside one another at every width (${language})`, async ({ visit, page, address }) => {
    await open(page, address, language, "ot-only");
    const field = visit.treatment.getByRole("combobox");
    const modifiers = ["GP KX", "GP 59 76 XU", "KX", "GO"];
    for (const [place, code] of ["97110", "97140", "97112", "97530"].entries()) {
      await field.fill(code);
      await field.press("Enter");
      const own = visit.line(code).locator(".modifiers-cell input");
      await own.fill(modifiers[place] ?? "");
      await own.press("Enter");
    }
    await expect(visit.treatment.locator(".expected").first()).toContainText("MPPR");
    for (const width of [1440, 1200, 1024, 900, 720, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => collisions(visit.treatment), { message: `${width} px` }).toEqual([]);
      // The name of the service has room.
      const names = await visit.treatment.locator(".description").evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
      expect(Math.max(...names), `${width} px`).toBeLessThanOrEqual(0);
    }
  });

test("a line to check says why at once, and how far the record is; of the visit it is said once", async ({ visit }) => {
  await visit.open("used-up");
  const first = await visit.addCode("97110");
  const second = await visit.addCode("97112");
  await expect(first.locator(".note")).toHaveText(/^\s*Check KX: PT\/SLP is \$0\.01 over the threshold before this line, but Auto-Apply KX Modifier is off\./);
  await expect(second.locator(".note")).toContainText("Check KX: PT/SLP is $");
  await expect(visit.treatment.getByText("Complete it before you attest to KX")).toHaveCount(1);
  // What is added says why too; the sentence is not said again by a notice.
  await first.getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(first.locator(".note")).toHaveText(/^\s*PT\/SLP is \$0\.01 over the threshold before this line\.\s*$/);
  await expect(first.locator(".notices")).toContainText("the record is incomplete. Complete it");
  await expect(on(first)).toHaveAccessibleName("KX: record incomplete on 97110");
});

test("KX is added to several lines at once, but to none whose code is another discipline's", async ({ visit }) => {
  await visit.open("used-up");
  for (const code of ["97110", "97112", "92507"]) await visit.addCode(code);
  await expect(visit.line("92507").locator(".of-others")).toBeVisible();
  await expect(visit.treatment.getByRole("button", { name: /^Add KX to \d+ lines$/ })).toHaveText("Add KX to 2 lines");
  await expect(visit.treatment.locator(".together")).toContainText("1 more line needs its own answer");
});

test("what a notice says of a line is not said by another sentence", async ({ visit }) => {
  await visit.open("crossing");
  const line = await visit.addCode("97110");
  await expect(line.locator(".below").getByText("$19.40 over the threshold").filter({ visible: true })).toHaveCount(1);
});

test("a line of which nothing is to be said says nothing", async ({ visit }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  await expect(line.locator(".below")).toBeHidden();
});

test("the tooltip opens by Tab and by a pointer, not when the page puts the focus there", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  const tip = line.getByRole("tooltip");
  await line.getByRole("button", { name: "Add KX to 97110" }).press("Enter");
  await expect(on(line)).toBeFocused();
  await expect(tip).toBeHidden();
  await page.mouse.move(0, 0);
  await byTab(on(line));
  await expect(tip).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(tip).toBeHidden();
  await on(line).click();
  await page.mouse.move(0, 0);
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo adding KX to 97110" }).click();
  // What is suggested is text, and the reason stands below it: there is nothing to open.
  await expect(suggested(line)).toBeVisible();
  await expect(line.getByRole("tooltip")).toHaveCount(0);
  await expect(line.getByRole("button", { name: "Add KX to 97110" })).toBeFocused();
  await page.getByRole("button", { name: /Claim on hold/ }).click();
  await expect(line.getByRole("button", { name: "Add KX to 97110" })).toBeFocused();
});

test("two lines or more that wait get KX in one press, by keyboard, each with its own way back", async ({ visit, page }) => {
  await visit.open("used-up");
  const all = visit.treatment.getByRole("button", { name: /^Add KX to \d+ lines$/ });
  await visit.addCode("97110");
  await expect(all).toHaveCount(0);
  for (const code of ["97140", "97161"]) await visit.addCode(code);
  // What is off the list is a question of its own.
  await expect(all).toHaveText("Add KX to 2 lines");
  await expect(visit.treatment.getByText("On hold")).toHaveCount(3);
  await expect(visit.treatment.locator(".held")).toHaveCount(0);
  await expect(page.locator("kx-treatment > [slot=bar]")).toBeVisible();
  await all.press("Enter");
  for (const code of ["97110", "97140"]) await expect(on(visit.line(code))).toBeVisible();
  await expect(suggested(visit.line("97161"))).toBeVisible();
  await expect(all).toHaveCount(0);
  await expect(on(visit.line("97110"))).toBeFocused();
  await page.getByRole("button", { name: "Undo adding KX to 97140" }).click();
  await expect(suggested(visit.line("97140"))).toBeVisible();
  await expect(on(visit.line("97110"))).toBeVisible();
});

for (const width of [1440, 900, 390])
  test(`one answer for two lines: the question names both, below the line it opens on, at ${width} px`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await visit.open("used-up");
    await page.evaluate(() => {
      window.location.hash = "#preferences";
    });
    await page.getByLabel("A clinician's answer before KX is added").selectOption("require");
    await page.evaluate(() => {
      window.location.hash = "#appointment";
    });
    for (const code of ["97110", "97140"]) await visit.addCode(code);
    await visit.treatment.getByRole("button", { name: "Add KX to 2 lines" }).click();
    const dialog = visit.treatment.getByRole("dialog", { name: "Does KX belong on 97110, 97140?" });
    // Beside the line, and not over what it is about; on a phone at the foot of the screen.
    await expect.poll(async () => overlap(await boxOf(dialog), await boxOf(visit.line("97110").locator("kx-chip")))).toBe(false);
    const [asked, line] = [await boxOf(dialog), await boxOf(visit.line("97110"))];
    if (width === 390) expect([asked.x, Math.round(asked.y + asked.height)]).toEqual([0, 900]);
    else expect(asked.x).toBeGreaterThanOrEqual(line.x);
    // With an incomplete record an answer covers the day at most.
    await expect(dialog.getByRole("radio")).toHaveCount(2);
    const { width: wide, height: high } = await boxOf(dialog.getByRole("radio").last());
    expect([wide, high]).toEqual([18, 18]);
    await expect(dialog.getByRole("radio", { name: "These lines" })).toBeChecked();
    // Put away, it is about nothing; asked on one line it is about that.
    await page.keyboard.press("Escape");
    await visit.line("97140").getByRole("button", { name: "Add KX" }).click();
    await expect(visit.treatment.getByRole("dialog", { name: "Does KX belong on 97140?" }).getByRole("radio")).toHaveCount(2);
    await page.keyboard.press("Escape");
    await visit.treatment.getByRole("button", { name: "Add KX to 2 lines" }).click();
    await dialog.getByRole("button", { name: "Attest and add KX" }).click();
    await visit.treatment.getByRole("button", { name: "Attest with an incomplete record" }).click();
    for (const code of ["97110", "97140"]) await expect(visit.line(code).locator("kx-chip")).toContainText("Alex Sample");
  });

for (const [width, height] of [
  [1440, 900],
  [900, 900],
] as const)
  test(`the question why opens below the warning that it is about at ${width} px`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height });
    await visit.open("used-up", { autoApply: true });
    const line = await visit.addCode("97110");
    await line.getByRole("button", { name: "Remove KX from 97110" }).click();
    const dialog = line.getByRole("dialog");
    await expect(dialog).toBeVisible();
    for (const part of [line.locator(".notices"), line.getByRole("button", { name: "Undo leaving KX off 97110" })])
      expect(overlap(await boxOf(dialog), await boxOf(part))).toBe(false);
    await dialog.getByRole("button", { name: "Not medically necessary" }).click();
    await expect(line.getByRole("button", { name: "Change reason 97110" })).toBeVisible();
  });

test("Add KX stands out once something is behind it, and the bin is no cross", async ({ visit }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  const filled = (name: string) => line.getByRole("button", { name }).evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await filled("Add KX to 97110")).toBe(await filled("Leave KX off 97110"));
  await visit.showDocumentation();
  await visit.completeRecord();
  expect(await filled("Add KX to 97110")).not.toBe(await filled("Leave KX off 97110"));
  await expect(line.getByRole("button", { name: "Remove line 97110" }).locator("svg")).toBeVisible();
});

test("conditions that are not met are no failure", async ({ visit }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Add KX to 97110" }).click();
  await line.getByRole("button", { name: "Why? 97110" }).click();
  await expect(line.locator(".conditions-heading")).toHaveText("Conditions for KX");
  await expect(line.locator(".explanation")).not.toContainText("✕");
});

plainTest("a crossing line that is not asked about says so, with what it goes over by", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment>`,
    `const { line, ...rest } = request(true);
    const decision = decide({ ...rest, line, usage: { used: { "PT/SLP": "2468.00" } }, policy: { crossingLine: "ignore" } });
    $("kx-treatment").lines = [{ id: "a", code: "97110", description: "exercise", modifiers: "GP", units: "1", allowed: "31.40", expected: null, kxDeclined: null, decision, refused: {} }];`,
  );
  await plainExpect(page.getByText("No KX suggested")).toBeVisible();
  await plainExpect(page.locator("kx-treatment .note")).toHaveText(
    "$12.00 of the PT/SLP threshold remains before this line; the line goes over by $19.40. Your preference is not to ask.",
  );
});
