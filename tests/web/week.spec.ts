// A week of a made-up clinic on the screen, from the visits to the released claims, as worked out by hand in tests/spec/week_*.csv: what stands
// there is what the core and the command line say, to the cent.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Locator, Page } from "@playwright/test";
import * as kx from "../../dist/index.js";
import * as site from "../week/site.mjs";
import { AS_OF, LEFT_OFF, PLAN_OF_CARE, REASONS, RELEASED_BY, THERAPISTS, expectedOf, patients, requestsOf, seen } from "../week/week.mjs";
import { openVisit, remembered, servedBy, type } from "./clinic.js";
import { expect, type Screen } from "./screen.js";

type Moment = "entered" | "answered" | "released";
type Patient = (typeof patients)[number];

const test = servedBy("week", site);

test.describe.configure({ timeout: 360_000 });
test.use({ actionTimeout: 20_000 });

const words = (text: string): string[] => text.split(" ").filter(Boolean);
const visitOf = (patient: Patient) => patient.claims.find(({ unsent }: { unsent: boolean }) => !unsent);
const label = (code: string): string => labels.get(`ui.claims.code.${code}`) ?? code;
const labels = new Map<string, string>(
  parse(readFileSync(new URL("../../data/wording/en/ui.csv", import.meta.url), "utf8"), { columns: false }) as [string, string][],
);

async function enter(visit: Screen, patient: Patient): Promise<void> {
  await openVisit(visit, patient.name);
  for (const [bucket, amount] of Object.entries(patient.other as { [bucket: string]: string })) await type(visit.otherUsed(bucket as "PT/SLP"), amount);
  const claim = visitOf(patient);
  const isPlanKnown = claim.lines.some(({ modifiers }: { modifiers: string }) => words(modifiers).includes(PLAN_OF_CARE[patient.provider]));
  for (const { code, modifiers } of claim.lines) {
    const line = await visit.addCode(code);
    await expect(line).toBeVisible();
    if (modifiers !== (isPlanKnown ? PLAN_OF_CARE[patient.provider] : "")) await type(line.getByLabel("Modifiers"), modifiers);
  }
  await signedOff(visit, claim, "entered");
}

/** What the sign-off says is what the list of claims will. */
async function signedOff({ page }: Screen, claim: Patient["claims"][number], moment: Moment): Promise<void> {
  const { status, reasons } = expectedOf(claim, moment);
  if (status === "unknown-year") return expect(page.locator(".strip")).toContainText("2017 threshold missing");
  await expect(page.locator(".sign-off")).toHaveAttribute("data-status", status);
  // Reasons of one cause are one row.
  const rows = page.locator(".sign-off li:not(.check)");
  if (reasons.length === 0) return expect(rows).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThanOrEqual(reasons.length);
}

async function answer(visit: Screen, patient: Patient): Promise<void> {
  const claim = visitOf(patient);
  if (!claim.lines.some((line: { answer: string }) => line.answer)) return;
  await openVisit(visit, patient.name);
  for (const { code, answer: said } of claim.lines) {
    const line = visit.line(code);
    for (const word of words(said)) {
      const [what = "", how = ""] = word.split(":");
      if (what === "leave-off") {
        await line.getByRole("button", { name: "Leave KX off" }).click();
        await line.getByRole("button", { name: LEFT_OFF }).click();
      }
      if (what === "remove") await line.getByRole("button", { name: `Remove ${how}` }).click();
      if (what === "modifiers") await type(line.getByLabel("Modifiers"), how);
      // Only a complete record lets an answer cover the plan of care.
      if (how === "plan") {
        await visit.showDocumentation();
        await visit.completeRecord();
      }
      if (what === "attest") await attest(line, how, THERAPISTS[patient.provider]);
    }
  }
  await signedOff(visit, claim, "answered");
}

async function attest(line: Locator, covers: string, by: string): Promise<void> {
  await line.getByRole("button", { name: /^Add KX/ }).click();
  const dialog = line.getByRole("dialog", { name: "Does KX belong on" });
  await expect(dialog.getByLabel("Clinician who attests")).toHaveValue(by);
  await dialog.locator(`input[value="${covers}"]`).check();
  await dialog.getByRole("button", { name: "Attest and add KX" }).click();
  // An answer for the plan of care is given with a complete record alone.
  if (covers !== "plan") await line.getByRole("button", { name: "Attest with an incomplete record" }).click();
  await expect(line.locator("kx-chip")).toContainText(`${by} attested to KX on`);
}

/** The claims on the screen are those of the rows: what the widget shows, and the file that it gives. */
async function compare(visit: Screen, moment: Moment): Promise<Locator> {
  const { page } = visit;
  await visit.turnTo("Claims");
  const list = page.locator("kx-claims");
  const expected = patients.flatMap((patient: Patient) => patient.claims.map((claim: Patient["claims"][number]) => expectedOf(claim, moment)));
  const held = expected.filter(({ status }) => status === "hold" || status === "unknown-year");
  await expect(list.locator(".count")).toHaveText(`${held.length} of ${held.length} ${held.length === 1 ? "claim" : "claims"} on hold`, { timeout: 60_000 });
  const rows = await list.evaluate((element) => (element as HTMLElementTagNameMap["kx-claims"]).rows.map(({ claim, error }) => ({ claim, code: error?.code })));
  const known = expected.filter(({ status }) => status !== "unknown-year").sort((one, other) => (one.id < other.id ? -1 : 1));
  const claims = rows.flatMap(({ claim }) => (claim ? [seen(claim)] : [])).sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(claims).toEqual(known);
  expect(rows.flatMap(({ code }) => code ?? [])).toEqual(["unknown-year"]);

  const told = page.waitForEvent("download");
  await list.getByRole("button", { name: /^Export/ }).click();
  const file = readFileSync(await (await told).path(), "utf8");
  const lines = parse(file, { columns: true, bom: true }) as { [head: string]: string }[];
  const shown = lines.map((line) =>
    [line[labels.get("ui.claims.claim") ?? ""], line[labels.get("ui.claims.amount") ?? ""], line[labels.get("ui.claims.why") ?? ""]].join(" "),
  );
  const reasons = held.flatMap(({ id, amount, reasons: all }) => all.map((reason: string) => [id, amount, label(reason.split(":")[1] ?? "")].join(" ")));
  expect(shown.sort()).toEqual(reasons.sort());
  return list;
}

/** An answer of last month is on record before the week begins. */
async function begin(visit: Screen): Promise<void> {
  await kx.default();
  await visit.open();
  const visits = Object.fromEntries(
    patients
      .filter(({ record }: Patient) => record)
      .map((patient: Patient) => {
        const [{ attestations }] = requestsOf(kx, patient, "entered");
        return [patient.id, { attestations, head: attestations.at(-1).hash }];
      }),
  );
  await remembered(visit, { patient: patients[0].id, autoApplyKx: false, visits });
  await visit.setAutoApply(true);
  await visit.turnTo("Preferences");
  await visit.page.getByLabel("A clinician's answer before KX is added").selectOption("require");
}

const history = (page: Page): Locator => page.locator("kx-history");

async function openHistory(visit: Screen, id: string): Promise<Locator> {
  await openVisit(visit, patients.find((patient: Patient) => patient.id === id).name);
  await visit.turnTo("Account");
  return history(visit.page);
}

test("the week from visit to released claim", async ({ visit, page }) => {
  expect(AS_OF < "2026-09-14").toBe(true);
  await begin(visit);
  for (const patient of patients) await enter(visit, patient);
  await compare(visit, "entered");
  for (const patient of patients) await answer(visit, patient);
  const list = await compare(visit, "answered");

  // One by one, each for a reason of its own.
  for (const patient of patients.filter(({ claims }: Patient) => claims.some(({ release }: { release: string }) => release === "one"))) {
    await list.getByRole("button", { name: `Release ${patient.name}` }).click();
    await expect(list.getByLabel("Released by")).toHaveValue(RELEASED_BY);
    await type(list.getByLabel("Reason"), REASONS.one);
    await expect(list.getByText("1 claim released.")).toBeVisible();
  }
  // The rest together.
  const together = patients.filter(({ claims }: Patient) => claims.some(({ release }: { release: string }) => release === "all"));
  for (const { name } of together) await list.locator("tbody", { hasText: name }).locator(".pick input").check();
  await list.locator(".selection .act").click();
  await type(list.getByLabel("Reason"), REASONS.all);
  await expect(list.getByText(`${together.length} claims released.`)).toBeVisible();
  await compare(visit, "released");
  // Nobody can release what nobody could look at.
  await expect(list.locator("tbody")).toContainText("Gia Gold");
  await expect(list.getByRole("button", { name: /^Release/ })).toHaveCount(0);

  // Who released what is on record, for each patient.
  const gone = patients.flatMap(({ id, claims }: Patient) =>
    claims.flatMap(({ claim, release }: { claim: string; release: "one" | "all" | "" }) => (release ? [{ id, claim, release }] : [])),
  );
  for (const { id, claim, release } of gone) {
    const row = (await openHistory(visit, id)).locator('tbody tr[data-kind="released"]');
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(`Claim ${claim}`);
    await expect(row).toContainText(REASONS[release as "one" | "all"]);
    await expect(row).toContainText(RELEASED_BY);
  }
  // The record of each patient who was asked about is whole, and stays so.
  for (const [id, kinds] of [
    ["ana", ["Attested to KX", "KX off"]],
    ["ben", ["Attested to KX"]],
    ["cora", ["Attested to KX", "Attested to KX"]],
    ["eve", ["Attested to KX", "Other Medicare Threshold Used changed"]],
    ["ivy", ["Attested to KX"]],
  ] as const) {
    const own = await openHistory(visit, id);
    await expect(own).toContainText("Record intact: no answer was altered or deleted");
    for (const kind of new Set(kinds)) await expect(own.locator("tbody th", { hasText: kind })).toHaveCount(kinds.filter((one) => one === kind).length);
  }
  await visit.kept();
  await page.reload();
  await expect(history(page)).toContainText("Record intact: no answer was altered or deleted");
  await compare(visit, "released");
});
