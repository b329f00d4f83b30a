// Everything that a release consists of, from this clone into a folder: `node scripts/release/pack.mjs FOLDER`, after the build.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root, show, Stop } from "../lib/run.mjs";
import { crateSbom, npmSbom, wheelSbom, written } from "../lib/sbom.mjs";
import { ensurePython } from "../lib/tools.mjs";
import { buildJobs, buildWheel, WHEEL, WHEEL_LABEL } from "../lib/wheel.mjs";

export async function pack(out) {
  mkdirSync(out, { recursive: true });
  await show("npm", ["pack", "--silent", "--pack-destination", out]);
  const python = await ensurePython(WHEEL, WHEEL_LABEL);
  await buildWheel(python, out);
  await buildJobs(python, out);
  await show("cargo", ["package", "--quiet", "--locked", "--no-verify", "--allow-dirty", "--target-dir", join(root, "target", "crate")]);
  const { name, version } = crateSbom().metadata.component;
  copyFileSync(join(root, "target", "crate", "package", `${name}-${version}.crate`), join(out, `${name}-${version}.crate`));
  for (const [kind, sbom] of Object.entries({ npm: npmSbom(), wheel: wheelSbom(), crate: crateSbom() })) {
    writeFileSync(join(out, `${name}-${version}-${kind}.cdx.json`), written(sbom));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    if (!process.argv[2]) throw new Stop("into which folder? `node scripts/release/pack.mjs FOLDER`");
    await pack(resolve(process.argv[2]));
  });
}
