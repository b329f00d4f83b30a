// The resources of a file: a Bundle, one resource, a list of them, or one on each line (NDJSON, as bulk data come).
import { day, isObject, list, wrongType, type Json, type Unread } from "./reading.js";
import { words } from "./words.js";

/** `at`: where it is, to be written before a path in it. */
export interface Found {
  resource: Json;
  at: string;
}

const HELP = "give the text of a FHIR R4 Bundle, of one resource, or of NDJSON with a resource on each line";

export function resourcesOf(file: unknown, unread: Unread[]): { found: Found[]; updated: string | null } {
  if (typeof file !== "string") throw wrongType("text", "expected text", HELP);
  const whole = parsed(file);
  if (whole === undefined) return { found: ofLines(file, unread), updated: null };
  if (Array.isArray(whole)) return { found: whole.flatMap((one, place) => taken(one, `[${place}]`, ".", unread)), updated: null };
  if (!isResource(whole)) throw wrongType("text", "expected a FHIR resource", HELP);
  if (whole.resourceType !== "Bundle") return { found: [{ resource: whole, at: "" }], updated: null };
  // A page of an answer is not the whole of it.
  if (list(whole.link, "link").some((one) => isObject(one) && one.relation === "next")) unread.push({ path: "link", reason: words("fhir.more-pages") });
  const entries = list(whole.entry, "entry");
  return {
    found: entries.flatMap((one, place) => taken(isObject(one) ? one.resource : one, `entry[${place}].resource`, ".", unread)),
    updated: isObject(whole.meta) ? day(whole.meta.lastUpdated) : null,
  };
}

function ofLines(file: string, unread: Unread[]): Found[] {
  const lines = file.split("\n").flatMap((line, place) => (line.trim() === "" ? [] : [{ value: parsed(line), at: `line ${place + 1}` }]));
  if (!lines.some(({ value }) => isResource(value))) throw wrongType("text", "expected JSON", HELP);
  return lines.flatMap(({ value, at }) => taken(value, at, ": ", unread));
}

function taken(value: unknown, at: string, joint: string, unread: Unread[]): Found[] {
  if (isResource(value)) return [{ resource: value, at: `${at}${joint}` }];
  unread.push({ path: at, reason: words("fhir.no-resource") });
  return [];
}

const isResource = (value: unknown): value is Json => isObject(value) && typeof value.resourceType === "string";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
