// Codes in CodeableConcepts: which system a code is of, and what a modifier or a service is.
import { isObject, Left, list, object, type Json } from "./reading.js";

/** What HL7 terminology calls CMS's HCPCS codes and modifiers (with http). */
export const HCPCS_SYSTEM = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
export const X12_SERVICE_TYPES = ["x12.org/codes/service-type-codes"];
export const ADJUDICATIONS = ["terminology.hl7.org/codesystem/adjudication"];

/** HCPCS and CPT codes and modifiers go by several names: HL7's, CMS's Blue Button, BCDA and older ones, the AMA's, and their OIDs. */
const HCPCS = [
  "www.cms.gov/medicare/coding/hcpcsreleasecodesets",
  "www.cms.gov/medicare/coding/medhcpcsgeninfo/index.html",
  "bluebutton.cms.gov/resources/codesystem/hcpcs",
  "www.ama-assn.org/go/cpt",
  "urn:oid:2.16.840.1.113883.6.285",
  "urn:oid:2.16.840.1.113883.6.14",
  "urn:oid:2.16.840.1.113883.6.12",
];

/** A system as it is compared: with http or https, with or without a closing slash, in any case. */
const plain = (system: unknown): string =>
  typeof system === "string"
    ? system
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/\/$/, "")
    : "";

export function codings(concept: unknown, path: string): Json[] {
  const { coding } = object(concept, path);
  return list(coding, `${path}.coding`).filter(isObject);
}

/** The different codes of a concept in one of the systems; `bare` also takes a code without a system where it looks like one. */
export function codesIn(systems: readonly string[], concept: unknown, path: string, bare?: RegExp): string[] {
  const codes = codings(concept, path).flatMap(({ system, code }) => {
    if (typeof code !== "string") return [];
    const upper = code.trim().toUpperCase();
    const taken = system === undefined || system === null ? bare?.test(upper) : systems.includes(plain(system));
    return taken ? [upper] : [];
  });
  return [...new Set(codes)];
}

const MODIFIER = /^[A-Z0-9]{2}$/;
const PROCEDURE = /^[A-Z0-9]{5}$/;

/** The HCPCS modifier of a concept; null where all its codes are of other systems. */
export function modifierOf(concept: unknown, path: string): string | null {
  const codes = codesIn(HCPCS, concept, path, MODIFIER);
  if (codes.length > 1) throw new Left(path, "fhir.codes-differ");
  const [code] = codes;
  if (code === undefined) {
    if (codings(concept, path).some(({ system, code }) => plain(system) !== "" && !HCPCS.includes(plain(system)) && typeof code === "string")) return null;
    throw new Left(path, "fhir.no-code");
  }
  if (!MODIFIER.test(code)) throw new Left(path, "fhir.not-a-modifier", code);
  return code;
}

/** The HCPCS modifiers of an item, in their order. */
export function modifiersOf(item: Json, path: string): string[] {
  return list(item.modifier, `${path}.modifier`).flatMap((concept, index) => modifierOf(concept, `${path}.modifier[${index}]`) ?? []);
}

/** The HCPCS or CPT code of an item. */
export function procedureOf(item: Json, path: string): string {
  const at = `${path}.productOrService`;
  if (!isObject(item.productOrService)) throw new Left(at, "fhir.no-procedure");
  const codes = codesIn(HCPCS, item.productOrService, at, PROCEDURE);
  if (codes.length > 1) throw new Left(at, "fhir.codes-differ");
  const [code] = codes;
  if (code === undefined) throw new Left(at, "fhir.no-procedure");
  if (!PROCEDURE.test(code)) throw new Left(at, "fhir.not-a-procedure", code);
  return code;
}
