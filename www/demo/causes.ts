// What holds a claim or is to be checked, by its cause: what has the same words and the same step is said once, with all of its lines.
import type { HoldReason } from "kx-modifier";
import { causesOf, graveOf, type Cause, type Desk } from "kx-modifier/desk";

/** A cause with the lines it is about: none where it is about the patient. */
export interface Shared extends Cause {
  lines: readonly string[];
}

/** The same cause on several lines is said once. What stands in a claim's note is read line by line. */
export function sharedCausesOf(reasons: readonly HoldReason[]): Shared[] {
  const shared = new Map<string, Shared>();
  for (const cause of causesOf(reasons)) {
    const { reason, codes } = cause;
    const { line, nextStep, who, released } = reason;
    const lines = line === null ? [] : [line];
    const key = JSON.stringify(codes.includes("modifiers-in-note") ? [line, codes] : [codes, nextStep, who, released]);
    const known = shared.get(key);
    shared.set(key, { ...cause, lines: [...(known?.lines ?? []), ...lines] });
  }
  return [...shared.values()];
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
    const { id, decision, hint, expected, allowed } = line;
    if (!decision) continue;
    if (expected === "no fee" && allowed === "") add(desk.text("ui.line.no-amount"), id);
    // What a crossing line asks is the suggestion's question.
    const isAnswered = (code: string): boolean => answered.includes(`${id} ${code === "crosses-threshold" ? "suggestion" : code}`);
    const grave = graveOf(decision).filter(({ severity }) => severity !== "info");
    for (const { code, message } of grave) if (!isAnswered(code)) add(message, id);
    // A KX that nothing is noticed about, and that is to be looked at all the same.
    if (decision.state === "check" && decision.action === "keep" && grave.length === 0) add(decision.tooltip, id);
    if (hint) add(hint, id);
  }
  return [...checks].map(([message, lines]) => ({ message, lines }));
}
