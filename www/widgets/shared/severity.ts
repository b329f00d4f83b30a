import type { Notice } from "kx-modifier";

/** A sign and a word: colour alone says nothing to many. */
export const SEVERITY: { [S in Notice["severity"]]: { sign: string; word: string } } = {
  error: { sign: "✕", word: "Error" },
  warning: { sign: "!", word: "Warning" },
  info: { sign: "i", word: "Note" },
};
