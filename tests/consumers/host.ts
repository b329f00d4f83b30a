// What every host has: a line, the rules, and what the host writes down when a person acts on the chip.
import init, { decide, thresholds, type Decision, type ThresholdDisplay } from "kx-modifier";
import type { KxEventDetails } from "kx-modifier/widgets";

export interface Line {
  modifiers: string[];
  kxDeclined: string | null;
}

export interface Shown {
  line: Line;
  decision: Decision;
  bucket: ThresholdDisplay;
}

export const ready = init();

/** The screen for a line and for what other providers used. */
export function shown(line: Line, otherUsed: string): Shown {
  const { kxDeclined, ...rest } = line;
  const usage = { used: { "PT/SLP": "2080.00" }, otherUsed: { "PT/SLP": otherUsed } };
  return {
    line,
    decision: decide({
      line: { code: "97110", ...rest, ...(kxDeclined === null ? {} : { kxDeclined }) },
      appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
      coverage: { program: "medicare-part-b" },
      usage,
    }),
    bucket: thresholds({ date: "2026-07-01", usage })["PT/SLP"],
  };
}

export const START: Line = { modifiers: ["GP"], kxDeclined: null };
export const applied = (): Line => ({ modifiers: ["GP", "KX"], kxDeclined: null });
export const removed = ({ modifiers, reason }: KxEventDetails["kx-removed"]): Line => ({ modifiers, kxDeclined: reason });
export const restored = ({ modifiers }: KxEventDetails["kx-restored"]): Line => ({ modifiers, kxDeclined: null });
/** What the test reads: the modifiers that would go on the claim, and why KX is not among them. */
export const said = ({ line, decision }: Shown): string => `${decision.modifiers.join(" ")} ${line.kxDeclined ?? ""}`.trim();
