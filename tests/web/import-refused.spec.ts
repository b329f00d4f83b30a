// What is not taken: no X12, somebody else's, and anything that would leave the page.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "./screen.js";
import { opened, sample, type Named } from "./panel.js";

// One of these asks what the page's own service worker asks for.
test.use({ serviceWorkers: "allow" });

const PUBLIC = new URL("../../../shared/data/x12/", import.meta.url);

test("text that is no X12 is refused, and nothing else changes", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  await panel.drop({ name: "holiday.txt", text: "hello" }, { name: "empty.835", text: "" }, sample("eligibility-2025.271"));
  const junk = panel.file("holiday.txt");
  await expect(junk).toHaveAttribute("data-state", "refused");
  await expect(junk.getByRole("alert")).toHaveText("✕ This isn't a 271, 835, 837, pVerify or claims feed file. Choose another one.");
  await expect(panel.file("empty.835")).toHaveAttribute("data-state", "refused");
  // A bad file holds up no other.
  await expect(panel.button("Import eligibility-2025.271")).toBeVisible();
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  await panel.button("Close holiday.txt").click();
  await expect(junk).toHaveCount(0);
});

test("figures without a day, or of another year, cannot be accepted", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  const { text } = sample("eligibility-2025.271");
  await panel.drop({ name: "no-day.271", text: text.replace(/BHT.*\n/, "") }, { name: "last-year.271", text: text.replace(/(BHT.*)20251017/, "$120241231") });
  await expect(panel.file("no-day.271").getByRole("alert")).toContainText("This file doesn't give its date.");
  await expect(panel.file("last-year.271").locator(".notices .error")).toContainText("Dec 31, 2024");
  await expect(panel.root.getByRole("button", { name: /^Import/ })).toHaveCount(0);
});

test("X12 of another kind says that it cannot be read", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  await panel.drop({ name: "question.270", text: sample("eligibility-2025.271").text.replace("ST*271", "ST*270") });
  await expect(panel.file("question.270")).toContainText("This isn't a 271, 835 or 837 file.");
  await expect(panel.file("question.270").getByRole("button")).toHaveText([/^Close/]);
});

test("a file that is not whole says so, and what was complete can be accepted", async ({ visit }) => {
  const panel = await opened(visit, "used-up");
  const { text } = sample("remittance-2026.835");
  const header = text.slice(0, text.indexOf("GS*"));
  await panel.drop(
    { name: "cut.835", text: text.slice(0, text.lastIndexOf("SVC*") + 20) },
    { name: "test.835", text: text.replace("*P*:~", "*T*:~") },
    { name: "counts.835", text: text.replace(/SE\*\d+/, "SE*3") },
    { name: "receipt.ta1", text: `${header}TA1*000000100*260805*0823*R*024~IEA*0*000000001~` },
    { name: "receipt.999", text: text.replaceAll("ST*835", "ST*999") },
    { name: "header.835", text: header },
  );
  await expect(panel.file("cut.835").locator(".what")).toContainText("It is cut off: the end is missing.");
  await expect(panel.file("cut.835").locator(".unread summary")).toContainText(["cut off here, before its SE, GE and IEA"]);
  await expect(panel.button("Import cut.835")).toBeVisible();
  await expect(panel.file("test.835").locator(".what")).toContainText("It is marked as a test file.");
  await expect(panel.file("counts.835").locator(".what")).toContainText("so part may be missing");
  await expect(panel.file("receipt.ta1").locator(".what")).toHaveText(/^Acknowledgment \(TA1\)/);
  await expect(panel.file("receipt.999").locator(".what")).toHaveText(/^Acknowledgment \(999\)/);
  await expect(panel.file("header.835").locator(".what")).toContainText("This X12 file is empty.");
  for (const name of ["receipt.ta1", "receipt.999", "header.835"]) await expect(panel.button(`Import ${name}`)).toHaveCount(0);
});

test("somebody else's payments are taken only where a person says so", async ({ visit, page }) => {
  const panel = await opened(visit, "ot-only");
  const { name, text } = sample("remittance-2026.835");
  // A number that nobody of the practice has.
  await panel.drop({ name, text: text.replaceAll("SAMPLEB0002", "SAMPLEX0099") });
  const file = panel.file("remittance-2026.835");
  await expect(file.locator(".notices .error")).toContainText("No one in this file has member ID SAMPLEC0003. Nothing was imported.");
  await expect(panel.button("Import remittance-2026.835")).toHaveCount(0);
  await expect(file.locator("tr[data-change]")).toHaveCount(0);

  await expect(file.locator(".others li")).toHaveText([/PATIENT A, SAMPLE member ID SAMPLEA0001/, /PATIENT B, SAMPLE member ID SAMPLEX0099/]);
  await file.getByRole("button", { name: /^Use for .+ \(PATIENT B, SAMPLE\)$/ }).click();
  await expect(file.getByRole("heading", { level: 3 })).toBeFocused();
  await expect(file.locator(".notices .warning")).toContainText(
    "Importing PATIENT B, SAMPLE (member ID SAMPLEX0099), chosen by hand. The member IDs do not match.",
  );
  await expect(file.locator("tr[data-change]")).toHaveText([/97530.*S20229/s]);
  // The choice is this patient's alone.
  await page.getByLabel("Patient").selectOption("review");
  await expect(panel.button("Import remittance-2026.835")).toHaveCount(0);
});

test("a file of another patient of the practice is theirs, and leads to them", async ({ visit, page }) => {
  const panel = await opened(visit, "ot-only");
  await panel.drop(sample("remittance-2026.835"));
  const file = panel.file("remittance-2026.835");
  const others = file.locator(".others li");
  await expect(others).toHaveCount(2);
  await expect(file.getByRole("button", { name: /^Use for/ })).toHaveCount(0);
  await others.filter({ hasText: "SAMPLEB0002" }).getByRole("button", { name: "Open Sample Patient B" }).press("Enter");
  await expect(page.getByLabel("Patient")).toHaveValue("crossing");
  await expect(file).toContainText("(member ID SAMPLEB0002) and 1 other patient");
  await expect(panel.button("Import remittance-2026.835")).toBeVisible();
});

test("no file leaves the page", async ({ visit, page, address }) => {
  const requests: string[] = [];
  const panel = await opened(visit, "used-up");
  // What keeps the page for a day without a network fetches it once more.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  page.context().on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`.trim()));
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Import remittance-2026.835").click();
  await panel.choose(sample("eligibility-2026.271"), sample("claims-2026.837"));
  await expect(panel.root.locator("article[data-state]")).toHaveCount(2);
  await visit.kept();
  expect(requests).toEqual([]);
  // A sample is the page's own file, and is fetched as one.
  await panel.button("837 claims").click();
  await expect(panel.root.locator("article")).toHaveCount(3);
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests) expect(request).toBe(`GET ${address}samples-x12/claims-2026.837`);
});

test("a file that misses the panel does not take the page away", async ({ visit, page }) => {
  await visit.open();
  const stopped = await page.evaluate(() =>
    ["dragover", "drop"].map(
      (name) => !document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() })),
    ),
  );
  expect(stopped).toEqual([true, true]);
});

test("public sample files are read as they are", async ({ visit }) => {
  test.skip(!existsSync(PUBLIC), "the public X12 sample files are not beside the project (../shared/data/x12)");
  const published = (name: string): Named => ({ name, text: readFileSync(new URL(name, PUBLIC), "utf8") });
  const panel = await opened(visit, "used-up");
  const medicaid = published("tmhp_multi_claim.835");
  // As published it is another payer's; filed under Part B it would be somebody else's money.
  await panel.drop(
    medicaid,
    { name: "part-b.835", text: medicaid.text.replaceAll(/(CLP(?:\*[^*]*){5})\*MC\*/g, "$1*MB*") },
    published("lfh_837p_demo.example1.837"),
    published("cms_hets_4010_companion_guide_appendixB_2009.271"),
  );
  await expect(panel.file("tmhp_multi_claim.835")).toContainText("Nothing in this file could be read for any patient.");
  await expect(panel.file("tmhp_multi_claim.835").locator(".unread summary").first()).toContainText("billed to another payer (filing code MC)");
  const partB = panel.file("part-b.835");
  await expect(partB.locator(".notices .error")).toContainText("No one in this file has member ID SAMPLEA0001");
  await partB.getByText(/^Patients in this file/).click();
  await partB.getByRole("button", { name: /^Use for .+ \(DOE, JOHN A\)$/ }).click();
  await expect(partB.locator('tr[data-change="added"]').first()).toContainText("97161");
  await expect(partB.locator(".message").first()).toContainText("it counts in 2024, not 2026");
  await expect(panel.file("lfh_837p_demo.example1.837").locator(".unread summary")).toContainText(["test file", "not a therapy line"]);
  await expect(panel.file("cms_hets_4010_companion_guide_appendixB_2009.271")).toContainText("Eligibility response (271)");
});
