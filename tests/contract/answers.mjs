// Answers that other programs wrote down, held against the declarations.
//
//   node answers.mjs FOLDER
//
// Each file in it holds one JSON value a line: {"function": "decide", "answer": …} or {"function": "decide", "error": {"code": …, "path": …,
// "message": …, "help": …}}. Functions are called as in JavaScript, methods of a session "session.add"; a line of a bulk answer is of
// "decideNdjson.line" or "auditNdjson.line".
import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { answerErrors, names } from "./schema.mjs";

/** What the crate answers, as the package passes it on: JSON has null for nothing, and the build tells which revision it is of. */
const PASSED_ON = {
  versions: (answer) => ({ ...answer, revision: "" }),
  "session.remove": (answer) => answer ?? undefined,
  "session.setAutoApplyKx": (answer) => answer ?? undefined,
};

const LEFT_OUT = new Set(["function", "answer", "error"]);

function problemsOf(text) {
  let line;
  try {
    line = JSON.parse(text);
  } catch (error) {
    return [`no JSON: ${error.message}`];
  }
  if (typeof line !== "object" || line === null || Object.keys(line).some((name) => !LEFT_OUT.has(name)) || "answer" in line === "error" in line)
    return ["has not the shape {function, answer} or {function, error}"];
  // Behind a colon, what a function's options ask for.
  const [name] = String(line.function).split(":");
  if (!names.includes(name)) return [`the declarations have no ${name}`];
  return "error" in line ? answerErrors("refusal", line.error) : answerErrors(name, (PASSED_ON[name] ?? ((answer) => answer))(line.answer));
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("name the folder with the answers");
  process.exit(2);
}
const counts = new Map();
let wrong = 0;
for (const name of readdirSync(folder).sort()) {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
    number += 1;
    if (text === "") continue;
    const problems = problemsOf(text);
    const of = /"function":\s*"([^"]*)"/.exec(text)?.[1] ?? "?";
    counts.set(of, (counts.get(of) ?? 0) + 1);
    if (problems.length === 0) continue;
    wrong += 1;
    if (wrong <= 10) console.error(`${name}:${number}: ${problems.slice(0, 5).join("\n  ")}\n  ${text.slice(0, 1000)}`);
  }
}
const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${all} answers (${[...counts]
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(", ")}): ${wrong} not as declared`,
);
if (all === 0) console.error("there are none: whoever writes them did not run");
process.exitCode = wrong || all === 0 ? 1 : 0;
