// What is public is what was recorded: the entries' declarations and names, the command's help, the wheel's stubs, the crate's items.
import { join } from "node:path";
import { alone, ask, root, show, Stop } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { apiReports, FOLDER, recordedReport } from "../lib/api-reports.mjs";
import { ensurePackages } from "../lib/tools.mjs";
import { apiChanges, difference } from "../release/apis.mjs";

const some = (sign, lines) => lines.slice(0, 6).map((line) => `    ${sign} ${line}`);

export const label = "what is public, as recorded";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  await show(process.execPath, ["--test", join(root, "tests", "release", "api.test.mjs")]);
  const wrong = Object.entries(await apiReports()).flatMap(([file, text]) => {
    if (text === recordedReport(file)) return [];
    const { removed, added } = difference(recordedReport(file), text);
    return [`  ${join(FOLDER, file)}`, ...some("-", removed), ...some("+", added)];
  });
  if (wrong.length)
    throw new Stop(
      `what is public is not what was recorded:\n${wrong.join("\n")}\nIf that is meant: \`node scripts/api.mjs\` records it, and CHANGELOG.md says it`,
    );
  const last = ask("git", ["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"]);
  if (last === null) return console.log("as recorded; there is no tag of a release yet, so nothing is compared with one");
  const since = apiChanges(root, last).map(({ file, removed, added }) => `  ${file}: ${removed.length} lines gone, ${added.length} new`);
  console.log(since.length ? `as recorded; since ${last}:\n${since.join("\n")}` : `as recorded, and as in ${last}`);
}

await alone(import.meta, run);
