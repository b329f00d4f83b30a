// What people type, as they type it: amounts by the reader's language, what is refused, what is asked about, and what a host says later.
import { expect, test } from "./screen.js";
import { test as plainly } from "./plain.js";

const AMOUNTS = [
  ["$390", "390.00", /^\$450\.00/],
  ["1,200.50", "1,200.50", /^-\$360\.50/],
  ["  390 ", "390.00", /^\$450\.00/],
  ["$ 390.5", "390.50", /^\$449\.50/],
  ["US$390", "390.00", /^\$450\.00/],
  ["390 USD", "390.00", /^\$450\.00/],
] as const;
const REFUSED = ["1,20", "1.234,5", "1e3", "١٢", "1,2345", "01,234", "1 200", "$", "390.", "1.200.50", "0x10", "--5", "€5"];

test("an amount is read as people type it, and shown as they read it", async ({ visit }) => {
  await visit.open("elsewhere");
  const other = visit.otherUsed("PT/SLP");
  for (const [typed, shown, left] of AMOUNTS) {
    await other.fill(typed);
    await other.press("Enter");
    await expect(other).toHaveValue(shown);
    await expect(visit.ptSlp.getByRole("heading")).toHaveText(left);
  }
  const allowed = (await visit.addCode("97110")).getByLabel("Allowed amount for 97110");
  await allowed.fill("$1,031.40");
  await allowed.press("Tab");
  await expect(allowed).toHaveValue("1,031.40");
  await other.fill("  ");
  await other.press("Tab");
  await expect(other).toHaveValue("");
});

test("what could be read in two ways is refused, says what to type, and changes nothing", async ({ visit }) => {
  await visit.open("elsewhere");
  const other = visit.otherUsed("PT/SLP");
  for (const typed of REFUSED) {
    await other.fill(typed);
    await other.press("Enter");
    await expect(other, typed).toHaveAccessibleDescription("Enter an amount such as 1,200.50.");
    await expect(other).toHaveValue(typed);
    await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
    await other.fill("450");
    await other.press("Enter");
    await expect(other).toHaveAttribute("aria-invalid", "false");
  }
  await other.fill("12.345");
  await other.press("Enter");
  await expect(other).toHaveAccessibleDescription("Enter at most two decimals, such as 1,200.50.");
  for (const typed of ["-5", "−5.00", "($390)", "-$390", "$-390", "390-"]) {
    await other.fill(typed);
    await other.press("Enter");
    await expect(other, typed).toHaveAccessibleDescription("Enter an amount without a minus sign, such as 1,200.50.");
  }
  await other.fill("1,000,000,000");
  await other.press("Enter");
  await expect(other).toHaveAccessibleDescription("Enter an amount up to 999,999,999.99.");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
});

test("another visit has nothing of what was refused in this one", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  await line.getByLabel("Units for 97110").fill("0");
  await line.getByLabel("Units for 97110").press("Enter");
  await visit.unfold();
  await visit.otherUsed("OT").fill("much");
  await visit.otherUsed("OT").press("Enter");
  await expect(page.locator(".refusal")).toHaveCount(2);
  await page.getByLabel("Patient").selectOption("crossing");
  await visit.addCode("97110");
  await expect(page.locator(".refusal")).toHaveCount(0);
  await visit.unfold();
  await visit.otherUsed("OT").fill("much");
  await visit.otherUsed("OT").press("Enter");
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await visit.addCode("97110");
  await expect(page.locator(".refusal")).toHaveCount(0);
  await expect(visit.line("97110").getByLabel("Units for 97110")).toHaveValue("1");
});

test("a visit with an entry that does not count is not ready to bill", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  const outcome = page.locator(".sign-off .outcome b").filter({ visible: true });
  const refused = "! An entry was not accepted. Correct it before you bill.";
  await expect(outcome).toHaveText("✓ Ready to bill");
  const units = line.getByLabel("Units for 97110");
  await units.fill("1.5");
  await units.press("Enter");
  await expect(outcome).toHaveText(refused);
  await units.fill("2");
  await units.press("Enter");
  await expect(outcome).toHaveText("✓ Ready to bill");
  // An amount that is asked about counts for nothing yet either.
  const amount = line.getByLabel("Allowed amount for 97110");
  await amount.fill("9000");
  await amount.press("Enter");
  await expect(outcome).toHaveText(refused);
});

test("a search that was refused and emptied leaves nothing to correct", async ({ visit, page }) => {
  await visit.open("elsewhere");
  await visit.addCode("97110");
  const search = page.getByRole("combobox", { name: "Search for a code" });
  await search.fill("zzz");
  await search.press("Enter");
  const outcome = page.locator(".sign-off .outcome b").filter({ visible: true });
  await expect(outcome).toHaveText("! An entry was not accepted. Correct it before you bill.");
  await expect(search).toHaveAttribute("aria-invalid", "true");
  await search.fill("");
  await search.press("Tab");
  await expect(search).toHaveAttribute("aria-invalid", "false");
  await expect(outcome).toHaveText("✓ Ready to bill");
});

test("what is refused stands across the whole line, and breaks no word", async ({ visit, page }) => {
  for (const width of [1440, 900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await visit.open("used-up");
    const line = await visit.addCode("97110");
    await line.getByLabel("Units for 97110").fill("1.5");
    await line.getByLabel("Units for 97110").press("Enter");
    await line.getByLabel("Allowed amount for 97110").fill("12.345");
    await line.getByLabel("Allowed amount for 97110").press("Enter");
    await expect(line.locator(".refusal")).toHaveText([
      "✕ Units: Enter a whole number of units from 1 to 99.",
      "✕ Allowed amount: Enter at most two decimals, such as 1,200.50.",
    ]);
    const [row, said] = [await line.boundingBox(), await line.locator(".one-field").first().boundingBox()];
    expect(said?.width ?? 0).toBeGreaterThan((row?.width ?? 0) * 0.9);
    expect((await page.evaluate(() => document.documentElement.scrollWidth)) <= width).toBe(true);
    await page.getByRole("button", { name: "Clear this visit" }).click();
    await visit.kept();
  }
});

test("more than twice the threshold is asked about before it counts", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const other = visit.otherUsed("PT/SLP");
  // Twice the threshold is not more than twice.
  await other.fill("4820.00");
  await other.press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$3,980\.00/);
  await other.fill("50000");
  await other.press("Enter");
  const question = page.getByRole("group", { name: "$50,000.00 is more than twice the $2,410 threshold. Is it right?" });
  await expect(question).toBeVisible();
  await expect(visit.ptSlp.getByText("Still using $4,820.00.")).toBeVisible();
  await expect(other).toHaveAccessibleDescription(/Is it right\?/);
  await expect(other).toHaveValue("50,000.00");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$3,980\.00/);
  await question.getByRole("button", { name: "Change" }).click();
  await expect(question).toHaveCount(0);
  await expect(other).toBeFocused();
  await expect(other).toHaveValue("4,820.00");
  await other.fill("4820.01");
  await other.press("Tab");
  await page.getByRole("button", { name: "Keep" }).press("Enter");
  await expect(other).toHaveValue("4,820.01");
  await expect(other).toBeFocused();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$3,980\.01/);
  // Kept is kept.
  await other.press("Enter");
  await expect(page.getByRole("button", { name: "Keep" })).toHaveCount(0);
});

test("an amount that was asked about and not kept is not said to count", async ({ visit }) => {
  await visit.open("elsewhere");
  const other = visit.otherUsed("PT/SLP");
  for (const counts of ["$450.00", "$0.00"]) {
    await other.fill("50000");
    await other.press("Enter");
    await expect(visit.ptSlp.getByRole("group")).toBeVisible();
    await other.fill("abc");
    await other.press("Enter");
    await expect(visit.ptSlp.locator(".other")).toContainText(`Still using ${counts}.`);
    await expect(visit.ptSlp.locator(".other")).not.toContainText("$50,000.00");
    await other.fill("");
    await other.press("Enter");
  }
});

test("a checked figure is asked about as well", async ({ visit }) => {
  await visit.open("elsewhere");
  const check = visit.page.locator('kx-threshold[data-bucket="PT/SLP"]:not([slim]) kx-eligibility');
  await check.getByRole("button", { name: /^Enter eligibility check/ }).click();
  const amount = check.getByLabel("Amount from the eligibility check");
  await amount.fill("$19,118.60");
  await amount.press("Enter");
  await expect(check.getByRole("button", { name: /as used elsewhere$/ })).toHaveCount(0);
  await check.getByRole("button", { name: "Change" }).click();
  await amount.fill("$1,911.86");
  await amount.press("Enter");
  await expect(amount).toHaveValue("1,911.86");
  await expect(check.getByRole("button", { name: "Enter $500.00 as used elsewhere" })).toBeVisible();
});

test("a message passes, stays while somebody is at it, stays on its page, and is not printed", async ({ visit, page }) => {
  await page.clock.install();
  await visit.open("used-up");
  await visit.turnTo("Preferences");
  const message = page.locator("kx-auto-apply").getByRole("status");
  await visit.switch.click();
  await expect(message).toHaveText("Setting updated successfully");
  await page.emulateMedia({ media: "print" });
  await expect(message).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.clock.runFor(6500);
  await expect(message).toHaveText("");

  await visit.switch.click();
  await expect(message).toHaveText("Setting updated successfully");
  await message.hover();
  await page.clock.runFor(6500);
  await expect(message).toHaveText("Setting updated successfully");
  await page.mouse.move(0, 0);
  await expect(message).toHaveText("");

  await visit.switch.click();
  await expect(message).toHaveText("Setting updated successfully");
  await visit.turnTo("Appointment");
  await visit.turnTo("Preferences");
  await expect(message).toHaveText("");
});

plainly("an amount is read by the separators of the reader's language", async ({ plain, page }) => {
  await plain.open(
    `<kx-threshold></kx-threshold>`,
    `
    const panel = $("kx-threshold");
    Object.assign(panel, { display: buckets["PT/SLP"], otherUsed: "" });
    document.addEventListener("kx-usage-changed", ({ detail }) => { panel.otherUsed = detail.amount; });
    window.speak = (locale) => { panel.otherUsed = ""; panel.wording = { locale }; };
  `,
  );
  const field = page.locator("kx-threshold #other");
  const amounts = async () => (await plain.heard()).map(([, detail]) => (detail as { amount: string }).amount);
  for (const [locale, typed, exact, shown] of [
    ["de-DE", "1.200,50", "1200.50", "1.200,50"],
    ["de-DE", "1200,5 $", "1200.5", "1.200,50"],
    ["es-US", "$1,200.50", "1200.50", "1,200.50"],
    ["es-ES", "1.200,50", "1200.50", "1200,50"],
    ["fr-FR", "1 200,50", "1200.50", "1\u202f200,50"],
    ["de-CH", "1'200.50", "1200.50", /^1['’]200\.50$/],
    ["en-IN", "1,234.50", "1234.50", "1,234.50"],
    ["ar-EG", "1,200.50", "1200.50", "1,200.50"],
  ] as const) {
    await page.evaluate((wanted) => (window as unknown as { speak(locale: string): void }).speak(wanted), locale);
    await field.fill(typed);
    await field.press("Enter");
    await expect(field, locale).toHaveValue(shown);
    expect((await amounts()).at(-1), `${locale} ${typed}`).toBe(exact);
  }
  const before = (await amounts()).length;
  for (const [locale, typed] of [
    ["de-DE", "1.20"],
    ["de-DE", "1,200.50"],
    ["fr-FR", "1.200,50"],
    ["es-US", "1.200,50"],
  ] as const) {
    await page.evaluate((wanted) => (window as unknown as { speak(locale: string): void }).speak(wanted), locale);
    await field.fill(typed);
    await field.press("Enter");
    await expect(field, `${locale} ${typed}`).toHaveAttribute("aria-invalid", "true");
  }
  expect((await amounts()).length).toBe(before);
});

const LINE = `{ id: "a", code: "97110", description: "", modifiers: "GP", units: "1", allowed: "31.40", expected: null, kxDeclined: null, decision: applied, refused: {}, intervention: { name: "Gait", choices: [{ code: "97110", description: "" }, { code: "97116", description: "" }] }, done: false }`;

plainly("a field shows its property again when the host refuses later, and disturbs nobody who is still typing", async ({ plain, page }) => {
  await plain.open(
    `<kx-threshold></kx-threshold><kx-flowsheet></kx-flowsheet><kx-documentation></kx-documentation><kx-combobox label="Code" free></kx-combobox><kx-traits></kx-traits>`,
    `
    const record = { certifiedThrough: "2026-09-30", treatmentNote: true };
    const template = { id: "t", name: "Note", questions: [{ id: "q", label: "Why", traits: [{ name: "Need", prompt: "Say", onlyIfMedicareReached: false }] }] };
    const own = {
      "kx-threshold": { display: buckets["PT/SLP"], otherUsed: "10.00" },
      "kx-flowsheet": { lines: [${LINE}] },
      "kx-documentation": { record, day: "2026-07-01", checklist: rules.documentationChecklist({ date: "2026-07-01", documentation: record }) },
      "kx-combobox": { refusal: null },
      "kx-traits": { template, appointmentTypes: [{ id: "x", name: "Follow-up", templates: [] }] },
    };
    // A server that says no: everything is set to what it was.
    window.no = () => { for (const [tag, properties] of Object.entries(own)) Object.assign($(tag), properties); };
    window.no();
    $("kx-combobox").addEventListener("kx-picked", () => { own["kx-combobox"].refusal = { text: "no code", message: "we know no such code", help: "see the list" }; });
  `,
  );
  const no = () => page.evaluate(() => (window as unknown as { no(): void }).no());
  const other = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  const units = page.getByLabel("Units for 97110");
  const code = page.getByLabel("Code for Gait");
  const done = page.getByRole("checkbox", { name: /Done/ });
  await page.getByRole("button", { name: "Show documentation" }).click();
  const certified = page.getByLabel("Certified through");
  const note = page.locator('[data-item="treatment-note"]').getByRole("radio", { name: "No", exact: true });
  const search = page.getByRole("combobox", { name: "Code", exact: true });
  const name = page.getByLabel("Trait name");
  const prompt = page.getByLabel("Prompt");
  const only = page.getByRole("checkbox", { name: /only if Medicare/ });
  const used = page.getByRole("checkbox", { name: "Follow-up" });

  await other.fill("25");
  await units.fill("7");
  await code.selectOption("97116");
  await done.check();
  await certified.fill("2026-12-31");
  await note.check();
  await name.fill("Other");
  await prompt.fill("Nothing");
  await only.check();
  await used.check();
  await search.fill("no code");
  await search.press("Enter");
  await expect(search).toHaveValue("");
  await no();
  await expect(other).toHaveValue("10.00");
  await expect(units).toHaveValue("1");
  await expect(code).toHaveValue("97110");
  await expect(done).not.toBeChecked();
  await expect(certified).toHaveValue("2026-09-30");
  await expect(note).not.toBeChecked();
  await expect(name).toHaveValue("Need");
  await expect(prompt).toHaveValue("Say");
  await expect(only).not.toBeChecked();
  await expect(used).not.toBeChecked();
  await expect(search).toHaveValue("no code");
  await expect(search).toHaveAccessibleDescription("we know no such code; see the list");

  // In the middle of typing nothing is written over, whatever the host says.
  for (const [field, typed, left] of [
    [other, "25", "10.00"],
    [units, "7", "1"],
    [name, "Other", "Need"],
  ] as const) {
    await field.fill(typed);
    await no();
    await page.waitForTimeout(900);
    await no();
    await expect(field).toHaveValue(typed);
    await field.press("Tab");
    await no();
    await expect(field).toHaveValue(left);
  }
  await search.fill("9");
  await no();
  await expect(search).toHaveValue("9");
});

test("a visit with modifiers that the rules refused is not ready to bill", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  const outcome = page.locator(".sign-off .outcome");
  const before = (await outcome.textContent())?.trim() ?? "";
  const modifiers = line.getByLabel("Modifiers for 97110");
  await modifiers.fill("GP?");
  await modifiers.press("Enter");
  await expect(outcome).toHaveText("! An entry was not accepted. Correct it before you bill.");
  await modifiers.fill("GP");
  await modifiers.press("Enter");
  await expect(outcome).toHaveText(before);
});
