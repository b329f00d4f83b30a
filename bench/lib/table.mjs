// Ratios as text for a terminal. What is quoted is how one thing compares with another in the same minutes; the time in parentheses is
// only what it came to here and now.
import { median, ratio } from "./interleave.mjs";
import { done } from "./progress.mjs";
import { NAMES, rowId } from "../rows.mjs";

export const verdict = (value, { bar, stretch }) =>
  bar === undefined ? "" : value > bar ? "over" : stretch !== undefined && value <= stretch ? "within, and the stretch" : "within";

const number = (value) => (value === undefined ? "" : value < 10 ? value.toFixed(2) : value.toFixed(1));
const time = (nanoseconds) => (nanoseconds < 1e6 ? `${(nanoseconds / 1000).toFixed(2)} µs` : `${(nanoseconds / 1e6).toFixed(1)} ms`);

/** One row for each, with its ratio. */
export function ratios(rows, { times, leftOut = {}, failed = {} }) {
  return rows.map((row) => {
    const why = leftOut[row.of] ?? failed[row.of] ?? leftOut[row.to] ?? failed[row.to];
    if (why !== undefined || !times[row.of] || !times[row.to]) return { ...row, why: why ?? "not measured" };
    return { ...row, value: ratio(times[row.of], times[row.to]), here: median(times[row.of]) };
  });
}

export function print(title, rows, names = NAMES) {
  const cells = rows.map((row) => [
    names[row.of] ?? row.of,
    row.value === undefined ? "left out" : number(row.value),
    row.to === undefined ? "" : `× ${names[row.to] ?? row.to}`,
    row.bar === undefined ? "" : `≤ ${row.bar}`,
    row.stretch === undefined ? "" : `≤ ${row.stretch}`,
    row.value === undefined ? row.why : verdict(row.value, row),
    row.here === undefined ? "" : `(${time(row.here)})`,
  ]);
  const head = ["", "ratio", "", "bar", "stretch", "", "here and now"];
  const widths = head.map((text, column) => Math.max(text.length, ...cells.map((row) => (column === 5 && row[1] === "left out" ? 0 : row[column].length))));
  done();
  console.log(`\n${title}`);
  for (const row of [head, ...cells]) {
    console.log(
      `  ${row
        .map((text, column) => (column === 1 || column === 6 ? text.padStart(widths[column]) : text.padEnd(widths[column])))
        .join("  ")
        .trimEnd()}`,
    );
  }
}

/** Ratios by name, for `recorded.json`: two digits behind the point are more than noise lets one know. */
export const recordable = (rows) =>
  Object.fromEntries(rows.filter(({ value, of, to }) => value !== undefined && of !== to).map((row) => [rowId(row), Number(row.value.toFixed(2))]));
