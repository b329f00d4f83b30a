import type { Notice } from "kx-modifier";

/** A sign and a word: colour alone says nothing to many. */
export const SEVERITY: { [S in Notice["severity"]]: { sign: string; word: string } } = {
  error: { sign: "✕", word: "ui.severity.error" },
  warning: { sign: "!", word: "ui.severity.warning" },
  info: { sign: "i", word: "ui.severity.info" },
};
