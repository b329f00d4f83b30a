// Where two built packages decide differently: `node decisions.mjs BEFORE/index.js AFTER/index.js [REPORT.json]`. Words may be others, and there
// may be more fields; what both say of a request in codes, amounts, days and yes or no is compared. What the first refused is not.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { KINDS, request } from "./kinds.mjs";
import { plainIntl } from "./plain-intl.mjs";

/** Names of what is said and not decided: by whom, and from which tables. */
const SAID = new Set([
  "basis",
  "help",
  "label",
  "labels",
  "message",
  "package",
  "revision",
  "rules",
  "sentence",
  "source",
  "sources",
  "text",
  "texts",
  "title",
  "tooltip",
]);
const isWords = (value) => typeof value === "string" && /\s/.test(value);

/** The path of the first difference, or null. */
export function different(before, after, path = "") {
  if (isWords(before) && isWords(after)) return null;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return `${path}.length`;
    return firstOf(before.keys(), (at) => different(before[at], after[at], `${path}[${at}]`));
  }
  if (before && after && typeof before === "object" && typeof after === "object") {
    const both = Object.keys(before).filter((name) => name in after && !SAID.has(name));
    return firstOf(both, (name) => different(before[name], after[name], path ? `${path}.${name}` : name));
  }
  return Object.is(before, after) ? null : path || "answer";
}

function firstOf(list, find) {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** What a package says to one request; `refused` where it refuses. */
function answers(api, steps) {
  let session = null;
  const all = [];
  for (const step of steps) {
    const [name, ...args] = typeof step === "function" ? step(all) : step;
    try {
      const answer = name.startsWith("session.") ? session?.[name.slice("session.".length)](...args) : api[name]?.(...args);
      if (name === "openAppointment") session = answer;
      all.push(name === "openAppointment" || answer instanceof Uint8Array ? null : answer);
    } catch {
      all.push("refused");
    }
  }
  session?.close();
  return all;
}

/** All requests of the recorded comparison that are good, on both; each difference by its request and the place in the answer. */
export function decisions(before, after, kinds = KINDS, seed = "1") {
  const found = [];
  for (const kind of kinds.filter(({ name }) => !name.endsWith("-bad") && name !== "useWording")) {
    for (let number = 0; number < kind.count; number++) {
      const [old, now] = [before, after].map((api) => answers(api, request(kind, number, after, seed)));
      for (const [at, answer] of old.entries()) {
        if (answer === "refused" || answer === undefined) continue;
        const place = now[at] === "refused" ? "refused" : different(answer, now[at]);
        if (place !== null) {
          found.push(`${kind.name}/${number} ${place}`);
          break;
        }
      }
    }
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  plainIntl();
  const [before, after] = await Promise.all(process.argv.slice(2, 4).map((path) => import(pathToFileURL(path))));
  await Promise.all([before.default(), after.default()]);
  const found = decisions(before, after);
  if (process.argv[4]) writeFileSync(process.argv[4], JSON.stringify(found));
  console.log(`${found.length} decisions differ${found.length ? `: ${found.slice(0, 5).join(", ")}` : ""}`);
}
