// What the module's memory grows to. The package does not show it, so whatever is instantiated is caught on its way.
import { fileURLToPath } from "node:url";
import { alone, part } from "../lib/alone.mjs";
import { done } from "../lib/progress.mjs";

const MIB = 1024 * 1024;
const LIMIT = 4;
const PATIENTS = 200;
const ROWS = 40;

const megabytes = (bytes) => `${(bytes / MIB).toFixed(2)} MiB`;

// ---------------------------------------------------------------- in a process of its own

function catchMemories() {
  const found = [];
  const note = (instance, imports) => {
    for (const value of [...Object.values(instance.exports), ...Object.values(imports ?? {}).flatMap((one) => Object.values(one))]) {
      if (value instanceof WebAssembly.Memory && !found.includes(value)) found.push(value);
    }
    return instance;
  };
  const { Instance, instantiate } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, { construct: (target, [module, imports]) => note(new target(module, imports), imports) });
  WebAssembly.instantiate = async (source, imports) => {
    const made = await instantiate(source, imports);
    note(made.instance ?? made, imports);
    return made;
  };
  return () => found.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

const patient = (number) => ({
  line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
  appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: {
    entries: Array.from({ length: ROWS }, (_, row) => ({
      id: `${number}-${row}`,
      date: `2026-0${1 + (row % 2)}-${10 + (row % 18)}`,
      serviceType: row % 4 ? "PT/SLP" : "OT",
      allowed: `${20 + ((number + row) % 60)}.40`,
    })),
  },
});

const DOINGS = {
  async million(kx, size, { count }) {
    const requests = Array.from({ length: 64 }, (_, number) => ({ ...patient(number), usage: { used: { "PT/SLP": `${1000 + number * 30}.00` } } }));
    const run = (times) => {
      for (let i = 0; i < times; i++) kx.decide(requests[i % 64]);
    };
    run(count / 100);
    const early = size();
    run(count - count / 100);
    return { early, late: size() };
  },
  async "each decided once"(kx, size) {
    for (let i = 0; i < PATIENTS; i++) kx.decide(patient(i));
    return { late: size() };
  },
  async "all by decideAll"(kx, size) {
    kx.decideAll(Array.from({ length: PATIENTS }, (_, i) => patient(i)));
    return { late: size() };
  },
  async "200 sessions open at once"(kx, size) {
    const open = Array.from({ length: PATIENTS }, (_, i) => {
      const { line, ...context } = patient(i);
      const session = kx.openAppointment(context);
      session.add({ ...line, id: "1" });
      return session;
    });
    const late = size();
    for (const session of open) session.close();
    return { late };
  },
};

async function child({ entry, doing, count }) {
  const size = catchMemories();
  const kx = await import(entry);
  await kx.default();
  const loaded = size();
  if (loaded === 0) throw new Error("no memory was caught: the module is instantiated in another way");
  return { loaded, ...(await DOINGS[doing](kx, size, { count })) };
}

// ---------------------------------------------------------------- the table

const self = fileURLToPath(import.meta.url);

export async function memory({ entry, count = 1_000_000, progress }) {
  console.log(`\nMemory of the module (a day: ${PATIENTS} patients with ${ROWS} ledger rows each; bar: under ${LIMIT} MiB, and flat)`);
  const kept = {},
    failed = {};
  for (const doing of Object.keys(DOINGS)) {
    progress?.(`memory: ${doing}`);
    const { loaded, early, late, failed: why } = await alone(self, { entry, doing, count });
    done();
    if (why !== undefined) {
      failed[doing] = why;
      console.log(`  ${doing.padEnd(28)}  failed: ${why}`);
      continue;
    }
    const name = doing === "million" ? `${count.toLocaleString("en-US")} decisions` : doing;
    const flat =
      early === undefined
        ? late < LIMIT * MIB
          ? "within"
          : "over"
        : late > early
          ? `over: it grew from ${megabytes(early)} after the first hundredth`
          : "within: flat after the first hundredth";
    console.log(`  ${name.padEnd(28)}  ${megabytes(late).padStart(9)}  (${megabytes(loaded)} when loaded)  ${flat}`);
    kept[doing] = Number((late / MIB).toFixed(2));
  }
  return { kept, failed };
}

await part(self, child);
