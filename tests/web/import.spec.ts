import { expect, on, suggested, test } from "./screen.js";
import { opened, Panel, sample } from "./panel.js";

test("a dropped remittance is looked at, accepted, and undone", async ({ visit }) => {
  const panel = await opened(visit, "used-up", { autoApply: true });
  const [first, second] = [await visit.addCode("97110"), await visit.addCode("97140")];
  await expect(on(first)).toBeVisible();
  await expect(on(second)).toBeVisible();
  // A closed panel takes a drop too, and opens.
  await panel.drop(sample("remittance-2026.835"));

  const file = panel.file("remittance-2026.835");
  await expect(file).toContainText("Remittance (835) paid on Sep 11, 2026.");
  await expect(file).toContainText("This file is for PATIENT A, SAMPLE (member ID SAMPLEA0001) and 1 other patient, who will be skipped.");
  await expect(file.locator("tr[data-change]")).toHaveText([
    /97110.*Reversed/s,
    /97112.*Reversed/s,
    /97110.*Added/s,
    /97112.*Added/s,
    /97140.*Denied.*Nothing to add/s,
  ]);
  await expect(file.locator(".preview")).toContainText("2 amounts added and 2 reversed. 2 changes to KX decisions.");
  await expect(file.locator(".preview")).toContainText("PT/SLP: over by $0.01 before, $30.26 remaining with this file.");
  await expect(file.locator(".preview")).toContainText("97110: KX removed.");
  await expect(file.locator(".unread summary")).toHaveText([/GP, GO or GN is missing.*1 segment/s, /another payer \(filing code CI\).*1 segment/s]);
  await file.locator(".unread summary").first().click();
  await expect(file.locator(".unread code").first()).toHaveText("SVC*HC:97140*90.00*17.64**1");
  // Reading changes nothing. The lines of today, 30.21 and 22.05, stand behind what is left.
  await expect(visit.after(visit.ptSlp)).toHaveText("-$52.27");
  await expect(on(first)).toBeVisible();

  await panel.button("Import remittance-2026.835").click();
  await expect(panel.button("Undo remittance-2026.835")).toBeFocused();
  await expect(visit.after(visit.ptSlp)).toHaveText("-$22.00");
  await expect(on(first)).toHaveCount(0);
  await expect(suggested(second)).toBeVisible();
  await expect(visit.said).toContainText(
    "2 changes to KX decisions. PT/SLP: over by $0.01 before, $30.26 remaining with this file. 97110: no KX on the line. 97140: Check KX",
  );
  const accepted = panel.accepted("remittance-2026.835");
  await expect(accepted).toContainText("Paid on Sep 11, 2026");
  await expect(accepted).toContainText("97110: KX removed.");
  await expect(file).toHaveCount(0);

  await panel.button("Undo remittance-2026.835").click();
  await expect(visit.after(visit.ptSlp)).toHaveText("-$52.27");
  await expect(on(first)).toBeVisible();
  await expect(on(second)).toBeVisible();
  await expect(visit.said).toContainText("Undone. 97110: ");
  await expect(accepted).toHaveCount(0);
});

test("a chosen eligibility response becomes other used, with its day", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  await panel.show();
  await panel.choose(sample("eligibility-2025.271"));
  const file = panel.file("eligibility-2025.271");
  await expect(file.locator("tbody tr")).toHaveText([
    /PT\/SLP.*Jan 1, 2025 to Dec 31, 2025.*Remaining.*\$348\.14/s,
    /OT.*2025.*\$2,410\.00/s,
    /PT\/SLP.*2024.*\$0\.00/s,
  ]);
  const sums = file.locator('[data-bucket="PT/SLP"] dl');
  await expect(sums.first().locator("dd")).toHaveText(["$2,410.00", "$348.14", "$2,061.86", "$1,411.86", "$650.00"]);
  await expect(sums.last().locator("dd")).toHaveText(["$2,410.00", "$1,570.00", "$650.00", "$190.00"]);
  await expect(file).toContainText("PT/SLP used as of Oct 17, 2025");
  await expect(file.locator(".notices")).toContainText("Jan 1, 2024 to Dec 31, 2024");
  await expect(file.locator(".unread summary")).toHaveText(/insurance type HM is not Medicare Part B/);
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");

  await panel.button("Import eligibility-2025.271").click();
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("650.00");
  await expect(visit.otherUsed("OT")).toHaveValue("0.00");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$190\.00/);
  await expect(visit.ptSlp).toContainText("Oct 17, 2025");
  await expect(panel.accepted("eligibility-2025.271")).toContainText("Eligibility as of Oct 17, 2025");

  await panel.button("Undo eligibility-2025.271").click();
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  await expect(visit.otherUsed("OT")).toHaveValue("");
  await expect(visit.ptSlp).toContainText("Oct 16, 2025");
});

test("what is typed goes before an accepted figure, and the other bucket keeps its own", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  await panel.drop(sample("eligibility-2025.271"));
  await panel.button("Import eligibility-2025.271").click();
  await visit.otherUsed("PT/SLP").fill("10");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$830\.00/);
  await expect(visit.otherUsed("OT")).toHaveValue("0.00");
  await visit.unfold();
  await visit.otherUsed("OT").fill("20");
  await visit.otherUsed("OT").press("Enter");
  // Nothing of it counts any more.
  await expect(panel.accepted("eligibility-2025.271")).toHaveCount(0);
});

for (const order of [
  ["eligibility-2025.271", "remittance-2025.835"],
  ["remittance-2025.835", "eligibility-2025.271"],
]) {
  test(`two files one after the other, ${order[0]} accepted first: Medicare's figure holds the payment once`, async ({ visit }) => {
    const panel = await opened(visit, "elsewhere");
    for (const name of order) await panel.drop(sample(name));
    await expect(panel.root.locator("article")).toHaveCount(2);
    // The newest first, and what to decide on before the figures.
    await expect(panel.root.locator("article h3").first()).toHaveText(order[1] ?? "");
    await expect(panel.root.locator("article").first().locator(".preview + .actions")).toHaveCount(1);
    // The earlier one is folded to a line, from which it is imported or shown.
    await expect(panel.file(order[0] ?? "")).toContainText("Not imported");
    await panel.button(`Show ${order[0]}`).click();
    await expect(panel.file("remittance-2025.835").locator("tr[data-change=settles]")).toHaveCount(3);
    for (const name of order) await panel.button(`Import ${name}`).click();
    // What is left by Medicare's own figure of the day.
    await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$348\.14/);
    await expect(visit.otherUsed("PT/SLP")).toHaveValue("568.66");
    await panel.button("Undo remittance-2025.835").click();
    await expect(visit.otherUsed("PT/SLP")).toHaveValue("650.00");
    await panel.button("Undo eligibility-2025.271").click();
    await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
    await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
  });
}

test("a claim file is scrubbed, line by line and patient by patient", async ({ visit }) => {
  const panel = await opened(visit, "used-up");
  await panel.drop(sample("claims-2026.837"));
  const file = panel.file("claims-2026.837");
  const own = file.locator('.scrub[data-member="SAMPLEA0001"]');
  await expect(own.locator("summary")).toContainText("3 therapy lines: 1 with an error, 1 with a warning and 1 without a finding.");
  await expect(own.locator('[data-line="S20128 1"]')).toHaveText(/97110.*GP.*✕ Error.*Check KX: PT\/SLP was already over by \$0\.01/s);
  await expect(own.locator('[data-line="S20128 2"]')).toHaveText(/97140.*GP KX.*✓ Clean/s);
  await expect(own.locator('[data-line="S20128 3"]')).toHaveText(/97530.*! Warning.*GP, GO or GN/s);
  await expect(file.locator(".unread summary")).toHaveText(/not a therapy line/);
  // The other patients' claims wait closed, each behind what is known of them.
  await expect(file.locator('.scrub[data-member="SAMPLEB0002"]')).not.toHaveAttribute("open");
  const stranger = file.locator('.scrub[data-member="SAMPLEZ0026"]');
  await stranger.locator("summary").click();
  await expect(stranger).toContainText("This patient's usage is not known");
  await expect(stranger).toContainText("✕ Error");
  // There is nothing to accept.
  await expect(file.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  await panel.button("Close claims-2026.837").click();
  await expect(file).toHaveCount(0);
});

test("what was accepted is part of the account and of the scrub", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Import remittance-2026.835").click();
  await panel.drop(sample("claims-2026.837"));
  // 30.26 is left now: the first line takes the larger part, KX on the second is where it crosses.
  const own = panel.file("claims-2026.837").locator('.scrub[data-member="SAMPLEA0001"]');
  await expect(own.locator('[data-line="S20128 1"]')).toContainText("over the threshold on this line's date of service");
  await visit.turnTo("Account");
  await page.getByRole("button", { name: /^All lines/ }).click();
  await expect(page.locator('kx-account tbody[data-line^="835 "]')).toHaveCount(5);
});

test("the same file twice changes nothing", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  for (const name of ["eligibility-2025.271", "remittance-2025.835"]) {
    await panel.drop(sample(name));
    await panel.button(`Import ${name}`).click();
    await panel.drop(sample(name));
    await expect(panel.file(name).locator(".preview")).toContainText("Everything is already recorded. No changes.");
    await expect(panel.button(`Import ${name}`)).toHaveCount(0);
    await panel.button(`Close ${name}`).click();
  }
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$348\.14/);
});

test("what was accepted survives a reload, and can be undone then", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Import remittance-2026.835").click();
  await visit.kept();
  await page.reload();
  await expect(visit.after(visit.ptSlp)).toHaveText("$0.05");
  await expect(panel.root).toContainText("1 imported");
  await panel.show();
  await expect(panel.accepted("remittance-2026.835")).toContainText("97110: KX removed.");
  await panel.button("Undo remittance-2026.835").click();
  await expect(on(line)).toBeVisible();
  await visit.kept();
  await page.reload();
  await expect(visit.after(visit.ptSlp)).toHaveText("-$30.22");
  await expect(panel.root).not.toContainText("imported");
});

test("starting over takes accepted and read files along; each patient has their own", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Import remittance-2026.835").click();
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(panel.accepted("remittance-2026.835")).toHaveCount(0);
  await page.getByLabel("Patient").selectOption("used-up");
  await expect(panel.accepted("remittance-2026.835")).toBeVisible();
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await expect(panel.accepted("remittance-2026.835")).toHaveCount(0);
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$0\.01/);
});

test("a visit that an earlier version kept is brought back", async ({ visit, page }) => {
  await visit.open("elsewhere");
  await visit.addCode("97110");
  await visit.kept();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("kx-modifier-appointment");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction("screen", "readwrite");
          const screen = transaction.objectStore("screen");
          const kept = screen.get("kept");
          kept.onsuccess = () => {
            const visitKept = kept.result.visits.elsewhere;
            delete visitKept.imports;
            delete visitKept.nextImport;
            screen.put(kept.result, "kept");
          };
          transaction.oncomplete = () => resolve();
        };
      }),
  );
  await page.reload();
  await expect(visit.line("97110")).toBeVisible();
  const panel = new Panel(page);
  await panel.drop(sample("remittance-2025.835"));
  await panel.button("Import remittance-2025.835").click();
  await expect(panel.accepted("remittance-2025.835")).toBeVisible();
});
