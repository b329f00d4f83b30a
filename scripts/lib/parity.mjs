// What stands behind the rules, counted where it is: README's table is filled by the build.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { root } from "./run.mjs";

const README = join(root, "README.md");
const [BEGIN, END] = ["<!-- counted by the build -->", "<!-- end of what is counted -->"];

const text = (...path) => readFileSync(join(root, ...path), "utf8");
const rows = (...path) => parse(text(...path), { columns: true });
const spec = () => readdirSync(join(root, "tests", "spec")).filter((name) => name.endsWith(".csv"));
const written = (count) => count.toLocaleString("en-US");

/** Requests that a test draws at each run, as its check asks for them. */
const drawn = () => [...text("scripts", "check", "package.mjs").matchAll(/compare\.mjs"\), "(\d+)"/g)].reduce((sum, [, count]) => sum + Number(count), 0);

/** Those that are held against recorded answers: the record has a count at each kind. */
const recorded = async () => (await import("../../tests/contract/kinds.mjs")).KINDS.reduce((sum, { count }) => sum + count, 0);

/** The files of payers stand beside the project; where they are not, the number that was counted last stays. */
function fieldFiles(before) {
  const cases = join(root, "..", "shared", "field", "cases.json");
  if (existsSync(cases)) return new Set(JSON.parse(readFileSync(cases, "utf8")).map(({ file }) => file)).size;
  return Number(/\| real files of payers[^|]*\| (\d+) \|/.exec(before)?.[1] ?? 0);
}

async function table(before) {
  const years = rows("data", "thresholds.csv");
  const codes = rows("data", "therapy_codes.csv");
  const confirmed = codes.filter((row) => row.confirmed === "yes").length;
  const counted = [
    ["situations with their expected answer and source (`tests/spec`)", written(spec().reduce((sum, name) => sum + rows("tests", "spec", name).length, 0))],
    ["random requests held against a second reading of the rules, each test run (`tests/reading`)", written(drawn())],
    ["random requests held against recorded answers, each test run (`tests/contract`)", written(await recorded())],
    ["real files of payers and clearinghouses, each with what must be read of it", written(fieldFiles(before))],
    ["calendar years with sourced amounts", `${years.length} (${years[0].year} to ${years.at(-1).year})`],
    ["codes of Medicare's therapy code list with a source that confirms them", `${confirmed} of ${codes.length}`],
    ["codes of the documented qualifying list, sourced", written(rows("data", "documented_codes.csv").length)],
    ["Medicare Advantage payers whose policy on KX was read", written(rows("data", "plans.csv").length)],
  ];
  return ["| what stands behind the rules | how many |", "|---|---|", ...counted.map(([what, count]) => `| ${what} | ${count} |`)].join("\n");
}

/** README as it is, and as it is to be. */
export async function parity() {
  const before = readFileSync(README, "utf8");
  const [head, rest = ""] = before.split(BEGIN);
  const [, tail = ""] = rest.split(END);
  return { before, after: `${head}${BEGIN}\n\n${await table(before)}\n\n${END}${tail}` };
}

export async function fillParity() {
  const { before, after } = await parity();
  if (after !== before) writeFileSync(README, after);
}
