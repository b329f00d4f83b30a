// What was done at a desk, by whom and when: from one state of a visit to the next, so that no way of changing one is forgotten.
import type { AttestationEvent, CivilDate, Decision, Money, PerServiceType, Release } from "kx-modifier";
import type { HistoryEntry } from "../widgets/history/model.js";
import type { Chart } from "./chart.js";
import type { Import, Line, Visit } from "./visit.js";

const BUCKETS = ["PT/SLP", "OT"] as const;

const hasKx = ({ modifiers }: Line): boolean => modifiers.some((modifier) => modifier.toUpperCase() === "KX");

/** A moment with its offset, as the clock of this machine has it: "2026-09-14T15:04:05.250-04:00".
 *  @example
 *  Date.parse(momentOf(new Date(0))); // 0 */
export function momentOf(now: Date): string {
  const two = (number: number): string => String(Math.floor(Math.abs(number))).padStart(2, "0");
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 23);
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Whose visit it is, and how far its record is. */
interface Circumstances {
  visit: CivilDate;
  /** "6 of 7 documented". */
  documented: string;
}

/** What differs between two states of a visit, as entries. What follows from an answer is said by the answer. */
export function changesOf(before: Visit, next: Visit, at: string, by: string, { visit, documented }: Circumstances): HistoryEntry[] {
  const ofBuckets = BUCKETS.flatMap((serviceType): HistoryEntry[] => {
    const [from = "", to = ""] = [before.otherUsed[serviceType], next.otherUsed[serviceType]];
    return from === to ? [] : [{ at, by, kind: "other-used", visit, serviceType, from, to }];
  });
  const isAnswered = next.attestations.length > before.attestations.length;
  const lines = isAnswered ? [] : next.lines;
  const ofLines = lines.flatMap((line): HistoryEntry[] => {
    const earlier = before.lines.find(({ id }) => id === line.id);
    const { id, code, kxDeclined } = line;
    const entry = { at, by, visit, line: id, code };
    // Another service: what was answered of the one before went with it.
    if (earlier && earlier.code !== "" && earlier.code !== code) return hasKx(earlier) ? [{ ...entry, code: earlier.code, kind: "kx-removed" }] : [];
    if (kxDeclined !== null && kxDeclined !== (earlier?.kxDeclined ?? null))
      return [{ ...entry, kind: "kx-left-off", ...(kxDeclined && { reason: kxDeclined }) }];
    if (kxDeclined === null && earlier && earlier.kxDeclined !== null) return [{ ...entry, kind: "kx-restored" }];
    if (!earlier) return [];
    if (hasKx(line) !== hasKx(earlier)) return [{ ...entry, kind: hasKx(line) ? "kx-added" : "kx-removed" }];
    return [];
  });
  return [...ofBuckets, ...ofLines, ...ofRecord(before, next, at, by, { visit, documented })];
}

/** Files that were imported, or whose import was undone, and what that made of the amounts used elsewhere. */
export function importsOf(
  before: Visit,
  next: Visit,
  at: string,
  by: string,
  visit: CivilDate,
  elsewhere: (visit: Visit) => PerServiceType<Money>,
): HistoryEntry[] {
  const lacking = (from: Visit, of: Visit) => from.imports.filter(({ id }) => !of.imports.some((one) => one.id === id));
  const entry = (kind: "imported" | "import-undone", { name, kind: fileKind, day }: Import): HistoryEntry => {
    return { at, by, kind, visit, file: name, fileKind, ...(day !== null && { day }) };
  };
  const files = [...lacking(before, next).map((one) => entry("import-undone", one)), ...lacking(next, before).map((one) => entry("imported", one))];
  if (files.length === 0) return [];
  const [then, now] = [elsewhere(before), elsewhere(next)];
  const amounts = BUCKETS.flatMap((serviceType): HistoryEntry[] => {
    const [from = "", to = ""] = [then[serviceType], now[serviceType]];
    // What was typed over a file's figure is a change of its own.
    const isTyped = (before.otherUsed[serviceType] ?? "") !== (next.otherUsed[serviceType] ?? "");
    return from === to || isTyped ? [] : [{ at, by, kind: "other-used", visit, serviceType, from, to }];
  });
  return [...files, ...amounts];
}

/** The reason for leaving KX off is asked right after it was left off: both are one thing that was done. */
export function joined(history: readonly HistoryEntry[], line: string | undefined): readonly HistoryEntry[] {
  const last = history.at(-1);
  return last?.kind === "kx-left-off" && last.line === line && !last.reason ? history.slice(0, -1) : history;
}

/** Lines on which KX stands by Auto-Apply since the last answer; nobody did that, so nobody is named. */
export function appliedOf(
  before: ReadonlyMap<string, Decision>,
  next: ReadonlyMap<string, Decision>,
  { lines }: Visit,
  at: string,
  visit: CivilDate,
): HistoryEntry[] {
  return lines.flatMap(({ id, code }): HistoryEntry[] =>
    next.get(id)?.action === "apply" && before.get(id)?.action !== "apply" ? [{ at, by: "", kind: "kx-auto", visit, line: id, code }] : [],
  );
}

/** The attestation to the record as a whole: given, or gone because the record changed or a person took it back. */
function ofRecord(before: Visit, next: Visit, at: string, user: string, { visit, documented }: Circumstances): HistoryEntry[] {
  const { attestation: from, ...was } = before.documentation;
  const { attestation: to, ...is } = next.documentation;
  if (from?.by === to?.by && from?.on === to?.on) return [];
  if (!to) return [{ at, by: user, kind: JSON.stringify(was) === JSON.stringify(is) ? "record-withdrawn" : "record-changed", visit }];
  return [{ at, by: to.by, kind: "record-attested", visit, documented, ...(to.by === user ? {} : { enteredBy: user }) }];
}

/** What differs between two states of a claim's words: a person released it, or it was put on hold again. `codeOf` names a line's code. */
export function releasesOf(
  claim: string,
  before: readonly Release[],
  next: readonly Release[],
  codeOf: (line: string) => string,
  at: string,
  user: string,
): HistoryEntry[] {
  const known = new Set(before.map((word) => JSON.stringify(word)));
  const fresh = next.filter((word) => !known.has(JSON.stringify(word)));
  const codes = (words: readonly Release[]): string => [...new Set(words.map(({ line }) => codeOf(line)))].join(", ");
  const [word] = fresh;
  if (word) {
    const { by, reason } = word;
    return [{ at, by, kind: "released", claim, code: codes(fresh), reason, ...(by === user ? {} : { enteredBy: user }) }];
  }
  return next.length < before.length ? [{ at, by: user, kind: "held", claim, code: codes(before) }] : [];
}

/** What events of the record of attestations say, as entries; a question only where nobody answered it. */
export function attestedOf(attestations: readonly AttestationEvent[], { lines, codes }: Pick<Visit, "lines" | "codes">): HistoryEntry[] {
  const answered = new Set(attestations.map(({ asked }) => asked));
  const codeOf = (id: string, place: number): string | undefined => {
    const line = lines.find((one) => one.id === id);
    return line?.earlier?.find(({ events }) => place < events)?.code ?? line?.code ?? codes[id];
  };
  const said = new Set<string>();
  return attestations.flatMap(({ kind, at, scope, hash, by = "", enteredBy, asked, answer, reason }, place): HistoryEntry[] => {
    if (kind === "asked" && answered.has(hash)) return [];
    // One answer for several lines is on record once for what was shown of each.
    const whole = JSON.stringify([kind, at, scope, by, answer, reason]);
    if (scope.line === undefined && said.has(whole)) return [];
    said.add(whole);
    const shown = attestations.find((one) => one.hash === asked)?.shown;
    const covers = scope.line !== undefined ? "line" : scope.visit !== undefined ? "visit" : "plan";
    return [
      {
        at,
        by,
        kind: kind === "asked" ? "asked" : answer === "add-kx" ? "attested" : "left-off",
        covers,
        day: covers === "visit" ? scope.visit : covers === "plan" ? scope.until : undefined,
        enteredBy,
        reason,
        ...(scope.visit !== undefined && { visit: scope.visit }),
        ...(scope.line !== undefined && { code: codeOf(scope.line, place) }),
        ...(answer === "add-kx" && shown?.notices.includes("documentation-incomplete") && { incomplete: true }),
      },
    ];
  });
}

/** Who works at the desk. */
export const userOf = (user: string | undefined, chart: Chart): string => user ?? chart.provider.name;
