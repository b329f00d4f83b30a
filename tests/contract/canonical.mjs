// One text for what a request or an answer is, whatever it is made of: two of them are equal where JavaScript can tell no difference
// that a caller may rely on.
import { types } from "node:util";

const DEEPEST = 40;

/**
 * `sorted`: fields by name, for answers, whose order of fields is nobody's business. `within`: the maps and sets around it, each of which
 * begins anew. Getters are named and never called.
 */
export function canonical(value, { sorted = true, within = [] } = {}, above = []) {
  const inner = (one) => canonical(one, { sorted, within }, [...above, value]);
  if (value === null || typeof value === "boolean" || typeof value === "undefined") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol") return value.toString();
  if (typeof value === "function") return `function ${value.name}`;
  if (above.includes(value) || within.includes(value)) return "<again>";
  if (above.length > DEEPEST) return "<deep>";
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value)) {
    const places = Array.from({ length: value.length }, (_, index) => (Object.hasOwn(value, index) ? property(value, index, inner) : "<hole>"));
    const more = Object.keys(value)
      .filter((name) => !/^\d+$/.test(name))
      .map((name) => `${JSON.stringify(name)}:${property(value, name, inner)}`);
    return `${classOf(prototype, Array.prototype)}[${[...places, ...more].join(",")}]`;
  }
  if (types.isUint8Array(value)) return `${classOf(prototype, null)}${JSON.stringify(asText(value))}`;
  const names = Reflect.ownKeys(value);
  const body = (sorted ? names.sort(byText) : names).map(
    (name) => `${typeof name === "symbol" ? name.toString() : JSON.stringify(name)}:${property(value, name, inner)}`,
  );
  return `${classOf(prototype, Object.prototype)}{${inside(value, [...within, ...above, value])}${body.join(",")}}`;
}

const byText = (a, b) => (String(a) < String(b) ? -1 : 1);

function property(object, name, inner) {
  const { get, value, enumerable } = Object.getOwnPropertyDescriptor(object, name);
  return `${enumerable ? "" : "<hidden>"}${get ? `<getter ${get.name}>` : inner(value)}`;
}

/** Nothing for a plain object, so that the common case reads as JSON. */
function classOf(prototype, plain) {
  if (prototype === plain) return "";
  return `<${prototype === null ? "no prototype" : Object.hasOwn(prototype, "constructor") ? prototype.constructor.name : "inherits"}>`;
}

/** Bytes as a person reads them, and exactly: what is no UTF-8 is written byte for byte. */
function asText(bytes) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  return Buffer.from(text).equals(bytes) ? text : `<bytes>${Buffer.from(bytes).toString("latin1")}`;
}

/** What is no field. A proxy of a map is no map, whatever `instanceof` says. */
function inside(value, within) {
  if (types.isMap(value) || types.isSet(value)) return `${canonical([...value], { within })};`;
  if (types.isDate(value)) return `${value.getTime()};`;
  if (types.isBoxedPrimitive(value)) return `${canonical(value.valueOf(), { within })};`;
  return "";
}
