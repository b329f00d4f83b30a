// The packed tarball, as a user gets it: its exports, its types, and its functions from an empty project.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show, Stop } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensurePackages, ensurePython, VALIDATORS } from "../lib/tools.mjs";
import { widgetNames } from "../widgets.mjs";

export const label = "the packed tarball";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  const python = await ensurePython(VALIDATORS);
  const work = mkdtempSync(join(tmpdir(), "kx-consumer-"));
  try {
    await show("npm", ["pack", "--silent", "--pack-destination", work]);
    const tarball = readdirSync(work).find((name) => name.endsWith(".tgz"));
    if (!/^kx-modifier-\d+\.\d+\.\d+\.tgz$/.test(tarball ?? "")) throw new Stop(`npm pack made ${tarball}`);
    const bin = join(root, "tests", "node_modules", ".bin");
    await show(join(bin, "publint"), ["--strict", join(work, tarball)]);
    // ESM only: CommonJS reaches it by `require` of an ES module, which Node has from 20.19 on.
    await show(join(bin, "attw"), [
      join(work, tarball),
      "--profile",
      "esm-only",
      "--exclude-entrypoints",
      "kx-modifier.wasm",
      "visit/kx-modifier.wasm",
      "custom-elements.json",
      "import-map.json",
      "--include-entrypoints",
      ...widgetNames().flatMap((name) => [`widgets/${name}`, `widgets/${name}/define`, `react/${name}`]),
      "labels/es",
    ]);
    const consumer = join(work, "consumer");
    mkdirSync(consumer);
    writeFileSync(join(consumer, "package.json"), '{ "name": "consumer", "private": true }\n');
    await show("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", "--omit", "peer", join(work, tarball)], { cwd: consumer });
    await typesWithoutFhir(consumer);
    const folder = join(root, "tests", "packaging");
    const tests = readdirSync(folder)
      .filter((name) => name.endsWith(".test.mjs"))
      .map((name) => join(folder, name));
    // Many of them wait for another process: two at once also where there are two cores.
    await show(process.execPath, ["--test", "--test-concurrency=2", ...tests], { env: { ...process.env, KX_CONSUMER: consumer, KX_PYTHON: python } });
    const entry = join(consumer, "node_modules", "kx-modifier", "dist", "index.js");
    console.log("20,000 random requests, the package beside a second reading of the rules:");
    await show(process.execPath, [join(root, "tests", "reading", "compare.mjs"), "20000", "1", entry]);
    await show(process.execPath, [join(root, "tests", "reading", "account-compare.mjs"), "20000", "1", entry]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Types of FHIR resources are an optional peer: who does not use them has none, and compiles all the same. */
async function typesWithoutFhir(consumer) {
  if (existsSync(join(consumer, "node_modules", "@medplum"))) throw new Stop("the tarball brings FHIR types with it");
  writeFileSync(
    join(consumer, "main.ts"),
    'import init, { decide } from "kx-modifier";\nimport { thresholds } from "kx-modifier/url";\nexport const all = [init, decide, thresholds];\n',
  );
  for (const resolution of [
    ["--module", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
  ]) {
    await show(
      join(root, "node_modules", ".bin", "tsc"),
      ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", "", ...resolution, "main.ts"],
      { cwd: consumer },
    );
  }
}

await alone(import.meta, run);
