// The page and the shipped declarations under strict type checks, and the contract: what is declared keeps its name and meaning.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { build } from "../build.mjs";

export const label = "types";
export async function run() {
  await build();
  const tsc = join(root, "node_modules", ".bin", "tsc");
  await show(tsc, ["-p", "tsconfig.json"]);
  for (const resolution of [
    ["--module", "nodenext", "--moduleResolution", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
  ]) {
    await show(tsc, [
      "--ignoreConfig",
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom",
      "--types",
      "",
      ...resolution,
      "tests/types/consumer.ts",
      "tests/types/interop.ts",
    ]);
  }
}

await alone(import.meta, run);
