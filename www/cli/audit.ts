// audit: a beneficiary's lines as one request, or the lines of many beneficiaries, one a line.
import { audit, auditNdjson, type Policy } from "kx-modifier";
import { attempt, requestValue, withField, type Answered, type Answerer } from "./answers.js";
import { bulk } from "./bulk.js";
import type { Request } from "./requests.js";
import type { View } from "./sink.js";
import type { Row } from "./table.js";

type Audit = ReturnType<typeof audit>;
type Findings = { severity: string; message: string }[];
type AuditedLine = Audit["lines"][number] & { beneficiary: string; findings: Findings };
export type Answer = Audit | AuditedLine;

/** A beneficiary that none has: it stands between the names that were seen and the lines. */
const NOBODY = "\u0000";

const named = (beneficiary: string): Uint8Array => Buffer.from(JSON.stringify({ beneficiary }));

/** `policy`: for lines with a `beneficiary`, and for requests without one of their own. */
export function answerer(policy: Policy | undefined): Answerer {
  const held: { request: Request; beneficiary: string | null }[] = [];
  let current: string | null = null;
  /** Where the lines of the current beneficiary begin; more of them may follow. */
  let begin = 0;
  const seen = new Set<string>();

  /** So many of the lines held, through the bulk function. Those who stood earlier are named first, so that it knows their stray lines. */
  function flush(count: number): Answered[] {
    const lines = held.splice(0, count);
    begin = 0;
    const names = new Set(lines.map((one) => one.beneficiary).filter((name) => name !== null));
    const stray = [...names].filter((name) => seen.has(name));
    const before = stray.length > 0 ? [...stray, NOBODY].map(named) : [];
    const audited = bulk((text) => auditNdjson(text, policy), [...before, ...lines.map((one) => one.request.json)]).slice(before.length);
    for (const name of names) seen.add(name);
    return lines.map(({ request }, index) => ({ request, json: audited[index] ?? "" }));
  }

  return {
    take(requests) {
      let answered: Answered[] = [];
      for (const request of requests) {
        const whole = withField<Parameters<typeof audit>[0]>(request, "lines");
        if (whole) {
          const json = attempt(() => audit(policy && !whole.policy ? { ...whole, policy } : whole));
          answered = [...answered, ...flush(held.length), { request, json }];
          current = null;
          continue;
        }
        const beneficiary = (requestValue(request) as { beneficiary?: unknown } | null | undefined)?.beneficiary;
        // A bad line belongs to whom it stands among.
        const name = typeof beneficiary === "string" ? beneficiary : null;
        if (name !== null && name !== current) {
          current = name;
          begin = held.length;
        }
        held.push({ request, beneficiary: name });
      }
      return [...answered, ...flush(current === null ? held.length : begin)];
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
