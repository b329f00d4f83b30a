// A month of a made-up clinic on the screen, from the first denied line to what is left, as worked out by hand in tests/spec/month_*.csv: what stands
// there is what the core and the command line say, to the cent and to the day.
import type { Locator } from "@playwright/test";
import * as kx from "../../dist/index.js";
import * as site from "../month/site.mjs";
import {
  claims,
  denials,
  expectedDates,
  expectedDenials,
  expectedLeft,
  expectedStake,
  files,
  patientOf,
  patients,
  POLICY,
  recordOf,
  seenDates,
  seenDenials,
  seenLeft,
  seenStake,
} from "../month/month.mjs";
import { LEFT_OFF } from "../week/shared.mjs";
import { openVisit, remembered, servedBy } from "./clinic.js";
import { Panel } from "./panel.js";
import { expect, type Screen } from "./screen.js";

type File = (typeof files)[number];
type Row = (typeof denials)[number];

const test = servedBy("month", site);
test.describe.configure({ timeout: 360_000 });
test.use({ actionTimeout: 20_000 });

/** What a widget was given, by the names of its properties. */
const given = <Shape>(element: Locator, names: string[]): Promise<Shape> =>
  element.evaluate(
    (one, wanted) => Object.fromEntries(wanted.map((name) => [name, (one as unknown as { [name: string]: unknown })[name]])),
    names,
  ) as Promise<Shape>;

/** A PT's answer of last month and a certification are on record before the month begins. */
async function begin(visit: Screen): Promise<void> {
  await kx.default();
  await visit.open();
  const visits = Object.fromEntries(
    patients.flatMap((patient) => {
      const attestations = recordOf(kx, patient);
      if (attestations.length === 0 && !patient.certified) return [];
      return [
        [
          patient.id,
          {
            ...(attestations.length > 0 && { attestations, head: attestations.at(-1).hash }),
            ...(patient.certified && { documentation: { certifiedThrough: patient.certified } }),
          },
        ],
      ];
    }),
  );
  await remembered(visit, { patient: patients[0]?.id, autoApplyKx: true, policy: POLICY, visits });
}

async function denied(where: Locator): Promise<ReturnType<typeof seenDenials>> {
  const shown = await where.evaluate((element) => {
    const root = element.getRootNode() as ShadowRoot;
    const { files: open, accepted } = root.host as HTMLElementTagNameMap["kx-import"];
    const { file, accepted: name } = (element as HTMLElement).dataset;
    const list = file ? open.find((one) => one.name === file)?.read?.denials : accepted.find((one) => one.name === name)?.denials;
    return [...(list ?? [])];
  });
  return seenDenials({ denials: shown });
}

/** Whether what is said of a denied line stands on the screen too. */
async function shown(where: Locator, expected: ReturnType<typeof expectedDenials>): Promise<void> {
  await expect(where.locator("[data-denial]")).toHaveCount(expected.length);
  await expect.poll(() => denied(where)).toEqual(expected);
  for (const { lastDay, appealBy, text } of expected) {
    const day = (date: string) => new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));
    if (lastDay) await expect(where.locator(".terms")).toContainText(`Last day to correct${day(lastDay)}`);
    if (appealBy) await expect(where.locator(".terms")).toContainText(`Last day to appeal${day(appealBy)}`);
    await expect(where.locator("pre")).toHaveCount(text ? 1 : 0);
  }
}

async function answer(where: Locator, { answer: how }: Row, by: string): Promise<void> {
  const line = where.locator("[data-denial]");
  await line.getByLabel("Clinician who decides").fill(by);
  if (how === "add-kx") return line.getByRole("button", { name: "Attest to KX" }).click();
  await line.getByRole("button", { name: "Leave KX off" }).click();
  await line.getByRole("button", { name: LEFT_OFF }).click();
}

const rowsOf = (file: string, patient: string): Row[] => denials.filter((row) => row.after === file && row.patient === patient && row.claim);

/** A file for one of its patients: looked at, imported, and what is said of denied lines answered. */
async function take(visit: Screen, { file, name, text, kind, rows }: File, id: string): Promise<void> {
  const { name: patient, therapist } = patientOf(id);
  await openVisit(visit, patient);
  const panel = new Panel(visit.page);
  await panel.show();
  // Of several patients one file is chosen once.
  if (id === rows[0]?.patient) await panel.choose({ name, text });
  const [before, after] = rowsOf(file, id);
  // Before it is imported, and after.
  if (kind === "835" && before && !(before.answer && !after)) await shown(panel.file(name), expectedDenials([before]));
  const [import_, accepted] = [panel.button("Import").first(), panel.accepted(name)];
  // A file takes its time to be read.
  await expect(import_.or(accepted).first()).toBeVisible();
  if (await import_.isVisible()) await import_.click();
  await expect(accepted).toBeVisible();
  if (kind === "835") await shown(accepted, before ? expectedDenials([before]) : []);
  if (before && after) {
    await answer(accepted, after, therapist);
    await shown(accepted, expectedDenials([after]));
    await expect(accepted).toContainText(after.answer === "add-kx" ? `${therapist} attested to KX on` : `${therapist} left KX off on`);
  }
  const row = rows.findLast((one: { patient: string }) => one.patient === id);
  for (const bucket of ["PT/SLP", "OT"])
    await expect
      .poll(
        async () =>
          (await given<{ display: { remaining: string } }>(visit.page.locator(`kx-threshold[data-bucket="${bucket}"]`).first(), ["display"])).display.remaining,
      )
      .toBe(row?.[bucket]);
}

test("the month from the first denial to what is left", async ({ visit, page }) => {
  await begin(visit);
  for (const file of files) for (const id of new Set<string>(file.rows.map(({ patient }: { patient: string }) => patient))) await take(visit, file, id);

  // Medicare's own figure changed what is said of a line that was denied before it came.
  await openVisit(visit, patientOf("eli").name);
  await new Panel(page).show();
  await shown(new Panel(page).accepted("2-denied.835"), expectedDenials(rowsOf("4-eligibility", "eli")));
  // A reopened line waits in no file.
  await openVisit(visit, patientOf("ana").name);
  await new Panel(page).show();
  for (const name of ["1-denied.835", "6-reopened.835"]) await shown(new Panel(page).accepted(name), []);

  for (const { name, visit: lines } of patients) {
    if (lines.length === 0) continue;
    await openVisit(visit, name);
    for (const { code } of lines) await expect(await visit.addCode(code)).toBeVisible();
  }

  for (const { id, name } of patients) {
    await openVisit(visit, name);
    const { dates } = await given<{ dates: kx.DueDate[] }>(visit.documentation, ["dates"]);
    await visit.turnTo("Account");
    const { lines, totals } = await given<{ lines: { id: string }[]; totals: never[] }>(page.locator("kx-account"), ["lines", "totals"]);
    expect(seenLeft(totals), name).toEqual(expectedLeft(id));
    expect(lines.length, name).toBeGreaterThan(0);
    expect(seenDates(dates, await claimsBehind(visit)), name).toEqual(expectedDates(id));
  }

  await visit.turnTo("Claims");
  const list = page.locator("kx-claims");
  await expect(list.locator(".count")).toHaveText(`${claims.length} of ${claims.length} claims on hold`, { timeout: 60_000 });
  const held = await given<{ rows: { claim: ReturnType<typeof kx.holdClaims>["claims"][number] }[]; stake: never }>(list, ["rows", "stake"]);
  const reasons = held.rows.map(({ claim: { id, status, amount, reasons: all } }) => [
    id,
    status,
    amount,
    all.map(({ line, code }) => `${line}:${code}`).join(" "),
  ]);
  expect(reasons.sort()).toEqual(claims.map(({ claim, status, amount, reasons: why }) => [claim, status, amount, why]));
  expect(seenStake(held.stake)).toEqual(expectedStake("claims"));

  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Worklist" }).click();
  const worklist = page.locator("kx-worklist");
  await expect(worklist.locator(".count")).toHaveText(new RegExp(`^\\d+ of ${patients.length} patients`), { timeout: 60_000 });
  const { stake } = await given<{ stake: never }>(worklist, ["stake"]);
  expect(seenStake(stake)).toEqual(expectedStake("worklist"));
  const { total } = expectedStake("worklist");
  const parts = [
    `Lines without a KX decision: $${total.onHold}`,
    `Denied lines: $${total.denied}`,
    `Over the threshold without KX (billed or not): $${total.atRisk}`,
  ].filter((part) => !part.includes("$0.00"));
  await expect(worklist.locator(".stake .sum")).toHaveText(parts);

  // Both answers of the month are on record, and so is the letter's day.
  for (const [id, said] of [
    ["ana", "Attested to KX"],
    ["cora", "KX off"],
  ] as const) {
    await openVisit(visit, patientOf(id).name);
    await visit.turnTo("Account");
    await expect(page.locator("kx-history")).toContainText(said);
    await expect(page.locator("kx-history")).toContainText("Record intact: no answer was altered or deleted");
  }
  await openVisit(visit, patientOf("fay").name);
  await visit.turnTo("Account");
  await expect(page.locator(".letter")).toContainText("Nov 9, 2026");
});

/** The claims of the open patient's denied lines, by their ids: those of the files that were imported. */
async function claimsBehind(visit: Screen): Promise<{ id: string; claim: string }[]> {
  const kept = await visit.page.evaluate(
    () =>
      new Promise<{ patient: string; visits: { [id: string]: { imports?: { entries?: { id: string; claim: string }[] }[] } } }>((resolve) => {
        const open = indexedDB.open("kx-modifier-appointment");
        open.onsuccess = () => {
          const asked = open.result.transaction("screen").objectStore("screen").get("kept");
          asked.onsuccess = () => resolve(asked.result);
        };
      }),
  );
  return kept.visits[kept.patient]?.imports?.flatMap(({ entries = [] }) => entries) ?? [];
}
