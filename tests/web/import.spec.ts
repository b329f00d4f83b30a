import AxeBuilder from "@axe-core/playwright";
import { existsSync, readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, on, suggested, test, type Screen } from "./screen.js";

interface Named { name: string; text: string }

const sample = (name: string): Named => ({ name, text: readFileSync(new URL(`../../www/demo/samples-x12/${name}`, import.meta.url), "utf8") });
const PUBLIC = new URL("../../../shared/data/x12/", import.meta.url);

class Panel {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator("kx-import");
  }

  show = () => this.root.getByRole("button", { name: "Show files from a clearinghouse" }).click();

  async choose(...files: Named[]): Promise<void> {
    await this.root.getByLabel("Choose a file").setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));
  }

  async drop(...files: Named[]): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((wanted) => {
      const transfer = new DataTransfer();
      for (const { name, text } of wanted) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    await this.root.dispatchEvent("dragover", { dataTransfer });
    await this.root.dispatchEvent("drop", { dataTransfer });
  }

  file = (name: string): Locator => this.root.locator(`article[data-file="${name}"]`);
  accepted = (name: string): Locator => this.root.locator(`[data-accepted="${name}"]`);
  button = (name: string): Locator => this.root.getByRole("button", { name });
}

const opened = async (visit: Screen, patient: string, options = {}): Promise<Panel> => {
  await visit.open(patient, options);
  return new Panel(visit.page);
};

test("a dropped remittance is looked at, accepted, and undone", async ({ visit }) => {
  const panel = await opened(visit, "used-up", { autoApply: true });
  const [first, second] = [await visit.addCode("97110"), await visit.addCode("97140")];
  await expect(on(first)).toBeVisible();
  await expect(on(second)).toBeVisible();
  // A closed panel takes a drop too, and opens.
  await panel.drop(sample("remittance-2026.835"));

  const file = panel.file("remittance-2026.835");
  await expect(file).toContainText("A remittance (835), paid on 2026-09-11.");
  await expect(file).toContainText("Only what is of PATIENT A, SAMPLE, member ID SAMPLEA0001, the open patient, is taken; what is of 1 other patient is left.");
  await expect(file.locator("tr[data-change]")).toHaveText([/97110.*Taken back/s, /97112.*Taken back/s, /97110.*Added/s, /97112.*Added/s, /97140.*Added.*Denied/s]);
  await expect(file.locator(".preview")).toContainText("3 amounts are added and 2 take earlier ones back. 2 open lines are decided otherwise.");
  await expect(file.locator(".preview")).toContainText("PT/SLP: $30.26 left instead of -$0.01.");
  await expect(file.locator(".preview")).toContainText("97110: KX is taken off.");
  await expect(file.locator(".unread summary")).toHaveText([/no single GP, GO or GN.*1 segment/s, /another payer: the claim was filed under `CI`.*1 segment/s]);
  await file.locator(".unread summary").first().click();
  await expect(file.locator(".unread code").first()).toHaveText("SVC*HC:97140*90.00*17.64**1");
  // Reading changes nothing. The lines of today, 30.21 and 22.05, stand behind what is left.
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$52\.27/);
  await expect(on(first)).toBeVisible();

  await panel.button("Accept remittance-2026.835").click();
  await expect(panel.button("Undo remittance-2026.835")).toBeFocused();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$22\.00/);
  await expect(on(first)).toHaveCount(0);
  await expect(suggested(second)).toBeVisible();
  await expect(visit.said).toContainText("2 open lines are decided otherwise. PT/SLP: $30.26 left instead of -$0.01. 97110: KX is off the line. 97140: KX suggested");
  const accepted = panel.accepted("remittance-2026.835");
  await expect(accepted).toContainText("Paid Sep 11, 2026");
  await expect(accepted).toContainText("97110: KX is taken off.");
  await expect(file).toHaveCount(0);

  await panel.button("Undo remittance-2026.835").click();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$52\.27/);
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
  await expect(file.locator("tbody tr")).toHaveText([/PT\/SLP.*Jan 1, 2025 to Dec 31, 2025.*Remaining.*\$348\.14/s, /OT.*2025.*\$2,410\.00/s, /PT\/SLP.*2024.*\$0\.00/s]);
  await expect(file.locator('dl[data-bucket="PT/SLP"]')).toHaveText(/Ours, processed\s*\$1,411\.86 Oct 16, 2025\s*Ours, pending\s*\$158\.14 Oct 16, 2025\s*Other used\s*\$650\.00 Oct 17, 2025/);
  await expect(file.locator(".notices")).toContainText("2024-01-01 to 2024-12-31");
  await expect(file.locator(".unread summary")).toHaveText(/the insurance type `HM` is not Medicare Part B/);
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");

  await panel.button("Accept eligibility-2025.271").click();
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
  await panel.button("Accept eligibility-2025.271").click();
  await visit.otherUsed("PT/SLP").fill("10");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$830\.00/);
  await expect(visit.otherUsed("OT")).toHaveValue("0.00");
  await visit.otherUsed("OT").fill("20");
  await visit.otherUsed("OT").press("Enter");
  // Nothing of it counts any more.
  await expect(panel.accepted("eligibility-2025.271")).toHaveCount(0);
});

for (const order of [["eligibility-2025.271", "remittance-2025.835"], ["remittance-2025.835", "eligibility-2025.271"]]) {
  test(`two files at once, ${order[0]} accepted first: Medicare's figure holds the payment once`, async ({ visit }) => {
    const panel = await opened(visit, "elsewhere");
    await panel.drop(...order.map(sample));
    await expect(panel.root.locator("article")).toHaveCount(2);
    await expect(panel.file("remittance-2025.835").locator("tr[data-change=settles]")).toHaveCount(3);
    for (const name of order) await panel.button(`Accept ${name}`).click();
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
  await expect(own.locator('[data-line="used-up-28 1"]')).toHaveText(/97110.*GP.*✕ Error.*KX is missing: -\$0\.01 was left/s);
  await expect(own.locator('[data-line="used-up-28 2"]')).toHaveText(/97140.*GP KX.*✓ Clean/s);
  await expect(own.locator('[data-line="used-up-28 3"]')).toHaveText(/97530.*! Warning.*GP, GO or GN/s);
  await expect(file.locator(".unread summary")).toHaveText(/not a therapy line/);
  // The other patients' claims wait closed, each behind what is known of them.
  await expect(file.locator('.scrub[data-member="SAMPLEB0002"]')).not.toHaveAttribute("open");
  const stranger = file.locator('.scrub[data-member="SAMPLEZ0026"]');
  await stranger.locator("summary").click();
  await expect(stranger).toContainText("Nothing is known of what this patient has used");
  await expect(stranger).toContainText("✕ Error");
  // There is nothing to accept.
  await expect(file.getByRole("button", { name: /^Accept/ })).toHaveCount(0);
  await panel.button("Close claims-2026.837").click();
  await expect(file).toHaveCount(0);
});

test("what was accepted is part of the account and of the scrub", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Accept remittance-2026.835").click();
  await panel.drop(sample("claims-2026.837"));
  // 30.26 is left now: the first line takes the larger part, KX on the second is where it crosses.
  const own = panel.file("claims-2026.837").locator('.scrub[data-member="SAMPLEA0001"]');
  await expect(own.locator('[data-line="used-up-28 1"]')).toContainText("goes over the $30.26");
  await visit.turnTo("Account");
  await expect(page.locator("kx-account tbody[data-line^=\"835 \"]")).toHaveCount(5);
});

test("text that is no X12 is refused with its code, and nothing else changes", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  await panel.drop({ name: "holiday.txt", text: "hello" }, { name: "empty.835", text: "" }, sample("eligibility-2025.271"));
  const junk = panel.file("holiday.txt");
  await expect(junk).toHaveAttribute("data-state", "refused");
  await expect(junk.getByRole("alert")).toContainText("`hello` does not begin an X12 interchange; give the whole text of the file, from its ISA segment on x12-invalid");
  await expect(panel.file("empty.835")).toHaveAttribute("data-state", "refused");
  // A bad file holds up no other.
  await expect(panel.button("Accept eligibility-2025.271")).toBeVisible();
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  await panel.button("Close holiday.txt").click();
  await expect(junk).toHaveCount(0);
});

test("figures without a day, or of another year, cannot be accepted", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  const { text } = sample("eligibility-2025.271");
  await panel.drop({ name: "no-day.271", text: text.replace(/BHT.*\n/, "") }, { name: "last-year.271", text: text.replace(/(BHT.*)20251017/, "$120241231") });
  await expect(panel.file("no-day.271").getByRole("alert")).toContainText("asOf");
  await expect(panel.file("last-year.271").locator(".notices .error")).toContainText("2024-12-31");
  await expect(panel.root.getByRole("button", { name: /^Accept/ })).toHaveCount(0);
});

test("X12 of another kind says that it cannot be read", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  await panel.drop({ name: "question.270", text: sample("eligibility-2025.271").text.replace("ST*271", "ST*270") });
  await expect(panel.file("question.270")).toContainText("none of the three that can be read");
  await expect(panel.file("question.270").getByRole("button")).toHaveText([/^Close/]);
});

test("somebody else's payments are taken only where a person says so", async ({ visit, page }) => {
  const panel = await opened(visit, "ot-only");
  await panel.drop(sample("remittance-2026.835"));
  const file = panel.file("remittance-2026.835");
  await expect(file.locator(".notices .error")).toContainText("nobody in the file has the member ID SAMPLEC0003. Nothing is taken.");
  await expect(panel.button("Accept remittance-2026.835")).toHaveCount(0);
  await expect(file.locator("tr[data-change]")).toHaveCount(0);

  await file.getByText("Whose it is (2)").click();
  await expect(file.locator(".others li")).toHaveText([/PATIENT A, SAMPLE member ID SAMPLEA0001/, /PATIENT B, SAMPLE member ID SAMPLEB0002/]);
  await file.getByRole("button", { name: "Take it for the open patient (PATIENT B, SAMPLE)" }).click();
  await expect(file.getByRole("heading", { level: 3 })).toBeFocused();
  await expect(file.locator(".notices .warning")).toContainText("Chosen by hand: what is of PATIENT B, SAMPLE, member ID SAMPLEB0002 is taken");
  await expect(file.locator("tr[data-change]")).toHaveText([/97530.*crossing-29/s]);
  // The choice is this patient's alone.
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(file).toContainText("member ID SAMPLEB0002, the open patient, is taken");
  await page.getByLabel("Patient").selectOption("review");
  await expect(panel.button("Accept remittance-2026.835")).toHaveCount(0);
});

test("the same file twice changes nothing", async ({ visit }) => {
  const panel = await opened(visit, "elsewhere");
  for (const name of ["eligibility-2025.271", "remittance-2025.835"]) {
    await panel.drop(sample(name));
    await panel.button(`Accept ${name}`).click();
    await panel.drop(sample(name));
    await expect(panel.file(name).locator(".preview")).toContainText("Nothing changes: all of it is there already.");
    await expect(panel.button(`Accept ${name}`)).toHaveCount(0);
    await panel.button(`Close ${name}`).click();
  }
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$348\.14/);
});

test("what was accepted survives a reload, and can be undone then", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Accept remittance-2026.835").click();
  await visit.kept();
  await page.reload();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$0\.05/);
  await expect(panel.root).toContainText("1 accepted");
  await panel.show();
  await expect(panel.accepted("remittance-2026.835")).toContainText("97110: KX is taken off.");
  await panel.button("Undo remittance-2026.835").click();
  await expect(on(line)).toBeVisible();
  await visit.kept();
  await page.reload();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$30\.22/);
  await expect(panel.root).not.toContainText("accepted");
});

test("starting over takes accepted and read files along; each patient has their own", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Accept remittance-2026.835").click();
  await page.getByLabel("Patient").selectOption("crossing");
  await expect(panel.accepted("remittance-2026.835")).toHaveCount(0);
  await page.getByLabel("Patient").selectOption("used-up");
  await expect(panel.accepted("remittance-2026.835")).toBeVisible();
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(panel.accepted("remittance-2026.835")).toHaveCount(0);
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$0\.01/);
});

test("a visit that an earlier version kept is brought back", async ({ visit, page }) => {
  await visit.open("elsewhere");
  await visit.addCode("97110");
  await visit.kept();
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
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
  }));
  await page.reload();
  await expect(visit.line("97110")).toBeVisible();
  const panel = new Panel(page);
  await panel.drop(sample("remittance-2025.835"));
  await panel.button("Accept remittance-2025.835").click();
  await expect(panel.accepted("remittance-2025.835")).toBeVisible();
});

test("by keyboard alone: open, sample, accept, undo, close", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  // Before the key: the browser is told first that a test stands in for its dialog.
  const chooser = page.waitForEvent("filechooser");
  await panel.button("Show files from a clearinghouse").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(panel.root.getByLabel("Choose a file")).toBeFocused();
  await page.keyboard.press("Enter");
  expect((await chooser).isMultiple()).toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel.button("835 remittance")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(visit.said).toHaveText("remittance-2026.835: A remittance (835), paid on 2026-09-11.");
  for (let step = 0; step < 12 && !(await panel.button("Accept remittance-2026.835").evaluate((button) => button.matches(":focus"))); step++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(panel.button("Undo remittance-2026.835")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.root.getByLabel("Choose a file")).toBeFocused();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^-\$0\.01/);
});

test("a long list of what was not read is told at a glance", async ({ visit, page }) => {
  const panel = await opened(visit, "used-up");
  const { name, text } = sample("remittance-2026.835");
  const lines = Array.from({ length: 600 }, (_, place) => `SVC*HC:97110*${place}.00*0**1~`).join("\n");
  await page.setViewportSize({ width: 320, height: 800 });
  await panel.drop({ name, text: text.replace("CLP*SAMPLE-OTHER", `${lines}\nCLP*SAMPLE-OTHER`) });
  const unread = panel.file(name).locator(".unread");
  await expect(unread.getByRole("heading")).toHaveText("Not read (602)");
  await expect(unread.locator("summary")).toHaveCount(2);
  await unread.locator("summary").first().click();
  await expect(unread.locator("code:visible")).toHaveCount(50);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("no file leaves the page", async ({ visit, page, address }) => {
  const requests: string[] = [];
  const panel = await opened(visit, "used-up");
  page.context().on("request", (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`.trim()));
  await panel.drop(sample("remittance-2026.835"));
  await panel.button("Accept remittance-2026.835").click();
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
  const stopped = await page.evaluate(() => ["dragover", "drop"].map((name) => !document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }))));
  expect(stopped).toEqual([true, true]);
});

test("public sample files are read as they are", async ({ visit }) => {
  test.skip(!existsSync(PUBLIC), "the public X12 sample files are not beside the project (../shared/data/x12)");
  const published = (name: string): Named => ({ name, text: readFileSync(new URL(name, PUBLIC), "utf8") });
  const panel = await opened(visit, "used-up");
  const medicaid = published("tmhp_multi_claim.835");
  // As published it is another payer's; filed under Part B it would be somebody else's money.
  await panel.drop(medicaid, { name: "part-b.835", text: medicaid.text.replaceAll(/(CLP(?:\*[^*]*){5})\*MC\*/g, "$1*MB*") }, published("lfh_837p_demo.example1.837"), published("cms_hets_4010_companion_guide_appendixB_2009.271"));
  await expect(panel.file("tmhp_multi_claim.835")).toContainText("Nothing in the file could be read for a patient.");
  await expect(panel.file("tmhp_multi_claim.835").locator(".unread summary").first()).toContainText("another payer: the claim was filed under `MC`");
  const partB = panel.file("part-b.835");
  await expect(partB.locator(".notices .error")).toContainText("nobody in the file has the member ID SAMPLEA0001");
  await partB.getByText(/^Whose it is/).click();
  await partB.getByRole("button", { name: "Take it for the open patient (DOE, JOHN A)" }).click();
  await expect(partB.locator('tr[data-change="added"]').first()).toContainText("97161");
  await expect(partB.locator(".message").first()).toContainText("it counts toward 2024, not 2026");
  await expect(panel.file("lfh_837p_demo.example1.837").locator(".unread summary")).toContainText("not a therapy line");
  await expect(panel.file("cms_hets_4010_companion_guide_appendixB_2009.271")).toContainText("An eligibility response (271)");
});

const STATES: { [name: string]: (panel: Panel) => Promise<unknown> } = {
  "nothing chosen": (panel) => panel.show(),
  "a remittance with its unread list": async (panel) => {
    await panel.drop(sample("remittance-2026.835"));
    await panel.root.locator(".unread summary").first().click();
  },
  "an eligibility response": (panel) => panel.drop(sample("eligibility-2026.271")),
  "claims": async (panel) => {
    await panel.drop(sample("claims-2026.837"));
    await panel.root.locator(".scrub summary").last().click();
  },
  "refused": (panel) => panel.drop({ name: "holiday.txt", text: "hello" }),
  "somebody else's": async (panel) => {
    await panel.page.getByLabel("Patient").selectOption("ot-only");
    await panel.drop(sample("remittance-2026.835"));
    await panel.root.getByText("Whose it is (2)").click();
  },
  "accepted, and the same again": async (panel) => {
    await panel.drop(sample("remittance-2026.835"));
    await panel.button("Accept remittance-2026.835").click();
    await panel.drop(sample("remittance-2026.835"));
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  for (const [width, colorScheme] of [[1280, "light"], [320, "dark"]] as const) {
    test(`axe finds nothing and nothing scrolls sideways: ${name}, ${width} px, ${colorScheme}`, async ({ visit, page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const panel = await opened(visit, "used-up");
      await reach(panel);
      await expect(panel.root.locator("article[data-state=reading]")).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const target of await panel.root.locator("button, input, summary").all()) {
        const box = await target.boundingBox();
        if (box) expect(Math.min(box.width, box.height), await target.evaluate(({ outerHTML }) => outerHTML)).toBeGreaterThanOrEqual(24);
      }
    });
  }
}
