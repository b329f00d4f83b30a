// Sessions as users hold them: closed, closed twice, forgotten, ten thousand at once, and after a fault of the module.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { checked } from "../contract/checked.mjs";
import { trapping } from "./trap.mjs";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const kx = checked(await import(pathToFileURL(createRequire(join(consumer, "index.js")).resolve("kx-modifier")).href));
await kx.default();

const context = () => ({
  appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2460.00" } },
});
const line = (id, more = {}) => ({ id, code: "97110", modifiers: ["GP"], allowed: "31.40", ...more });
const closed = { name: "KxError", code: "session-closed" };

test("the answers are decideAppointment's, to the byte", () => {
  const session = kx.openAppointment(context());
  const lines = [line("a"), line("b"), line("c", { section: "flowsheet", done: false })];
  const given = lines.map((one) => JSON.stringify(session.add(one)));
  const { decisions, thresholdsAfter } = kx.decideAppointment({ ...context(), lines });
  assert.deepEqual(
    given,
    decisions.map((one) => JSON.stringify(one)),
  );
  assert.equal(JSON.stringify(session.thresholds()), JSON.stringify(thresholdsAfter));
  assert.deepEqual(
    session.lines(),
    lines.map((one, index) => ({ line: one, decision: decisions[index] })),
  );
  const { line: alone, ...rest } = { ...context(), line: { code: "97140", modifiers: ["GP"] } };
  const empty = kx.openAppointment(rest);
  assert.equal(JSON.stringify(empty.decide(alone)), JSON.stringify(kx.decide({ ...rest, line: alone })));
  assert.equal(session.remove("b"), undefined);
  assert.equal(session.update(line("c", { modifiers: ["GP", "KX"] })).action, "keep");
  session.setAutoApplyKx(false);
  assert.equal(session.setOtherUsed("PT/SLP", "100.00")["PT/SLP"].otherUsed, "100.00");
  assert.deepEqual(
    session.lines().map((one) => one.decision.action),
    ["suggest", "keep"],
  );
  session.close();
  empty.close();
});

test("what the caller gets wrong is a KxError and changes nothing", () => {
  const session = kx.openAppointment(context());
  session.add(line("a"));
  assert.throws(() => session.add(line("a")), { name: "KxError", code: "duplicate-id", path: "line.id" });
  assert.throws(() => session.update(line("x")), { code: "unknown-id", path: "line.id" });
  assert.throws(() => session.remove("x"), { code: "unknown-id", path: "id" });
  assert.throws(() => session.remove(1), { code: "wrong-type", path: "id" });
  assert.throws(() => session.add({ code: "97110" }), { code: "missing-field", path: "line.id" });
  assert.throws(() => session.decide(), { code: "missing-field", path: "line" });
  assert.throws(() => session.setOtherUsed("PT", "1"), { code: "unknown-value", path: "serviceType" });
  assert.throws(() => session.setOtherUsed("OT", 1), { code: "money-not-text", path: "amount" });
  assert.throws(() => session.setAutoApplyKx("yes"), { code: "wrong-type", path: "on" });
  assert.throws(() => kx.openAppointment({}), { code: "missing-field" });
  assert.throws(() => kx.openAppointment({ ...context(), appointment: { date: "2017-01-01" } }), { code: "unknown-year", path: "appointment.date" });
  assert.equal(session.lines().length, 1);
  session.close();
});

test("closed, and closed twice", () => {
  const session = kx.openAppointment(context());
  const other = kx.openAppointment(context());
  session.close();
  session.close();
  for (const call of [() => session.decide(line("a")), () => session.lines(), () => session.thresholds(), () => session.setAutoApplyKx(true)])
    assert.throws(call, closed);
  assert.equal(other.decide(line("a")).action, "suggest");
  other[Symbol.dispose]();
  assert.throws(() => other.lines(), closed);
});

test("ten thousand at once keep apart", () => {
  const sessions = Array.from({ length: 10_000 }, () => kx.openAppointment(context()));
  for (const [index, session] of sessions.entries()) session.setOtherUsed("OT", `${index}.00`);
  for (const [index, session] of sessions.entries()) assert.equal(session.thresholds().OT.otherUsed, `${index}.00`);
  for (const session of sessions) session.close();
});

/** Bytes that the module's memory has grown by, measured in a process of its own. */
function growth(body) {
  const program = `
    import init, * as kx from ${JSON.stringify(pathToFileURL(createRequire(join(consumer, "index.js")).resolve("kx-modifier/url")).href)};
    import { readFileSync } from "node:fs";
    let memory;
    const instantiate = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) { const made = new instantiate(module, imports); memory = made.exports.memory; return made; };
    kx.initSync(readFileSync(${JSON.stringify(createRequire(join(consumer, "index.js")).resolve("kx-modifier/kx-modifier.wasm"))}));
    const context = ${JSON.stringify(context())};
    ${body}`;
  const printed = execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", program], { encoding: "utf8", cwd: consumer });
  return Number(printed.trim());
}

test("memory is flat after 100,000 sessions that are opened and closed", () => {
  const grown = growth(`
    const cycle = (times) => { for (let i = 0; i < times; i++) { const session = kx.openAppointment(context); session.add({ id: "a", code: "97110" }); session.close(); } };
    cycle(2000);
    const before = memory.buffer.byteLength;
    cycle(100_000);
    console.log(memory.buffer.byteLength - before);`);
  assert.equal(grown, 0);
});

test("forgotten sessions are freed by the garbage collector", () => {
  const grown = growth(`
    const breathe = async () => { globalThis.gc(); await new Promise((resolve) => setTimeout(resolve, 1)); };
    const forget = (times) => { for (let i = 0; i < times; i++) kx.openAppointment(context); };
    for (let round = 0; round < 20; round++) { forget(500); await breathe(); }
    const before = memory.buffer.byteLength;
    for (let round = 0; round < 100; round++) { forget(500); await breathe(); }
    console.log(memory.buffer.byteLength - before);`);
  // Fifty thousand of them would hold more than 30 MB; a collection or two may lag behind.
  assert.ok(grown < 2 * 1024 * 1024, `${grown} bytes`);
});

test("after a fault of the module a session says that it is lost", () => {
  const session = kx.openAppointment(context());
  assert.throws(() => kx.decide({ ...context(), line: trapping(line("a"), "code") }), { message: "mine" });
  assert.throws(() => session.decide(line("b")), { name: "KxError", code: "session-lost" });
  session.close();
  assert.throws(() => session.decide(line("b")), closed);
  const again = kx.openAppointment(context());
  assert.equal(again.decide(line("b")).action, "suggest");
  again.close();
});

test("bulk text", () => {
  const request = { ...context(), line: { code: "97110" } };
  const bytes = new TextEncoder().encode(`${JSON.stringify(request)}\nnope\n`);
  const [good, bad] = new TextDecoder()
    .decode(kx.decideNdjson(bytes))
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text));
  assert.deepEqual(good, { decision: kx.decide(request) });
  assert.equal(bad.error.code, "wrong-type");
  assert.throws(() => kx.decideNdjson("text"), { name: "KxError", code: "wrong-type", path: "requests" });
  assert.throws(() => kx.auditNdjson(bytes, { nope: 1 }), { code: "unknown-field", path: "policy.nope" });
  const audited = new TextDecoder().decode(
    kx.auditNdjson(
      new TextEncoder().encode(`${JSON.stringify({ beneficiary: "b", id: "1", date: "2026-01-05", code: "97110", modifiers: ["GP", "KX"], allowed: "10" })}\n`),
    ),
  );
  assert.equal(JSON.parse(audited).kx, "early");
});
