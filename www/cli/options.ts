// The words of the command line: commands, their options, and the help about both.
import { parseArgs } from "node:util";
import { Complaint } from "./complaint.js";
import { STANDARD_INPUT } from "./input.js";

export type CommandName = "decide" | "audit" | "ecbr" | "scrub-837" | "read-271" | "read-835";
type OptionName = "table" | "json" | "ndjson" | "usage" | "fees" | "remittance" | "policy";

interface CommandHelp {
  argument: "[FILE]" | "FILE…";
  summary: string;
  options: OptionName[];
  findings: string;
  more: string;
}

const FRAMING: OptionName[] = ["table", "json", "ndjson"];
const REQUESTS = `
FILE holds JSON: one request, an array of requests, or one request a line (NDJSON). Without FILE, or with "-", standard input is read.
Answers come in the framing of the requests; a bad request in an array or on a line gives {"error":…} in its place.`;
const FILES = `
"-" is standard input. The answer of one file is an object, of several an array; each carries its file's name.`;

export const COMMANDS: Record<CommandName, CommandHelp> = {
  decide: {
    argument: "[FILE]",
    summary: "whether KX belongs on a line, or on the lines of an appointment",
    options: FRAMING,
    findings: "a suggestion is open, which holds a claim, or a notice is an error",
    more: `${REQUESTS}\nA request with "lines" is an appointment's; one with "line" is a single line's.`,
  },
  audit: {
    argument: "[FILE]",
    summary: "missing, early and crossing KX in a year of billed lines",
    options: [...FRAMING, "policy"],
    findings: "a finding is a warning or an error",
    more: `${REQUESTS}\nA request has the "lines" of one beneficiary. One a line may also be a single billed line with its "beneficiary"; lines of one\nbeneficiary stand together.`,
  },
  ecbr: {
    argument: "[FILE]",
    summary: "the share of lines with KX beside the peers' (comparative billing)",
    options: FRAMING,
    findings: "a share is higher than a peer's",
    more: REQUESTS,
  },
  "scrub-837": {
    argument: "FILE…",
    summary: "a claim file's lines before it is sent: missing, early and opposing KX",
    options: [...FRAMING, "usage", "remittance", "fees", "policy"],
    findings: "a finding is a warning or an error; unknown usage is a warning",
    more: `${FILES}\nOnly claims filed under Medicare are judged. Remittances are matched by member id; payments of the claims themselves are left out.`,
  },
  "read-271": {
    argument: "FILE…",
    summary: "what an eligibility response says is used or left",
    options: FRAMING,
    findings: "something about therapy could not be read",
    more: FILES,
  },
  "read-835": {
    argument: "FILE…",
    summary: "the therapy lines of a remittance, ready for usage.entries",
    options: FRAMING,
    findings: "a line was skipped",
    more: FILES,
  },
};

const OPTIONS: Record<OptionName, { type: "boolean" | "string"; multiple?: boolean; shown: string; help: string }> = {
  table: { type: "boolean", shown: "--table", help: "an aligned table for people" },
  json: { type: "boolean", shown: "--json", help: "an object or an array, whatever the input is" },
  ndjson: { type: "boolean", shown: "--ndjson", help: "one answer a line" },
  usage: { type: "string", shown: "--usage FILE", help: "JSON: the usage of the file's one patient, or an object with one for each member id" },
  remittance: { type: "string", multiple: true, shown: "--remittance FILE", help: "an 835 whose entries are usage; may be given again" },
  fees: { type: "string", shown: "--fees FILE", help: 'JSON: the fee schedule, {"97110":{"full":"31.40","reduced":"24.02"}}' },
  policy: { type: "string", shown: "--policy FILE", help: "JSON: the policy of the type declarations" },
};

export interface Options {
  command: CommandName;
  files: string[];
  framing: "table" | "json" | "ndjson" | null;
  usage?: string;
  fees?: string;
  policy?: string;
  remittance: string[];
}

const STATUS = (findings: string): string => `Exit status: 0 nothing to look at; 1 ${findings};
2 something could not be read or answered, or the options are wrong; 141 the reader of the output went away.`;

const aligned = (rows: [string, string][]): string =>
  rows.map(([name, text]) => `  ${name.padEnd(Math.max(...rows.map(([one]) => one.length)))}  ${text}`).join("\n");

export function help(name: CommandName | undefined): string {
  if (!name) {
    const commands = Object.entries(COMMANDS).map(([command, { argument, summary }]): [string, string] => [`${command} ${argument}`, summary]);
    return `Whether Medicare's KX modifier belongs on outpatient therapy lines, and why. Files are only read; nothing is stored or sent.

kx-modifier COMMAND [OPTIONS] FILE…

${aligned(commands)}

kx-modifier COMMAND --help tells more; kx-modifier --version names the package, its rules and their years.

${STATUS("there are findings")}
`;
  }
  const { argument, summary, options, findings, more } = COMMANDS[name];
  const rows = options.map((option): [string, string] => [OPTIONS[option].shown, OPTIONS[option].help]);
  return `kx-modifier ${name} [OPTIONS] ${argument}: ${summary}.
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
  if (first === undefined) throw new Complaint("a command is missing; kx-modifier --help names them");
  if (!command) throw new Complaint(`there is no command \`${first}\`; they are ${Object.keys(COMMANDS).join(", ")}`);
  const { options, argument } = COMMANDS[command];
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    if (values[name] !== undefined && !options.includes(name))
      throw new Complaint(`${command} has no option --${name}; kx-modifier ${command} --help names them`);
  }
  const framings = (["table", "json", "ndjson"] as const).filter((name) => values[name]);
  if (framings.length > 1) throw new Complaint(`--${framings.join(" and --")} exclude each other`);
  if (argument === "[FILE]" && files.length > 1) throw new Complaint(`${command} takes one file, or standard input`);
  if (argument === "FILE…" && files.length === 0) throw new Complaint(`${command} wants the name of a file, or - for standard input`);
  if (files.length === 0) files.push(STANDARD_INPUT);
  const { usage, fees, policy, remittance = [] } = values;
  if ([...files, usage, fees, policy, ...remittance].filter((file) => file === STANDARD_INPUT).length > 1)
    throw new Complaint("standard input can be read only once");
  return {
    command,
    files,
    framing: framings[0] ?? null,
    remittance,
    ...(usage !== undefined && { usage }),
    ...(fees !== undefined && { fees }),
    ...(policy !== undefined && { policy }),
  };
}

interface Values extends Partial<Record<"help" | "version" | "table" | "json" | "ndjson", boolean>>, Partial<Record<"usage" | "fees" | "policy", string>> {
  remittance?: string[];
}

function parse(args: string[]): { values: Values; positionals: string[] } {
  const shared = { help: { type: "boolean", short: "h" }, version: { type: "boolean" } } as const;
  const own = Object.fromEntries(Object.entries(OPTIONS).map(([name, { type, multiple }]) => [name, { type, multiple: multiple === true }]));
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...own, ...shared } }) as { values: Values; positionals: string[] };
  } catch (error) {
    // Node goes on to explain `--`.
    throw new Complaint(`${(error as Error).message.split(/\. |\n/)[0]}; kx-modifier --help names the options`);
  }
}
