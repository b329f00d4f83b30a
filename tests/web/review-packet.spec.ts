// What answers a reviewer's letter: what is missing, what is on file, what a person says of it, by keyboard, locked, and on paper.
import { expectInOrder } from "./axe.js";
import { expect, test, type Screen } from "./screen.js";

/** By way of the account of the patient who has a letter. */
async function open(visit: Screen) {
  await visit.open("last-year");
  await visit.turnTo("Account");
  await visit.page.getByRole("link", { name: "Records due to the reviewer" }).click();
  await expect(visit.page.getByRole("heading", { level: 1 })).toHaveText("Review packet");
  return visit.page.locator("kx-review-packet");
}

test("the letter's due day and what is missing come first, then the contractor's checklist in its order", async ({ visit, page }) => {
  const packet = await open(visit);
  await expect(packet.getByRole("heading", { level: 2 })).toHaveText("Records for Sample contractor, control number SAMPLE-0042");
  await expect(packet.locator(".due")).toContainText("Due Sep 24, 2026");
  await expect(packet.locator(".due")).toContainText("10 days left");
  const missing = packet.locator(".screen .missing[part]");
  await expect(missing.getByRole("heading")).toHaveText(/\d items? to complete/);
  await expect(missing).toContainText("Missing for Dec 5, 2025.");
  const items = packet.locator("[data-item]");
  await expect(items).toHaveCount(14);
  await expect(items.first()).toContainText("Physician's orders");
  await expect(items.first().locator(".status")).toHaveText("✓ On file");
  await expect(items.first()).toContainText("Jan 17, 2025 · Robin Sample, MD");
  await expect(packet.locator('[data-item="therapist-notes"] .status')).toHaveText("◔ Incomplete");
  // Eight months without a report are no series since the evaluation.
  await expect(packet.locator('[data-item="progress-notes"] .status')).toHaveText("◔ Incomplete");
  await expect(packet.locator('[data-item="progress-notes"]')).toContainText("None between Jan 21, 2025 and Sep 26, 2025.");
  await expect(packet.locator('[data-item="certifications"] .status')).toHaveText("? Check");
  await expect(packet.locator('[data-item="certifications"]')).toContainText("None between Apr 20, 2025 and Oct 19, 2025.");
  await expectInOrder(page);
});

test("lines carry their decision and attestation, days the two reports before them, and late entries are said", async ({ visit }) => {
  const packet = await open(visit);
  const lines = packet.locator('.screen [data-section="lines"] tbody tr');
  await expect(lines).toHaveCount(7);
  await expect(lines.nth(1)).toContainText("97530 GP KX");
  // As the account has it: the first line took the year over, and was billed without KX.
  await expect(lines.first()).toContainText("Billed without KX. $");
  await expect(lines.first().locator("td").last()).toHaveText("–");
  await expect(lines.nth(1)).toContainText("Billed with KX. PT/SLP was over by $0.36 before this line.");
  await expect(lines.filter({ hasText: "97140 GP" }).first()).toContainText("Billed without KX. PT/SLP was over by $117.29 before this line.");
  await expect(lines.nth(1)).toContainText(/Alex Sample, PT attested to KX on .* for the plan of care/);
  const reports = packet.locator('.screen [data-section="progress"] tbody tr');
  await expect(reports.first()).toContainText("Oct 31, 2025");
  await expect(reports.first()).toContainText("Sep 26, 2025");
  await expect(packet.locator('[data-section="progress"]')).toContainText(
    "The report through Dec 2, 2025 was written on Dec 15, 2025, so it is not counted before Dec 5, 2025.",
  );
  await expect(reports.last()).not.toContainText("Dec 2, 2025");
  await expect(packet.locator('[data-section="late"]')).toContainText("Late entry: written on Dec 6, 2025, 12 days after the service.");
  // The credentials are where the checklist says that they are.
  const signatures = packet.locator('.screen [data-section="signatures"] tbody tr');
  await expect(signatures.filter({ hasText: "A. Sample" })).toContainText("record p. 26");
  await expect(packet.locator('[data-item="credentials"]')).toContainText("Alex Sample, PT · record p. 26");
  await expect(packet.locator('.screen [data-section="abbreviations"]')).toContainText("range of motion");
});

test("an item that has nothing to send is marked and asked for again, by keyboard, and stays after a reload", async ({ visit, page }) => {
  const packet = await open(visit);
  const item = packet.locator('[data-item="diagnostic-tests"]');
  await item.getByRole("button", { name: /^Not applicable.*Diagnostic tests and results/ }).focus();
  await page.keyboard.press("Enter");
  await expect(item.locator(".status")).toHaveText("– Not applicable");
  await expect(item.getByRole("button")).toBeFocused();
  await visit.kept();
  await page.reload();
  await expect(item.locator(".status")).toHaveText("– Not applicable");
  await item.getByRole("button", { name: /^Ask for it again/ }).click();
  await expect(item.locator(".status")).toHaveText("? Check");
});

test("what was attested is on the patient's record too, in a chain that verifies", async ({ visit, page }) => {
  await open(visit);
  await page.getByRole("link", { name: "Account", exact: true }).last().click();
  const history = page.locator("kx-history");
  await expect(history).toContainText(/Alex Sample, PT/);
  await expect(history).toContainText(/Nov 19, 2025/);
  await expect(history).toContainText("Record intact: no answer was altered or deleted");
});

test("the proof needs a day and a name, says what is incomplete; sent, nothing is due, and that is taken back", async ({ visit, page }) => {
  const packet = await open(visit);
  const proof = packet.locator('.screen [data-section="proof"]');
  await proof.getByLabel("Date sent").fill("");
  await proof.getByRole("button", { name: "Mark as sent" }).click();
  await expect(proof.getByRole("alert")).toContainText("Enter the day it was sent.");
  await expect(proof.getByLabel("Date sent")).toBeFocused();
  await expectInOrder(page);
  await proof.getByLabel("Date sent").fill("2026-09-15");
  await proof.getByLabel("Sent through").selectOption("esmd");
  await proof.getByRole("button", { name: "Mark as sent" }).click();
  await expect(proof.getByRole("alert")).toContainText("Enter who sent it.");
  await expect(proof.getByLabel("Sent by")).toBeFocused();
  await proof.getByLabel("Sent by").fill("Jo Park");
  await proof.getByLabel("Confirmation number").fill("SAMPLE-7731");
  await page.keyboard.press("Enter");
  // It may be sent incomplete, but not unknowingly.
  const warned = proof.getByRole("group");
  await expect(warned).toContainText("2 items are missing or incomplete.");
  await expect(warned).toContainText("Missing for Dec 5, 2025.");
  await expectInOrder(page);
  await proof.getByRole("button", { name: "Back" }).click();
  await expect(warned).toHaveCount(0);
  await expect(packet.locator(".due")).not.toContainText("Sent");
  await proof.getByRole("button", { name: "Mark as sent" }).click();
  await proof.getByRole("button", { name: "Mark as sent incomplete" }).click();
  await expect(proof).toContainText("Sent on Sep 15, 2026 by esMD by Jo Park.");
  await expect(proof).toContainText("SAMPLE-7731");
  await expect(packet.locator(".due")).toContainText("Sent");
  await proof.getByRole("button", { name: "Mark as not sent" }).click();
  await expect(proof.getByLabel("Date sent")).toBeFocused();
});

test("read only and disabled it can be read, and changes nothing", async ({ visit, page }) => {
  const packet = await open(visit);
  for (const lock of ["readonly", "disabled"]) {
    await packet.evaluate((element, lock) => element.setAttribute(lock, ""), lock);
    await expect(packet.locator(".sending")).toHaveCount(0);
    const marks = packet.locator("[data-item] button");
    if (lock === "readonly") await expect(marks.first()).toBeHidden();
    else await expect(marks.first()).toBeDisabled();
    await expect(packet.locator("[data-item]").first()).toContainText("Physician's orders");
    await expectInOrder(page);
    await packet.evaluate((element, lock) => element.removeAttribute(lock), lock);
  }
});

test("on paper each section has a page, and each page says whose it is", async ({ visit, page }) => {
  const packet = await open(visit);
  await page.emulateMedia({ media: "print" });
  await expect(packet.locator(".screen")).toBeHidden();
  const pages = packet.locator(".page");
  const heads = await pages.locator("thead").allTextContents();
  // What has nothing for the reviewer has no page; the first one lists the whole checklist with where each item is.
  expect(heads.length).toBe(12);
  const first = pages.first();
  await expect(first.locator("tbody")).toContainText("Contents");
  await expect(first.locator("tbody")).toContainText("1. Physician's orders");
  await expect(first.locator("tbody tr", { hasText: "14. Practitioners' credentials" })).toHaveText(/record p\. 26$/);
  await expect(first.locator("tbody tr", { hasText: "Diagnostic tests" })).toHaveText(/Not answered$/);
  await expect(first.locator("tbody")).toContainText("Record pages: 26");
  await expect(first.locator("tbody")).toContainText("Due Sep 24, 2026");
  // The list of abbreviations is item 10.
  await expect(first.locator("tbody tr", { hasText: "Abbreviation" })).toHaveText(/10\. Abbreviation key\s*In this packet$/);
  await expect(packet.locator('[data-page="abbreviations"] .name')).toHaveText(/^\s*10\. Abbreviation key\s*$/);
  // Few as they are they share the sheet of the item that follows.
  await expect(packet.locator('.page:has(tbody[data-page="abbreviations"]) .name')).toHaveText([
    /^\s*10\. Abbreviation key\s*$/,
    /^\s*14\. Practitioners' credentials\s*$/,
  ]);
  // The sheets stand in the order of the contents.
  const printed = (await packet.locator(".page .name").allTextContents()).map((name) => name.trim());
  const named = await first.locator("tbody td:first-child:not([colspan='4'])").allTextContents();
  expect(named.filter((name) => printed.includes(name))).toEqual(printed.slice(1));
  // What the packet has beside the checklist is lettered, in the contents as at its head.
  for (const own of ["A. Lines under review", "B. Progress reports before the dates under review", "C. Signature log"]) {
    await expect(first.locator("tbody tr", { hasText: own }).last()).toHaveText(own.startsWith("A") ? /In this packet$/ : /At the end of this packet$/);
    await expect(pages.locator(".name", { hasText: own })).toHaveCount(1);
  }
  // As it was billed, and where it is documented; what was decided is the clinic's own.
  const lines = pages.and(packet.locator('[data-page="lines"]')).locator("tbody tr");
  await expect(lines.first()).toHaveText(
    /Nov 19, 2025\s*22253\d{8}\s*97110 GP\s*2 units · \$150\.00\s*Treatment note · record p\. 13\s*Treatment log · record p\. 15\s*Plan of care · record p\. 18 to 19\s*Certification · record p\. 4 to 5\s*Progress report · record p\. 22 to 23\s*$/,
  );
  await expect(packet.locator('[data-page="lines"]')).not.toContainText(/over by|attested|Billed with/);
  // Who gave no signature signs by hand.
  await expect(packet.locator('tbody[data-page="signatures"] td:nth-child(3)')).toHaveText([/^\s*Date\s*$/, "A. Sample"]);
  // Days that share their reports stand on one line, and the sheet says that they do.
  const progress = packet.locator('tbody[data-page="progress"] tr:not(.name)');
  await expect(progress).toHaveCount(1);
  await expect(progress.locator("p")).toHaveText([
    "Nov 19, 2025 · Nov 24, 2025 · Dec 5, 2025",
    "Progress reports before each of these 3 dates:",
    /^\s*Progress report Oct 31, 2025/,
    /^\s*Progress report Sep 26, 2025/,
  ]);
  // Of a draft the clinic is told what to complete, with the reviewer's contents.
  await expect(first.locator("tbody tr", { hasText: "2 items to complete" })).toBeVisible();
  await expect(lines.filter({ hasText: "Missing" })).toHaveText([
    /^\s*Dec 5, 2025.*✕ Missing: Therapists' notes for the dates of service\s*$/s,
    /^\s*Dec 5, 2025/,
  ]);
  for (const text of (await pages.and(packet.locator(':not([data-page="lines"])')).allTextContents()).slice(1))
    expect(text).not.toMatch(/Check|days left|Missing|None between|Not on file|Not attested|Not recorded|Auto-Apply|Compare it|clinician/);
  // A sheet is put before the pages of the record that it names.
  await expect(pages.filter({ hasText: "3. Initial evaluations" }).last()).toContainText("Behind this sheet: record p. 6 to 9");
  await expect(pages.filter({ hasText: "1. Physician's orders" }).last()).toContainText("Behind this sheet: record p. 1");
  for (const head of heads)
    expect(head).toMatch(
      /DRAFT, do not send: 2 items to complete · 4 items not answered\s*Sample Clinic North · NPI 1234567893.*Sample Patient G.*SAMPLEG0007.*Nov 19, 2025, Nov 24, 2025,? and Dec 5, 2025.*SAMPLE-0042/,
    );
  for (const [place, one] of (await pages.all()).entries()) {
    await expect(one).toBeVisible();
    if (place > 0) await expect(one).toHaveCSS("break-before", "page");
    await expect(one.locator("thead")).toHaveCSS("display", "table-header-group");
  }
  await expect(page.getByRole("navigation")).toBeHidden();
});

test("the contents of a printed packet name the sheet of each section, and a label is told from its value", async ({ visit, page }) => {
  const packet = await open(visit);
  const contents = packet.locator('.page[data-page="letter"] tbody');
  await expect(contents).not.toContainText("Sheet");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(contents.locator("tr", { hasText: "2. Certifications" })).toHaveText(/Sheet 4\s*record p\. 2 to 5$/);
  await expect(contents.locator("tr", { hasText: "Diagnostic tests" })).toHaveText(/Not answered$/);
  const pages = packet.locator(".page");
  const last = await pages.count();
  await expect(contents.locator("tr").last()).toHaveText(new RegExp(`C\\. Signature log\\s*Sheet ${last}\\s*$`));
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "Letter" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(last);
  await page.emulateMedia({ media: "print" });
  const whose = pages.first().locator(".whose");
  await expect(whose).toHaveCSS("font-weight", "400");
  await expect(whose.locator("b")).toHaveText(["Sample Patient G", "SAMPLEG0007", /^Nov 19, 2025/, "SAMPLE-0042."]);
  await expect(contents.locator("tr", { hasText: "Record pages" }).locator("b")).toHaveText("26");
});

test("no sheet is named where a section may take one or two", async ({ visit, page }) => {
  const packet = await open(visit);
  // So high that it depends on the margins how many sheets it takes.
  await packet.locator('.page[data-page="initial-evaluations"] tbody').evaluate((body) => {
    for (let more = 0; more < 7; more++) {
      const row = document.createElement("tr");
      row.append(document.createElement("td"));
      row.style.height = "103px";
      body.append(row);
    }
  });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const contents = packet.locator('.page[data-page="letter"] tbody');
  await expect(contents.locator("tr", { hasText: "3. Initial" })).toHaveText(/Sheet 5\s*record p\. 6 to 9$/);
  await expect(contents.locator("tr", { hasText: "4. Re-eval" })).toHaveText(/evaluations and why they were necessary\s*record p\. 10 to 12$/);
});

test("a reviewer reads the packet in English, whatever the screen speaks", async ({ visit, page }) => {
  const packet = await open(visit);
  const inEnglish = await packet.locator(".paper").textContent();
  await page.getByRole("combobox", { name: "Language" }).selectOption("es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paquete de revisión");
  await expect(packet.locator(".paper")).toHaveAttribute("lang", "en");
  expect(await packet.locator(".paper").textContent()).toBe(inEnglish);
  await expect(packet.locator(".screen")).toContainText(/reevaluaci/i);
});

test("a packet stays a draft until all is answered, and what is incomplete is sent by a person's word", async ({ visit, page }) => {
  const packet = await open(visit);
  const draft = packet.locator(".paper .draft").first();
  await expect(packet.getByRole("heading", { name: "2 items to complete" })).toBeVisible();
  const asItIs = packet.getByRole("checkbox", { name: "Print without the draft mark. These items are sent as they are." });
  expect(await asItIs.boundingBox()).toMatchObject({ width: 18, height: 18 });
  await asItIs.check();
  // Four items are not answered yet.
  await expect(draft).toHaveText("DRAFT, do not send: 4 items not answered");
  await asItIs.uncheck();
  for (let left = 4; left > 0; left--) {
    await expect(packet.getByRole("button", { name: /^Not applicable/ })).toHaveCount(left);
    await packet
      .getByRole("button", { name: /^Not applicable/ })
      .first()
      .click();
  }
  await expect(draft, "two are missing or incomplete").toHaveText("DRAFT, do not send: 2 items to complete");
  await asItIs.check();
  await expect(draft).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expect(packet.locator(".paper thead").first()).not.toContainText("DRAFT");
  // The reviewer is sent what there is.
  await expect(packet.locator('[data-page="lines"]')).not.toContainText("Missing");
});

test("the worklist names the letter, and the strip does; both lead to it", async ({ visit, page }) => {
  test.slow();
  await visit.open("last-year");
  // In the strip, and among the dates of the record.
  await expect(page.getByText("Records due to the reviewer").filter({ visible: true })).toHaveCount(2);
  await page.getByRole("button", { name: /Records due to the reviewer.*10 days left/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Review packet");
  await visit.turnTo("Worklist");
  const list = page.locator("kx-worklist");
  await list.locator('[data-kind="due"]').click();
  const row = list.locator('[data-patient="last-year"]');
  await expect(row).toContainText("Sep 24, 2026");
  await expect(row).toContainText("10 days left");
  await row.locator("[data-item]").click();
  await expect(page.locator("kx-review-packet")).toContainText("SAMPLE-0042");
});

test("in a narrow window it stays within its width", async ({ visit, page }) => {
  const packet = await open(visit);
  for (const width of [900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectInOrder(page);
  }
  await expect(packet.locator("[data-item]").first()).toContainText("On file");
});
