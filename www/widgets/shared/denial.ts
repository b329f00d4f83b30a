// Why a payer denied a line, by the claim adjustment reason codes (CARC) of its remittance.
import { html, nothing } from "lit";
import type { Voice } from "./explanation.js";

/** Those that have words here; of the others the number is shown. */
const KNOWN = ["1", "16", "23", "45", "59", "96", "119", "253"];

/** The group before the number says who is billed, which is no part of why. */
export function reasonsHint(reasons: readonly string[] | undefined, { text }: Voice) {
  const codes = [...new Set(reasons?.map((reason) => reason.slice(reason.lastIndexOf("-") + 1)))];
  const words = codes.map((code) => `CARC ${code}${KNOWN.includes(code) ? ` (${text(`ui.carc.${code}`)})` : ""}`);
  return words.length === 0 ? nothing : html` <span class="hint">${words.join(", ")}</span>`;
}
