// How the commands run: requests in JSON through an answerer, X12 files one after the other.
import { KxError } from "kx-modifier";
import { requestValue, type Answered, type Answerer } from "./answers.js";
import { refusalOf } from "./bulk.js";
import { BadFile, refusalText, type Report } from "./complaint.js";
import { jsonFile, nameOf, sizeOf, x12Text } from "./input.js";
import type { Options } from "./options.js";
import { Progress } from "./progress.js";
import { readRequests } from "./requests.js";
import { Sink, type Framing, type View } from "./sink.js";

function framingOf(wanted: Options["framing"], found: "object" | "array" | "lines"): Framing {
  if (wanted === "table") return "table";
  if (wanted === "ndjson") return "lines";
  return wanted === "json" && found === "lines" ? "array" : found;
}

function start(files: string[], report: Report): Progress {
  const progress = new Progress(sizeOf(files));
  report.beforeWriting(() => progress.erase());
  return progress;
}

export interface JsonCommand<Answer> {
  answerer: Answerer;
  isFinding(json: string): boolean;
  view: View<Answer>;
}

/** Requests in JSON: each batch that is read is answered and written before the next one is read. */
export async function runRequests<Answer>(options: Options, { answerer, isFinding, view }: JsonCommand<Answer>, report: Report): Promise<void> {
  const file = options.files[0] as string;
  const progress = start(options.files, report);
  try {
    const { framing, batches } = await readRequests(file, progress, options.framing === "ndjson");
    const sink = new Sink<Answer>(framingOf(options.framing, framing), view, report);
    const give = async (answered: Answered[]): Promise<void> => {
      const good: string[] = [];
      for (const { request, json } of answered) {
        const refusal = refusalOf(json);
        if (refusal) {
          const path = [request.within, refusal.path].filter((part) => part).join(".");
          const reason = refusalText({ ...refusal, path: path || null });
          report.bad(`${request.place}: ${reason}`);
          if (sink.isTable) await sink.showRefused(request.label, reason);
          else if (!sink.isAlone) good.push(json);
        } else {
          if (isFinding(json)) report.finding();
          if (sink.isTable) await sink.show(JSON.parse(json) as Answer, requestValue(request), request.label);
          else good.push(json);
        }
      }
      await sink.write(good);
    };
    for await (const batch of batches) await give(answerer.take(batch));
    await give(answerer.finish());
    await sink.end();
  } finally {
    progress.erase();
  }
}

export interface FileCommand<Read> {
  read(text: string, file: string): Read;
  isFinding(answer: Read): boolean;
  view: View<Read>;
}

/** Files: a bad one is named, and the others are read all the same. */
export async function runFiles<Read>(options: Options, { read, isFinding, view }: FileCommand<Read>, report: Report): Promise<void> {
  const { files } = options;
  const progress = start(files, report);
  try {
    const sink = new Sink<Read>(framingOf(options.framing, files.length > 1 ? "array" : "object"), view, report);
    for (const file of files) {
      try {
        const answer = read(await x12Text(file, progress), file);
        if (isFinding(answer)) report.finding();
        if (sink.isTable && files.length > 1) await sink.title(file);
        if (sink.isTable) await sink.show(answer, null, file);
        else await sink.write([JSON.stringify({ file, ...answer })]);
      } catch (error) {
        const bad = error instanceof KxError ? new BadFile(nameOf(fileOf(error, file, options)), error) : error;
        if (!(bad instanceof BadFile)) throw error;
        report.bad(bad.message);
        if (!sink.isTable && !sink.isAlone) await sink.write([JSON.stringify({ file, error: bad.refusal })]);
      }
    }
    await sink.end();
  } finally {
    progress.erase();
  }
}

/** The file that an error is about: one of the options', else the one that was read. */
function fileOf({ path }: KxError, file: string, { usage, fees, policy }: Options): string {
  if (path?.startsWith("usage")) return usage ?? file;
  if (path?.startsWith("fees")) return fees ?? file;
  return path?.startsWith("policy") ? (policy ?? file) : file;
}

/** The JSON object of a file that an option names. What it holds is checked by the package. */
export async function optionFile<Value>(file: string | undefined): Promise<Value | undefined> {
  if (file === undefined) return undefined;
  const value = await jsonFile(file);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Value;
  throw new BadFile(nameOf(file), { code: "wrong-type", path: null, message: "expected an object", help: "see --help for what the option takes" });
}
