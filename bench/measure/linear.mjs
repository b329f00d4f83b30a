// Whether a line of many costs what a line of few costs. A million go through in pieces, as the command line feeds them: their answers would
// not fit into the memory of one call. They run in one process from the first to the last, those of a thousand in another one, in turns.
import { accounts } from "../cases/accounts.mjs";
import { generate } from "../cases/generate.mjs";
import { linesOf, requestOf } from "../cases/requests.mjs";
import { load } from "../contenders/package.mjs";
import { inProcesses } from "../lib/node.mjs";
import { use, whole } from "../lib/slice.mjs";
import { print, ratios } from "../lib/table.mjs";
import { LINEAR_ROWS, ONE_CALL_ROWS } from "../rows.mjs";

/** How much the command line reads at a time. */
const PIECE = 256 * 1024;
const ROUNDS = 50;
/** Long enough that a slice of the small has its garbage collected in it, as one of the large has. */
const SLICE = 150;
const LINES = 40;

/** Groups that must not be parted, joined to pieces. */
function pieces(groups) {
  const made = [];
  let piece = [],
    bytes = 0;
  const close = () => {
    if (piece.length > 0) made.push({ lines: piece.length, bytes: linesOf(piece) });
  };
  for (const group of groups) {
    const size = JSON.stringify(group).length;
    if (bytes + size > PIECE) {
      close();
      piece = [];
      bytes = 0;
    }
    piece.push(...group);
    bytes += size;
  }
  close();
  return made;
}

/** So many lines a pass, piece by piece, going round in those that were made. */
function fed(items, made, call) {
  let next = 0;
  return {
    items,
    pass() {
      for (let left = items; left > 0; next++) {
        const { lines, bytes } = made[next % made.length];
        use(call(bytes));
        left -= lines;
      }
    },
  };
}

const requests = (count) => generate(count).map(requestOf);

export const CONTENDERS = {
  "decideNdjson, 1,000": async ({ entry }) => {
    const kx = await load(entry),
      bytes = linesOf(requests(1000));
    return whole(1000, () => kx.decideNdjson(bytes));
  },
  "decideNdjson, 20,000": async ({ entry }) => {
    const kx = await load(entry),
      bytes = linesOf(requests(20_000));
    return whole(20_000, () => kx.decideNdjson(bytes));
  },
  "decideNdjson, many": async ({ entry, lines }) => {
    const kx = await load(entry);
    return fed(lines / ROUNDS, pieces(requests(8000).map((request) => [request])), kx.decideNdjson);
  },
  "auditNdjson, 1,000": async ({ entry }) => {
    const kx = await load(entry),
      bytes = linesOf(accounts(25, LINES));
    return whole(1000, () => kx.auditNdjson(bytes));
  },
  "auditNdjson, 20,000": async ({ entry }) => {
    const kx = await load(entry),
      bytes = linesOf(accounts(500, LINES));
    return whole(20_000, () => kx.auditNdjson(bytes));
  },
  "auditNdjson, 20,000 of one": async ({ entry }) => {
    const kx = await load(entry),
      bytes = linesOf(accounts(1, 20_000));
    return whole(20_000, () => kx.auditNdjson(bytes));
  },
  "auditNdjson, many": async ({ entry, lines }) => {
    const kx = await load(entry),
      of = new Map();
    for (const line of accounts(1000, LINES)) of.set(line.beneficiary, [...(of.get(line.beneficiary) ?? []), line]);
    return fed(lines / ROUNDS, pieces([...of.values()]), kx.auditNdjson);
  },
};

export async function linear({ entry, lines = 1_000_000, progress }) {
  const names = (rows) => [...new Set(rows.flatMap(({ of, to }) => [of, to]))];
  const common = { from: import.meta.url, setting: { entry, lines }, milliseconds: SLICE, warmUp: 1000, progress };
  const many = await inProcesses(names(LINEAR_ROWS), { ...common, rounds: ROUNDS });
  const oneCall = await inProcesses(names(ONE_CALL_ROWS), { ...common, rounds: 7 });
  const rows = [...ratios(LINEAR_ROWS, many), ...ratios(ONE_CALL_ROWS, oneCall)];
  const label = lines.toLocaleString("en-US");
  print(
    "Time a line, of many lines beside a thousand (1 is linear)",
    rows,
    Object.fromEntries(LINEAR_ROWS.map(({ of }) => [of, of.replace("many", `${label} in pieces`)])),
  );
  return { rows, failed: { ...many.failed, ...oneCall.failed } };
}
