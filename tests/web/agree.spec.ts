// One thing has one name, one mark, one figure and one day, on whichever page it is met.
import type { Locator } from "@playwright/test";
import { expect, test, type Screen } from "./screen.js";

// Two thousand patients are looked at in some of these, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

async function onWorklist({ page }: Screen, sought: string): Promise<Locator> {
  const list = page.locator("kx-worklist");
  await list.getByLabel("Patient or therapist").fill(sought);
  await expect(list.locator("tbody")).toHaveCount(1);
  return list.locator("tbody");
}

async function onClaims(visit: Screen, sought: string): Promise<Locator> {
  await visit.turnTo("Claims");
  const claims = visit.page.locator("kx-claims");
  await claims.getByLabel("Patient, claim or therapist").fill(sought);
  await expect(claims.locator("tbody")).toHaveCount(1, { timeout: 60_000 });
  return claims.locator("tbody");
}

test("a line that is not decided is named and marked alike by its chip, the worklist and its claim, and so is the balance", async ({ visit }) => {
  await visit.open("crossing");
  const line = await visit.addCode("97110");
  await expect(line.locator("kx-chip .chip")).toContainText("? Check KX");
  await expect(visit.page.locator(".strip")).toContainText(/PT\/SLP over by\s*●\s*\$19\.40/);
  await visit.turnTo("Worklist");
  const row = await onWorklist(visit, "SAMPLEB0002");
  await expect(row.locator(".badge").first()).toHaveText("? Check KX");
  await expect(row.locator(".left")).toContainText("PT/SLP ● over by $19.40");
  await expect(row).toContainText("PT/SLP: over by $19.40 after the lines of Sep 10, 2026.");
  const claim = await onClaims(visit, "SAMPLEB0002");
  await expect(claim.locator(".badge").first()).toHaveText("? Check KX");
  await expect(claim).toContainText("Claim S20230");
});

test("once KX is on the line nothing is to be checked, and the next visit is the one that is due", async ({ visit }) => {
  await visit.open("crossing");
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Add KX to 97110" }).click();
  await visit.turnTo("Worklist");
  const row = await onWorklist(visit, "SAMPLEB0002");
  await expect(row).not.toContainText("Check KX");
  const reached = row.locator("tr", { hasText: "Threshold reached" });
  await expect(reached.locator(".due")).toHaveText("Sep 17, 2026");
});

test("a line of a claim that waits since an earlier day is named alike by the worklist, its claim and the account", async ({ visit }) => {
  await visit.open();
  await visit.turnTo("Worklist");
  const row = await onWorklist(visit, "Sample Patient 0265");
  const claim = await onClaims(visit, "Sample Patient 0265");
  await expect(claim.locator(".badge")).toHaveText([/^✕ No room for KX/, /^\? Check KX$/]);
  await visit.turnTo("Worklist");
  await onWorklist(visit, "Sample Patient 0265");
  await expect(row.locator(".badge").filter({ hasText: "KX" })).toHaveText([/^✕ No room for KX/, /^\? Check KX$/]);
  await row.locator(".item", { hasText: "No room for KX" }).click();
  const account = visit.page.locator("kx-account");
  await expect(account.locator('[data-line="open.1"] .verdict')).toContainText("✕ No room for KX");
  await expect(account.locator('[data-line="open.2"] .verdict')).toContainText("? Check KX");
  await expect(account.locator('[data-line="open.2"] .findings')).toHaveText(/^\s*\? Check KX PT\/SLP was already over by/);
});

test("totals of another year hold the claim on every page, and a year that is over is named beside its balance", async ({ visit }) => {
  await visit.open("last-year");
  const line = await visit.addCode("97110");
  await expect(line.locator("kx-chip .chip")).toHaveText("✕ Totals from another year");
  await visit.turnTo("Worklist");
  const held = await onWorklist(visit, "SAMPLEG0007");
  await expect(held.locator(".badge").first()).toHaveText(/^✕ Totals from another year/);
  // Why there is no balance stands there once.
  await expect(held.getByText("do not count. Update them before you bill.")).toHaveCount(1);
  const other = await onWorklist(visit, "SAMPLEE0005");
  await expect(other.locator(".left")).toContainText("PT/SLP 2025 ○ $390.00");
  await expect(other).not.toContainText("do not count");
  const claim = await onClaims(visit, "SAMPLEG0007");
  await expect(claim.locator(".badge").first()).toHaveText(/^✕ Totals from another year/);
});

test("days are counted from today on the appointment and on the worklist, and a re-evaluation is told once", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.showDocumentation();
  await expect(visit.documentation.locator('[data-item="re-evaluation"] .status')).toHaveText("? Unknown");
  await visit.documentation.getByLabel("Certified through").fill("2026-09-20");
  await visit.documentation.getByLabel("Last re-evaluation").fill("2026-06-01");
  await page.keyboard.press("Enter");
  await expect(visit.documentation.locator('[data-due="recertification"] .when')).toHaveText(/Sep 20, 2026\s*6 days left/);
  await visit.turnTo("Worklist");
  const row = await onWorklist(visit, "SAMPLEB0002");
  await expect(row.locator("tr", { hasText: "Recertification due" }).locator(".due")).toHaveText(/Sep 20, 2026\s*6 days left/);
  expect(((await row.textContent()) ?? "").match(/re-evaluation suggested/gi)).toHaveLength(1);
  await expect(row.locator("tr", { hasText: "Not documented yet" })).not.toContainText("re-evaluation");
});

test("who attests for a visit of an earlier day does so today, in the panel and in the history", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.showDocumentation();
  await visit.completeRecord();
  await visit.documentation.getByLabel("Attested by").fill("Sample Therapist, PT");
  await visit.documentation.getByRole("button", { name: "Attest", exact: true }).click();
  await expect(visit.documentation.locator(".facts")).toContainText("Documentation attested by Sample Therapist, PT on Sep 14, 2026");
  await visit.turnTo("Account");
  await expect(page.locator("kx-history tbody tr", { hasText: "Documentation attested" })).toContainText("Sep 14, 2026");
});

test("what was said of a record is gone once the record is another", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  await visit.addCode("97110");
  await expect(visit.said).toContainText("So far: 0 of 7 documented.");
  await visit.showDocumentation();
  await visit.documentation.locator('[data-item="complexity"]').getByRole("radio", { name: "Yes" }).check();
  await expect(visit.said).not.toContainText("So far: 0 of 7");
});

test("a year without an amount is said in the same words of the patient and of the claims", async ({ visit }) => {
  await visit.open("next-year");
  await visit.addCode("97110");
  await visit.turnTo("Worklist");
  const said = "The 2027 threshold is missing. Add it with a rule pack.";
  await expect(await onWorklist(visit, "SAMPLEH0008")).toContainText(said);
  await expect(await onClaims(visit, "SAMPLEH0008")).toContainText(said);
});

test("in Spanish what was used elsewhere has one name, and the page says that it is a demo", async ({ page, address }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${address}?lang=es`);
  await expect(page.getByRole("button", { name: "Usado en otro lugar" })).toBeVisible();
  await expect(page.locator(".brand span")).toBeVisible();
});
