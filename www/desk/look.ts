// What a file of a clearinghouse holds, and what it comes to for a patient.
import type { CivilDate, UsageEntry } from "kx-modifier";
import type { ReadFile } from "../widgets/import/model.js";
import type { Chart, Practice } from "./chart.js";
import { shownDenials } from "./denials.js";
import { splitsOf } from "./eligibility.js";
import type { FileFunctions, Functions } from "./functions.js";
import { isJson, readJson } from "./json.js";
import { previewRequest, type Settings } from "./questions.js";
import { scrubsOf } from "./scrubs.js";
import { elsewhereOf, figuresOf, usageOf } from "./usage.js";
import type { Text } from "./text.js";
import type { Import, Visit } from "./visit.js";

type Patients = Text["identity"]["patients"];

export interface Look {
  read: ReadFile;
  /** The visit with the file accepted, where it can be. */
  accepted: Visit | null;
  /** Of a remittance: the chart's own. */
  entries?: readonly UsageEntry[];
}

export function readText(kx: Functions & FileFunctions, practice: Practice, text: string): Text {
  const json = isJson(text) ? readJson(kx, practice, text) : null;
  if (json) return json;
  const identity = kx.identifyX12(text);
  const none = { identity, amounts: [], entries: [], claims: [], unread: [] };
  switch (identity.kind) {
    case "271":
      return { ...none, ...kx.readEligibility271(text) };
    case "835": {
      const { entries, skipped } = kx.readRemittance835(text);
      return { ...none, entries, unread: skipped };
    }
    case "837": {
      const { claims, skipped } = kx.readClaim837(text);
      return { ...none, claims, unread: skipped };
    }
    default:
      return none;
  }
}

/** The buckets that change, in words. */
export const saidOf = (buckets: readonly { changes: boolean; message: string }[]): string[] =>
  buckets.filter(({ changes }) => changes).map(({ message }) => message);

/** Where nobody in a file is the open patient: who else of the practice they are. */
function knownAs(kx: FileFunctions, practice: Practice, open: Chart, patients: Patients, whose: string): ReadFile["patients"] {
  if (whose !== "others") return patients;
  const charts = [...practice.charts, ...(practice.others ?? [])].filter(({ id, memberId }) => memberId !== null && id !== open.id);
  const known = new Map<number, Chart>();
  for (const chart of charts) {
    const match = kx.matchPatient({ patients, memberId: chart.memberId });
    if (match.whose === "theirs")
      for (const [place, { positions }] of patients.entries()) if (positions.some((one) => match.positions.includes(one))) known.set(place, chart);
  }
  return patients.map((patient, place) => {
    const chart = known.get(place);
    return chart ? { ...patient, chart: { id: chart.id, name: chart.patient } } : patient;
  });
}

/** What the text comes to for a patient. */
export function lookAt(
  kx: Functions & FileFunctions,
  name: string,
  text: Text,
  chosen: number | undefined,
  practice: Practice,
  chart: Chart,
  visit: Visit,
  settings: Settings,
  checked?: CivilDate,
  records = false,
): Look {
  const { kind, message, patients } = text.identity;
  const date = kind === "pverify" ? (checked ?? null) : text.identity.date;
  const pverify = text.response && date !== null ? kx.amountsFromPverify?.({ response: text.response, checked: date }) : undefined;
  const unread = pverify?.unread ?? text.unread;
  const isFigure = kind === "271" || kind === "pverify";
  const whose = kx.matchPatient({ patients, memberId: chart.memberId, ...(chosen === undefined ? {} : { chosen }) });
  const theirs = <T>(list: readonly T[]): T[] => whose.positions.flatMap((position) => list[position] ?? []);
  // Whose a pVerify response is, is said once for all of it.
  const figures = pverify ? (whose.positions.length > 0 ? pverify.amounts : []) : theirs(text.amounts);
  const [read, feed] = [theirs(text.entries), theirs(text.feed ?? [])];
  const lines = feed.filter((line) => line.whose === "elsewhere").map(({ entry }) => entry);
  const empty = { checks: [], entries: [], feed, elsewhere: [], scrubs: [], notices: [], preview: null };
  const shown: ReadFile = { kind, message, day: date, patients: knownAs(kx, practice, chart, patients, whose.whose), whose, unread, figures, ...empty };
  if (kind === "837") return { read: { ...shown, scrubs: scrubsOf(kx, patients, text.claims, practice, chart, visit, settings.policy) }, accepted: null };
  if (kind === null || figures.length + read.length + lines.length === 0) return { read: shown, accepted: null };

  const asked = { id: `${visit.nextImport}`, kind, name, day: date };
  const held = isFigure ? { figures: { amounts: figures, asOf: date ?? "" } } : kind === "eob" ? { lines } : { entries: read };
  const fresh: Import = { ...asked, ...held, summary: "", changes: [] };
  const joined = (one: Import): Visit => ({ ...visit, imports: [...visit.imports, one], nextImport: visit.nextImport + 1 });
  const check = isFigure
    ? kx.otherUsedFromEligibility({
        date: chart.date,
        asOf: date ?? "",
        amounts: figures,
        entries: usageOf(kx, chart, visit).entries ?? [],
        policy: settings.policy ?? {},
      })
    : null;
  const notices = check?.notices ?? [];
  const refused = notices.some(({ severity }) => severity === "error");
  const next = refused ? null : joined(fresh);
  const request = previewRequest(kx, practice, chart, visit, settings);
  const { used, asOf: _, ...ofTheYear } = request.usage ?? {};
  const preview = kx.previewImport({
    ...request,
    // Totals of another year go once there is a figure of this one.
    ...(used && next && usageOf(kx, chart, next).used === undefined ? { usage: ofTheYear } : {}),
    // What is entered from an earlier check holds payments that are read now: it is taken apart again with them.
    read: { ...(kind === "835" ? { entries: read } : {}), ...(next ? figuresOf(kx, chart, visit, next) : {}) },
  });
  // Later one still sees whose it was.
  const byHand = whose.whose === "chosen" ? [whose.message] : [];
  const changes = [...byHand, ...saidOf(preview.buckets), ...preview.lines.map((line) => line.message)];
  return {
    read: {
      ...shown,
      checks: check ? splitsOf(check, chart) : [],
      elsewhere: next && kind === "eob" ? elsewhereOf(kx, chart, next).elsewhere.map((one) => one.message) : [],
      entries: read.map((entry, place) => ({ ...entry, change: preview.entries[place]?.change ?? "added", message: preview.entries[place]?.message ?? "" })),
      denials: shownDenials(kx, chart, visit, settings, read, records, practice.today ?? chart.date),
      notices: [...notices, ...preview.notices],
      preview: refused ? null : preview,
    },
    accepted: next && joined({ ...fresh, summary: preview.summary, changes }),
    entries: read,
  };
}
