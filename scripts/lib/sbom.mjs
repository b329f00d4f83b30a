// The bills of materials (CycloneDX 1.6, JSON) of the npm package, the wheel and the crate, from the same data as their notices. Without a day
// and with a serial number that follows from the rest: two builds of one revision give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled, crates, installed, LINKED } from "./inside.mjs";
import { root } from "./run.mjs";

const key = ({ kind, name, version }) => purl(kind, name, version);
/** A package's address, as CycloneDX and the package managers write it. */
function purl(kind, name, version) {
  const path = kind === "npm" ? name.replace("@", "%40") : name;
  return `pkg:${kind}/${path}@${version.replace("+", "%2B")}`;
}

function hashes({ sha256, sha512 }) {
  const all = [
    ["SHA-256", sha256],
    ["SHA-512", sha512],
  ].filter(([, content]) => content);
  return all.length ? { hashes: all.map(([alg, content]) => ({ alg, content })) } : {};
}

const component = (one, inside) => ({
  type: "library",
  "bom-ref": key(one),
  name: one.name,
  version: one.version,
  scope: "required",
  ...hashes(one),
  licenses: [{ expression: one.license.replaceAll("/", " OR ") }],
  purl: key(one),
  properties: [{ name: "kx-modifier:inside", value: String(inside) }],
});

const uuid = (text) => {
  const hex = createHash("sha256").update(text).digest("hex");
  // Version 8: of one's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** `inside` is in the file that users get; `beside` comes with it as a dependency. */
export function sbomOf({ kind, name, version, description, license }, inside, beside = []) {
  const order = (a, b) => (key(a) < key(b) ? -1 : 1);
  const others = [...inside, ...beside].filter(({ own }) => !own);
  const unique = [...new Map(others.map((one) => [key(one), one])).values()].sort(order);
  const held = new Set(inside.map(key));
  const main = purl(kind, name, version);
  const refs = new Map(unique.map((one) => [`${one.kind} ${one.name}@${one.version}`, key(one)]));
  const needed = new Set(unique.flatMap((one) => one.needs.map((need) => refs.get(`${one.kind} ${need}`))));
  const body = {
    metadata: { component: { type: "library", "bom-ref": main, name, version, description, licenses: [{ license: { name: license } }], purl: main } },
    components: unique.map((one) => component(one, held.has(key(one)))),
    dependencies: [
      // What nothing else brings is the package's own choice.
      { ref: main, dependsOn: unique.map(key).filter((ref) => !needed.has(ref) || direct(inside, ref)) },
      ...unique.map((one) => ({ ref: key(one), dependsOn: one.needs.flatMap((need) => refs.get(`${one.kind} ${need}`) ?? []) })),
    ],
  };
  const serialNumber = `urn:uuid:${uuid(JSON.stringify(body))}`;
  return { $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", bomFormat: "CycloneDX", specVersion: "1.6", serialNumber, version: 1, ...body };
}

/** Whether our own code asks for it. */
const direct = (inside, ref) => inside.some((one) => one.own && one.needs.some((need) => ref === `pkg:cargo/${need.replace("+", "%2B")}`));

const manifest = () => JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

export function npmSbom() {
  const { name, version, description, license } = manifest();
  return sbomOf({ kind: "npm", name, version, description, license }, [...crates(LINKED.modules), ...bundled()], installed());
}

export function crateSbom() {
  const [own, ...others] = crates(LINKED.crate);
  return sbomOf({ ...own, description: manifest().description }, [own, ...others]);
}

export function wheelSbom() {
  const { name, version, description, license } = manifest();
  return sbomOf({ kind: "pypi", name, version, description, license }, crates(LINKED.wheel));
}

export const written = (sbom) => `${JSON.stringify(sbom, null, 2)}\n`;
