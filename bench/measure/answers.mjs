// Speed is worth nothing where answers differ. Every other contender gives exactly what plain JS gives. The package knows more rules, so its
// action is compared: what plain JS applies, it applies or suggests, and each further difference has to have one of the reasons below.
import { fileURLToPath } from "node:url";
import { accounts } from "../cases/accounts.mjs";
import { generate } from "../cases/generate.mjs";
import { contextOf, linesOf, requestOf } from "../cases/requests.mjs";
import { BUCKET, THRESHOLD } from "../cases/tables.mjs";
import { CONTENDERS, plainAudit } from "../contenders/index.mjs";
import { decide } from "../contenders/plain.mjs";
import { hasOutcomes, load } from "../contenders/package.mjs";
import { alone, part } from "../lib/alone.mjs";
import { done } from "../lib/progress.mjs";

const self = fileURLToPath(import.meta.url);
const OTHERS = ["big.js", "decimal.js", "json-rules-engine", "cedar-wasm", "zen-engine"];

// ---------------------------------------------------------------- the others

/** Cases that are answered otherwise than by plain JS. */
async function differing({ name, count }) {
  const { decide: theirs } = await CONTENDERS[name]({ count });
  const wrong = [];
  for (const [index, one] of generate(count).entries()) {
    if (JSON.stringify(await theirs(one)) !== JSON.stringify(decide(one))) wrong.push(index);
  }
  return { wrong };
}

// ---------------------------------------------------------------- the package

/** Why the package applies or suggests KX where plain JS does not; undefined where no known reason explains it. */
function whyMore(one, { action, conditions, standing, basis }) {
  const unmet = (id) => conditions.some((condition) => condition.id === id && !condition.met);
  if (!THRESHOLD[one.date.slice(0, 4)]) return "plain JS has no amount for the year";
  if (BUCKET[one.discipline] && given(one) !== null && basis.remainingSource === "computed")
    return "what is left is reckoned from the ledger, not taken as given, where it is above zero";
  if (!decide(one).reasons.find(({ id }) => id === "cpt").met && !unmet("code-qualifies")) return "plain JS does not have the code for the bucket";
  if (action !== "suggest") return undefined;
  if (standing === "crosses") return "suggested: the line takes the bucket over the threshold";
  if (unmet("discipline-maps")) return "suggested: the bucket is known from GP, GO or GN alone";
  if (unmet("auto-apply-on")) return "suggested: auto-apply is off";
  if (unmet("code-qualifies")) return "suggested: a therapy code off the list";
  return undefined;
}

const given = (one) => (BUCKET[one.discipline] === "OT" ? one.precomputed.ot : one.precomputed.ptSlp);

/** Why the package only suggests what plain JS applies: the gravest of its own notices. */
function whySuggested({ notices }) {
  const notice = notices.find(({ severity }) => severity === "error") ?? notices.find(({ severity }) => severity === "warning");
  return notice && `suggested where plain JS applies: ${notice.code}`;
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

async function ofPackage({ entry, count }) {
  const kx = await load(entry);
  const cases = generate(count),
    requests = cases.map(requestOf),
    decisions = requests.map((request) => kx.decide(request));
  const reasons = {},
    wrong = [],
    ways = [];
  let alike = 0;
  cases.forEach((one, index) => {
    const theirs = decide(one).apply,
      own = decisions[index].action;
    if (theirs === (own === "apply") && own !== "suggest") {
      alike += 1;
      return;
    }
    const why = theirs ? (own === "suggest" ? whySuggested(decisions[index]) : undefined) : whyMore(one, decisions[index]);
    if (why === undefined) wrong.push(`case ${index}: plain JS ${theirs ? "applies" : "does not apply"}, decide says ${own}`);
    else reasons[why] = (reasons[why] ?? 0) + 1;
  });

  // All ways to the decision are to lead to the same one.
  const expect = (way, index, answer, wanted) => {
    if (!same(answer, wanted)) ways.push(`case ${index}: ${way} differs from decide`);
  };
  for (const [index, item] of kx.decideAll(requests).entries()) expect("decideAll", index, item.decision, decisions[index]);
  const answered = new TextDecoder()
    .decode(kx.decideNdjson(linesOf(requests)))
    .trimEnd()
    .split("\n");
  for (const [index, line] of answered.entries()) expect("decideNdjson", index, JSON.parse(line).decision, decisions[index]);
  // What is left is told by both where the line stands somewhere.
  const facts = ({ action, modifiers, serviceType, standing, remaining, thresholds }) => [
    action,
    modifiers,
    serviceType,
    standing,
    standing === null ? null : (remaining ?? thresholds[serviceType].remaining),
  ];
  if (hasOutcomes(kx, requests[0])) {
    for (const [index, item] of kx.decideAll(requests, { answer: "outcome" }).entries())
      expect("decideAll's outcome", index, item.outcome && facts(item.outcome), facts(decisions[index]));
  }
  requests.forEach((request, index) => {
    const session = kx.openAppointment(contextOf(request));
    expect("session.decide", index, session.decide(request.line), decisions[index]);
    if (session.outcome) expect("session.outcome", index, facts(session.outcome(request.line)), facts(decisions[index]));
    session.close();
  });
  return { alike, reasons, ways: ways.length, wrong: [...wrong, ...ways] };
}

async function ofAudit({ entry, count }) {
  const [kx, byHand] = [await load(entry), await plainAudit(entry)];
  const bytes = linesOf(accounts(count / 40, 40));
  const lines = (answer) => new TextDecoder().decode(answer).trimEnd().split("\n");
  const theirs = lines(byHand(bytes)),
    own = lines(kx.auditNdjson(bytes)),
    wrong = [];
  let worded = 0,
    example = null;
  // What is said is the package's own business; how long the sentences are matters little, so other words are told and fail nothing.
  const silent = (line) => JSON.stringify(JSON.parse(line), (key, value) => (key === "message" ? undefined : value));
  own.forEach((line, index) => {
    if (line === theirs[index]) return;
    if (silent(line) !== silent(theirs[index])) wrong.push(`audited line ${index}: ${line} by hand ${theirs[index]}`);
    else {
      worded += 1;
      example ??= line;
    }
  });
  return { count: own.length, worded, example, wrong };
}

// ---------------------------------------------------------------- what is said

export async function answers({ entry, count = 4000, progress }) {
  const wrong = [];
  const note = (name, found) => {
    if (!found.wrong?.length) return;
    wrong.push(`${name}: ${found.wrong.length} answers disagree, the first: ${String(found.wrong[0]).slice(0, 600)}`);
  };
  console.log(`\nAnswers, on ${count.toLocaleString("en-US")} cases`);
  for (const name of OTHERS) {
    progress?.(`answers of ${name}`);
    const found = await alone(self, { what: "others", name, count });
    done();
    console.log(
      `  ${name.padEnd(20)} ${found.failed ? `left out: ${found.failed}` : found.wrong.length ? `${found.wrong.length} differ` : "the same as plain JS"}`,
    );
    note(name, found);
  }
  progress?.("answers of the package");
  const [own, audited] = [await alone(self, { what: "package", entry, count }), await alone(self, { what: "audit", entry, count })];
  done();
  for (const [name, found] of [
    ["kx-modifier", own],
    ["auditNdjson", audited],
  ])
    if (found.failed) wrong.push(`${name} failed: ${found.failed}`);
  if (!own.failed) {
    console.log(
      `  ${"kx-modifier".padEnd(20)} the same action in ${own.alike}; ${own.ways ? `${own.ways} answers of other ways differ from decide` : "all ways to a decision give the same one"}; otherwise, and why:`,
    );
    for (const [why, times] of Object.entries(own.reasons).sort((a, b) => b[1] - a[1])) console.log(`  ${String(times).padStart(26)}  ${why}`);
    note("kx-modifier", own);
  }
  if (!audited.failed) {
    console.log(
      `  ${"auditNdjson".padEnd(20)} ${audited.wrong.length ? `${audited.wrong.length} lines differ from` : "the same as"} the audit by hand, ${audited.count} lines${audited.worded ? `; ${audited.worded} in other words, such as ${audited.example}` : ""}`,
    );
    note("auditNdjson", audited);
  }
  return { wrong };
}

await part(self, (asked) => ({ others: differing, package: ofPackage, audit: ofAudit })[asked.what](asked));
