// What crosses the wall, in both directions, through the package's functions: plain data of every form, data that is none, getters and
// formats that call the package again, faults, long texts and strange ones.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import { trapping } from "./trap.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const require = createRequire(join(consumer, "index.js"));
const entry = pathToFileURL(require.resolve("kx-modifier")).href;
const unchecked = await import(entry);
const kx = checked(unchecked);
await kx.default();
afterEach(() => kx.useWording(null));

const request = (change = {}) => ({
  line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
  appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2480.00" } },
  ...change,
});
const day = (lines, change = {}) => {
  const { line, ...context } = request(change);
  return { ...context, lines };
};
/** What a session is opened with. */
const context = () => {
  const { line, ...rest } = request();
  return rest;
};
const line = (id, change = {}) => ({ id, code: "97110", modifiers: ["GP"], allowed: "1.00", ...change });
const entries = (count, allowed = "0.01") =>
  Array.from({ length: count }, (_, index) => ({ id: `e${index}`, date: "2026-02-02", serviceType: "PT/SLP", allowed }));

/** The same data, none of it plain: the module reads it by itself. */
function odd(value) {
  if (Array.isArray(value)) return value.map(odd);
  if (typeof value !== "object" || value === null) return value;
  return Object.assign(new (class Odd {})(), Object.fromEntries(Object.entries(value).map(([name, one]) => [name, odd(one)])));
}

/** What a call answers, or what it is refused with. */
function outcomeOf(run) {
  try {
    return { answer: run() };
  } catch (error) {
    if (!(error instanceof kx.KxError)) throw error;
    const { code, path, help } = error;
    return { code, path, help };
  }
}

function refused(run, code, path) {
  assert.throws(run, (error) => {
    assert.ok(error instanceof kx.KxError, String(error));
    assert.deepEqual([error.code, error.path], [code, path], error.message);
    return true;
  });
}

// ---------------------------------------------------------------- requests

test("plain or not, the same data has the same answer, and the same refusal", () => {
  const { line: one, ...rest } = request();
  const requests = [
    request(),
    { ...rest, line: { ...one, modifiers: null, units: undefined } },
    { ...rest, line: { ...one, units: 1.5, kxDeclined: "no" } },
    { ...rest, line: { ...one, modifer: [] } },
    { ...rest, line: { ...one, code: 97110 } },
    { ...rest, line: { ...one, allowed: 31.4 } },
    { ...rest, line: { ...one, units: Number.NaN } },
    { ...rest, line: { ...one, units: -0 } },
    { ...rest, line: { ...one, modifiers: ["GP", null] } },
    { ...rest, line: { ...one, modifiers: "GP" } },
    { ...rest, line: [] },
    rest,
    { ...rest, line: one, usage: { entries: entries(40) } },
    { ...rest, line: one, usage: { entries: [...entries(3), { id: "x" }] } },
    { ...rest, line: one, usage: { entries: [...entries(3), { ...entries(1)[0], note: 1 }] } },
    null,
    undefined,
    1,
    "decide",
    true,
    [],
  ];
  for (const given of requests)
    assert.deepEqual(
      outcomeOf(() => kx.decide(odd(given))),
      outcomeOf(() => kx.decide(given)),
      JSON.stringify(given),
    );
  assert.equal(kx.decide(new Map(Object.entries(request()))).action, "apply");
  assert.equal(kx.decide(new Proxy(request(), {})).action, "apply");
  assert.equal(kx.decide(Object.freeze(request())).action, "apply");
  assert.equal(kx.decide(Object.assign(Object.create(null), request())).action, "apply");
  assert.equal(kx.decide(Object.defineProperty(request(), "hidden", { value: 1, enumerable: false })).action, "apply");
  assert.equal(kx.decide({ ...request(), [Symbol("s")]: 1 }).action, "apply");
});

test("what is no data is refused where it stands", () => {
  const { line: one, ...rest } = request();
  for (const value of [
    () => 1,
    Symbol("x"),
    new Set(["97110"]),
    new Date(),
    new Uint8Array(5),
    {},
    ["97110"],
    10n ** 20n,
    /x/,
    new String("97110"),
    Promise.resolve(),
  ]) {
    refused(() => kx.decide({ ...rest, line: { ...one, code: value } }), "wrong-type", "line.code");
  }
  refused(() => kx.decide({ ...rest, line: { ...one, allowed: 10n } }), "money-not-text", "line.allowed");
  refused(() => kx.decide({ ...rest, line: { ...one, toJSON: () => ({}) } }), "wrong-type", "line.toJSON");
  const sparse = [];
  sparse[2] = "GP";
  refused(() => kx.decide({ ...rest, line: { ...one, modifiers: sparse } }), "wrong-type", "line.modifiers[0]");
  const cycle = request();
  cycle.usage.used = cycle;
  assert.throws(() => kx.decide(cycle), { name: "KxError", code: "wrong-type" });
  const endless = [];
  endless.push(endless);
  assert.throws(() => kx.decideAppointment({ ...day([]), lines: endless }), { name: "KxError", code: "wrong-type" });
  let deep = {};
  for (let level = 0; level < 100_000; level++) deep = { deep };
  assert.throws(() => kx.decide(deep), { name: "KxError" });
  assert.equal(kx.decide(request()).action, "apply");
});

test("elements of a list say the same, whatever their names and in whatever order", () => {
  const kinds = [
    () => ({ id: "", code: "97110", modifiers: ["GP"], allowed: "1.00" }),
    () => ({ allowed: "1.00", modifiers: ["GP"], code: "97110", id: "" }),
    () => ({ id: "", code: "97110", modifiers: ["GP"] }),
    () => ({ id: "", code: "97110", modifiers: ["GP"], allowed: "1.00", units: 1 }),
    () => ({ id: "", code: "97110", modifiers: ["GP"], allowed: undefined }),
    () => ({ id: "", code: "97110", modifiers: null, allowed: "1.00" }),
    () => ({ code: "97140", id: "" }),
    () => odd({ id: "", code: "97110", modifiers: ["GP"], allowed: "1.00" }),
    () => ({ id: "", code: "97110", kxDeclined: "x".repeat(200) }),
  ];
  // Each kind behind each other one.
  const order = kinds.flatMap((_, first) => kinds.flatMap((_, second) => [first, second]));
  const lines = order.map((kind, index) => ({ ...kinds[kind](), id: `l${index}` }));
  const mixed = order.map((kind, index) => Object.assign(kinds[kind](), { id: `l${index}` }));
  const expected = kx.decideAppointment(JSON.parse(JSON.stringify(day(lines))));
  assert.deepEqual(kx.decideAppointment(day(lines)), expected);
  assert.deepEqual(kx.decideAppointment(day(mixed)), expected);
  assert.deepEqual(kx.decideAppointment(odd(day(lines))), expected);
  for (const [index, bad] of [[], [1], { id: "z" }, { id: "z", code: "97110", extra: 1 }, null, "x", 5].entries()) {
    const list = [line("a"), line("b"), bad, line("c")];
    assert.deepEqual(
      outcomeOf(() => kx.decideAppointment(odd(day(list)))),
      outcomeOf(() => kx.decideAppointment(day(list))),
      String(index),
    );
  }
  // More names than an element may leave out.
  const wide = () => Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`name${index}`, index]));
  refused(() => kx.decideAppointment(day([wide(), wide()])), "unknown-field", "lines[0].name0");
});

test("names that somebody gave to all objects are no fields", () => {
  const before = JSON.stringify(kx.decide(request()));
  Object.defineProperty(Object.prototype, "polluted", { value: "x", enumerable: true, configurable: true });
  try {
    // Not looked at by the schema, which would see the name in every answer.
    assert.equal(JSON.stringify(unchecked.decide(request())), before);
  } finally {
    delete Object.prototype.polluted;
  }
});

test("`__proto__` is a name like any other", () => {
  refused(() => kx.decide(JSON.parse('{ "__proto__": {} }')), "unknown-field", "__proto__");
  refused(() => kx.decide({ ...request(), line: JSON.parse('{ "code": "97110", "__proto__": 1 }') }), "unknown-field", "line.__proto__");
  const fees = JSON.parse('{ "97110": { "full": "30.00", "reduced": "23.00" }, "__proto__": { "full": "1.00", "reduced": "1.00" } }');
  refused(() => kx.estimateAllowed({ lines: [{ id: "a", code: "97110", units: 1 }], fees }), "code-invalid", "fees.__proto__");
  for (const name of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
    assert.deepEqual(
      kx.traitsToEvaluate({ traits: [{ name, prompt: name }], date: "2026-03-10", serviceType: null, coverage: { program: "other" } }).evaluate,
      [{ name, prompt: name }],
    );
    const session = kx.openAppointment(context());
    session.add(line(name));
    assert.equal(session.lines()[0].line.id, name);
    session.close();
  }
  assert.equal({}.full, undefined);
});

test("a getter is asked once, and may call the package", () => {
  let asked = 0;
  const asking = (value, body = () => {}) => ({
    enumerable: true,
    configurable: true,
    get() {
      asked++;
      body();
      return value;
    },
  });
  const given = request();
  Object.defineProperty(
    given.line,
    "code",
    asking("97110", () => assert.equal(kx.decide(request({ line: { code: "97140", modifiers: ["GP"] } })).action, "apply")),
  );
  assert.equal(JSON.stringify(kx.decide(given)), JSON.stringify(kx.decide(request())));
  assert.equal(asked, 1);
  // In elements that leave out their names, and in one that turns out to have others.
  asked = 0;
  const lines = [line("a"), line("b"), line("c"), { ...line("d"), units: 1 }, { code: "97110", id: "e" }];
  const expected = kx.decideAppointment(day(lines));
  const inside = day(
    lines.map((one) =>
      Object.defineProperty(
        { ...one },
        "code",
        asking("97110", () => kx.decideAppointment(day([line("x"), line("y")]))),
      ),
    ),
  );
  assert.deepEqual(kx.decideAppointment(inside), expected);
  assert.equal(asked, lines.length);
  // Deep inside each other, and with a session.
  const session = kx.openAppointment(context());
  const nested = (depth) =>
    Object.defineProperty(
      line(`n${depth}`),
      "code",
      asking("97110", () => depth > 0 && session.add(nested(depth - 1))),
    );
  session.add(nested(20));
  assert.deepEqual(
    session.lines().map((one) => one.line.id),
    Array.from({ length: 21 }, (_, index) => `n${index}`),
  );
  session.close();
});

test("a getter may call the package so that its memory grows and requests are put elsewhere", () => {
  const many = Array.from({ length: 4000 }, (_, id) => line(`${id}`));
  for (const count of [3, 3000]) {
    const lines = many.slice(0, count);
    const asking = lines.map((one) => ({ ...one }));
    Object.defineProperty(asking[1], "code", { enumerable: true, get: () => kx.decideAppointment(day(many)) && lines[1].code });
    assert.deepEqual(kx.decideAppointment(day(asking)), kx.decideAppointment(day(lines)));
  }
});

test("a getter that throws is heard, and nothing has changed", () => {
  const session = kx.openAppointment(context());
  session.add(line("a"));
  const hostile = Object.defineProperty(line("b"), "code", {
    enumerable: true,
    get() {
      throw new RangeError("mine");
    },
  });
  for (let round = 0; round < 200; round++) assert.throws(() => session.add(hostile), { name: "RangeError", message: "mine" });
  assert.deepEqual(
    session.lines().map((one) => one.line.id),
    ["a"],
    "nothing trapped, so the session is there",
  );
  session.close();
});

// ---------------------------------------------------------------- texts

const STRANGE = [
  "",
  "\ufeffmark",
  "é",
  "€",
  "😀",
  "a\u0000b",
  '"\\\n\r\t\u0001\u001f\u007f',
  "\u2028\u2029",
  "日本語".repeat(50),
  "x".repeat(127),
  "x".repeat(128),
  "é".repeat(64),
  "x".repeat(255),
  "😀".repeat(70_000),
  "x".repeat(70_000),
  "x".repeat(1_000_000),
];

test("any text comes back as it was", () => {
  const traits = STRANGE.map((text, index) => ({ name: `n${index}${text}`, prompt: text }));
  const ask = (list) => kx.traitsToEvaluate({ traits: list, date: "2026-03-10", serviceType: null, coverage: { program: "other" } }).evaluate;
  for (const trait of traits) assert.deepEqual(ask([trait]), [trait]);
  assert.deepEqual(ask(traits), traits);
  assert.deepEqual(ask(odd(traits)), traits);
});

test("half a letter becomes the letter for what cannot be read, on either road", () => {
  const text = "a\ud800b\udc00";
  for (const trait of [{ name: "n", prompt: text }, { name: "n", prompt: text + "x".repeat(100_000) }, odd({ name: "n", prompt: text })]) {
    const [answer] = kx.traitsToEvaluate({ traits: [trait], date: "2026-03-10", serviceType: null, coverage: { program: "other" } }).evaluate;
    assert.equal(answer.prompt, trait.prompt.toWellFormed?.() ?? trait.prompt.replace(/\ud800|\udc00/g, "\ufffd"));
  }
  refused(() => kx.decide({ ...request(), "\ud800": 1 }), "unknown-field", "\ufffd");
});

test("texts of a long answer are cut where they end", () => {
  for (const letter of ["x", "é", "😀"]) {
    const traits = Array.from({ length: 3000 }, (_, index) => ({ name: `${letter}${index}`, prompt: letter.repeat(index % 60) }));
    assert.deepEqual(kx.traitsToEvaluate({ traits, date: "2026-03-10", serviceType: null, coverage: { program: "other" } }).evaluate, traits);
  }
});

// ---------------------------------------------------------------- size

test("huge lists", () => {
  assert.equal(kx.decide(request({ usage: { entries: entries(100_000) } })).basis.remaining, "1480.00");
  assert.equal(kx.decide(odd(request({ usage: { entries: entries(20_000) } }))).basis.remaining, "2280.00");
  const { decisions } = kx.decideAppointment(day(Array.from({ length: 5000 }, (_, index) => line(`l${index}`))));
  assert.equal(decisions.length, 5000);
  assert.ok(decisions.every((one) => one.action === "apply"));
  const all = kx.decideAll(Array.from({ length: 20_000 }, (_, index) => (index % 1000 === 7 ? null : request())));
  assert.deepEqual(
    all.flatMap((one, index) => (one.error ? [index] : [])),
    Array.from({ length: 20 }, (_, index) => index * 1000 + 7),
  );
  refused(() => kx.decide(request({ line: { code: "x".repeat(10_000_000) } })), "code-invalid", "line.code");
  refused(() => kx.decide(request({ line: { code: "97110", modifiers: Array(100_000).fill("GP") } })), "too-many-modifiers", "line.modifiers");
});

/** Bytes that the module's memory has grown by between two points of a program, measured in a process of its own. */
function growth(body) {
  const program = `
    let memory;
    const instantiate = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) { const made = new instantiate(module, imports); memory = made.exports.memory; return made; };
    const kx = await import(${JSON.stringify(entry)});
    await kx.default();
    const request = ${JSON.stringify(request())};
    const entries = (count) => Array.from({ length: count }, (_, index) => ({ id: "e" + index, date: "2026-02-02", serviceType: "PT/SLP", allowed: "0.01" }));
    const size = () => memory.buffer.byteLength;
    ${body}`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", cwd: consumer }));
}

test("memory is flat over many requests, and over large ones", () => {
  const [many, refusals, large] = growth(`
    const round = (times, body) => { for (let i = 0; i < times; i++) body(); };
    round(1000, () => kx.decide(request));
    const first = size();
    round(30_000, () => kx.decide(request));
    const second = size();
    round(10_000, () => { try { kx.decide({ ...request, line: { code: () => 1 } }); } catch {} });
    const third = size();
    const big = { ...request, usage: { entries: entries(20_000) } };
    round(3, () => kx.decide(big));
    const fourth = size();
    round(30, () => kx.decide(big));
    console.log(JSON.stringify([second - first, third - second, size() - fourth]));`);
  assert.deepEqual([many, refusals, large], [0, 0, 0]);
});

// ---------------------------------------------------------------- lists of requests

test("an outcome is what the decision says, without its sentences", () => {
  const requests = [
    request(),
    request({ usage: { used: { "PT/SLP": "10.00" } } }),
    request({ coverage: { program: "other" } }),
    request({ line: { code: "97110", modifiers: ["GP", "KX"] } }),
    request({ line: { code: "97161", modifiers: [] } }),
    request({ preferences: null }),
    request({ line: { code: 1 } }),
    null,
  ];
  const full = kx.decideAll(requests);
  const short = kx.decideAll(requests, { answer: "outcome" });
  for (const [index, { decision, error }] of full.entries()) {
    if (error) {
      assert.deepEqual(short[index], { error });
      continue;
    }
    const { action, modifiers, serviceType, standing } = decision;
    const { remaining, remainingAfter, ...outcome } = short[index].outcome;
    assert.deepEqual(outcome, { action, modifiers, serviceType, standing });
    assert.equal(remaining, standing === null ? null : decision.thresholds[serviceType].remaining);
    assert.equal(remainingAfter === null, remaining === null);
    const { line: one, ...opened } = requests[index];
    const session = kx.openAppointment(opened);
    assert.deepEqual(session.outcome(one), short[index].outcome);
    session.close();
  }
  assert.deepEqual(kx.decideAll(requests, {}), full);
  assert.deepEqual(kx.decideAll(requests, null), full);
  assert.deepEqual(kx.decideAll(requests, { answer: undefined }), full);
  refused(() => kx.decideAll(requests, { answer: "all" }), "unknown-value", "options.answer");
  refused(() => kx.decideAll(requests, { answer: "toString" }), "unknown-value", "options.answer");
  refused(() => kx.decideAll(requests, { anser: "outcome" }), "unknown-field", "options.anser");
});

test("one that is no data is answered in its place, among many", () => {
  const requests = Array.from({ length: 200 }, () => request());
  requests[3] = () => 1;
  requests[70] = request({ line: { code: Symbol("x") } });
  requests[130] = odd(request());
  requests[131] = new Set();
  requests[199] = undefined;
  const expected = kx.decide(request());
  const answers = kx.decideAll(requests);
  assert.equal(answers.length, 200);
  for (const [index, { decision, error }] of answers.entries()) {
    if ([3, 131, 199].includes(index)) assert.deepEqual([error.code, error.path], ["wrong-type", null], String(index));
    else if (index === 70) assert.deepEqual([error.code, error.path], ["wrong-type", "line.code"]);
    else assert.equal(JSON.stringify(decision), JSON.stringify(expected), String(index));
  }
  assert.deepEqual(kx.decideAll([]), []);
  for (const none of [{}, null, undefined, "x", 5, new Set([request()]), { length: 1, 0: request() }]) refused(() => kx.decideAll(none), "wrong-type", null);
});

test("a worklist says which patient cannot be read", () => {
  const patients = Array.from({ length: 100 }, (_, index) => ({ id: `p${index}`, context: context(), lines: [] }));
  const good = kx.worklist(patients);
  assert.deepEqual(kx.worklist(patients.map(odd)), good);
  const bad = [...patients];
  bad[80] = { id: "p80", context: { ...context(), coverage: { program: "none" } }, lines: [] };
  assert.deepEqual([kx.worklist(bad)[80].id, kx.worklist(bad)[80].error.path], ["p80", "context.coverage.program"]);
  bad[80] = { id: "p80", context: context(), lines: () => 1 };
  refused(() => kx.worklist(bad), "wrong-type", "[80].lines");
  bad[80] = () => 1;
  refused(() => kx.worklist(bad), "wrong-type", "[80]");
});

test("lines of NDJSON are bytes, of any view", () => {
  const text = `${JSON.stringify(request())}\n${JSON.stringify(request({ line: { code: "é😀" } }))}\n`;
  const bytes = new TextEncoder().encode(text);
  const answers = new TextDecoder().decode(kx.decideNdjson(bytes));
  assert.deepEqual(JSON.parse(answers.split("\n")[0]), { decision: kx.decide(request()) });
  const shifted = new Uint8Array(bytes.length + 10).fill(120);
  shifted.set(bytes, 5);
  assert.equal(new TextDecoder().decode(kx.decideNdjson(shifted.subarray(5, 5 + bytes.length))), answers);
  assert.equal(new TextDecoder().decode(kx.decideNdjson(Buffer.from(text))), answers);
  assert.equal(kx.decideNdjson(new Uint8Array()).length, 0);
  for (const none of [text, [1], bytes.buffer, null, 5, new Uint16Array(2)]) refused(() => kx.decideNdjson(none), "wrong-type", "requests");
  // The answer is the caller's: later calls leave it as it is.
  const kept = kx.decideNdjson(bytes);
  kx.decideNdjson(new TextEncoder().encode("nope\n".repeat(1000)));
  assert.equal(new TextDecoder().decode(kept), answers);
});

// ---------------------------------------------------------------- formats, and faults

/** Runs with formats of our own in the place of the platform's. */
function withFormats(money, run) {
  const { NumberFormat } = Intl;
  Intl.NumberFormat = class {
    constructor(_locale, options) {
      this.format = options?.style === "currency" ? money : (number) => `#${number}`;
    }
  };
  try {
    kx.useWording({ locale: "en-US", texts: { "label.remaining": "{bucket}: {remaining}" } });
    run();
  } finally {
    Intl.NumberFormat = NumberFormat;
  }
}
const label = () => kx.thresholds({ date: "2026-03-10" }).OT.label;

test("formats may call the package while it answers", () => {
  let depth = 0;
  let calls = 0;
  const money = (amount) => {
    if (depth < 3) {
      depth++;
      calls++;
      assert.equal(kx.decide(request()).action, "apply");
      assert.throws(() => kx.decide({}), { name: "KxError" });
      assert.equal(new TextDecoder().decode(kx.decideNdjson(new TextEncoder().encode("{}\n{}\n"))).split("\n").length, 3);
      kx.decideAll([request(), null]);
      depth--;
    }
    return `<${amount}>`;
  };
  withFormats(money, () => {
    assert.equal(label(), "OT: <2480.00>");
    assert.ok(calls > 3);
    const session = kx.openAppointment(context());
    assert.equal(session.decide(request().line).thresholds.OT.label, "OT: <2480.00>");
    session.close();
  });
});

test("other words, while an answer is said, are for the next one", () => {
  let told = false;
  const money = (amount) => {
    if (!told) {
      told = true;
      kx.useWording(null);
    }
    return `<${amount}>`;
  };
  withFormats(money, () => {
    assert.equal(label(), "OT: <2480.00>");
    assert.equal(label(), "$2,480.00 Medicare Threshold Remaining (OT)");
  });
});

test("formats that fail give the plain form", () => {
  for (const money of [
    () => {
      throw new Error("mine");
    },
    () => 5,
    () => undefined,
    () => null,
  ])
    withFormats(money, () => assert.equal(label(), "OT: $2,480.00"));
  withFormats(
    (amount) => `€${amount}😀`,
    () => assert.equal(label(), "OT: €2480.00😀"),
  );
});

test("after a fault a fresh instance answers, in the same words, and only sessions are lost", () => {
  const { line: one, ...rest } = request();
  const expected = kx.decide(request());
  kx.useWording({ locale: "en-US", texts: { "label.remaining": "{bucket}: {remaining}" } });
  for (let round = 0; round < 50; round++) {
    const session = kx.openAppointment(rest);
    assert.throws(() => kx.decide({ ...rest, line: trapping(one, "code") }), { name: "RangeError", message: "mine" });
    if (round % 2) assert.equal(label(), "OT: $2,480.00");
    assert.throws(() => session.decide(one), { name: "KxError", code: "session-lost" });
    session.close();
    assert.equal(label(), "OT: $2,480.00");
  }
  kx.useWording(null);
  assert.deepEqual(kx.decide(request()), expected);
  // A thrown refusal of the host's own is no refusal of ours.
  assert.throws(
    () => kx.decide({ ...rest, line: trapping(one, "code", 5) }),
    (thrown) => thrown === 5,
  );
  assert.throws(() => kx.decideAll([request(), { ...rest, line: trapping(one, "code") }]), { name: "RangeError" });
  assert.deepEqual(kx.decide(request()), expected);
});
