// What a worklist shows, and the orders and groups a person may look at it in.
import type { ServiceType, ThresholdDisplay, Thresholds, WorklistItem } from "kx-modifier";
import type { Refusal } from "../shared/model.js";

/** What `worklist` answers for one patient, with their name. */
export interface WorklistRow {
  id: string;
  name: string;
  thresholds: Thresholds | null;
  items: readonly WorklistItem[];
  /** Why this patient could not be looked at: by `code`, that of the error, or without one in the host's own words. */
  error: Omit<Refusal, "text"> | null;
}

export type Kind = WorklistItem["kind"] | "unread";
export type Order = "urgency" | "name" | "used";

/** In the order in which `worklist` gives the steps of a patient. */
export const KINDS: readonly Kind[] = [
  "unread",
  "suggestion",
  "declined-kx",
  "missing-kx",
  "documentation",
  "medical-review",
  "reached",
  "crossing",
  "early-kx",
  "near",
];
const GRAVITY: readonly WorklistItem["severity"][] = ["error", "warning", "info"];
const SHOWN: readonly ServiceType[] = ["PT/SLP", "OT"];

export const kindsOf = ({ items, error }: WorklistRow): ReadonlySet<Kind> => new Set<Kind>(error ? ["unread"] : items.map(({ kind }) => kind));

/** The buckets that are near, reached or beyond. */
export const tight = ({ thresholds }: WorklistRow): ThresholdDisplay[] =>
  thresholds === null ? [] : SHOWN.map((serviceType) => thresholds[serviceType]).filter(({ status }) => status !== "below");

const urgency = ({ items, error }: WorklistRow): number => {
  const first = items[0];
  if (error || !first) return error ? -1 : Infinity;
  return GRAVITY.indexOf(first.severity) * KINDS.length + KINDS.indexOf(first.kind);
};

/** The share of a threshold that is used, the higher of both; without thresholds none. */
const share = ({ thresholds }: WorklistRow): number => (thresholds === null ? -1 : Math.max(...SHOWN.map((serviceType) => thresholds[serviceType].fraction)));

/** Those that have one of the kinds and whose name holds the text, in the order asked for; patients that are equal in it keep theirs. */
export function arranged(
  rows: readonly WorklistRow[],
  wanted: { kinds: ReadonlySet<Kind>; name: string; order: Order; backwards: boolean; locale: string },
): WorklistRow[] {
  const name = wanted.name.trim().toLocaleLowerCase(wanted.locale);
  const kept = rows.filter((row) => {
    const kinds = kindsOf(row);
    const asked = wanted.kinds.size === 0 ? kinds.size > 0 : [...wanted.kinds].some((kind) => kinds.has(kind));
    return asked && row.name.toLocaleLowerCase(wanted.locale).includes(name);
  });
  const collator = new Intl.Collator(wanted.locale, { numeric: true });
  const compare: { [O in Order]: (one: WorklistRow, other: WorklistRow) => number } = {
    urgency: (one, other) => urgency(one) - urgency(other) || share(other) - share(one),
    name: (one, other) => collator.compare(one.name, other.name),
    used: (one, other) => share(other) - share(one),
  };
  const direction = wanted.backwards ? -1 : 1;
  return kept.sort((one, other) => direction * compare[wanted.order](one, other));
}

export function counted(rows: readonly WorklistRow[]): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const row of rows) for (const kind of kindsOf(row)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
