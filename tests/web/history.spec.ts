// Who was asked, who answered and what was done: on a chip, in the history, in the preferences; and after the page was left.
import type { Locator, Page } from "@playwright/test";
import { expectInOrder } from "./axe.js";
import { opened as panelOf, sample } from "./panel.js";
import { expect, test, type Screen } from "./screen.js";

const turnTo = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();

async function requireAnswers(page: Page): Promise<void> {
  await turnTo(page, "Preferences");
  await page.getByLabel("A clinician's answer before KX is added").selectOption("require");
  await turnTo(page, "Appointment");
}

async function attest(line: Locator, covers: string, by?: string, isIncomplete = true): Promise<void> {
  await line.getByRole("button", { name: "Add KX" }).click();
  const dialog = line.getByRole("dialog", { name: "Does KX belong on" });
  if (by) await dialog.getByLabel("Clinician who attests").fill(by);
  await dialog.getByLabel(covers).check();
  await dialog.getByRole("button", { name: "Attest and add KX" }).click();
  await expect(dialog).toBeHidden();
  if (isIncomplete) await line.getByRole("button", { name: "Attest with an incomplete record" }).click();
}

/** What is kept of the patient's record of attestations. */
const recorded = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ kind: string; shown?: { tooltip: string; notices: string[] } }[]>((resolve) => {
        const open = indexedDB.open("kx-modifier-appointment");
        open.onsuccess = () => {
          const get = open.result.transaction("screen").objectStore("screen").get("kept");
          get.onsuccess = () => resolve(get.result.visits["used-up"].attestations);
        };
      }),
  );

const opened = async (visit: Screen, page: Page): Promise<Locator> => {
  await visit.open("used-up");
  await requireAnswers(page);
  return visit.addCode("97110");
};

test("a required answer is asked on the chip: what is shown is recorded, and who answered is shown", async ({ visit, page }) => {
  test.slow();
  const line = await opened(visit, page);
  await expect(line).toContainText("No clinician has attested to KX on this line.");
  await line.getByRole("button", { name: "Add KX" }).click();
  const dialog = line.getByRole("dialog");
  // An incomplete record lets an answer cover the day at most, and the question says why.
  await expect(dialog.getByRole("radio")).toHaveCount(2);
  await expect(dialog).toContainText("Complete the record to attest for the plan of care.");
  const shown = (await dialog.locator("#shown p").allTextContents()).map((text) => text.trim());
  // Nobody's name is no answer.
  await dialog.getByLabel("Clinician who attests").fill("");
  await dialog.getByRole("button", { name: "Attest and add KX" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter the name of the clinician.");
  await expectInOrder(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  // What is open is asked about once more, and going back answers nothing.
  await line.getByRole("button", { name: "Add KX" }).click();
  await page.keyboard.press("Enter");
  const again = line.getByRole("alertdialog", { name: "Attest all the same?" });
  await expect(again.getByRole("button", { name: "Back to the record" })).toBeFocused();
  await expect(again.getByRole("listitem")).toHaveCount(7);
  await expectInOrder(page);
  await page.keyboard.press("Enter");
  await expect(again).toBeHidden();
  await expect(line).toContainText("No clinician has attested to KX on this line.");
  await attest(line, "All lines of this visit, also those added later", "Kim Lee, PT");
  await expect(line.locator("kx-chip")).toContainText(/Kim Lee, PT attested to KX on \w{3} \d+, \d{4}, /);
  // The record is not said to be without an answer where each KX has one.
  await expect(visit.documentation.locator(".facts")).toContainText("KX attested to at each line");
  const kept = await recorded(page);
  expect(kept[0]?.shown?.tooltip).toBe(shown[0]);
  // The record of the visit is a notice too, and nothing else stands between that and the statement.
  expect(shown[1]).toContain("The record is incomplete. Complete it before you attest to KX.");
  expect(kept[0]?.shown?.notices).toEqual(["documentation-incomplete", "attestation-missing"]);
  expect(shown.slice(2)).toEqual(["By attesting you state that the services this answer covers are reasonable, necessary, skilled and documented."]);
});

test("with a complete record an answer for the plan of care spares the next line the question", async ({ visit, page }) => {
  test.slow();
  const line = await opened(visit, page);
  await visit.showDocumentation();
  await visit.completeRecord();
  await attest(line, "All PT services", "Kim Lee, PT", false);
  await expect(line.locator("kx-chip")).toContainText(/Kim Lee, PT attested to KX on \w{3} \d+, \d{4}, /);
  const next = await visit.addCode("97140");
  await expect(next).not.toContainText("No clinician has attested");
  await next.getByRole("button", { name: "Add KX" }).click();
  await expect(next.locator("kx-chip")).toContainText("Kim Lee, PT attested to KX on");
});

test("the history says who did what, the newest first, and whether the record is whole", async ({ visit, page }) => {
  test.slow();
  const line = await opened(visit, page);
  await attest(line, "This line");
  const other = await visit.addCode("97140");
  await other.getByRole("button", { name: "Leave KX off" }).click();
  await other.getByRole("button", { name: "Not medically necessary" }).click();
  await visit.ptSlp.getByRole("textbox", { name: "Other Medicare Threshold Used" }).fill("390");
  await page.keyboard.press("Enter");
  await turnTo(page, "Account");
  const history = page.locator("kx-history");
  await expect(history).toContainText("Record intact: no answer was altered or deleted");
  const kinds = history.locator("tbody tr");
  await expect(kinds.locator("th")).toHaveText(["Other Medicare Threshold Used changed", "KX off", "Attested to KX"]);
  await expect(kinds.first()).toContainText("$390.00");
  await history.getByLabel("What").selectOption("left-off");
  await expect(kinds).toHaveCount(1);
  await expect(kinds).toContainText("97140 for this line");
  await expect(kinds).toContainText("Not medically necessary");
  await expect(history.getByRole("status")).toHaveText("1 entry");
  await expectInOrder(page);
  await page.emulateMedia({ media: "print" });
  await expect(history.getByLabel("What")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  // What is kept is kept: the same after the page was left, and when the visit starts over.
  await page.reload();
  await expect(kinds).toHaveCount(3);
  await turnTo(page, "Appointment");
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await turnTo(page, "Account");
  await expect(kinds).toHaveCount(4);
  await expect(kinds.first()).toContainText("Visit cleared");
  await expect(kinds.first()).toContainText("97110, 97140");
  // The lines are gone, and what was answered of them is not.
  await expect(kinds.nth(2)).toContainText("97140 for this line");
});

test("a visit that was cleared comes back by one press, until something else is entered", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await expect(visit.treatment.locator("tbody")).toHaveCount(0);
  const cleared = page.locator(".cleared");
  await expect(cleared).toContainText("This visit was cleared.");
  await expectInOrder(page);
  await cleared.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(visit.line("97110")).toHaveCount(1);
  await expect(cleared).toHaveCount(0);
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await visit.addCode("97140");
  await expect(cleared).toHaveCount(0);
  await expect(visit.line("97110")).toHaveCount(0);
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await page.getByRole("button", { name: "Clear this visit" }).click();
  await expect(cleared).toHaveCount(0);
});

test("what a person did to the attestation of the record differs from what ended it", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await visit.showDocumentation();
  const record = visit.documentation;
  await record.getByLabel("Attested by").fill("Alex Sample, PT");
  await record.getByRole("button", { name: "Attest", exact: true }).click();
  await record.getByRole("button", { name: /^Attest with an incomplete record/ }).click();
  await record.getByLabel("Certified through").fill("2026-12-01");
  await page.keyboard.press("Enter");
  await turnTo(page, "Account");
  const rows = page.locator("kx-history tbody tr");
  await expect(rows.first()).toContainText("Documentation attestation ended: the record changed");
  await expect(rows.nth(1)).toContainText("Documentation attested");
  await expect(rows.nth(1)).toContainText(/0 of \d/);
  await expect(rows.nth(1)).toContainText("Visit of Sep 14, 2026");
});

test("a record that somebody changed or cut short is said to be so", async ({ visit, page }) => {
  await attest(await opened(visit, page), "This line");
  const spoil = (how: "change" | "cut") =>
    page.evaluate(
      (how) =>
        new Promise<void>((resolve) => {
          const open = indexedDB.open("kx-modifier-appointment");
          open.onsuccess = () => {
            const store = open.result.transaction("screen", "readwrite").objectStore("screen");
            const get = store.get("kept");
            get.onsuccess = () => {
              const { attestations } = get.result.visits["used-up"];
              if (how === "change") attestations[1].by = "Somebody Else";
              else attestations.pop();
              store.put(get.result, "kept").onsuccess = () => resolve();
            };
          };
        }),
      how,
    );
  await spoil("change");
  await page.reload();
  await turnTo(page, "Account");
  const history = page.locator("kx-history");
  await expect(history).toContainText("The record is not whole");
  await expect(history).toContainText("Entry 2 was changed after it was recorded.");
  await spoil("cut");
  await page.reload();
  await expect(history).toContainText("The end of the record is missing");
});

test("without a required answer KX is added as before, by whom is kept, and nobody is said to have attested", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Add KX" }).click();
  await expect(line.locator("kx-chip").getByRole("button", { name: "Remove KX" })).toBeVisible();
  await turnTo(page, "Account");
  await expect(page.locator("kx-history tbody th")).toHaveText(["KX added"]);
  await expect(page.locator("kx-history")).toContainText("No answers recorded at a line yet");
});

test("without a required answer a line with KX offers to attest, and then says who did", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await expect(line.getByRole("button", { name: "Attest to 97110" })).toHaveCount(0);
  await line.getByRole("button", { name: "Add KX" }).click();
  await expect(page.locator(".strip")).toContainText("KX is on 1 line");
  await line.getByRole("button", { name: /^Attest/ }).click();
  const dialog = line.getByRole("dialog", { name: "Does KX belong on 97110?" });
  await expect(dialog.getByLabel("Clinician who attests")).toBeFocused();
  // With an incomplete record the answer is asked about once more.
  await dialog.getByRole("button", { name: "Attest", exact: true }).click();
  await line.getByRole("button", { name: "Attest with an incomplete record" }).click();
  await expect(dialog).toBeHidden();
  await expect(line.locator("kx-chip")).toContainText(/Alex Sample attested to KX on Sep \d+, 2026, /);
  await expect(line.getByRole("button", { name: /^Attest/ })).toHaveCount(0);
  await expect(line.locator("kx-chip").getByRole("button", { name: "Remove KX" })).toBeVisible();
  await expect(page.locator(".strip")).not.toContainText("KX is on 1 line");
  await turnTo(page, "Account");
  await expect(page.locator("kx-history tbody th")).toHaveText(["Attested to KX", "KX added"]);
});

test("an answer for several lines records what was shown of each", async ({ visit, page }) => {
  await visit.open("used-up");
  await requireAnswers(page);
  await visit.addCode("97110");
  await visit.addCode("97140");
  await visit.treatment.getByRole("button", { name: "Add KX to 2 lines" }).click();
  const dialog = visit.treatment.getByRole("dialog", { name: "Does KX belong on 97110, 97140?" });
  const shown = (await dialog.locator("#shown p").allTextContents()).map((text) => text.trim());
  await dialog.getByRole("button", { name: "Attest and add KX" }).click();
  await visit.treatment.getByRole("button", { name: "Attest with an incomplete record" }).click();
  await expect(visit.treatment.locator("kx-chip").getByRole("button", { name: "Remove KX" })).toHaveCount(2);
  const kept = await recorded(page);
  expect(kept.map(({ kind }) => kind)).toEqual(["asked", "answered", "asked", "answered"]);
  const tooltips = kept.flatMap((event) => (event.shown ? [event.shown.tooltip] : []));
  expect(tooltips.map((tooltip, index) => `${["97110", "97140"][index]}: ${tooltip}`)).toEqual(shown.slice(0, 2));
});

test("preferences tell what the decision support rests on, and give the answers as files", async ({ visit, page }) => {
  await attest(await opened(visit, page), "This line");
  await turnTo(page, "Preferences");
  const about = page.locator("kx-about");
  await expect(about.locator("dt")).toHaveCount(13);
  await expect(about).toContainText("1 answer is recorded.");
  for (const [group, name, begins] of [
    ["Feedback", "CSV", "\ufeffintervention,action,feedback,user,date,location\r\n"],
    ["Feedback", "JSON", "["],
    ["Source attributes", "CSV", '\ufeffid,label,value\r\ncitation,Citation,"42 USC'],
    ["Source attributes", "JSON", '[\n  {\n    "id": "citation"'],
  ] as const) {
    const download = page.waitForEvent("download");
    await about
      .getByRole("group", { name: group })
      .getByRole("button", { name: `Export as ${name}` })
      .click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`kx-${group === "Feedback" ? "feedback" : "sources"}.${name.toLowerCase()}`);
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(await file.path(), "utf8").startsWith(begins)).toBe(true);
  }
  await expectInOrder(page);
});

test("a file that was imported is in the history, its undo too, and so is what it made of the amounts used elsewhere", async ({ visit, page }) => {
  test.slow();
  const panel = await panelOf(visit, "review");
  await panel.show();
  await panel.drop(sample("denials-2026.835"));
  await panel.button("Import denials-2026.835").click();
  await turnTo(page, "Account");
  const rows = page.locator("kx-history tbody tr");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("File imported");
  await expect(rows.first()).toContainText("denials-2026.835");
  await expect(rows.first()).toContainText("Paid on Sep 8, 2026");
  await expect(rows.first()).toContainText("Gale Sample");
  // The practice's day, with the time of this machine.
  await expect(rows.first().locator(".when")).toContainText("Sep 14, 2026");
  await turnTo(page, "Appointment");
  await panel.show();
  await panel.button("Undo denials-2026.835").click();
  await page.getByLabel("Patient").selectOption("elsewhere");
  await panel.show();
  await panel.drop(sample("eligibility-2025.271"));
  await panel.button("Import eligibility-2025.271").click();
  await turnTo(page, "Account");
  await expect(rows.locator("th")).toHaveText(["Other Medicare Threshold Used changed", "Other Medicare Threshold Used changed", "File imported"]);
  await expect(rows.nth(1)).toContainText("PT/SLP: $450.00 to $650.00");
  await expect(rows.last()).toContainText("Eligibility as of Oct 17, 2025");
  await page.getByLabel("Patient", { exact: true }).selectOption("review");
  await expect(rows.locator("th")).toHaveText(["Import undone", "File imported"]);
  await page.getByLabel("Language").selectOption("es");
  await expect(rows.locator("th")).toHaveText(["Importación deshecha", "Archivo importado"]);
  await expectInOrder(page);
});
