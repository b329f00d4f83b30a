// `npm run release -- 0.2.0`: makes and checks a release, commits and tags it here, and stops before it is published. `--dry-run` leaves the
// commit and the tag out.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { main, root, show, Stop } from "./lib/run.mjs";
import { ensurePackages } from "./lib/tools.mjs";
import { release } from "./release/release.mjs";

/** A script of a clone, which builds what is there and not what is here. */
const script = (folder, ...args) => show(process.execPath, [join(folder, "scripts", args[0]), ...args.slice(1)], { cwd: folder });

const hands = {
  say: (text) => console.log(`\n${text}`),
  async prepare(folder) {
    await ensurePackages(folder, "what the build needs");
    await script(folder, "build.mjs");
  },
  pack: (folder, out) => script(folder, "release/pack.mjs", out),
  test: (folder) => show("npm", ["test"], { cwd: folder, env: { ...process.env, KX_SHIPPED: "1" } }),
  /** Both packages are asked the same requests. */
  async decisions(before, after) {
    await hands.prepare(before);
    const report = join(after, "target", "decisions.json");
    await show(process.execPath, [
      join(after, "tests", "contract", "decisions.mjs"),
      join(before, "dist", "index.js"),
      join(after, "dist", "index.js"),
      report,
    ]);
    return JSON.parse(readFileSync(report, "utf8"));
  },
};

await main(async () => {
  const { values, positionals } = parseArgs({ options: { "dry-run": { type: "boolean" } }, allowPositionals: true });
  if (positionals.length > 1) throw new Stop("one version: `npm run release -- 0.2.0`");
  const dryRun = values["dry-run"] === true;
  const { version, target, sums } = await release({ root, wanted: positionals[0], dryRun }, hands);
  const folder = relative(root, target);
  console.log(`\n${folder}:\n${sums.map(({ name, sum }) => `  ${sum}  ${name}`).join("\n")}`);
  if (dryRun) return console.log(`\nA dry run: nothing was committed or tagged. \`npm run release -- ${version}\` does both.`);
  console.log(`
Version ${version} is committed and tagged here. Nothing was published. What the owner runs:

  git push origin main v${version}
  npm publish ${folder}/kx-modifier-${version}.tgz   # provenance needs a CI that npm knows; elsewhere add --no-provenance
  python3 -m twine upload ${folder}/*.whl            # PyPI refuses it while "Private :: Do Not Upload" stands in pyproject.toml

To take it back instead: git tag -d v${version} && git reset --hard HEAD~1`);
});
