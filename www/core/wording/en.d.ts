import type { Wording } from "../index.js";
/** Every sentence in English: what a translation begins with. Days are written as in "Sep 14, 2026". */
declare const wording: Wording;
export default wording;
