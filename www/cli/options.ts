// The words of the command line: commands, their options, and the help about both.
import { parseArgs } from "node:util";
import { Complaint } from "./complaint.js";
import { STANDARD_INPUT } from "./input.js";

export type CommandName =
  | "decide"
  | "audit"
  | "hold"
  | "rework"
  | "ecbr"
  | "scrub-837"
  | "read-271"
  | "read-835"
  | "read-pverify"
  | "read-eob"
  | "rules"
  | "feedback"
  | "about";
type OptionName = "table" | "json" | "ndjson" | "csv" | "location" | "usage" | "fees" | "remittance" | "policy" | "rules" | "checked" | "ours" | "eligibility";

interface CommandHelp {
  argument: "[FILE]" | "FILE…" | "check FILE…" | "";
  summary: string;
  options: OptionName[];
  findings: string;
  more: string;
}

const FRAMING: OptionName[] = ["table", "json", "ndjson", "rules"];
const REQUESTS = `
FILE is JSON: one request, an array of requests, or one request per line (NDJSON). Without FILE, or with "-", it reads standard input.
Answers have the same form as the requests. A bad request in an array or on a line gives {"error":…} in its place.`;
const FILES = `
"-" is standard input. One file gives an object, several give an array; with --ndjson each gives a line. Each answer names its file.`;

export const COMMANDS: Record<CommandName, CommandHelp> = {
  decide: {
    argument: "[FILE]",
    summary: "whether KX belongs on a line, or on the lines of an appointment",
    options: FRAMING,
    findings: "a claim is on hold for a KX decision, or a notice is an error",
    more: `${REQUESTS}\nA request with "lines" is for an appointment; one with "line" is for a single line.`,
  },
  audit: {
    argument: "[FILE]",
    summary: "KX missing, KX too early and crossing lines in a year of billed lines",
    options: [...FRAMING, "policy"],
    findings: "a finding is a warning or an error",
    more: `${REQUESTS}\nA request has the "lines" of one beneficiary. In NDJSON a line may also be one billed line with its "beneficiary".\nKeep the lines of one beneficiary together.`,
  },
  hold: {
    argument: "[FILE]",
    summary: "claims on hold before they go out: why, and who can answer",
    options: FRAMING,
    findings: "a claim is on hold",
    more: `${REQUESTS}\nA request has the "claims" of one patient, and may name the "patient"; the answer then does too.\nA person's word releases a line: "released":[{"line":"1","by":"Kim Lee, PT","reason":"…"}] in the request.`,
  },
  rework: {
    argument: "[FILE]",
    summary: "denied lines: what each was denied for, and what can be done by when",
    options: FRAMING,
    findings: "KX can still be requested for a line",
    more: `${REQUESTS}\nA request has the "denied" entries of one patient, as read-835 gives them, beside the lines "billed", and may name the "patient".\nThe text of a request to the contractor is given only for ids in "attested": lines for which a clinician attested to KX.`,
  },
  ecbr: {
    argument: "[FILE]",
    summary: "your percentage of lines with KX compared with peers (comparative billing report, CBR)",
    options: FRAMING,
    findings: "a percentage is higher than a peer's",
    more: REQUESTS,
  },
  "scrub-837": {
    argument: "FILE…",
    summary: "claim lines before the file is sent: KX missing, too early or billed with GA, GZ or GY",
    options: [...FRAMING, "usage", "remittance", "fees", "policy"],
    findings: "a finding is a warning or an error (unknown usage is a warning)",
    more: `${FILES}\nOnly Medicare claims are checked. Remittances are matched by member ID. Payments for the claims in the file are not counted.`,
  },
  "read-271": {
    argument: "FILE…",
    summary: "threshold amounts used or remaining in an eligibility response",
    options: FRAMING,
    findings: "a therapy amount could not be read",
    more: FILES,
  },
  "read-835": {
    argument: "FILE…",
    summary: "the therapy lines of a remittance, ready for usage.entries",
    options: FRAMING,
    findings: "a line was skipped",
    more: FILES,
  },
  "read-pverify": {
    argument: "FILE…",
    summary: "threshold amounts used in a pVerify eligibility response (JSON)",
    options: [...FRAMING, "checked"],
    findings: "a therapy amount could not be read",
    more: `${FILES}\nThe amounts are those of the calendar year of --checked, the day of the check.`,
  },
  "read-eob": {
    argument: "FILE…",
    summary: "therapy lines of CMS's claims feeds (Blue Button, BCDA), and what other providers used",
    options: [...FRAMING, "ours", "eligibility"],
    findings: "a line was skipped, except lines without GP, GO or GN",
    more: `${FILES}\nFILE holds FHIR R4 ExplanationOfBenefits: a Bundle or NDJSON. Lines billed by --ours are yours; all others count as used elsewhere,\nunless --eligibility has Medicare's own figure for the patient, threshold and year. That figure already includes them.`,
  },
  rules: {
    argument: "check FILE…",
    summary: "whether rule packs are right: amounts and codes that CMS published after this version",
    options: ["table", "json", "ndjson"],
    findings: "never",
    more: `
"-" is standard input. FILE holds JSON: one pack, or an array of packs; the schema is kx-modifier/rules.schema.json. The answer is a table;
with --json an array, an entry per file; with --ndjson an entry per line.`,
  },
  feedback: {
    argument: "FILE…",
    summary: "the answers in a record of attestations, as feedback on the decision support",
    options: ["table", "json", "ndjson", "csv", "location"],
    findings: "a record is not whole: an entry was changed, added, moved or is missing",
    more: `
FILE holds JSON: a record of attestations, its events in an array. The answer is an array, one row per answer; with several files each row
names its file. A file that can't be read is named, and the rest are still read.`,
  },
  about: {
    argument: "",
    summary: "the source attributes of this decision support: citation, developer, release, what it does not use",
    options: ["table", "json", "ndjson", "csv", "rules"],
    findings: "never",
    more: "",
  },
};

const OPTIONS: Record<OptionName, { type: "boolean" | "string"; multiple?: boolean; shown: string; help: string }> = {
  table: { type: "boolean", shown: "--table", help: "a table to read" },
  json: { type: "boolean", shown: "--json", help: "JSON, also for NDJSON: one answer gives an object, several an array" },
  ndjson: { type: "boolean", shown: "--ndjson", help: "one answer per line" },
  csv: { type: "boolean", shown: "--csv", help: "a file for a spreadsheet" },
  location: { type: "string", shown: "--location NAME", help: "the clinic, for each row" },
  usage: { type: "string", shown: "--usage FILE", help: "JSON: usage for the one patient in the file, or an object with usage by member ID" },
  remittance: { type: "string", multiple: true, shown: "--remittance FILE", help: "an 835 to count as usage; may be repeated" },
  fees: { type: "string", shown: "--fees FILE", help: 'JSON: the fee schedule, {"97110":{"full":"31.40","reduced":"24.02"}}' },
  policy: { type: "string", shown: "--policy FILE", help: "JSON: the policy, as in the type declarations" },
  checked: { type: "string", shown: "--checked DATE", help: "the day of the eligibility check, YYYY-MM-DD" },
  ours: { type: "string", multiple: true, shown: "--ours NPI", help: "your billing NPI; may be repeated" },
  eligibility: { type: "string", multiple: true, shown: "--eligibility FILE", help: "a 271 with Medicare's own figures; may be repeated" },
  rules: { type: "string", multiple: true, shown: "--rules FILE", help: "JSON: a rule pack, or an array of packs; may be repeated" },
};

export interface Options {
  command: CommandName;
  files: string[];
  framing: "table" | "json" | "ndjson" | null;
  csv: boolean;
  location?: string;
  usage?: string;
  fees?: string;
  policy?: string;
  checked?: string;
  remittance: string[];
  ours: string[];
  eligibility: string[];
  rules: string[];
}

const STATUS = (findings: string): string => `Exit status: 0 no findings; 1 ${findings};
2 something could not be read or answered, or an option is wrong; 141 the program reading the output ended.`;

const aligned = (rows: [string, string][]): string =>
  rows.map(([name, text]) => `  ${name.padEnd(Math.max(...rows.map(([one]) => one.length)))}  ${text}`).join("\n");

export function help(name: CommandName | undefined): string {
  if (!name) {
    const commands = Object.entries(COMMANDS).map(([command, { argument, summary }]): [string, string] => [`${command} ${argument}`, summary]);
    return `Whether Medicare's KX modifier belongs on outpatient therapy lines, and why. Files are only read; nothing is stored or sent.

kx-modifier COMMAND [OPTIONS] FILE…

${aligned(commands)}

kx-modifier COMMAND --help shows its options. kx-modifier --version shows the package, rules and years.

${STATUS("there are findings")}
`;
  }
  const { argument, summary, options, findings, more } = COMMANDS[name];
  const rows = options.map((option): [string, string] => [OPTIONS[option].shown, OPTIONS[option].help]);
  return `kx-modifier ${name} [OPTIONS]${argument && ` ${argument}`}: ${summary}.
${more}

${aligned(rows)}

${STATUS(findings)}
`;
}

/** What was asked for: help, the version, or a command. A `Complaint` says what is wrong with the options. */
export function readOptions(args: string[]): Options | { show: "help" | "version"; about: CommandName | undefined } {
  const { values, positionals } = parse(args);
  const [first, ...files] = positionals;
  const command = first !== undefined && Object.hasOwn(COMMANDS, first) ? (first as CommandName) : undefined;
  if (values.help) return { show: "help", about: command };
  if (values.version) return { show: "version", about: command };
  if (first === undefined) throw new Complaint("a command is missing; see kx-modifier --help");
  if (!command) throw new Complaint(`there is no command \`${first}\`; the commands are ${Object.keys(COMMANDS).join(", ")}`);
  const { options, argument } = COMMANDS[command];
  if (argument === "check FILE…" && files.shift() !== "check") throw new Complaint("rules does one thing: kx-modifier rules check FILE…");
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    if (values[name] !== undefined && !options.includes(name)) throw new Complaint(`${command} has no option --${name}; see kx-modifier ${command} --help`);
  }
  const framings = (["table", "json", "ndjson", "csv"] as const).filter((name) => values[name]);
  if (framings.length > 1) throw new Complaint(`--${framings.join(" and --")} cannot be used together`);
  if (argument === "[FILE]" && files.length > 1) throw new Complaint(`${command} takes one file, or standard input`);
  if (argument === "" && files.length > 0) throw new Complaint(`${command} reads no file`);
  if (argument !== "[FILE]" && argument !== "" && files.length === 0) throw new Complaint(`${command} needs a file name, or - for standard input`);
  if (files.length === 0 && argument !== "") files.push(STANDARD_INPUT);
  const { usage, fees, policy, checked, location, remittance = [], ours = [], eligibility = [], rules = [] } = values;
  if (command === "read-pverify" && checked === undefined) throw new Complaint("read-pverify needs the day of the check: --checked YYYY-MM-DD");
  if (command === "read-eob" && ours.length === 0) throw new Complaint("read-eob needs your billing NPI: --ours NPI");
  if ([...files, usage, fees, policy, ...remittance, ...eligibility, ...rules].filter((file) => file === STANDARD_INPUT).length > 1)
    throw new Complaint("standard input can be read only once");
  return {
    command,
    files,
    framing: framings[0] === "csv" ? null : (framings[0] ?? null),
    csv: values.csv === true,
    remittance,
    ours,
    eligibility,
    rules,
    ...(location !== undefined && { location }),
    ...(usage !== undefined && { usage }),
    ...(fees !== undefined && { fees }),
    ...(policy !== undefined && { policy }),
    ...(checked !== undefined && { checked }),
  };
}

interface Values
  extends Partial<Record<"help" | "version" | "table" | "json" | "ndjson" | "csv", boolean>>,
    Partial<Record<"usage" | "fees" | "policy" | "checked" | "location", string>>,
    Partial<Record<"remittance" | "ours" | "eligibility" | "rules", string[]>> {}

function parse(args: string[]): { values: Values; positionals: string[] } {
  const shared = { help: { type: "boolean", short: "h" }, version: { type: "boolean" } } as const;
  const own = Object.fromEntries(Object.entries(OPTIONS).map(([name, { type, multiple }]) => [name, { type, multiple: multiple === true }]));
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...own, ...shared } }) as { values: Values; positionals: string[] };
  } catch (error) {
    // Node goes on to explain `--`.
    throw new Complaint(`${(error as Error).message.split(/\. |\n/)[0]}; see kx-modifier --help`);
  }
}
