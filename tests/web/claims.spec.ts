// Claims on hold: filtered, released by a person's word, taken back, opened on their line, printed, locked, by keyboard.
import { expectInOrder } from "./axe.js";
import { expect, test, type Screen } from "./screen.js";

// Two thousand patients are looked through in each of these, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

const READY = /^\d+ of \d+ claims? on hold$/;

async function open(visit: Screen) {
  await visit.page.goto(`${visit.address}#claims`);
  const list = visit.page.locator("kx-claims");
  await expect(list.locator(".count")).toHaveText(READY, { timeout: 60_000 });
  return list;
}

/** A claim of today, with a suggestion. */
async function openToday(visit: Screen) {
  await visit.open("used-up");
  await visit.addCode("97110");
  await visit.kept();
  return open(visit);
}

const all = (text: string | null): number => Number(/of (\d+)/.exec(text ?? "")?.[1]);

test("a claim has its amount, why it waits, since when and who answers", async ({ visit }) => {
  const list = await openToday(visit);
  const claim = list.locator("tbody", { hasText: "Sample Patient A" });
  await expect(claim.locator(".step")).toContainText("Check KX");
  await expect(claim.locator(".step")).toContainText(/97110, Sep 14, 2026\. PT\/SLP is .* over the threshold/);
  // Its next step is said on demand.
  const more = claim.getByRole("button", { name: "Details: Check KX, Sample Patient A" });
  await expect(claim.locator(".next")).toBeHidden();
  await more.press("Enter");
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(claim.locator(".next")).toBeVisible();
  await expect(claim.locator(".left")).toHaveText(/^\$\d+\.\d\d$/);
  await expect(claim.locator(".visit")).toHaveText("Sep 14, 2026");
  await expect(claim.locator(".due")).toContainText("Therapist");
  for (const code of ["opposing-modifier", "early-kx", "therapy-modifier-missing", "hospice", "no-modifier-place"])
    await expect(list.locator(`[data-code="${code}"]`)).toHaveCount(1);
});

test("filters show what they count, and one press clears them", async ({ visit }) => {
  const list = await open(visit);
  const total = all(await list.locator(".count").textContent());
  expect(total).toBeGreaterThan(20);
  const early = list.locator('[data-code="early-kx"]');
  const count = Number(await early.locator("b").textContent());
  await early.click();
  await expect(list.locator(".count")).toHaveText(`${count} of ${total} claims on hold`);
  for (const reason of await list.locator("tbody .item").all()) await expect(reason).toContainText("KX too early");
  await list.getByRole("button", { name: "Clear filters" }).click();
  await list.getByLabel("Who answers").selectOption("biller");
  for (const who of await list.locator("tbody .due").all()) await expect(who).toHaveText("Biller");
  await list.getByLabel("Patient, claim or therapist").fill("no such name");
  await expect(list.getByText("No claims match. Clear the filters to see them all.")).toBeVisible();
  await list.getByRole("button", { name: "Clear filters" }).last().press("Enter");
  await expect(list.locator(".count")).toHaveText(`${total} of ${total} claims on hold`);
  await expect(list.getByLabel("Patient, claim or therapist")).toBeFocused();
});

test("a claim is released by a name and a reason; empty is refused; it is taken back, and stays over a reload", async ({ visit, page }) => {
  const list = await openToday(visit);
  const total = all(await list.locator(".count").textContent());
  await list.getByRole("button", { name: "Release Sample Patient A" }).press("Enter");
  // The host knows who works here.
  await expect(list.getByLabel("Released by")).toHaveValue("Sam Sample, billing");
  await expect(list.getByLabel("Reason")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(list.getByText("Enter the reason.")).toBeVisible();
  await expect(list.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await list.getByLabel("Released by").fill(" ");
  await list.getByRole("button", { name: "Release 1 claim" }).click();
  await expect(list.getByText("Enter who releases the claim.")).toBeVisible();
  await expect(list.getByLabel("Released by")).toBeFocused();
  await page.keyboard.type("Kim Lee");
  await list.getByLabel("Reason").fill("The therapist checked the record.");
  await page.keyboard.press("Enter");
  await expect(list.getByText("1 claim released.")).toBeVisible();
  await expect(list.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(list.locator(".count")).toHaveText(`${total - 1} of ${total - 1} claims on hold`);
  await page.keyboard.press("Enter");
  await expect(list.getByText("Undone.")).toBeVisible();
  await expect(list.locator(".count")).toHaveText(`${total} of ${total} claims on hold`);

  await list.getByRole("button", { name: "Release Sample Patient A" }).click();
  await list.getByLabel("Reason").fill("The therapist checked the record.");
  await page.keyboard.press("Enter");
  await visit.kept();
  await page.reload();
  await expect(list.locator(".count")).toHaveText(READY, { timeout: 60_000 });
  await list.getByLabel("Show", { exact: true }).selectOption("released");
  await expect(list.locator("tbody")).toContainText("Released by Kim Lee: The therapist checked the record.");
  await visit.turnTo("Appointment");
  await expect(page.locator(".sign-off")).toContainText("Nothing holds the claim.");
  await expect(page.locator(".sign-off")).toContainText("Released by Kim Lee: The therapist checked the record.");
  // What comes up later was not released.
  const modifiers = visit.line("97110").getByLabel("Modifiers");
  await modifiers.fill("GO");
  await modifiers.press("Enter");
  await expect(page.locator(".sign-off")).toContainText("The claim is on hold.");
  await visit.turnTo("Claims");
  await expect(list.locator(".count")).toHaveText(READY, { timeout: 60_000 });
  await expect(list.locator("tbody", { hasText: "Sample Patient A" })).toContainText("Answered by Kim Lee");
});

test("the claims stand on pages, as the worklist's patients do; paper has them all", async ({ visit, page }) => {
  const list = await open(visit);
  const total = all(await list.locator(".count").textContent());
  expect(total).toBeGreaterThan(50);
  const pager = list.getByRole("navigation", { name: "Pages of the list" });
  await expect(pager).toContainText(`1–50 of ${total} claims`);
  await expect(list.locator("tbody")).toHaveCount(50);
  await pager.getByRole("button", { name: "Next" }).press("Enter");
  await expect(pager).toContainText(`51–${total} of ${total} claims`);
  await expect(list.locator("tbody")).toHaveCount(total - 50);
  await expect(list.locator("tbody .open").first()).toBeFocused();
  // Another filter begins at the first page.
  await list.locator('[data-code="early-kx"]').click();
  await expect(pager).toHaveCount(0);
  await list.getByRole("button", { name: "Clear filters" }).click();
  await expect(pager).toContainText("1–50");
  await pager.getByRole("button", { name: `Show all ${total}` }).click();
  await expect(list.locator("tbody")).toHaveCount(total);
  await pager.getByRole("button", { name: "Show 50 at a time" }).click();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(list.locator("tbody")).toHaveCount(total);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(list.locator("tbody")).toHaveCount(50);
});

test("a released claim is held again", async ({ visit, page }) => {
  const list = await openToday(visit);
  await list.getByRole("button", { name: "Release Sample Patient A" }).click();
  await list.getByLabel("Reason").fill("checked");
  await page.keyboard.press("Enter");
  await list.getByLabel("Show", { exact: true }).selectOption("released");
  await list.getByRole("button", { name: "Hold again Sample Patient A" }).click();
  await expect(list.getByText("1 claim is on hold again.")).toBeVisible();
  await expect(list.getByText("Nothing has been released yet.")).toBeVisible();
  await list.getByRole("button", { name: "Show claims on hold" }).click();
  await expect(list.locator("tbody", { hasText: "Sample Patient A" })).toHaveCount(1);
});

test("several are released with one word, by keyboard", async ({ visit, page }) => {
  const list = await open(visit);
  const total = all(await list.locator(".count").textContent());
  await list.locator('[data-code="hospice"]').click();
  const box = (place: number) => list.locator("tbody .pick input").nth(place);
  await box(0).focus();
  await page.keyboard.press("Space");
  await box(2).focus();
  await page.keyboard.press("Shift+Space");
  await expect(list.locator(".how-many")).toHaveText("3 claims selected");
  await page.keyboard.press("Enter");
  await expect(list.locator(".selection .act")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(list.getByRole("group", { name: "Release 3 claims" })).toContainText(
    /3 claims will be billed as they are\. Expected allowed amount if nothing is denied: \$\d+\.\d\d\./,
  );
  await page.keyboard.press("Escape");
  await expect(list.locator(".selection .act")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("payer confirmed");
  await page.keyboard.press("Enter");
  await expect(list.getByText("3 claims released.")).toBeVisible();
  await expect(list.locator(".count")).toHaveText(new RegExp(` of ${total - 3} claims on hold`));
  await page.keyboard.press("Enter");
  await expect(list.locator(".count")).toHaveText(new RegExp(` of ${total} claims on hold`));
});

test("before claims are released it says what follows; those with errors go one by one", async ({ visit, page }) => {
  const list = await open(visit);
  const total = all(await list.locator(".count").textContent());
  const of = async (code: string) => Number(await list.locator(`[data-code="${code}"] b`).textContent());
  const errors = (await of("no-modifier-place")) + (await of("opposing-modifier")) + (await of("therapy-modifier-conflict"));
  await list.locator("thead .pick input").check();
  await list.locator(".selection .act").click();
  const form = list.locator(".word");
  await expect(form).toContainText(`${errors} claims with errors are not included and stay on hold. Correct them first.`);
  await expect(form).toContainText(`${total - errors} claims will be billed as they are.`);
  await expect(form).toContainText(/\d+ claims? (is|are) over the threshold\. Medicare may deny (its|their) lines without KX: \$\d+\.\d\d of that amount\./);
  await expect(form).toContainText(`GP, GO or GN missing ${await of("therapy-modifier-missing")}`);
  // Of every kind that is held it says how many go out.
  await expect(form).toContainText(`Hospice ${await of("hospice")}`);
  await expect(form).toContainText(/\d+ claims may have KX in the claim note\. If not, Medicare denies the lines\./);
  await expect(form.getByRole("button", { name: `Release ${total - errors} claims` })).toBeVisible();
  // What was typed for many stays while one of them is asked about.
  await list.getByLabel("Reason").fill("The payer confirmed");
  const one = list.locator("tbody", { hasText: "GA, GZ or GY with KX" }).first();
  await one.locator(".do button").first().click();
  await expect(form).toContainText("GA, GZ or GY with KX 1");
  await expect(list.getByLabel("Reason")).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(list.getByLabel("Reason")).toHaveValue("The payer confirmed");
  // It goes out by itself, and what was typed for the others is still there.
  await one.locator(".do button").first().click();
  await list.getByLabel("Reason").fill("Appealed before");
  await page.keyboard.press("Enter");
  await expect(list.getByText("1 claim released.")).toBeVisible();
  await expect(list.getByLabel("Reason")).toHaveValue("The payer confirmed");
  await expect(form).toContainText(`${errors - 1} claims with errors are not included`);
});

test("what is denied without KX adds up to the cent", async ({ visit }) => {
  const list = await openToday(visit);
  await list.getByRole("button", { name: "Release Sample Patient A" }).click();
  const allowed = await list.locator("tbody", { hasText: "Sample Patient A" }).locator("td.left").textContent();
  await expect(list.locator(".word")).toContainText(`1 claim is over the threshold. Medicare may deny its lines without KX: ${allowed} of that amount.`);
  // A host that tells no amount is not said to have none at risk.
  await list.evaluate((element) => {
    const claims = element as HTMLElementTagNameMap["kx-claims"];
    claims.rows = claims.rows.map(({ withoutKx: _, ...row }) => row);
  });
  await expect(list.locator(".word")).toContainText("1 claim is over the threshold. Medicare may deny its lines without KX.");
  await expect(list.locator(".word")).not.toContainText("of that amount");
});

test("a claim whose note was read is still on hold, and says who answered what", async ({ visit }) => {
  const list = await open(visit);
  await list.locator('[data-code="modifiers-in-note"]').click();
  const claim = await list.locator("tbody", { hasText: "No KX in the note" }).first().getAttribute("data-claim");
  const row = list.locator(`tbody[data-claim='${claim}']`);
  await row.getByRole("button", { name: /^No KX in the note/ }).click();
  await list.getByRole("button", { name: "Clear filters" }).click();
  await list.getByRole("button", { name: /^Show all/ }).click();
  await expect(row).toContainText("Answered by Sam Sample, billing: KX is not in the claim note.");
  await expect(row).not.toContainText("Released by");
});

test("in one hand the filters are behind one button, and the first claim is in sight", async ({ visit, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ["claims", "worklist"]) {
    await page.goto(`${visit.address}#${name}`);
    const list = page.locator(`kx-${name}`);
    await expect(list.locator("tbody").nth(10)).toBeVisible({ timeout: 60_000 });
    await expect.poll(async () => (await list.locator("tbody").first().boundingBox())?.y).toBeLessThan(300);
    const tools = list.getByRole("button", { name: /^Filters/ });
    await expect(list.locator(".export")).toBeHidden();
    await tools.press("Enter");
    await expect(tools).toHaveAttribute("aria-expanded", "true");
    await expect(list.locator(".export")).toBeVisible();
    await list.locator(".kind").first().click();
    await expect(tools).toHaveText(/^Filters \(1\)/);
    await expectInOrder(page);
  }
});

test("the claims print from the first page, and their head says which they are", async ({ visit, page }) => {
  const list = await open(visit);
  await page.emulateMedia({ media: "print" });
  await expect(list.locator(".on-paper")).toHaveText(/^Claims on hold, Most urgent · \d+ of \d+ claims on hold · [A-Z][a-z]{2} \d+, \d{4}\s*☐ Done/);
  await expect(page.locator(".paper-head")).toHaveText(/^\s*Sample Clinic North, Sample Clinic South · NPI 1234567893\s*Claims/);
  await expect(list.getByText("By clinic and therapist")).toBeHidden();
  // Letter paper on its side has room for 710 pixels between margins.
  const height = await list.evaluate((element) => {
    const rows = [...(element.shadowRoot?.querySelectorAll("tbody") ?? [])].slice(0, 8);
    return (rows.at(-1)?.getBoundingClientRect().bottom ?? 0) - (rows[0]?.getBoundingClientRect().top ?? 0);
  });
  expect(height).toBeLessThan(640);
});

test("a reason opens on its line, and Back returns to the claims as they were", async ({ visit, page }) => {
  const list = await openToday(visit);
  await list.locator('[data-code="suggestion"]').click();
  await list.getByRole("button", { name: "Check KX Sample Patient A" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
    });
  await expect.poll(focused).toMatch(/97110/);
  await page.goBack();
  await expect(list.locator(".count")).toHaveText(READY, { timeout: 60_000 });
  await expect(list.locator('[data-code="suggestion"]')).toHaveAttribute("aria-pressed", "true");
  await expect(list.getByRole("button", { name: "Check KX Sample Patient A" })).toBeFocused();
  // A claim of an earlier day is in the account.
  await list.getByRole("button", { name: "Clear filters" }).click();
  await list.locator('[data-code="early-kx"]').click();
  await list.locator("tbody .item").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  await expect(page.locator("kx-account tbody tr:focus")).toContainText("KX too early");
});

test("the sign-off says what would hold today's claim, and leads to the line", async ({ visit, page }) => {
  await visit.open("used-up");
  const signOff = page.locator(".sign-off");
  await expect(signOff).toHaveCount(0);
  await visit.addCode("97110");
  await expect(signOff).toContainText("The claim is on hold.");
  await expect(signOff).toContainText("Therapist: Add KX, or leave KX off, before the claim goes out.");
  await signOff.getByRole("button", { name: /Check KX/ }).click();
  await visit
    .line("97110")
    .getByRole("button", { name: /^Add KX/ })
    .click();
  await expect(signOff).toContainText("1 thing to check");
  // Nothing holds, and there is something to read all the same.
  await expect(signOff.locator("li:not(.check)")).toHaveCount(0);
  await expect(signOff.locator("li.check")).toContainText(/97110: KX was added without an attestation, and the record is incomplete/);
});

test("nothing on hold is said, and a locked list can be looked at but not changed", async ({ visit, page }) => {
  const list = await open(visit);
  const total = all(await list.locator(".count").textContent());
  await list.evaluate((element) => {
    (element as HTMLElementTagNameMap["kx-claims"]).readonly = true;
  });
  await expect(list.locator(".lock")).toBeVisible();
  await expect(list.getByRole("button", { name: /Release/ })).toHaveCount(0);
  await expect(list.locator("tbody .pick input").first()).toBeHidden();
  await list.getByLabel("Sort by").selectOption("name");
  await list.locator('[data-code="early-kx"]').click();
  await expect(list.locator("tbody").first()).toContainText("KX too early");
  await list.getByLabel("Patient, claim or therapist").fill("no such name");
  await expect(list.locator(".count")).toHaveText(`0 of ${total} claims on hold`);
  await list.evaluate((element) => {
    const claims = element as HTMLElementTagNameMap["kx-claims"];
    claims.readonly = false;
    claims.view = {};
    claims.rows = [];
  });
  await expect(list.getByText("No claims are on hold.")).toBeVisible();
  await expectInOrder(page);
});

for (const direction of ["ltr", "rtl"])
  test(`axe finds nothing in any state, ${direction}`, async ({ visit, page }) => {
    test.slow();
    const list = await open(visit);
    // A few of them have every state that many have.
    await list.getByLabel("Patient, claim or therapist").fill("Sample Patient 12");
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await expectInOrder(page);
    await list
      .getByRole("button", { name: /^Release\s+Sample Patient/ })
      .first()
      .click();
    await list.getByRole("button", { name: "Release 1 claim" }).click();
    await expectInOrder(page);
    await page.keyboard.press("Escape");
    await list.locator("tbody .pick input").first().check();
    await expectInOrder(page);
  });

test("on paper all claims stand without controls", async ({ visit, page }) => {
  const list = await open(visit);
  await page.emulateMedia({ media: "print" });
  await expect(list.locator(".filters")).toBeHidden();
  await expect(list.getByRole("button", { name: /^Release/ }).first()).toBeHidden();
  await expect(list.locator("tbody .message").first()).toBeVisible();
});

async function release(visit: Screen, patient: string): Promise<void> {
  const list = await open(visit);
  await list
    .getByRole("button", { name: `Release ${patient}` })
    .first()
    .click();
  await list.getByLabel("Reason").fill("The MAC was asked.");
  await list.getByRole("button", { name: "Release 1 claim" }).click();
}

test("a claim that was released and has changed since says both", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await release(visit, "Sample Patient A");
  await visit.turnTo("Worklist");
  await expect(page.locator("kx-worklist tbody", { hasText: "Sample Patient A" }).first()).toContainText("Claim released");
  await visit.turnTo("Appointment");
  const signOff = page.locator(".sign-off");
  await expect(signOff).toContainText("The MAC was asked.");
  await expect(signOff).not.toContainText("tell billing");
  await visit
    .line("97110")
    .getByRole("button", { name: /^Add KX/ })
    .click();
  await expect(signOff).toContainText(/Released by .+: The MAC was asked\.\s*The claim has changed since\. If it has gone out, tell billing\./);
});

test("KX where the threshold does not apply is one to check, and says why", async ({ visit, page }) => {
  await visit.open("not-medicare");
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("GP KX");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  const signOff = page.locator(".sign-off");
  await expect(signOff).toContainText("1 thing to check");
  await expect(signOff.locator("li.check")).toContainText(
    "KX is on the line, but the Medicare threshold does not apply. Keep KX only if this payer asks for it.",
  );
});

test("a crossing line that was released is not asked about a second time", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.addCode("97110");
  await release(visit, "Sample Patient B");
  await visit.turnTo("Appointment");
  const signOff = page.locator(".sign-off");
  await expect(signOff).toContainText("✓ Nothing holds the claim.");
  await expect(signOff.locator("li")).toHaveCount(1);
});
