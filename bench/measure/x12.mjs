// Reading X12: linear in what a file holds, whatever it holds.
import { fileURLToPath } from "node:url";
import { load } from "../contenders/package.mjs";
import { alone, part } from "../lib/alone.mjs";
import { interleave } from "../lib/interleave.mjs";
import { print, ratios } from "../lib/table.mjs";

const self = fileURLToPath(import.meta.url);
const FIRST = "an 835 of 5 MB, a megabyte";
const OTHERS = ["an 835 of 20 MB", "the same, wrapped after 80 columns", "10 MB of junk behind a header, as an 835", "… as a 271", "… as an 837"];

const HEADER =
  "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*P*:~GS*HP*S*R*20260101*1200*1*X*005010X221A1~ST*835*0001~BPR*I*1*C*ACH*CCP*01*1*DA*2*1**01*1*DA*1*20260316~TRN*1*T*1~LX*1~";
const claim = (i) => `CLP*C${i}*1*80*52*13*MB*I${i}*11*1~NM1*QC*1*DOE*J~SVC*HC:97110:GP*80*52**2~DTM*472*20260310~CAS*CO*45*15~CAS*PR*2*13~`;

function remittance(megabytes) {
  const claims = [];
  for (let size = 0, i = 0; size < megabytes * 1e6; i++) size += claims[claims.push(claim(i)) - 1].length;
  return HEADER + claims.join("");
}

/** Delimiters, line ends and beginnings of headers in no order. */
function junk() {
  let state = 7;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return Array.from({ length: 1e6 }, () => "ISA*~:^\n ~EB*CLP*SVC*HC97110abc"[next() % 31])
    .join("")
    .repeat(10);
}

async function timed({ entry, rounds }) {
  const kx = await load(entry);
  const [five, twenty, odd] = [remittance(5), remittance(20), HEADER + junk()];
  const wrapped = twenty.replace(/.{80}/g, "$&\n");
  const read = (name, text, megabytes) => ({
    async run() {
      const started = performance.now();
      kx[name](text);
      return { ns: ((performance.now() - started) * 1e6) / megabytes };
    },
  });
  const readings = [
    read("readRemittance835", five, 5),
    read("readRemittance835", twenty, 20),
    read("readRemittance835", wrapped, 20),
    read("readRemittance835", odd, 10),
    read("readEligibility271", odd, 10),
    read("readClaim837", odd, 10),
  ];
  return (await interleave(Object.fromEntries([FIRST, ...OTHERS].map((name, index) => [name, readings[index]])), rounds)).times;
}

export async function x12({ entry, rounds = 7, progress }) {
  progress?.("reading X12");
  const times = await alone(self, { entry, rounds });
  if (times.failed) return { failed: { x12: times.failed } };
  const rows = ratios(
    [FIRST, ...OTHERS].map((of) => ({ of, to: FIRST })),
    { times },
  );
  print(`Reading X12, a megabyte, ${rounds} rounds (1 is linear)`, rows);
  return { rows, failed: {} };
}

await part(self, timed);
