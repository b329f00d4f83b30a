// JSON Schemas made from the public declarations, which every answer is held against. What they leave open is asked here.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const declarations = join(root, "www", "core", "index.d.ts");
const cache = join(root, "target", "contract");

/** The generator with its own TypeScript: the project's is the one that has no API for tools. */
const requireHere = createRequire(import.meta.url);
const generator = requireHere.resolve("ts-json-schema-generator");

/** What a name in a test stands for: "decide", "session.add", and each line of a bulk answer. */
const NAMED = {
  "decideNdjson.line": "ReturnTypeOf_decideAll[number]",
  "auditNdjson.line":
    'ReturnTypeOf_audit["lines"][number] & { beneficiary: string; findings: Omit<ReturnTypeOf_audit["findings"][number], "id">[] } | { error: Extract<ReturnTypeOf_decideAll[number], { error: unknown }>["error"] }',
  refusal: 'Pick<KxError, "code" | "path" | "message" | "help">',
};

/** The declared answer of each exported function and of each method of a session, as the text of its type. */
function declaredAnswers() {
  const ts = createRequire(generator)("typescript");
  const source = ts.createSourceFile("index.d.ts", readFileSync(declarations, "utf8"), ts.ScriptTarget.Latest, true);
  const answers = new Map();
  const add = (name, type) => answers.set(name, [...(answers.get(name) ?? []), type.getText(source)]);
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && !statement.modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
      add(statement.name.text, statement.type);
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === "AppointmentSession") {
      for (const member of statement.members.filter(ts.isMethodSignature)) add(`session.${member.name.getText(source)}`, member.type);
    }
  }
  return new Map([...answers].map(([name, types]) => [name, types.map((type) => `(${type})`).join(" | ")]));
}

const symbolOf = (name) => `AnswerOf_${name.replace(".", "_")}`;

/** Answers that are no data: bytes are looked at line by line, a session method by method. */
const NO_DATA = { "(void)": "nothing", "(Uint8Array)": "bytes", "(AppointmentSession)": "session" };

function generate() {
  const answers = declaredAnswers();
  const data = [...answers].filter(([, type]) => !(type in NO_DATA));
  const types = [
    ...data.map(([name, type]) => [symbolOf(name), type]),
    ...data.map(([name, type]) => [`ReturnTypeOf_${name.replace(".", "_")}`, type]),
    ...Object.entries(NAMED).map(([name, type]) => [symbolOf(name), type]),
  ];
  mkdirSync(cache, { recursive: true });
  // Test files run beside each other, and the first ones all find no schemas.
  const file = join(cache, `answers-${process.pid}.ts`);
  writeFileSync(file, `${readFileSync(declarations, "utf8")}\n${types.map(([name, type]) => `export type ${name} = ${type};`).join("\n")}\n`);
  const { createGenerator } = requireHere("ts-json-schema-generator");
  const schema = createGenerator({ path: file, type: "*", expose: "export", additionalProperties: false, skipTypeCheck: true, topRef: true, jsDoc: "none" });
  const definitions = {};
  for (const name of [...data.map(([name]) => name), ...Object.keys(NAMED)]) Object.assign(definitions, schema.createSchema(symbolOf(name)).definitions);
  rmSync(file);
  return {
    definitions,
    kinds: Object.fromEntries([...[...answers].map(([name, type]) => [name, NO_DATA[type] ?? "data"]), ...Object.keys(NAMED).map((name) => [name, "data"])]),
  };
}

/** Making them takes seconds, so they are kept until the declarations, or what makes them, are others. */
function schemas() {
  const hash = createHash("sha256")
    .update(readFileSync(declarations))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .update(readFileSync(join(here, "..", "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
  const file = join(cache, `schemas-${hash}.json`);
  if (!existsSync(file)) {
    const own = `${file}.${process.pid}`;
    writeFileSync(own, JSON.stringify(generate()));
    renameSync(own, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/** What the declarations say of a text in words: answers have both decimals, and a day is a day. */
const PATTERNS = { Money: "^-?\\d+\\.\\d\\d$", CivilDate: "^\\d{4}-\\d{2}-\\d{2}$" };
/** As requests have it. */
const GIVEN_MONEY = "^-?\\d+(\\.\\d{1,2})?$";

/** What comes back as it was given: amounts as they were written, and null where a field was given so. */
const GIVEN_BACK = { AnswerOf_session_lines: "AppointmentLine", ImportPreview: "Usage" };

const { definitions, kinds } = schemas();
for (const [name, pattern] of Object.entries(PATTERNS)) {
  if (definitions[name]?.type !== "string") throw new Error(`the declarations have no text called ${name}`);
  definitions[name].pattern = pattern;
}
for (const [holder, name] of Object.entries(GIVEN_BACK)) {
  const before = JSON.stringify(definitions[holder]);
  const reference = `"#/definitions/${name}"`;
  if (!before?.includes(reference)) throw new Error(`${holder} gives no ${name} back`);
  definitions[holder] = JSON.parse(before.replaceAll(reference, `"#/definitions/${given(name)}"`));
}

/** A copy of a definition, and of those it names, as the caller may have written it. */
function given(name) {
  const copy = `given ${name}`;
  if (definitions[copy]) return encodeURIComponent(copy);
  definitions[copy] = {};
  const loose = JSON.parse(JSON.stringify(definitions[name]), (key, value) =>
    key === "$ref" ? `#/definitions/${given(decodeURIComponent(value.slice("#/definitions/".length)))}` : value,
  );
  if (name === "Money") loose.pattern = GIVEN_MONEY;
  for (const field of Object.keys(loose.properties ?? {}))
    if (!loose.required?.includes(field)) loose.properties[field] = { anyOf: [loose.properties[field], { type: "null" }] };
  Object.assign(definitions[copy], loose);
  return encodeURIComponent(copy);
}

/** What each function answers, and the types that it names: for declarations in another language. */
export const answerOf = (name) => definitions[symbolOf(name)];
export const definitionOf = (name) => definitions[name];

const ajv = new Ajv({ allErrors: true, strict: true });
ajv.addSchema({ $id: "contract", definitions });

const compiled = new Map();
function validator(name) {
  if (!compiled.has(name)) compiled.set(name, ajv.compile({ $ref: `contract#/definitions/${symbolOf(name)}` }));
  return compiled.get(name);
}

/** The functions and methods whose answers are known, and the three further names: a line of either bulk answer, and a refusal. */
export const names = Object.keys(kinds);

/** What is no plain data, which a schema cannot see. */
function notPlain(value, path = "") {
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object") return [`${path} is ${typeof value}`];
  const own = Object.getPrototypeOf(value);
  if (own !== Object.prototype && own !== Array.prototype) return [`${path} is no plain object`];
  return Reflect.ownKeys(value)
    .filter((name) => !(Array.isArray(value) && name === "length"))
    .flatMap((name) => (typeof name === "symbol" ? [`${path} has a symbol`] : notPlain(value[name], `${path}/${name}`)));
}

function bulk(name, answer) {
  if (!(answer instanceof Uint8Array)) return ["is not bytes"];
  const texts = new TextDecoder("utf-8", { fatal: true }).decode(answer).split("\n");
  if (texts.pop() !== "") return ["has a last line without an end"];
  return texts.flatMap((text, index) => {
    let line;
    try {
      line = JSON.parse(text);
    } catch (error) {
      return [`line ${index}: ${error.message}`];
    }
    return answerErrors(`${name}.line`, line).map((problem) => `line ${index}: ${problem}`);
  });
}

const METHODS = names.filter((name) => name.startsWith("session.")).map((name) => name.slice("session.".length));

/** What an answer has that the declarations do not say of it, or lacks of what they say; none where it is as declared. */
export function answerErrors(name, answer) {
  const kind = kinds[name];
  if (kind === undefined) return [`the declarations have no ${name}`];
  if (kind === "nothing") return answer === undefined ? [] : ["is something, where nothing is declared"];
  if (kind === "bytes") return bulk(name, answer);
  if (kind === "session") return METHODS.filter((method) => typeof answer[method] !== "function").map((method) => `has no ${method}`);
  const problems = notPlain(answer);
  const valid = validator(name);
  if (valid(answer)) return problems;
  return [...problems, ...valid.errors.map(({ instancePath, message, params }) => `${instancePath || "the answer"} ${message} ${JSON.stringify(params)}`)];
}
