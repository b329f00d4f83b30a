// The bills of materials: valid by CycloneDX's own schema, the same twice, and of the same packages as the notices.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { crateSbom, npmSbom, wheelSbom, written } from "../../scripts/lib/sbom.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const library = dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json"));
const schema = (name) => JSON.parse(readFileSync(join(library, "res", "schema", `${name}.SNAPSHOT.schema.json`), "utf8"));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
// Of internationalised text nothing is asked.
for (const format of ["idn-email", "iri-reference"]) ajv.addFormat(format, true);
for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
const validate = ajv.compile(schema("bom-1.6"));

const ALL = { npm: npmSbom, crate: crateSbom, wheel: wheelSbom };

for (const [name, make] of Object.entries(ALL)) {
  test(`${name}: valid, and the same bytes twice`, () => {
    const sbom = make();
    assert.ok(validate(sbom), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    assert.equal(written(make()), written(sbom));
    const refs = new Set([sbom.metadata.component["bom-ref"], ...sbom.components.map((one) => one["bom-ref"])]);
    assert.equal(refs.size, sbom.components.length + 1);
    for (const { ref, dependsOn } of sbom.dependencies) for (const one of [ref, ...dependsOn]) assert.ok(refs.has(one), one);
    for (const one of sbom.components) assert.ok(one.hashes?.length, `${one.name} has no hash`);
    // From the package itself everything can be reached.
    const needs = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set([sbom.metadata.component["bom-ref"]]);
    for (const ref of reached) for (const next of needs.get(ref)) reached.add(next);
    assert.deepEqual(
      [...refs].filter((ref) => !reached.has(ref)),
      [],
    );
  });
}

test("a bill that is wrong is not valid", () => {
  const sbom = npmSbom();
  assert.equal(validate({ ...sbom, bomFormat: "another" }), false);
  assert.equal(validate({ ...sbom, components: [{ name: "without a type" }] }), false);
});

test("the packed bill is the one of today, and names what the notices name", () => {
  assert.equal(readFileSync(join(root, "dist", "sbom.cdx.json"), "utf8"), written(npmSbom()));
  for (const [file, sbom] of [
    ["THIRD-PARTY-NOTICES.md", npmSbom()],
    ["python/THIRD-PARTY-NOTICES.md", wheelSbom()],
  ]) {
    const rows = [...readFileSync(join(root, file), "utf8").matchAll(/^\| (\S+) \| (\S+) \| (?:cargo|npm) \|/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    const inside = sbom.components.filter(({ properties }) => properties[0].value === "true").map(({ name, version }) => `${name} ${version}`);
    assert.deepEqual(rows.sort(), inside.sort());
  }
});
