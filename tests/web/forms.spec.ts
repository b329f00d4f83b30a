// The widgets in a form and under lock: what a form sends, resets, restores and refuses; what a signed note lets a person do.
import { violations } from "./axe.js";
import { expect, test } from "./plain.js";

const FORM = `<form><fieldset><legend>Visit</legend>
  <kx-threshold name="pt-slp"></kx-threshold><kx-auto-apply name="auto"></kx-auto-apply>
  <kx-documentation name="record"></kx-documentation><kx-treatment name="treatment"></kx-treatment><kx-flowsheet name="flowsheet"></kx-flowsheet>
  <kx-treatment></kx-treatment>
</fieldset><button>Send</button><button type="reset">Reset</button></form>`;
const FILLED = `
  const line = { id: "a", code: "97110", description: "exercise", modifiers: "GP", units: "2", allowed: "31.40", expected: null, kxDeclined: null, decision: applied, refused: {} };
  window.line = line;
  Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], otherUsed: "10.00" });
  $("kx-auto-apply").on = true;
  const record = { certifiedThrough: "2026-09-30", treatmentNote: true };
  Object.assign($("kx-documentation"), { record, day: "2026-07-01", checklist: rules.documentationChecklist({ date: "2026-07-01", documentation: record }) });
  for (const each of document.querySelectorAll("kx-treatment")) each.lines = [line];
  $("kx-flowsheet").lines = [{ ...line, id: "b", done: true, intervention: { name: "Squats", choices: [{ code: "97110", description: "exercise" }] } }];
  window.sent = () => Object.fromEntries([...new FormData($("form"))].map(([name, value]) => [name, JSON.parse(value)]));
  window.back = [];
  document.addEventListener("kx-form-restored", ({ target, detail }) => window.back.push([target.localName, detail]));
`;
const LINE = { id: "a", code: "97110", modifiers: "GP", units: "2", allowed: "31.40", kxDeclined: null, claimModifiers: ["GP", "KX"] };

test("a form sends what was entered as JSON under the widget's name, and nothing of a widget without one", async ({ plain, page }) => {
  await plain.open(FORM, FILLED);
  expect(await page.evaluate("window.sent()")).toEqual({
    "pt-slp": { serviceType: "PT/SLP", otherUsed: "10.00" },
    auto: true,
    record: { certifiedThrough: "2026-09-30", treatmentNote: true },
    treatment: [LINE],
    flowsheet: [{ ...LINE, id: "b", intervention: "Squats", done: true }],
  });
  await page.evaluate(
    `$("kx-auto-apply").readonly = true; $("kx-treatment").disabled = true; $("kx-flowsheet").remove();`.replaceAll("$", "document.querySelector"),
  );
  expect(Object.keys((await page.evaluate("window.sent()")) as object)).toEqual(["pt-slp", "auto", "record"]);
  await page.evaluate(`document.querySelector("fieldset").disabled = true`);
  expect(await page.evaluate("window.sent()")).toEqual({});
});

test("a reset gives back what stood there before a person changed it, and tells the host", async ({ plain, page }) => {
  await plain.open(
    FORM,
    `${FILLED}
    document.addEventListener("kx-usage-changed", ({ target, detail }) => { target.otherUsed = detail.amount; });
    document.addEventListener("kx-auto-apply-changed", ({ target, detail }) => { target.on = detail.on; });
    document.addEventListener("kx-line-removed", ({ target }) => { target.lines = []; });
  `,
  );
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  await amount.fill("25");
  await amount.press("Enter");
  await page.getByRole("switch").click();
  await page.locator("kx-treatment").first().getByRole("button", { name: "Remove line 97110" }).click();
  expect(await page.evaluate("window.sent()")).toMatchObject({ "pt-slp": { otherUsed: "25" }, auto: false, treatment: [] });
  await amount.fill("none");
  await amount.press("Enter");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(amount).toHaveValue("10.00");
  await expect(amount).toHaveAttribute("aria-invalid", "false");
  await expect(page.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(page.locator("kx-treatment").first().locator('tbody[data-code="97110"]')).toHaveCount(1);
  expect(await page.evaluate("window.back")).toEqual([
    ["kx-threshold", { value: { serviceType: "PT/SLP", otherUsed: "10.00" }, because: "reset" }],
    ["kx-auto-apply", { value: true, because: "reset" }],
    ["kx-treatment", { value: [LINE], because: "reset" }],
  ]);
  // Nobody has changed anything since.
  await page.getByRole("button", { name: "Reset" }).click();
  expect(await page.evaluate("window.back.length")).toBe(3);
});

test("what a browser kept comes back; what it cannot be is left alone; a host that cancels keeps its own", async ({ plain, page }) => {
  await plain.open(FORM, FILLED);
  await page.evaluate(`
    const of = (tag) => document.querySelector(tag);
    of("kx-threshold").formStateRestoreCallback(JSON.stringify({ otherUsed: "77.00" }), "restore");
    of("kx-auto-apply").formStateRestoreCallback("false", "restore");
    of("kx-documentation").formStateRestoreCallback(JSON.stringify({ treatmentNote: false }), "restore");
    of("kx-treatment").formStateRestoreCallback(JSON.stringify([{ id: "a", code: "97140", modifiers: "GP", units: "1", allowed: "", kxDeclined: null, claimModifiers: null }]), "restore");
    of("kx-flowsheet").formStateRestoreCallback("{ no JSON", "restore");
  `);
  const sent = (await page.evaluate("window.sent()")) as { [name: string]: unknown };
  expect(sent).toMatchObject({ "pt-slp": { otherUsed: "77.00" }, auto: false, record: { treatmentNote: false }, flowsheet: [{ id: "b" }] });
  expect(sent.treatment).toEqual([{ ...LINE, code: "97140", units: "1", allowed: "", claimModifiers: null }]);
  await page.evaluate(`
    document.addEventListener("kx-form-restored", (event) => event.preventDefault());
    document.querySelector("kx-auto-apply").formStateRestoreCallback("true", "restore");
  `);
  expect(await page.evaluate("window.sent()")).toMatchObject({ auto: false });
});

test("a form is not sent while something is refused or asked about; it says what to type, at the field", async ({ plain, page }) => {
  await plain.open(
    FORM,
    `${FILLED} window.submitted = 0; $("form").addEventListener("submit", (event) => { event.preventDefault(); window.submitted += 1; });`,
  );
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  const send = page.getByRole("button", { name: "Send" });
  const message = (tag: string) => page.evaluate((name) => (document.querySelector(name) as unknown as { validationMessage: string }).validationMessage, tag);
  await amount.fill("none");
  // What is refused is said at once, and moves the button below it.
  await amount.press("Tab");
  await send.click();
  expect(await page.evaluate("window.submitted")).toBe(0);
  await expect(amount).toBeFocused();
  expect(await message("kx-threshold")).toMatch(/^Enter an amount/);
  await amount.fill("50,000");
  await send.click();
  expect(await message("kx-threshold")).toContain("$50,000.00");
  await page.getByRole("button", { name: /^Change/ }).click();
  await amount.fill("20");
  await amount.press("Enter");
  expect(await message("kx-threshold")).toBe("");

  // What is refused may be out of sight.
  await page.evaluate(`document.querySelector("kx-documentation").refusals = { certifiedThrough: { text: "soon", code: "date-invalid" } }`);
  await send.click();
  expect(await page.evaluate("window.submitted")).toBe(0);
  await expect(page.getByLabel("Certified through")).toBeVisible();
  await page.evaluate(`document.querySelector("kx-documentation").refusals = {}`);

  await page.evaluate(`document.querySelector("kx-treatment").refusal = { text: "no code", code: "code-invalid" }`);
  await send.click();
  await expect(page.locator("kx-treatment").first().getByRole("combobox", { name: "Search for a code" })).toBeFocused();
  await page.evaluate(`document.querySelector("kx-treatment").refusal = null`);
  await send.click();
  expect(await page.evaluate("window.submitted")).toBe(1);
});

const ALL = `<fieldset><kx-threshold><kx-eligibility></kx-eligibility></kx-threshold><kx-auto-apply></kx-auto-apply><kx-documentation></kx-documentation>
  <kx-treatment></kx-treatment><kx-flowsheet></kx-flowsheet><kx-chip line="c" code="97140"></kx-chip><kx-combobox label="Code"></kx-combobox><kx-traits></kx-traits><kx-import></kx-import></fieldset>`;
const ALL_FILLED = `${FILLED.replace(/window\.sent[^\n]*/, "")}
  $("kx-chip").decision = suggested;
  $("kx-eligibility").day = "2026-07-01";
  $("kx-combobox").options = [{ value: "97110", detail: "exercise" }];
  $("kx-traits").template = { id: "note", name: "Note", questions: [{ id: "q", label: "Assessment", traits: [{ name: "Necessity", prompt: "Why?", onlyIfMedicareReached: true }] }] };
  for (const name of ["kx-documentation-changed", "kx-line-changed", "kx-line-removed", "kx-template-changed", "kx-file-chosen", "kx-attestation-changed", "kx-intervention-added"])
    document.addEventListener(name, (event) => window.heard.push([name, event.detail]));
  window.widgets = () => [...document.querySelectorAll("fieldset > *, kx-eligibility")];
`;

test("a signed note: everything is read, nothing is changed, and each widget says so once", async ({ plain, page }) => {
  // It goes through every widget, on a machine that does other things too.
  test.slow();
  await plain.open(ALL, `${ALL_FILLED} for (const each of document.querySelectorAll("fieldset > *")) each.readonly = true;`);
  const SENTENCE = "Locked. You can read this but not change it.";
  await expect(page.getByText(SENTENCE)).toHaveCount(8);
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  await expect(amount).toHaveValue("10.00");
  await expect(amount).toHaveJSProperty("readOnly", true);
  await expect(page.getByRole("switch")).toHaveAttribute("aria-readonly", "true");
  await page.getByRole("switch").click();
  await expect(page.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  // What opens something still does.
  await page.getByRole("button", { name: "Show documentation" }).click();
  const answer = page.getByRole("radiogroup", { name: /treatment note/i });
  await expect(answer).toHaveAttribute("aria-readonly", "true");
  await expect(answer.getByRole("radio")).toHaveCount(1);
  await answer.getByRole("radio").focus();
  await page.keyboard.press("ArrowDown");
  await expect(answer.getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(page.getByLabel("Attested by")).toHaveCount(0);
  const list = page.locator("kx-flowsheet select");
  await expect(list).toHaveAttribute("aria-readonly", "true");
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await expect(list).toHaveValue("97110");
  await page.locator("kx-flowsheet").getByRole("checkbox").click();
  await expect(page.locator("kx-flowsheet").getByRole("checkbox")).toBeChecked();
  await page.locator("kx-treatment").getByRole("button", { name: "Why? 97110" }).click();
  await expect(page.locator("kx-treatment .conditions li")).toHaveCount(8);
  for (const name of [/^Remove/, /^Add/, /^Leave KX off/, /^Enter eligibility/, /^Create/]) await expect(page.getByRole("button", { name })).toHaveCount(0);
  await page
    .getByRole("combobox", { name: "Code", exact: true })
    .fill("97110", { force: true })
    .catch(() => undefined);
  await page.keyboard.press("Enter");
  await expect(page.locator("fieldset > kx-combobox").getByRole("option")).toHaveCount(0);
  expect(await plain.heard()).toEqual([]);
  expect(await page.evaluate('window.widgets().every((each) => each.locked && (each.matches("kx-eligibility") || !each.willValidate))')).toBe(true);
  expect(await violations(page, { tags: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], within: "fieldset" })).toEqual([]);

  // On paper it is a note like any other.
  await page.emulateMedia({ media: "print" });
  await expect(amount).toBeVisible();
  await expect(answer.getByText("Yes")).toBeVisible();
  await page.emulateMedia({ media: null });
  // Chromium lays a container out empty when it changes in the very frame that leaves the paper.
  await expect(page.locator("kx-treatment table")).toBeVisible();

  await page.evaluate(`for (const each of document.querySelectorAll("fieldset > *")) each.readonly = false`);
  await expect(page.getByText(SENTENCE)).toHaveCount(0);
  await page.locator("kx-treatment .remove").first().click();
  expect((await plain.heard()).map(([name]) => name)).toEqual(["kx-line-removed"]);
});

test("disabled: by the attribute or by a fieldset, down to what stands inside, and back", async ({ plain, page }) => {
  await plain.open(ALL, ALL_FILLED);
  const enabled = () =>
    page.evaluate(() => {
      const found: string[] = [];
      const look = (root: ParentNode): void => {
        for (const element of root.querySelectorAll("*")) {
          if (element.matches("button, input, select, textarea") && !element.matches(":disabled")) found.push(element.outerHTML.slice(0, 80));
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(document.querySelector("fieldset") as ParentNode);
      return found;
    });
  const before = (await enabled()).length;
  expect(before).toBeGreaterThan(20);
  await page.evaluate(`document.querySelector("fieldset").disabled = true`);
  await expect.poll(enabled).toEqual([]);
  expect(await page.evaluate("window.widgets().every((each) => each.locked && each.matches(':disabled'))")).toBe(true);
  await page.locator("kx-import").dispatchEvent("drop", {
    dataTransfer: await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["ISA"], "a.835"));
      return transfer;
    }),
  });
  expect(await plain.heard()).toEqual([]);
  await page.evaluate(`document.querySelector("fieldset").disabled = false`);
  await expect.poll(async () => (await enabled()).length).toBe(before);
  await page.evaluate(`for (const each of document.querySelectorAll("fieldset > *")) each.setAttribute("disabled", "")`);
  await expect.poll(enabled).toEqual([]);
});
