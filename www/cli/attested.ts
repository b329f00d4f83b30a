// What is told of the record of attestations and of the decision support itself: `feedback` and `about`.
import { exportFeedback, KxError, sourceAttributes, verifyAttestations, type AttestationEvent } from "kx-modifier";
import { BadFile, type Report } from "./complaint.js";
import { csv } from "./csv.js";
import { jsonFile, nameOf } from "./input.js";
import type { Options } from "./options.js";
import { Sink, type Framing, type View } from "./sink.js";

type Feedback = ReturnType<typeof exportFeedback>[number];
type Attribute = ReturnType<typeof sourceAttributes>[number];

const framingOf = (framing: Options["framing"]): Framing => (framing === "table" ? "table" : framing === "ndjson" ? "lines" : "array");

async function put<Row extends object>(options: Options, heads: readonly (keyof Row & string)[], rows: readonly Row[], report: Report): Promise<void> {
  if (options.csv) {
    process.stdout.write(csv(heads, rows));
    return;
  }
  const view: View<Row> = { columns: heads.map((head) => ({ head })), rows: (row) => [heads.map((head) => String(row[head] ?? ""))] };
  const sink = new Sink<Row>(framingOf(options.framing), view, report);
  for (const row of rows) await (sink.isTable ? sink.show(row, null, "") : sink.write([JSON.stringify(row)]));
  await sink.end();
}

type Row = Feedback & { file?: string };
const HEADS = ["intervention", "action", "feedback", "user", "date", "location"] as const;

/** The answers of the records as feedback; of several files each row names its own. A record that is not whole is a finding; its rows are
 *  given all the same, as far as they can be read. */
export async function feedback(options: Options, report: Report): Promise<void> {
  const rows: Row[] = [];
  const isOne = options.files.length === 1;
  for (const file of options.files) {
    try {
      const record = (await jsonFile(file)) as AttestationEvent[];
      const { whole, findings } = verifyAttestations({ record });
      if (!whole) report.finding();
      for (const { severity, message } of findings) if (severity !== "info") report.say(`${nameOf(file)}: ${message}`);
      const found = exportFeedback({ record, ...(options.location !== undefined && { location: options.location }) });
      rows.push(...found.map((row) => (isOne ? row : { file: nameOf(file), ...row })));
    } catch (error) {
      const bad = error instanceof KxError ? new BadFile(nameOf(file), error) : error;
      if (!(bad instanceof BadFile)) throw error;
      report.bad(bad.message);
    }
  }
  await put<Row>(options, isOne ? HEADS : ["file", ...HEADS], rows, report);
}

/** The source attributes of the decision support. */
export const about = (options: Options, report: Report): Promise<void> => put<Attribute>(options, ["id", "label", "value"], sourceAttributes(), report);
