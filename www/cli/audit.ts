// audit: a beneficiary's lines as one request, or the lines of many beneficiaries, one a line.
import { audit, auditNdjson, type Policy } from "kx-modifier";
import { attempt, requestValue, withField, type Answered, type Answerer } from "./answers.js";
import { bulk, refusalOf } from "./bulk.js";
import type { Request } from "./requests.js";
import type { View } from "./sink.js";
import type { Row } from "./table.js";

type Audit = ReturnType<typeof audit>;
type Findings = { severity: string; message: string }[];
type AuditedLine = Audit["lines"][number] & { beneficiary: string; findings: Findings };
export type Answer = Audit | AuditedLine;

interface Held {
  request: Request;
  /** Whose line it is; null where nobody can tell. */
  beneficiary: string | null;
  /** What is answered already: a request of its own among the lines. */
  json?: string;
}

const named = (beneficiary: string): Uint8Array => Buffer.from(JSON.stringify({ beneficiary }));

/** Whose line it is, as far as Node reads it. */
function beneficiaryOf(request: Request): string | null {
  const value = requestValue(request) as { beneficiary?: unknown } | null | undefined;
  return typeof value?.beneficiary === "string" ? value.beneficiary : null;
}

/** The places of lines that stand together by their names, what is nobody's apart. */
function runsOf(names: readonly (string | null)[], current: string | null): number[][] {
  const runs: number[][] = [];
  let last = current;
  for (const [place, name] of names.entries()) {
    if (name === null) continue;
    if (name === last) runs.at(-1)?.push(place);
    else runs.push([place]);
    last = name;
  }
  return runs;
}

/** `policy`: for lines with a `beneficiary`, and for requests without one of their own. */
export function answerer(policy: Policy | undefined): Answerer {
  const held: Held[] = [];
  let current: string | null = null;
  /** Where the lines of the current beneficiary begin; more of them may follow. */
  let begin = 0;
  const seen = new Set<string>();
  /** What no beneficiary's name begins with. */
  let nobody = "\u0000";
  const audited = (lines: Uint8Array[]): string[] => bulk((text) => auditNdjson(text, policy), lines);

  /** So many of the lines held, through the bulk function. Those who stood earlier are named first, so that it knows their stray lines. */
  function flush(count: number): Answered[] {
    const given = held.splice(0, count);
    begin = 0;
    const lines = given.filter(({ json }) => json === undefined);
    const names = new Set(lines.flatMap(({ beneficiary }) => beneficiary ?? []));
    const stray = [...names].filter((name) => seen.has(name));
    const before = stray.length > 0 ? [...stray, nobody].map(named) : [];
    const answers = audited([...before, ...lines.map(({ request }) => request.json)]).slice(before.length);
    for (const name of names) seen.add(name);
    let next = 0;
    return given.map(({ request, json }) => ({ request, json: json ?? answers[next++] ?? "" }));
  }

  /** The lines among these that begin a beneficiary's in the package: Node reads some that the package does not. */
  function beginning(requests: readonly Request[]): Set<Request> {
    const answers = audited(requests.map(({ json }) => json));
    const refused = requests.filter((_, index) => refusalOf(answers[index] ?? ""));
    // Between two lines of nobody a line that begins another's makes the second one stray.
    const around = refused.map((_, index) => named(`${nobody}${index}`));
    const asked = audited(refused.flatMap(({ json }, index) => [around[index] ?? json, json, around[index] ?? json]));
    const unread = new Set(refused.filter((_, index) => refusalOf(asked[index * 3 + 2] ?? "")?.code !== "duplicate-id"));
    return new Set(requests.filter((request) => !unread.has(request)));
  }

  /** Whose lines they are. What only Node can read is nobody's, as in the package: it belongs to whom it stands among. */
  function owners(requests: readonly Request[]): (string | null)[] {
    const names = requests.map(beneficiaryOf);
    for (const name of names) while (name?.startsWith(nobody)) nobody += "\u0000";
    const at = (places: readonly number[]): Request[] => places.flatMap((place) => requests[place] ?? []);
    const runs = runsOf(names, current);
    const begun = beginning(at(runs.flatMap(([first = -1]) => first)));
    // Behind a line that begins nothing the next one of that name may.
    const open = runs.filter((places) => !at(places.slice(0, 1)).every((request) => begun.has(request)));
    const rest = at(open.flatMap((places) => places.slice(1)));
    const later = beginning(rest);
    const unread = new Set([...at(open.flatMap((places) => places.slice(0, 1))), ...rest.filter((request) => !later.has(request))]);
    return names.map((name, place) => (unread.has(requests[place] as Request) ? null : name));
  }

  return {
    take(requests) {
      const names = owners(requests);
      for (const [place, request] of requests.entries()) {
        const beneficiary = names[place] ?? null;
        const whole = withField<Parameters<typeof audit>[0] & { beneficiary?: unknown }>(request, "lines");
        if (whole && !Object.hasOwn(whole, "beneficiary")) {
          held.push({ request, beneficiary: null, json: attempt(() => audit(policy && !whole.policy ? { ...whole, policy } : whole)) });
          continue;
        }
        if (beneficiary !== null && beneficiary !== current) {
          current = beneficiary;
          begin = held.length;
        }
        held.push({ request, beneficiary });
      }
      return flush(current === null ? held.length : begin);
    },
    finish: () => flush(held.length),
  };
}

export const isFinding = (json: string): boolean => json.includes('"severity":"error"') || json.includes('"severity":"warning"');

const says = (findings: Findings): string[] => findings.map(({ severity, message }) => `${severity}: ${message}`);

function row(line: Audit["lines"][number], whose: string, findings: Findings): Row {
  return [whose, line.id, line.serviceType ?? "", line.before ?? "", line.after ?? "", line.kx, says(findings)];
}

export const view: View<Answer> = {
  columns: [
    { head: "patient" },
    { head: "line" },
    { head: "threshold" },
    { head: "remaining before", right: true },
    { head: "remaining after", right: true },
    { head: "KX" },
    { head: "findings" },
  ],
  rows(answer, _, label) {
    if (!("totals" in answer)) return [row(answer, answer.beneficiary, answer.findings)];
    return answer.lines.map((line) =>
      row(
        line,
        label,
        answer.findings.filter((finding) => finding.id === line.id),
      ),
    );
  },
  below(answer) {
    if (!("totals" in answer)) return null;
    return {
      columns: [
        { head: "year" },
        { head: "threshold" },
        { head: "allowed", right: true },
        { head: "allowed with KX", right: true },
        { head: "threshold amount", right: true },
        { head: "reached on" },
      ],
      rows: answer.totals.map((total) => [String(total.year), total.serviceType, total.allowed, total.withKx, total.threshold, total.reachedOn ?? ""]),
    };
  },
};
