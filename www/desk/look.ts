// What a file of a clearinghouse holds, and what it comes to for a patient.
import type { identifyX12, readClaim837, readEligibility271, readRemittance835 } from "kx-modifier";
import type { ReadFile, Unread } from "../widgets/import/model.js";
import type { Chart, Practice } from "./chart.js";
import { splitsOf } from "./eligibility.js";
import type { FileFunctions, Functions } from "./functions.js";
import { previewRequest, type Settings } from "./questions.js";
import { scrubsOf } from "./scrubs.js";
import { figuresOf, usageOf } from "./usage.js";
import type { Import, Visit } from "./visit.js";

export interface Look {
  read: ReadFile;
  /** The visit with the file accepted, where it can be. */
  accepted: Visit | null;
}

/** A text as it was read, once; whose it is and what it changes is asked anew for each patient. */
export interface Text {
  identity: ReturnType<typeof identifyX12>;
  amounts: ReturnType<typeof readEligibility271>["amounts"];
  entries: ReturnType<typeof readRemittance835>["entries"];
  claims: ReturnType<typeof readClaim837>["claims"];
  unread: readonly Unread[];
}

export function readText(kx: FileFunctions, text: string): Text {
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
): Look {
  const {
    identity: { kind, message, date, patients },
    unread,
  } = text;
  const whose = kx.matchPatient({ patients, memberId: chart.memberId, ...(chosen === undefined ? {} : { chosen }) });
  const theirs = <T>(list: readonly T[]): T[] => whose.positions.flatMap((position) => list[position] ?? []);
  const [figures, read] = [theirs(text.amounts), theirs(text.entries)];
  const shown: ReadFile = { kind, message, patients, whose, unread, figures, checks: [], entries: [], scrubs: [], notices: [], preview: null };
  if (kind === "837") return { read: { ...shown, scrubs: scrubsOf(kx, patients, text.claims, practice, chart, visit, settings.policy) }, accepted: null };
  if (kind === null || (figures.length === 0 && read.length === 0)) return { read: shown, accepted: null };

  const asked = { id: `${visit.nextImport}`, kind, name, day: date };
  const fresh: Import =
    kind === "271"
      ? { ...asked, figures: { amounts: figures, asOf: date ?? "" }, summary: "", changes: [] }
      : { ...asked, entries: read, summary: "", changes: [] };
  const joined = (one: Import): Visit => ({ ...visit, imports: [...visit.imports, one], nextImport: visit.nextImport + 1 });
  const check =
    kind === "271"
      ? kx.otherUsedFromEligibility({ date: chart.date, asOf: date ?? "", amounts: figures, entries: usageOf(kx, chart, visit).entries ?? [] })
      : null;
  const notices = check?.notices ?? [];
  const refused = notices.some(({ severity }) => severity === "error");
  const next = refused ? null : joined(fresh);
  const preview = kx.previewImport({
    ...previewRequest(kx, practice, chart, visit, settings),
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
      entries: read.map((entry, place) => ({ ...entry, change: preview.entries[place]?.change ?? "added", message: preview.entries[place]?.message ?? "" })),
      notices: [...notices, ...preview.notices],
      preview: refused ? null : preview,
    },
    accepted: next && joined({ ...fresh, summary: preview.summary, changes }),
  };
}
