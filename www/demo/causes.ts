// What holds a claim or is to be checked, by its cause: what has the same words and the same step is said once, with all of its lines.
import type { HoldReason } from "kx-modifier";
import type { Desk } from "kx-modifier/desk";

/** Reasons of one cause. */
export interface Cause {
  /** The one whose words are shown. */
  reason: HoldReason;
  /** All that the same step answers. */
  codes: readonly HoldReason["code"][];
  /** Empty where it is about the patient. */
  lines: readonly string[];
}

const word = ({ released }: HoldReason): string => JSON.stringify(released);

/** Two reasons of a line with one step are one cause, and so is the same reason on several lines. What stands in a claim's note is read line by line. */
export function causesOf(reasons: readonly HoldReason[]): Cause[] {
  const ofLines = new Map<string, Cause>();
  for (const reason of reasons) {
    const key = JSON.stringify([reason.line, reason.nextStep, word(reason)]);
    const known = ofLines.get(key);
    if (known) ofLines.set(key, { ...known, codes: [...known.codes, reason.code] });
    else ofLines.set(key, { reason, codes: [reason.code], lines: reason.line === null ? [] : [reason.line] });
  }
  const causes = new Map<string, Cause>();
  for (const cause of ofLines.values()) {
    const { reason, codes, lines } = cause;
    const key = codes.includes("modifiers-in-note") ? JSON.stringify([lines, codes]) : JSON.stringify([codes, reason.nextStep, reason.who, word(reason)]);
    const known = causes.get(key);
    if (known) causes.set(key, { ...known, lines: [...known.lines, ...lines] });
    else causes.set(key, cause);
  }
  return [...causes.values()];
}

/** A sentence with the lines it is about. */
export interface Check {
  message: string;
  lines: readonly string[];
}

/** What holds nothing, and is no less to be read before the claim goes out. What a person has answered is said with the answer. */
export function checksOf(desk: Desk, reasons: readonly HoldReason[]): Check[] {
  const answered = reasons.filter(({ released }) => released).map(({ line, code }) => `${line} ${code}`);
  const checks = new Map<string, string[]>();
  const add = (message: string, id: string): void => void checks.set(message, [...(checks.get(message) ?? []), id]);
  for (const line of [...desk.lines("treatment"), ...desk.lines("flowsheet")]) {
    const { id, decision, hint } = line;
    if (!decision) continue;
    for (const { code, severity, message } of decision.notices) {
      // Once KX is decided, what kept it from being added by itself is no question.
      const isDecided = code === "off-list-therapy-code" && decision.action !== "suggest";
      if (severity !== "info" && !isDecided && !answered.includes(`${id} ${code}`)) add(message, id);
    }
    if (hint) add(hint, id);
  }
  return [...checks].map(([message, lines]) => ({ message, lines }));
}
