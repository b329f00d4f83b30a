// The installed command, as a shell finds it: node_modules/.bin/kx-modifier of the project that KX_CONSUMER names.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");

export const bin = join(consumer, "node_modules", ".bin", "kx-modifier");
export const script = join(consumer, "node_modules", "kx-modifier", "dist", "cli.js");
export { consumer };

/** A folder for the files of one test file; gone afterwards. */
export const folder = mkdtempSync(join(tmpdir(), "kx-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

export function file(name, content) {
  writeFileSync(join(folder, name), typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return name;
}

/** Runs the command in that folder. `input` is its standard input. */
export function kx(args, input = "", env = {}) {
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: folder, input, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  return { status, stdout, stderr };
}

/** A line of shell, with the command on its path. */
export function shell(line, options = {}) {
  return spawn("bash", ["-c", line], {
    cwd: folder,
    env: { ...process.env, PATH: `${join(consumer, "node_modules", ".bin")}:${process.env.PATH}` },
    ...options,
  });
}

export const decision = (more = {}) => ({
  line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
  appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2100.00" }, otherUsed: { "PT/SLP": "390.00" } },
  ...more,
});

export const HEADER = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260401*1200*^*00501*000000001*0*P*:~";
export const GROUP = "GS*XX*S*R*20260401*1200*1*X*005010~";
export const TRAILERS = "GE*1*1~\nIEA*1*000000001~";

/** A claim file of one patient: two PT lines, an OT line, one without a date, and one that is no therapy. */
export const CLAIMS = `${HEADER}
${GROUP}
ST*837*0001*005010X222A1~
BHT*0019*00*1*20260401*1200*CH~
HL*1**20*1~
HL*2*1*22*0~
SBR*P*18*******MB~
NM1*IL*1*DOE*JANE****MI*1EG4TE5MK72~
NM1*PR*2*MEDICARE*****PI*12345~
CLM*C7*300***11:B:1*Y*A*Y*I~
LX*1~
SV1*HC:97110:GP*80*UN*2***1~
DTP*472*D8*20260330~
LX*2~
SV1*HC:97140:GP:KX*60*UN*1***1~
DTP*472*D8*20260330~
LX*3~
SV1*HC:97535:GO:KX:GA*60*UN*1***1~
DTP*472*D8*20260330~
LX*4~
SV1*HC:97112:GP*60*UN*1***1~
LX*5~
SV1*HC:99213*60*UN*1***1~
DTP*472*D8*20260330~
SE*23*0001~
${TRAILERS}`;

/** With the count of segments that the transaction has. */
export const counted = (text) => text.replace(/SE\*\d+/, `SE*${text.slice(text.indexOf("ST*"), text.indexOf("SE*")).split("~").length}`);

export const FEES = { 97110: { full: "31.40", reduced: "24.02" }, 97140: { full: "28.00", reduced: "20.00" }, 97535: { full: "33.00", reduced: "25.00" } };

/** A remittance with one line of that patient, of claim C1 where nothing else is said. */
export const remittance = (allowed, claim = "C1", member = "1EG4TE5MK72") => `${HEADER}
${GROUP}
ST*835*0001~
BPR*I*52*C*ACH*CCP*01*1*DA*1*1**01*1*DA*1*20260316~
CLP*${claim}*1*3000*2000**MB*P1*11~
NM1*QC*1*DOE*JANE****MI*${member}~
SVC*HC:97110:GP*3000*2000**2~
DTM*472*20260310~
AMT*B6*${allowed}~
SE*8*0001~
${TRAILERS}`;
