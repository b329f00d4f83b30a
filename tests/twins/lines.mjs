// A year of billed lines with everything that a line can get wrong among them, from a seed.
import { accounts } from "../../bench/cases/accounts.mjs";
import { random } from "../../bench/cases/random.mjs";

/** What is done to a line, and whether it is still an object with text in its fields, which columns can hold. */
const FAULTS = [
  [(line) => ({ ...line, date: "2026-02-30" }), true],
  [(line) => ({ ...line, allowed: "31.405" }), true],
  [(line) => ({ ...line, allowed: null }), true],
  [(line) => ({ ...line, code: "9711" }), true],
  [(line) => ({ ...line, modifiers: ["GP", "K"] }), true],
  [(line) => ({ ...line, modifiers: ["GP", "59", "KX", "CQ", "XU"] }), true],
  [(line) => ({ ...line, id: `${line.beneficiary}-0` }), true],
  [(line) => ({ ...line, beneficiary: null }), true],
  [(line) => ({ ...line, id: `${line.id} "ä\\\u0007` }), true],
  [(line) => ({ ...line, allowed: 31.4 }), false],
  [(line) => ({ ...line, modifier: ["GP"] }), false],
  [(line) => ({ ...line, beneficiary: "" }), true],
  [(line) => ({ ...line, beneficiary: "  " }), true],
  [(line) => ({ ...line, beneficiary: "\u0000" }), true],
  [(line) => ({ ...line, lines: [] }), false],
  [(line) => ({ ...line, lines: null }), false],
  [() => "{", false],
  [() => [], false],
  // What Node reads and the package does not, or the other way around, among the lines of somebody.
  [() => "", false],
  [() => "   ", false],
  [() => "\t{", false],
  [({ beneficiary }) => `{"beneficiary":"${beneficiary}x","id":"1","units":1e999}`, false],
  [() => '{"beneficiary":"\\ud800","id":"1"}', false],
  [({ beneficiary }) => `{"beneficiary":"${beneficiary}x","id":"1","x":${"[".repeat(200)}${"]".repeat(200)}}`, false],
  [({ beneficiary }) => `{"beneficiary":"x","beneficiary":"${beneficiary}","id":"2"}`, false],
  [({ beneficiary }) => `\ufeff{"beneficiary":"${beneficiary}x","id":"1"}`, false],
];

/** NDJSON, and by line whether columns can hold it. */
export function linesWithFaults(count, seed = 20261126) {
  const { chance, pick } = random(seed);
  const each = 40;
  const lines = accounts(Math.ceil(count / each), each, { seed }).slice(0, count);
  const made = lines.map((line) => {
    if (!chance(0.02)) return [JSON.stringify(line), true];
    const [spoil, inColumns] = pick(FAULTS);
    const spoiled = spoil(line);
    return [typeof spoiled === "string" ? spoiled : JSON.stringify(spoiled), inColumns];
  });
  // A byte order mark and blank lines at the end are no lines.
  return { text: `\ufeff${made.map(([line]) => line).join("\n")}\n\n \r\n`, inColumns: made.map(([, fits]) => fits) };
}
