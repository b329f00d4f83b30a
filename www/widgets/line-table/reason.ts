// What is said below a line, and what is said once above all of them.
import type { Decision, Notice, NoticeCode } from "kx-modifier";

/** These tell of the visit: where all lines that have them have the same they need not be read again with each. */
const OF_THE_VISIT: readonly NoticeCode[] = [
  "other-year-usage",
  "usage-unknown",
  "stale-usage",
  "home-health-episode",
  "hospice",
  "medicare-secondary",
  "documentation-incomplete",
];
/** What keeps KX from being added automatically, and is said by the notice as the tooltip would say it. */
const SAYS_WHY: readonly NoticeCode[] = [
  "crosses-threshold",
  "discipline-from-modifier",
  "modifiers-in-note",
  "no-modifier-place",
  "off-list-therapy-code",
  "therapy-modifier-conflict",
  "unconfirmed-code",
];
/** They name the balance themselves. */
const NAMES_BALANCE: readonly NoticeCode[] = ["crosses-threshold", "off-list-therapy-code"];
/** That a line is billed without KX on purpose, is no therapy, or has a modifier twice is seen at once too; the last two may be slips of the fingers. */
const SEEN_AT_ONCE: readonly NoticeCode[] = ["billed-as-not-necessary", "not-therapy", "repeated-modifier"];

/** The notices of the visit. Of the record one line alone tells it of all; anything else has to be said of every line. */
export function ofTheVisit(decisions: readonly Decision[]): readonly Notice[] {
  const said = new Map<string, Notice>();
  for (const code of OF_THE_VISIT) {
    const found = (code === "documentation-incomplete" ? decisions.filter(({ state }) => state !== "blocked") : decisions).flatMap(({ notices }) =>
      notices.filter((notice) => notice.code === code),
    );
    const [first] = found;
    const isOfAll = code === "documentation-incomplete" || (decisions.length > 1 && found.length === decisions.length);
    if (first && isOfAll && found.every(({ message }) => message === first.message)) said.set(first.message, first);
  }
  return [...said.values()];
}

/** What is grave about a line, but for what is said above all lines. An answer to the question whether KX belongs on it has the last word.
 *  @example
 *  const decision = decide({
 *    line: { date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" },
 *    renderingProvider: { discipline: "PT" },
 *    coverage: { program: "medicare-part-b" },
 *  });
 *  graveOf(decision).map(({ code }) => code); // ["usage-unknown"] */
export function graveOf({ action, state, notices }: Decision, above: readonly Notice[] = []): Notice[] {
  const isAnswered = (code: NoticeCode): boolean =>
    (code === "crosses-threshold" && (state === "declined" || action === "keep")) ||
    (code === "off-list-therapy-code" && action !== "suggest") ||
    // What can't be billed so is put right first.
    (code === "documentation-incomplete" && state === "blocked");
  return notices.filter(
    ({ code, severity, message }) => (severity !== "info" || SEEN_AT_ONCE.includes(code)) && !above.some((one) => one.message === message) && !isAnswered(code),
  );
}

/** Whether KX was left off a line that goes over the threshold: no notice says what follows. */
export const mayBeDenied = ({ state, notices }: Decision): boolean => state === "declined" && !notices.some(({ code }) => code === "kx-declined");

/** Why a line is to be checked or is blocked, in the core's words, where no notice says it. */
export function reasonOf({ state, action, tooltip, conditions, notices }: Decision, grave: readonly Notice[]): string {
  if (state !== "check" && state !== "blocked") return "";
  const has = (codes: readonly NoticeCode[]) => notices.some(({ code }) => codes.includes(code));
  if (action === "suggest" && !has(SAYS_WHY)) return tooltip;
  const reached = conditions.find(({ id }) => id === "threshold-reached");
  if (reached?.met && !has(NAMES_BALANCE)) return reached.explanation;
  return grave.length === 0 ? tooltip : "";
}

/** Whether what a decision comes to stands below its line already. */
export const saysIt = ({ action, notices }: Decision, grave: readonly Notice[], reason: string, conclusion: string): boolean =>
  reason === conclusion || grave.some(({ message }) => message === conclusion) || (action === "suggest" && notices.some(({ code }) => SAYS_WHY.includes(code)));
