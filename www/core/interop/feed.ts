// CMS's claims feeds (Blue Button, BCDA): a file of ExplanationOfBenefits as therapy lines, ours and other providers'. Which of the lines
// count is for the rules core to say (otherUsedFromEligibility).
import type { ReadPatient } from "../index.js";
import { KxError } from "../error.js";
import type * as Fhir from "./fhir.d.ts";
import { entriesFromExplanationOfBenefit } from "./benefit.js";
import { codings } from "./codes.js";
import { resourcesOf, type Found } from "./file.js";
import { attempt, day, isObject, Left, list, text, type Json, type Unread } from "./reading.js";

/** What stands beside the claims, and is looked up for them. */
const BESIDE = ["Patient", "Practitioner", "Organization", "Coverage"];

export const readExplanationsOfBenefit: typeof Fhir.readExplanationsOfBenefit = (file, options) => {
  const own = ownNpis(options?.ours);
  const unread: Unread[] = [];
  const { found, updated } = resourcesOf(file, unread);
  const known = new Map(found.map(({ resource }) => [`${String(resource.resourceType)}/${String(resource.id)}`, resource]));
  const lines: ReturnType<typeof Fhir.readExplanationsOfBenefit>["lines"] = [];
  const days = [updated];
  for (const one of found) {
    const { resource, at } = one;
    if (resource.resourceType !== "ExplanationOfBenefit") {
      if (!BESIDE.includes(String(resource.resourceType)))
        unread.push({ path: at.replace(/[.: ]+$/, "") || "resourceType", reason: new Left(at, "fhir.other-resource", resource.resourceType).said() });
      continue;
    }
    days.push(isObject(resource.meta) ? day(resource.meta.lastUpdated) : null);
    attempt(unread, () => {
      try {
        lines.push(...linesOf(one, known, own, unread));
      } catch (thrown) {
        // One resource that is none of its kind holds up no other.
        if (!(thrown instanceof KxError)) throw thrown;
        unread.push({ path: `${at}${thrown.path?.replace(/^eob\./, "") ?? ""}`, reason: thrown.message });
      }
    });
  }
  const asOf = days.reduce((newest, one) => (one !== null && (newest === null || one > newest) ? one : newest), null);
  return { lines, asOf, unread };
};

function linesOf({ resource: eob, at }: Found, known: ReadonlyMap<string, Json>, own: ReadonlySet<string>, unread: Unread[]) {
  const read = entriesFromExplanationOfBenefit(eob as unknown as Parameters<typeof entriesFromExplanationOfBenefit>[0]);
  unread.push(...read.unread.map(({ path, reason }) => ({ path: `${at}${path}`, reason })));
  if (read.entries.length === 0) return [];
  const tags = isObject(eob.meta) ? list(eob.meta.tag, `${at}meta.tag`) : [];
  // A claim has several versions in a feed, and only one of them is to count.
  if (tags.some((tag) => isObject(tag) && tag.code === "NotFinalAction")) throw new Left(`${at}meta.tag`, "fhir.not-final");
  if (list(eob.insurance, `${at}insurance`).some(isAdvantage)) throw new Left(`${at}insurance`, "fhir.advantage");
  const provider = billedBy(eob, known);
  if (provider.npi === null) throw new Left(`${at}provider`, "fhir.no-billing-npi");
  const patient = patientOf(eob, known);
  const whose = own.has(provider.npi) ? ("ours" as const) : ("elsewhere" as const);
  return read.entries.map((entry) => ({ whose, provider, entry: { ...entry, patient } }));
}

function ownNpis(ours: unknown): ReadonlySet<string> {
  const help = "give the practice's billing NPIs, such as { ours: [\"1234567893\"] }: without them our own lines would count as other providers'";
  if (!Array.isArray(ours) || ours.length === 0) throw new KxError({ code: "missing-field", path: "ours", message: "`ours` is missing or empty", help });
  ours.forEach((npi: unknown, place) => {
    if (typeof npi !== "string" || !/^\d{10}$/.test(npi))
      throw new KxError({ code: "unknown-value", path: `ours[${place}]`, message: "an NPI is text of ten digits", help });
  });
  return new Set(ours as string[]);
}

/** The plan is told by the coverage's name or number: CMS writes "Part C" and "part-c-…". */
const isAdvantage = (insurance: unknown): boolean =>
  isObject(insurance) &&
  isObject(insurance.coverage) &&
  [insurance.coverage.display, insurance.coverage.reference].some((name) => typeof name === "string" && /\bpart[ -]c\b/i.test(name));

/** The billing provider; an older feed names it as the primary one of the care team. */
function billedBy(eob: Json, known: ReadonlyMap<string, Json>): { npi: string | null; name: string } {
  const named = who(eob.provider, eob, known);
  if (named.npi !== null) return named;
  const primary = list(eob.careTeam, "careTeam").find(
    (one) => isObject(one) && isObject(one.role) && codings(one.role, "careTeam").some(({ code }) => code === "primary"),
  );
  return isObject(primary) ? who(primary.provider, eob, known) : named;
}

function who(reference: unknown, eob: Json, known: ReadonlyMap<string, Json>): { npi: string | null; name: string } {
  if (!isObject(reference)) return { npi: null, name: "" };
  const target = text(reference.reference) ?? "";
  const contained = list(eob.contained, "contained").find((one) => isObject(one) && target === `#${String(one.id)}`);
  const resource = isObject(contained) ? contained : (known.get(target) ?? {});
  const identifiers = [reference.identifier, ...list(resource.identifier, "identifier")].filter(isObject);
  const npi = identifiers.find((one) => isNpi(one));
  return { npi: npi ? text(npi.value) : null, name: text(reference.display) ?? nameOf(resource) };
}

const isNpi = ({ system, type }: Json): boolean =>
  /\/us-npi$/.test(String(system)) || (isObject(type) && codings(type, "identifier.type").some(({ code }) => String(code).toLowerCase() === "npi"));

/** As a file of the X12 kind writes it: the family name first. */
function nameOf({ name }: Json): string {
  if (typeof name === "string") return name.trim();
  const [first] = list(name, "name");
  if (!isObject(first)) return "";
  const given = list(first.given, "given").filter((one): one is string => typeof one === "string");
  return text(first.text) ?? [text(first.family), given.join(" ")].filter(Boolean).join(", ");
}

/** The Medicare number, where the feed tells it; else the feed's own number of the patient, which is nobody's member ID. */
function patientOf(eob: Json, known: ReadonlyMap<string, Json>): ReadPatient {
  const reference = isObject(eob.patient) ? (text(eob.patient.reference) ?? "") : "";
  const resource = known.get(reference) ?? {};
  const inline = isObject(eob.patient) ? eob.patient.identifier : undefined;
  const mbi = [inline, ...list(resource.identifier, "identifier")].filter(isObject).find(({ system }) => /\/us-mbi$/.test(String(system)));
  return { name: nameOf(resource) || reference, memberId: mbi ? text(mbi.value) : null };
}
