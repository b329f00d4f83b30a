// A round trip through a real FHIR server: what is read from it is decided, and what is decided is stored.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { build } from "../build.mjs";
import { ensureFhirServer } from "../lib/fhir-server.mjs";
import { ensurePackages } from "../lib/tools.mjs";

export const label = "a real FHIR server";
export async function run({ deadline } = {}) {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  const binary = await ensureFhirServer(deadline);
  const folder = join(root, "tests", "fhir-server");
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => join(folder, name));
  await show(process.execPath, ["--test", ...tests], { env: { ...process.env, KX_FHIR_SERVER: binary } });
}

await alone(import.meta, run);
