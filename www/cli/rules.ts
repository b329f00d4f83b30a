// Rule packs: `rules check`, and what --rules names.
import { KxError, useRules, versions, type RulePack } from "kx-modifier";
import { BadFile, type Report } from "./complaint.js";
import { jsonFile, nameOf } from "./input.js";
import type { Options } from "./options.js";
import { Sink, type View } from "./sink.js";

/** A file holds one pack, or a list of them. */
async function packsOf(file: string): Promise<RulePack[]> {
  const value = await jsonFile(file);
  return (Array.isArray(value) ? value : [value]) as RulePack[];
}

/** Puts the packs of all files in force, in the order in which they are named. */
export async function usePacks(files: readonly string[]): Promise<void> {
  const packs: RulePack[] = [];
  for (const file of files) {
    packs.push(...(await packsOf(file)));
    try {
      useRules(packs);
    } catch (error) {
      throw error instanceof KxError ? new BadFile(nameOf(file), error) : error;
    }
  }
}

interface Checked {
  file: string;
  packs: RulePack[];
  /** Years with amounts once the packs are in force. */
  years: number[];
}

const view: View<Checked> = {
  columns: [{ head: "file" }, { head: "pack" }, { head: "published" }, { head: "years" }, { head: "codes" }],
  rows: ({ file, packs }) =>
    packs.map(({ id, published, thresholds, codes }) => [
      file,
      id,
      published,
      (thresholds ?? []).map(({ year }) => String(year)).join(" "),
      (codes ?? []).map(({ code }) => code).join(" "),
    ]),
};

/** Each file is checked beside the built-in tables alone. */
export async function checkPacks(options: Options, report: Report): Promise<void> {
  const { files, framing } = options;
  const sink = new Sink<Checked>(framing === "ndjson" ? "lines" : framing === "json" ? "array" : "table", view, report);
  for (const file of files) {
    try {
      const packs = await packsOf(file);
      useRules(packs);
      const checked = { file: nameOf(file), packs, years: versions().years };
      await (sink.isTable ? sink.show(checked, null, file) : sink.write([JSON.stringify(checked)]));
    } catch (error) {
      const bad = error instanceof KxError ? new BadFile(nameOf(file), error) : error;
      if (!(bad instanceof BadFile)) throw error;
      report.bad(bad.message);
      if (!sink.isTable) await sink.write([JSON.stringify({ file: nameOf(file), error: bad.refusal })]);
    }
  }
  await sink.end();
}
