// Today's answers and refusals to tens of thousands of requests, good and bad, kept as hashes; each of them as declared.
//
//   node record.mjs                                    the built package beside the record
//   node record.mjs --write                            records the built package anew
//   node record.mjs --against DIST/index.js            both packages at once, with the first differences in full
//   node record.mjs --show decide-bad/17               one request, and what comes of it
//
// --subject DIST/index.js names another package than the built one; --only decide,session some kinds; --first N how many differences are
// printed. Beside another package only: --seed N takes other requests.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checked } from "./checked.mjs";
import { KINDS, request } from "./kinds.mjs";
import { plainIntl } from "./plain-intl.mjs";
import { run } from "./run.mjs";

const FILE = new URL("./recorded.txt", import.meta.url);
/** Characters of a hash: 36 bits tell a changed answer from its forerunner. */
const LENGTH = 6;
const PER_LINE = 24;

const { values: options } = parseArgs({
  options: {
    write: { type: "boolean" },
    against: { type: "string" },
    subject: { type: "string" },
    show: { type: "string" },
    only: { type: "string" },
    first: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
  },
});
const started = Date.now();
const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
const kinds = KINDS.filter(({ name }) => !options.only || options.only.split(",").includes(name));
if (options.only && kinds.length < options.only.split(",").length) fail(`--only: the kinds are ${KINDS.map(({ name }) => name).join(", ")}`);

function fail(message) {
  console.error(message);
  process.exit(2);
}

async function load(path) {
  const url = path ? pathToFileURL(resolve(path)) : new URL("../../dist/index.js", import.meta.url);
  if (!existsSync(url)) fail(`there is no ${path ?? "dist/index.js"}`);
  const api = await import(url);
  return { api, unloaded: beforeLoading(api), ready: () => api.default() };
}

/** What every function says before the module is there: it can be asked once only. */
function beforeLoading(api) {
  const asked = Object.keys(api)
    .filter((name) => typeof api[name] === "function" && !["default", "initSync", "KxError"].includes(name))
    .sort();
  const given = (name) => (name.endsWith("Ndjson") ? [new Uint8Array()] : name === "useWording" ? [{ locale: "en", texts: {} }] : [{}]);
  return asked.map((name) => ({ name, ...run(api, [[name, ...given(name)]]) }));
}

const hash = (text) => createHash("sha256").update(text).digest("base64url").slice(0, LENGTH);
const written = ({ steps, outcomes }) => `${steps.join("\n")}\n${outcomes.join("\n")}`;
const cut = (text) => (text.length > 4000 ? `${text.slice(0, 4000)}… (${text.length})` : text);

function print(title, { steps, outcomes }, others) {
  console.log(`--- ${title}`);
  steps.forEach((step, index) => {
    const [own, other] = [outcomes[index], others?.[index]];
    console.log(`${cut(step)}`);
    if (others && own === other) console.log("  as before");
    else if (!others) console.log(`  → ${cut(own ?? "left out")}`);
    else console.log(`  expected ${cut(other ?? "nothing")}\n  got      ${cut(own ?? "nothing")}\n  from ${place(own ?? "", other ?? "")}`);
  });
}

/** Where two texts begin to differ, for answers too long to be read whole. */
function place(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `character ${at}: …${b.slice(Math.max(0, at - 60), at + 60)}… / …${a.slice(Math.max(0, at - 60), at + 60)}…`;
}

/** Both packages beside each other: nothing is recorded, every word can be shown. */
async function against(path) {
  const [subject, other] = [await load(options.subject), await load(path)];
  await Promise.all([subject.ready(), other.ready()]);
  const table = new Map();
  let asked = 0;
  let different = 0;
  const compare = (kind, title, got, want) => {
    asked += 1;
    if (written(got) === written(want)) return;
    different += 1;
    table.set(kind, (table.get(kind) ?? 0) + 1);
    if (different <= Number(options.first)) print(title, got, want.outcomes);
  };
  if (!options.only)
    for (const [index, want] of other.unloaded.entries())
      compare("unloaded", `before loading: ${want.name}`, subject.unloaded[index] ?? { steps: [], outcomes: [] }, want);
  for (const kind of kinds) {
    for (let number = 0; number < kind.count; number++) {
      const result = ({ api }) => run(api, request(kind, number, api, options.seed));
      compare(kind.name, `${kind.name}/${number}`, result(subject), result(other));
    }
  }
  for (const [name, count] of table) console.log(`${String(count).padStart(7)}  ${name}`);
  console.log(`${asked} requests: ${different} different (${seconds()})`);
  process.exitCode = different ? 1 : 0;
}

/** All hashes of a kind, and one of what was asked: so that a change of the generators is not taken for one of the package. */
function hashes(api, kind) {
  const asked = createHash("sha256");
  const list = [];
  for (let number = 0; number < kind.count; number++) {
    const result = run(api, request(kind, number, api, "1"));
    asked.update(result.steps.join("\n"));
    list.push(hash(written(result)));
  }
  return { name: kind.name, asked: asked.digest("base64url").slice(0, LENGTH), list };
}

const UNLOADED = "unloaded.";
/** A section for each function, so that a new one, of which nothing was recorded, changes no other's. */
const unloadedHashes = (unloaded) => unloaded.map((one) => ({ name: `${UNLOADED}${one.name}`, asked: hash(one.name), list: [hash(written(one))] }));

function serialised(sections) {
  return sections
    .map(({ name, asked, list }) => {
      const rows = [];
      for (let start = 0; start < list.length; start += PER_LINE) rows.push(list.slice(start, start + PER_LINE).join(""));
      return `${name} ${list.length} ${asked}\n${rows.join("\n")}\n`;
    })
    .join("");
}

function recorded() {
  const sections = new Map();
  for (const line of readFileSync(FILE, "utf8").split("\n")) {
    const header = /^(\S+) (\d+) (\S+)$/.exec(line);
    if (header) sections.set(header[1], { name: header[1], count: Number(header[2]), asked: header[3], text: "" });
    else [...sections.values()].at(-1).text += line;
  }
  for (const section of sections.values()) section.list = section.text.match(new RegExp(`.{${LENGTH}}`, "g")) ?? [];
  return sections;
}

async function record() {
  plainIntl();
  const { api: loaded, unloaded, ready } = await load(options.subject);
  await ready();
  const api = checked(loaded);
  const sections = [...unloadedHashes(unloaded), ...KINDS.map((kind) => hashes(api, kind))];
  writeFileSync(FILE, serialised(sections));
  console.log(`${sections.reduce((sum, { list }) => sum + list.length, 0)} requests recorded (${seconds()})`);
}

async function compareWithRecord() {
  plainIntl();
  const { api: loaded, unloaded, ready } = await load(options.subject);
  await ready();
  const api = checked(loaded);
  const known = recorded();
  let asked = 0;
  const different = [];
  const check = (section, show) => {
    const before = known.get(section.name);
    if (!before && section.name.startsWith(UNLOADED)) return;
    if (!before) fail(`${section.name} was never recorded: record it with --write`);
    known.delete(section.name);
    asked += section.list.length;
    const places = section.list.flatMap((one, number) => (one === before.list[number] ? [] : [number]));
    if (places.length === 0 && section.list.length === before.count) return;
    different.push(`${String(places.length).padStart(7)}  ${section.name}`);
    if (section.asked !== before.asked)
      console.log(`${section.name}: the requests themselves are others (the generators were changed, or a step that is made of an earlier answer)`);
    if (different.length <= Number(options.first)) print(`${section.name}/${places[0]} is not as recorded`, show(places[0]));
  };
  if (!options.only) for (const [number, section] of unloadedHashes(unloaded).entries()) check(section, () => unloaded[number]);
  for (const kind of kinds) check(hashes(api, kind), (number) => run(api, request(kind, number, api, "1")));
  if (!options.only && known.size) different.push(`${[...known.keys()].join(", ")}: recorded, and asked no more`);
  for (const line of different) console.log(line);
  if (different.length) console.log("what it was before: --against another built package");
  console.log(`${asked} requests: ${different.length ? "not " : ""}as recorded (${seconds()})`);
  process.exitCode = different.length ? 1 : 0;
}

async function show(title) {
  const [name, number] = title.split("/");
  const kind = KINDS.find((one) => one.name === name);
  if (!kind || !(Number(number) < kind.count)) fail(`--show KIND/NUMBER: the kinds are ${KINDS.map((one) => `${one.name} (${one.count})`).join(", ")}`);
  plainIntl();
  const { api, ready } = await load(options.subject);
  await ready();
  print(title, run(api, request(kind, Number(number), api, options.seed)));
}

await (options.show ? show(options.show) : options.against ? against(options.against) : options.write ? record() : compareWithRecord());
