// What the widgets are given to show.
import type { Decision } from "kx-modifier";

/** Text that the core refused, kept in its field until it is put right. */
export interface Refusal {
  text: string;
  message: string;
  help: string;
}

export interface CodeChoice {
  code: string;
  description: string;
}

export interface ShownLine {
  id: string;
  code: string;
  description: string;
  /** The line's own modifiers, as typed. */
  modifiers: string;
  allowed: string;
  kxDeclined: string | null;
  decision: Decision | null;
  refused: { modifiers: Refusal | undefined; allowed: Refusal | undefined };
  /** Flowsheet only. */
  intervention?: { name: string; choices: CodeChoice[] };
  done?: boolean;
}
