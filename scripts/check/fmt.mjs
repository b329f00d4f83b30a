// Rust is formatted; TypeScript and the scripts are formatted and have nothing that a linter finds.
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "formatting and linting";
export async function run() {
  await show("cargo", ["fmt", "--all", "--check"]);
  await show("cargo", ["fmt", "--check", "--manifest-path", join(root, "python", "Cargo.toml")]);
  await ensurePackages(root, "what the build needs");
  await show(join(root, "node_modules", ".bin", "biome"), ["check", "--error-on-warnings"]);
}

await alone(import.meta, run);
