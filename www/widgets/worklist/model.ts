// What a worklist shows, and the orders and groups a person may look at it in.
import type { AtStake, CivilDate, DueDate, ServiceType, ThresholdDisplay, Thresholds } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { daysUntil, DUE, isUrgent } from "../shared/due.js";
import type { Handling, Item, ItemRef, Kind, Order, Status, UnreadPatient, WorklistView } from "../shared/model.js";

export type { Handling, Item, ItemRef, Kind, Order, Status, WorklistView } from "../shared/model.js";

/** What `worklist` answers for one patient, with what the host knows of them. */
export interface WorklistRow {
  id: string;
  name: string;
  memberId?: string | null;
  therapist?: string | null;
  /** `time` as on a clock of 24 hours: "09:30". */
  nextVisit?: { date: CivilDate; time?: string } | null;
  thresholds: Thresholds | null;
  /** Why `thresholds` say nothing of this patient, in the core's words: without benefits, or where totals are of another year. */
  notKnown?: string;
  items: readonly Item[];
  handling?: Handling;
  /** What is at stake, and in which clinic. */
  atStake?: AtStake;
  clinic?: string | null;
  /** Why this patient could not be looked at: by `code`, that of the error, or without one in the host's own words. */
  error: UnreadPatient | null;
}

/** What has not gone out is called as its claim says it. */
export const labelOf = ({ kind, code }: Pick<Item, "kind" | "code">, text: Voice["text"]): string =>
  text(code ? `ui.claims.code.${code}` : kind === "missing-kx" ? "ui.account.missing" : `ui.worklist.kind.${kind}`);

export const STATUSES: readonly Status[] = ["open", "snoozed", "done"];
export const ORDERS: readonly Order[] = ["urgency", "due", "visit", "name", "therapist", "used"];

/** In the order in which `worklist` gives the steps of a patient. */
export const KINDS: readonly Kind[] = [
  "unread",
  "suggestion",
  "declined-kx",
  "denied",
  "due",
  "missing-kx",
  "documentation",
  "medical-review",
  "reached",
  "crossing",
  "early-kx",
  "near",
];
const GRAVITY: readonly Item["severity"][] = ["error", "warning", "info"];
const SHOWN: readonly ServiceType[] = ["PT/SLP", "OT"];

export const NOTHING_DONE: Handling = { assignedTo: null, done: [], snoozed: [] };
export const refOf = ({ kind, code, line, serviceType, due }: ItemRef): ItemRef => ({ kind, ...(code && { code }), line, serviceType, due });
const keyOf = (item: ItemRef): string => JSON.stringify(refOf(item));
export const isSame = (one: ItemRef, other: ItemRef): boolean => keyOf(one) === keyOf(other);

/** A patient with the items that are shown of them. */
export interface ShownRow {
  row: WorklistRow;
  items: readonly Item[];
}

/** Where an item stands; on the day itself it has come back. */
export function statusOf({ handling }: WorklistRow, item: ItemRef, today: CivilDate | null): Status {
  if (handling?.done.some((one) => isSame(one, item))) return "done";
  const snoozed = handling?.snoozed.find((one) => isSame(one, item));
  return snoozed && (today === null || today < snoozed.until) ? "snoozed" : "open";
}

export const untilOf = ({ handling }: WorklistRow, item: ItemRef): CivilDate | null => handling?.snoozed.find((one) => isSame(one, item))?.until ?? null;

const withStatus = (rows: readonly WorklistRow[], status: Status, today: CivilDate | null): ShownRow[] =>
  rows.flatMap((row) => {
    const items = row.items.filter((item) => statusOf(row, item, today) === status);
    return items.length > 0 || (row.error && status === "open") ? [{ row, items }] : [];
  });

/** The buckets to be shown of a patient: those that an item is about, or else those that are near, reached or beyond. */
export function bucketsOf({ row: { thresholds }, items }: ShownRow): ThresholdDisplay[] {
  if (thresholds === null) return [];
  const about = SHOWN.filter((serviceType) => items.some((item) => item.serviceType === serviceType) || thresholds[serviceType].status !== "below");
  return (about.length > 0 ? about : SHOWN).map((serviceType) => thresholds[serviceType]);
}

/** The share of a threshold that is used, the higher of both; without thresholds none. */
const share = ({ thresholds }: WorklistRow): number => (thresholds === null ? -1 : Math.max(...SHOWN.map((serviceType) => thresholds[serviceType].fraction)));

/** A patient who could not be checked has one thing to do. */
export const countOf = (rows: readonly ShownRow[]): number => rows.reduce((sum, { row, items }) => sum + (row.error ? 1 : items.length), 0);

/** Behind every day. */
const NEVER = "9999-99-99";
const dueOf = ({ items }: ShownRow): string => items.map(({ due }) => due ?? NEVER).sort()[0] ?? NEVER;

/** A denied line is an item of its own, with its days. */
const isOfItem = ({ kind }: DueDate): boolean => kind === "correction" || kind === "appeal";

/** A patient's items with the due dates that are over or near among them, in the same order. */
export function withDates(items: readonly Item[], dates: readonly DueDate[], today: CivilDate, nextVisit: WorklistRow["nextVisit"] = null): Item[] {
  const due = dates
    .filter((one) => isUrgent(one) && !isOfItem(one))
    .map(({ id, day, status, title, message, nextStep }): Item => {
      const severity = DUE[status].tone === "error" ? "error" : "warning";
      return { kind: "due", severity, serviceType: null, line: id, due: day, message: `${title}. ${message}`, nextStep, isUsual: status !== "overdue" };
    });
  return [...items, ...due].sort(byItem(today, nextVisit?.date === today));
}

/** Their day is a visit's, and nothing is late after it. */
const OF_VISIT: readonly Kind[] = ["near", "reached", "medical-review"];
/** Of these the due day is the earlier end of what contractors count; without one the claim has not gone out. */
export const CORRECTED: readonly Kind[] = ["missing-kx", "crossing", "early-kx", "declined-kx"];

/** Days before a visit in which what hinders it cannot wait. */
const SOON = 14;

/** Most urgent: what is overdue, unbilled lines and today's visits, what is due by its day, what has no day; past a year, which nothing hurries, is last. */
function groupOf({ kind, line, due, isUsual }: Item, today: CivilDate | null, isToday: boolean): number {
  if (kind === "suggestion") return due !== null && today !== null && due < today ? 0 : 1;
  if (due === null && CORRECTED.includes(kind)) return 1;
  const days = due === null || today === null ? null : daysUntil(due, today);
  const isOver = days !== null && days < 0 && !OF_VISIT.includes(kind);
  // KX to remove may be on an unbilled line of an earlier day.
  if (isOver && kind !== "declined-kx" && (kind === "denied" || CORRECTED.includes(kind))) return 5;
  // What is about a billed line is of no visit of today.
  if (isOver && !isUsual) return 0;
  if ((isToday && line === null) || days === 0) return 2;
  return days === null || days < 0 ? 4 : 3;
}

/** Who could not be checked is looked at before the next visit: at once where that is near or nobody knows it, else by its day. */
function unread({ nextVisit }: WorklistRow, today: CivilDate | null): Item {
  const isNear = !nextVisit || today === null || daysUntil(nextVisit.date, today) <= SOON;
  const item = { severity: "error", serviceType: null, line: null, message: "", nextStep: "" } as const;
  return isNear ? { ...item, kind: "missing-kx", due: null } : { ...item, kind: "due", due: nextVisit.date };
}

const byItem =
  (today: CivilDate | null, isToday: boolean, isTodayToo = isToday) =>
  (one: Item, other: Item): number =>
    groupOf(one, today, isToday) - groupOf(other, today, isTodayToo) ||
    byText(one.due ?? NEVER, other.due ?? NEVER) ||
    GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity) ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);

const visitOf = ({ row: { nextVisit } }: ShownRow): string => (nextVisit ? `${nextVisit.date} ${nextVisit.time ?? ""}` : NEVER);
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By the most urgent item of each patient. */
function byUrgency(one: ShownRow, other: ShownRow, today: CivilDate | null): number {
  const isToday = ({ row }: ShownRow): boolean => today !== null && row.nextVisit?.date === today;
  const first = (shown: ShownRow): Item | undefined => {
    const compare = byItem(today, isToday(shown));
    if (shown.row.error) return unread(shown.row, today);
    return shown.items.reduce<Item | undefined>((before, item) => (before && compare(before, item) <= 0 ? before : item), undefined);
  };
  const [mine, theirs] = [first(one), first(other)];
  if (!mine || !theirs) return 0;
  return byItem(today, isToday(one), isToday(other))(mine, theirs);
}

/** What has the status and one of the kinds and holds the text, in the order asked for; patients that are equal in it keep theirs. */
export function arranged(
  rows: readonly WorklistRow[],
  { kinds, sought, status, order, backwards }: WorklistView,
  today: CivilDate | null,
  locale: string,
): ShownRow[] {
  const text = sought.trim().toLocaleLowerCase(locale);
  const holds = ({ name, memberId, therapist, handling }: WorklistRow): boolean =>
    [name, memberId, therapist, handling?.assignedTo].some((part) => part?.toLocaleLowerCase(locale).includes(text));
  const kept = withStatus(rows, status, today).flatMap((one) => {
    if (text !== "" && !holds(one.row)) return [];
    if (kinds.length === 0 || (one.row.error && kinds.includes("unread"))) return [one];
    const items = one.items.filter(({ kind }) => kinds.includes(kind));
    return items.length > 0 ? [{ row: one.row, items }] : [];
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const compare: { [O in Order]: (one: ShownRow, other: ShownRow) => number } = {
    urgency: (one, other) => byUrgency(one, other, today) || share(other.row) - share(one.row),
    name: (one, other) => collator.compare(one.row.name, other.row.name),
    therapist: (one, other) => collator.compare(one.row.therapist ?? "", other.row.therapist ?? ""),
    used: (one, other) => share(other.row) - share(one.row),
    visit: (one, other) => byText(visitOf(one), visitOf(other)),
    due: (one, other) => byText(dueOf(one), dueOf(other)),
  };
  const direction = backwards ? -1 : 1;
  return kept.sort((one, other) => direction * compare[order](one, other) || byUrgency(one, other, today));
}

/** Items of each kind among those with the status. */
export function counted(rows: readonly WorklistRow[], status: Status, today: CivilDate | null): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const { row, items } of withStatus(rows, status, today)) {
    for (const kind of row.error ? (["unread"] as const) : items.map(({ kind }) => kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Items in each status; a patient who could not be checked is open. */
export function inStatus(rows: readonly WorklistRow[], today: CivilDate | null): { [S in Status]: number } {
  const counts = { open: 0, snoozed: 0, done: 0 };
  for (const row of rows) {
    if (row.error) counts.open += 1;
    for (const item of row.items) counts[statusOf(row, item, today)] += 1;
  }
  return counts;
}

const without = <One extends ItemRef>(list: readonly One[], items: readonly ItemRef[]): One[] => list.filter((one) => !items.some((item) => isSame(one, item)));

/** What is made of a patient's items when these are done, put off, or open again. */
export function handled({ handling = NOTHING_DONE }: WorklistRow, items: readonly ItemRef[], to: Status, until: CivilDate): Handling {
  const refs = items.map(refOf);
  return {
    assignedTo: handling.assignedTo,
    done: [...without(handling.done, refs), ...(to === "done" ? refs : [])],
    snoozed: [...without(handling.snoozed, refs), ...(to === "snoozed" ? refs.map((ref) => ({ ...ref, until })) : [])],
  };
}
