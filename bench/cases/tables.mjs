// The few facts that every contender is given. The package brings its own; where the two know different years or codes, `measure/answers.mjs`
// says so.
export const THRESHOLD = { 2023: "2230.00", 2024: "2330.00", 2025: "2410.00", 2026: "2480.00" };
export const BUCKET = { PT: "PT/SLP", PTA: "PT/SLP", SLP: "PT/SLP", OT: "OT", OTA: "OT" };
export const CODES_PT_SLP = [
  "97110",
  "97112",
  "97116",
  "97140",
  "97530",
  "97535",
  "97542",
  "97750",
  "97760",
  "97761",
  "97763",
  "97150",
  "97597",
  "92507",
  "92508",
  "92526",
  "92609",
];
export const CODES_OT = ["97110", "97112", "97116", "97150", "97140", "97530", "97535", "97537", "97542", "97750", "97755", "97760", "97761", "97763"];
