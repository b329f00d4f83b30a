// Writes what the Python wheel answers as TypedDicts, from the public declarations: `node scripts/python-answers.mjs`. A check holds the file
// against them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/run.mjs";

export const ANSWERS = join(root, "python", "kx_modifier", "answers.py");

/** What each function of the wheel answers, under the name that Python has for it. */
const NAMED = {
  audit: "Audit",
  compareBilling: "Comparison",
  dueDates: "DueDates",
  readClaim837: "Claims",
  readEligibility271: "Eligibility",
  readRemittance835: "Remittance",
  reviewPacket: "ReviewPacket",
  reworkDenials: "Denials",
  thresholds: "ThresholdCards",
  versions: "Versions",
  decide: "Decision",
};

/** Numbers that need not be whole; every other one is a count or a year. */
const FRACTIONS = ["fraction", "proportion", "units"];

/** What the JavaScript package adds to an answer of the core. */
const ADDED = { Versions: ["revision"] };

const KEYWORDS = ["as", "class", "from", "import", "in", "is", "not", "or", "pass"];
const isName = (text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !KEYWORDS.includes(text);
const titled = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const singular = (text) => (text.endsWith("ies") ? `${text.slice(0, -3)}y` : text.replace(/(?<!s)s$/, ""));
const literal = (value) => (value === null ? "None" : typeof value === "boolean" ? (value ? "True" : "False") : JSON.stringify(value));

/** Collects the classes that types need, those that are named before those that name them. */
class Module {
  /** By name, in the order in which they are written. */
  written = new Map();

  constructor(definitionOf) {
    this.definitionOf = definitionOf;
  }

  /** The Python type of a schema; `name` is for what has none, `field` where it stands. */
  type(schema, name, field = "") {
    if (schema.$ref) return this.named(decodeURIComponent(schema.$ref.slice("#/definitions/".length)));
    if (schema.anyOf) return [...new Set(schema.anyOf.map((one, place) => this.type(one, place === 0 ? name : `${name}${place + 1}`, field)))].join(" | ");
    if (schema.enum) {
      const values = schema.enum.filter((value) => value !== null).map(literal);
      return `Literal[${values.join(", ")}]${schema.enum.includes(null) ? " | None" : ""}`;
    }
    if (schema.const !== undefined) return `Literal[${literal(schema.const)}]`;
    if (Array.isArray(schema.type)) return schema.type.map((type) => this.type({ ...schema, type }, name, field)).join(" | ");
    switch (schema.type) {
      case "array":
        return `list[${this.type(schema.items, singular(name))}]`;
      case "object":
        return schema.properties ? this.object(schema, name) : `dict[str, ${this.type(schema.additionalProperties || {}, name)}]`;
      case "string":
        return "str";
      case "boolean":
        return "bool";
      case "null":
        return "None";
      case "number":
        return FRACTIONS.includes(field) ? "float" : "int";
      default:
        return "Any";
    }
  }

  /** Amounts and days are text; a name says which. */
  named(name) {
    // A name of the generator's own stands for a type that the declarations compose, such as Omit<…>.
    const own = isName(name) ? name : titled(name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next = "") => next.toUpperCase()));
    const schema = this.definitionOf(name);
    if (this.written.has(own)) return own;
    if (schema.properties) return this.object(schema, own);
    this.written.set(own, null);
    const type = this.type(schema, own);
    this.written.delete(own);
    this.written.set(own, `${own}: TypeAlias = ${quoted(type)}`);
    return own;
  }

  object(schema, name) {
    const before = this.written.get(name);
    if (before === null) return name;
    const body = () => {
      const own = Object.entries(schema.properties).filter(([field]) => !ADDED[name]?.includes(field));
      const fields = own.map(([field, type]) => [field, this.type(type, `${name}${titled(field.replace(/\W+/g, ""))}`, field)]);
      const needed = fields.filter(([field]) => schema.required?.includes(field));
      const free = fields.filter(([field]) => !schema.required?.includes(field));
      return classes(name, needed, free);
    };
    this.written.set(name, null);
    const text = body();
    if (before !== undefined && before !== text) throw new Error(`two types would be called ${name}`);
    this.written.delete(name);
    this.written.set(name, text);
    return name;
  }
}

/** A field that is no name in Python asks for the form with a dict. */
function classes(name, needed, free) {
  const one = (own, base, fields, total) => {
    if (fields.every(([field]) => isName(field))) {
      const head = `class ${own}(${base}${total ? "" : ", total=False"}):`;
      return [head, ...(fields.length ? fields.map(([field, type]) => `    ${field}: ${type}`) : ["    pass"])].join("\n");
    }
    return `${own} = TypedDict(\n    "${own}",\n    {\n${fields.map(([field, type]) => `        ${JSON.stringify(field)}: ${quoted(type)},`).join("\n")}\n    }${total ? "" : ",\n    total=False"},\n)`;
  };
  if (free.length === 0) return one(name, "TypedDict", needed, true);
  if (needed.length === 0) return one(name, "TypedDict", free, false);
  return `${one(`_${name}`, "TypedDict", needed, true)}\n\n\n${one(name, `_${name}`, free, false)}`;
}

/** As text, where Python 3.10 would evaluate it. */
const quoted = (type) => (/^(str|bool|float|int|Literal\[.*\])$/.test(type) ? type : JSON.stringify(type.replaceAll('"', "'")));

export async function pythonAnswers() {
  const { answerOf, definitionOf } = await import("../tests/contract/schema.mjs");
  const module = new Module(definitionOf);
  for (const [name, own] of Object.entries(NAMED)) {
    const schema = answerOf(name);
    if (!schema.$ref) module.object(schema, own);
    else module.named(decodeURIComponent(schema.$ref.slice("#/definitions/".length)));
  }
  const names = [...module.written.keys()].sort();
  const written = [...module.written.values()];
  const typing = ["Any", "Literal", "TypeAlias", "TypedDict"].filter((name) => written.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  return `"""What the functions answer, as types. Written from the declarations of the contract by scripts/python-answers.mjs.

Amounts (\`\`Money\`\`) and days (\`\`CivilDate\`\`) are text. At run time an answer is a plain dict.
"""

from __future__ import annotations

from typing import ${typing.join(", ")}

__all__ = [
${names.map((name) => `    "${name}",`).join("\n")}
]

${written.join("\n\n\n")}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(ANSWERS, await pythonAnswers());

/** Whether the file is as it would be written. */
export const isWritten = async () => readFileSync(ANSWERS, "utf8") === (await pythonAnswers());
