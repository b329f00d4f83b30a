import type { Wording } from "../index.js";
/** Every sentence in Spanish, as it is written in the United States. */
declare const wording: Wording;
export default wording;
