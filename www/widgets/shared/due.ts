// Days by which something is due: how many are left, and how urgent that is.
import { css, html, nothing } from "lit";
import type { CivilDate, DueDate } from "kx-modifier";
import type { Voice } from "./explanation.js";

/** A color says nothing to many. */
export const DUE: { readonly [S in DueDate["status"]]: { sign: string; tone: "error" | "warning" | "quiet" | "done" } } = {
  overdue: { sign: "✕", tone: "error" },
  due: { sign: "!", tone: "warning" },
  soon: { sign: "!", tone: "warning" },
  later: { sign: "◷", tone: "quiet" },
  unknown: { sign: "?", tone: "quiet" },
  done: { sign: "✓", tone: "done" },
};

/** Over, due, or due soon: what is named where there is room for one alone. */
export const isUrgent = ({ status }: DueDate): boolean => status === "overdue" || status === "due" || status === "soon";

const saidOf = (days: number, text: Voice["text"]): string =>
  days > 0 ? text("ui.due.left", { count: days }) : days === 0 ? text("ui.due.today") : text("ui.due.over", { count: -days });

/** "12 days left", "3 days overdue", "Due today", "2 treatment days left"; empty where nothing can be told, and where it is done. */
export function leftOf({ daysLeft, status, kind, treatmentDaysLeft }: DueDate, text: Voice["text"]): string {
  if (daysLeft === null && treatmentDaysLeft !== null)
    return treatmentDaysLeft > 0 ? text("ui.due.treatment-days", { count: treatmentDaysLeft }) : text(`ui.due.status.${status}`);
  // A re-evaluation is usual, and no rule: nobody is late.
  if (daysLeft === null || status === "done" || (kind === "re-evaluation" && daysLeft < 0)) return "";
  return saidOf(daysLeft, text);
}

const DAY = 86_400_000;
export const daysUntil = (day: CivilDate, today: CivilDate): number => Math.round((Date.parse(day) - Date.parse(today)) / DAY);
/** In a list of days more would be counted than read. */
const NEAR = 30;
/** The same from today on, where the day is near or over; null where today is not known. */
export function leftUntil(day: CivilDate, today: CivilDate | null, text: Voice["text"]): { words: string; isOver: boolean } | null {
  const days = today === null ? Infinity : daysUntil(day, today);
  return days > NEAR ? null : { words: saidOf(days, text), isOver: days < 0 };
}

export function dueDay(due: DueDate, { text, date }: Voice) {
  const left = leftOf(due, text);
  const day = due.day === null ? (left ? "" : text("ui.due.unknown")) : date(due.day);
  return html`${day ? html`<span class="due-day">${day}</span> ` : nothing}${left ? html`<span class="due-left ${DUE[due.status].tone}">${left}</span>` : nothing}`;
}

/** Below the day, in a column. */
export const leftStyle = css`
  .left-days {
    display: block;
    white-space: nowrap;
  }
`;
