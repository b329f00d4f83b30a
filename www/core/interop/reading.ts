// Reading resources that others wrote: nothing is taken on trust, and what is left is named.
import { KxError } from "../error.js";
import { words } from "./words.js";

export interface Json {
  readonly [key: string]: unknown;
}
export interface Unread {
  path: string;
  reason: string;
}

/** Why a part of a resource is left, thrown to where the part would be taken. */
export class Left extends Error {
  constructor(
    readonly path: string,
    readonly id: string,
    private readonly value?: unknown,
  ) {
    super();
  }

  /** The words for people; with a mark around what was given, those of a `KxError`. */
  said(mark = ""): string {
    const { value } = this;
    const given = typeof value === "string" || typeof value === "number" ? String(value).slice(0, 40) : "?";
    return words(this.id, { value: `${mark}${given}${mark}` });
  }
}

/** Takes each element of a list; what is left goes to `unread`. */
export function each(elements: readonly unknown[], path: string, unread: Unread[], take: (element: Json, path: string) => void): void {
  for (const [index, element] of elements.entries())
    attempt(unread, () => {
      const at = `${path}[${index}]`;
      take(object(element, at), at);
    });
}

/** Runs `take`; where it is left, why goes to `unread`. */
export function attempt(unread: Unread[], take: () => void): void {
  try {
    take();
  } catch (thrown) {
    if (!(thrown instanceof Left)) throw thrown;
    unread.push({ path: thrown.path, reason: thrown.said() });
  }
}

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

export function object(value: unknown, path: string): Json {
  if (!isObject(value)) throw new Left(path, "fhir.not-an-object");
  return value;
}

/** A list that may be absent. */
export function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Left(path, "fhir.not-a-list");
  return value;
}

export function wrongType(path: string | null, message: string, help: string): KxError {
  return new KxError({ code: "wrong-type", path, message, help });
}

/** The resource, where it is one of that type and its lists are lists. */
export function resource(value: unknown, type: string, name: string, lists: readonly string[]): Json {
  if (!isObject(value)) throw wrongType(name, `expected a FHIR ${type}`, `give the ${type} resource as the object that JSON.parse makes of it`);
  if (value.resourceType !== type) {
    throw wrongType(`${name}.resourceType`, `expected a FHIR ${type}`, `give a resource whose resourceType is "${type}" (FHIR R4)`);
  }
  for (const key of lists) {
    const held = value[key];
    if (held !== undefined && held !== null && !Array.isArray(held))
      throw wrongType(`${name}.${key}`, "expected a list", `${type}.${key} repeats: give it as an array`);
  }
  return value;
}

const LARGEST = 9;

/** FHIR money as text with two decimals, by the number's own shortest digits: no float is ever calculated with. */
export function money(value: unknown, path: string): string {
  const { value: amount, currency } = object(value, path);
  if (typeof amount !== "number") throw new Left(path, "fhir.money-not-number");
  if (currency === undefined || currency === null) throw new Left(path, "fhir.currency-missing");
  if (currency !== "USD") throw new Left(path, "fhir.currency-other", currency);
  const found = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount));
  if (!found || found[2]!.length > LARGEST) throw new Left(path, "fhir.money-not-plain", String(amount));
  return `${found[1]}${found[2]}.${(found[3] ?? "").padEnd(2, "0")}`;
}

/** The civil day of a FHIR date or dateTime, as it is written there: a day has no time zone. */
export function day(value: unknown): string | null {
  const found = typeof value === "string" ? /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(value) : null;
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const real = new Date(Date.UTC(2000, 0, 1));
  real.setUTCFullYear(year, month - 1, date);
  return year > 0 && real.getUTCMonth() === month - 1 && real.getUTCDate() === date ? found[0].slice(0, 10) : null;
}

/** Whether a resource is marked as test data (HL7's HTEST). */
export function isTest(meta: unknown): boolean {
  return isObject(meta) && list(meta.security, "meta.security").some((label) => isObject(label) && label.code === "HTEST");
}

/** The text that identifies something, where there is one. */
export const text = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
