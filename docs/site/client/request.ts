// A request as the form, the JSON text and a link hold it: one value, written in three ways.
import { FIELDS } from "./fields.mjs";

export type Json = { [name: string]: unknown };
type Field = (typeof FIELDS)[number] & { kind?: string; options?: string[][] };
export const fields: readonly Field[] = FIELDS;

const control = (id: string) => document.getElementById(id) as HTMLInputElement & HTMLSelectElement;

function at(request: unknown, path: readonly string[]): unknown {
  let found = request;
  for (const name of path) found = found !== null && typeof found === "object" ? (found as Json)[name] : undefined;
  return found;
}

/** The same with another value at a place; undefined takes the place away, and what is empty then. */
function put(request: Json, [name = "", ...rest]: readonly string[], value: unknown): Json {
  const { [name]: inner, ...others } = request;
  const next = rest.length ? put((inner ?? {}) as Json, rest, value) : value;
  const gone = next === undefined || (rest.length > 0 && Object.keys(next as Json).length === 0);
  if (gone) return others;
  return name in request ? Object.fromEntries(Object.entries(request).map(([key, old]) => [key, key === name ? next : old])) : { ...request, [name]: next };
}

function typed({ id, kind }: Field): unknown {
  const field = control(id);
  if (kind === "flag") return field.checked ? true : undefined;
  const text = field.value.trim();
  if (kind === "list") return text ? text.split(/[\s,]+/) : undefined;
  return text || undefined;
}

export const changed = (request: Json, field: Field): Json => put(request, field.path, typed(field));

/** Puts a request into the form, but not into the field that is being typed in. */
export function fill(request: Json): void {
  for (const { id, path, kind } of fields) {
    const field = control(id);
    if (field === document.activeElement) continue;
    const value = at(request, path);
    if (kind === "flag") field.checked = value === true;
    else field.value = Array.isArray(value) ? value.join(" ") : value === undefined || value === null ? "" : String(value);
  }
}

export const written = (request: Json): string => JSON.stringify(request, null, 2);

/** Behind the `#` of a link: a browser sends it to nobody. */
export function asHash(request: Json): string {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
export function fromHash(hash: string): Json | null {
  try {
    const bytes = Uint8Array.from(atob(hash.replace(/^#/, "").replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    const request = JSON.parse(new TextDecoder().decode(bytes));
    return request !== null && typeof request === "object" && !Array.isArray(request) ? request : null;
  } catch {
    return null;
  }
}
