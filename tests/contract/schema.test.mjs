// The net is no sieve: an answer that is not as declared is caught, wherever in it the difference is.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as kx from "../../dist/index.js";
import { checked, NotDeclared } from "./checked.mjs";
import { KINDS, request } from "./kinds.mjs";
import { answerErrors, names } from "./schema.mjs";
import { isWatched, watch } from "./watch.mjs";

await kx.default();

/** Real answers of each function: of the first requests of every kind. */
const answers = new Map();
const seen = (name, answer) => answers.set(name, [...(answers.get(name) ?? []), answer]);
const watched = Object.fromEntries(Object.entries(kx).map(([name, value]) => [name, isWatched(name, value) ? watch(name, value, seen) : value]));
for (const kind of KINDS) {
  for (let number = 0; number < Math.min(kind.count, 40); number++) {
    const given = [];
    let session;
    for (const step of request(kind, number, kx, "1")) {
      const [name, ...args] = typeof step === "function" ? step(given) : step;
      try {
        const answer = name.startsWith("session.") ? session?.[name.slice("session.".length)](...args) : watched[name](...args);
        // The package that was recorded had no outcomes.
        if (name === "session.decide") session?.outcome(...args);
        if (name === "openAppointment") session = answer;
        given.push(answer);
      } catch {
        given.push(null);
      }
    }
  }
}
/** Of a function that no kind asks, the seed of its fuzzing is the request. */
const SEEDS = new URL("../../fuzz/corpus/json/", import.meta.url);
const asked = (text) => {
  try {
    return text === "" ? [] : [JSON.parse(text)];
  } catch {
    return [text];
  }
};
for (const file of readdirSync(SEEDS)) {
  const [name, ...rest] = readFileSync(new URL(file, SEEDS), "utf8").split("\n");
  if (watched[name] !== undefined && !answers.has(name)) watched[name](...asked(rest.join("\n")));
}
watched.useRules(null);
const lines = (bytes) =>
  new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
for (const name of ["decideNdjson", "auditNdjson"]) answers.set(`${name}.line`, answers.get(name).flatMap(lines));

test("the declarations name what the package exports", () => {
  const exported = Object.entries(kx)
    .filter(([name, value]) => typeof value === "function" && !["default", "KxError"].includes(name))
    .map(([name]) => name)
    .sort();
  assert.deepEqual(names.filter((name) => !/\.|refusal/.test(name)).sort(), exported);
  const session = kx.openAppointment({ appointment: { date: "2026-03-10" }, coverage: { program: "medicare-part-b" } });
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(session))
    .filter((name) => name !== "constructor")
    .sort();
  assert.deepEqual(
    names
      .filter((name) => name.startsWith("session."))
      .map((name) => name.slice("session.".length))
      .sort(),
    methods,
  );
});

test("there are answers of every function, and they are as declared", () => {
  assert.deepEqual(
    names.filter((name) => !answers.has(name)),
    ["initSync"],
  );
  for (const [name, list] of answers) for (const answer of list) assert.deepEqual(answerErrors(name, answer), []);
});

/** Every object of an answer, with its place. */
function* objects(value, path = []) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield path;
  for (const [name, inner] of Object.entries(value)) yield* objects(inner, [...path, name]);
}
const at = (value, path) => path.reduce((inner, name) => inner[name], value);
const kindOf = (path) => path.map((name) => (/^\d+$/.test(name) ? "#" : name)).join("/");
/** Where any name may stand, or what was given comes back. */
const OPEN = /^session\.lines #\/line(\/|$)|^previewImport usage(\/|$)|\bkx$/;

test("an unknown field is caught in every object of every answer, and a field that is missing", () => {
  let broken = 0;
  for (const [name, list] of answers) {
    const done = new Set();
    for (const answer of list) {
      if (answer instanceof Uint8Array || name === "openAppointment") continue;
      for (const path of objects(answer)) {
        const place = `${name} ${kindOf(path)}`;
        if (done.has(place)) continue;
        done.add(place);
        const more = structuredClone(answer);
        at(more, path).surprise = 1;
        if (!OPEN.test(place)) assert.notDeepEqual(answerErrors(name, more), [], `${place} may have a surprise`);
        const fields = Object.keys(at(answer, path));
        for (const field of fields) {
          if (OPEN.test(place) || OPTIONAL.test(`${place}/${field}`)) continue;
          const less = structuredClone(answer);
          delete at(less, path)[field];
          assert.notDeepEqual(answerErrors(name, less), [], `${place} may do without ${field}`);
          const other = structuredClone(answer);
          at(other, path)[field] = Symbol.for("other");
          assert.notDeepEqual(answerErrors(name, other), [], `${place}/${field} may be anything`);
          broken += 2;
        }
      }
    }
  }
  assert.ok(broken > 500, `${broken}`);
});

/** Declared with a question mark, in answers. */
const OPTIONAL =
  /otherUsedFromEligibility (used|ours|otherUsed)\/(PT\/SLP|OT)$|traitsToEvaluate (evaluate\/#|skipped\/#\/trait)\/onlyIfMedicareReached$|readRemittance835 entries\/#\/(posted|program|status)$|^(ask|answer)Attestation (scope)?\/(line|visit|planOfCare|until|shown|asked|by|role|enteredBy|answer|reason)$/;

const first = (name) => structuredClone(answers.get(name).find((one) => one !== null && Object.keys(one).length));
const refused = (name, change) => {
  const answer = first(name);
  change(answer);
  assert.notDeepEqual(answerErrors(name, answer), []);
};

test("amounts, days and closed texts", () => {
  for (const text of ["5", "5.0", "5.000", "+5.00", "$5.00", "1,000.00", "", "-", "5.00 "])
    refused("thresholds", (answer) => {
      answer.OT.used = text;
    });
  refused("thresholds", (answer) => {
    answer.OT.used = 5;
  });
  refused("thresholds", (answer) => {
    answer.OT.fraction = Number.NaN;
  });
  refused("thresholds", (answer) => {
    answer.OT.fraction = undefined;
  });
  refused("decide", (answer) => {
    answer.basis.asOf = "2026-1-5";
  });
  refused("decide", (answer) => {
    answer.conditions[0].id = "medicare-benefit";
  });
  refused("decide", (answer) => {
    answer.notices.push({ code: "neer-threshold", severity: "info", message: "x" });
  });
  refused("decide", (answer) => {
    answer.conditions = new Map();
  });
  refused("documentationChecklist", (answer) => {
    answer.items[0].id = "certificate";
  });
  assert.deepEqual(answerErrors("refusal", { code: "unknown-id", path: null, message: "x", help: "y" }), []);
  for (const bad of [
    { code: "unknown", path: null, message: "x", help: "y" },
    { code: "unknown-id", message: "x", help: "y" },
    { code: "unknown-id", path: 1, message: "x", help: "y" },
  ])
    assert.notDeepEqual(answerErrors("refusal", bad), []);
  assert.notDeepEqual(answerErrors("session.remove", null), []);
  assert.notDeepEqual(answerErrors("no such function", {}), []);
});

test("bulk answers, line by line", () => {
  const bytes = (text) => new TextEncoder().encode(text);
  // An error is the same in both.
  const line = JSON.stringify(answers.get("decideNdjson.line").find((one) => "decision" in one));
  assert.deepEqual(answerErrors("decideNdjson", bytes(`${line}\n${line}\n`)), []);
  for (const text of [line, `${line}\n{}\n`, `${line}\nnope\n`, `${line}\n\n`, `${line.replace(/^\{/, '{"x":1,')}\n`])
    assert.notDeepEqual(answerErrors("decideNdjson", bytes(text)), [], text.slice(-20));
  assert.notDeepEqual(answerErrors("auditNdjson", bytes(`${line}\n`)), []);
});

test("a checked package throws where an answer is not as declared, and refusals pass", () => {
  const bent = checked({
    ...kx,
    thresholds: () => ({ OT: {} }),
    openAppointment: () => ({
      ...Object.fromEntries(names.filter((name) => name.startsWith("session.")).map((name) => [name.slice("session.".length), () => 1])),
    }),
  });
  assert.throws(() => bent.thresholds({ date: "2026-01-01" }), NotDeclared);
  const session = bent.openAppointment({});
  for (const method of ["decide", "add", "update", "remove", "setOtherUsed", "setAutoApplyKx", "thresholds", "lines"])
    assert.throws(() => session[method](), NotDeclared, method);
  assert.throws(() => bent.decide({}), kx.KxError);
});

test("answers that other programs wrote down", () => {
  const folder = mkdtempSync(join(tmpdir(), "kx-answers-"));
  const script = fileURLToPath(new URL("answers.mjs", import.meta.url));
  const run = (lines) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, "one.ndjson"), lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
    return spawnSync(process.execPath, [script, folder], { encoding: "utf8" }).status;
  };
  const good = { function: "decide", answer: first("decide") };
  const error = { function: "decide", error: { code: "unknown-id", path: null, message: "x", help: "y" } };
  try {
    assert.equal(
      run([good, error, { function: "session.setOtherUsed", answer: null }, { function: "decideNdjson.line", answer: first("decideNdjson.line") }]),
      0,
    );
    for (const bad of [
      "nope",
      {},
      { function: "decide" },
      { function: "decides", answer: good.answer },
      { ...good, answer: { ...good.answer, x: 1 } },
      { ...error, error: { code: "x" } },
      { ...good, more: 1 },
    ])
      assert.equal(run([good, bad]), 1, JSON.stringify(bad).slice(0, 80));
    assert.equal(run([]), 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
