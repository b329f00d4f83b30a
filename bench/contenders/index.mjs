// All that is timed, by name. Each is loaded in a process or page of its own, so nothing is imported before it is asked for.
import { generate } from "../cases/generate.mjs";
import { accounts } from "../cases/accounts.mjs";
import { linesOf } from "../cases/requests.mjs";
import { each, eachAwaited, whole } from "../lib/slice.mjs";

/** A contender that decides one case at a time. */
function oneByOne(create, one = each) {
  return async ({ count }) => {
    const decide = await create(),
      cases = generate(count);
    return { decide, ...one(count, (i) => decide(cases[i])) };
  };
}

const ofPackage = (name) => async (setting) => (await import("./package.mjs"))[name](setting);

export const CONTENDERS = {
  "plain.decide": oneByOne(async () => (await import("./plain.mjs")).decide),
  "plain.session": async ({ count }) => {
    const { Session } = await import("./plain.mjs");
    const cases = generate(Math.min(count, 500)),
      sessions = cases.map((one) => new Session(one));
    return each(cases.length, (i) => sessions[i].decide(cases[i]));
  },
  "plain.decideNdjson": async ({ count }) => {
    const { decideNdjson } = await import("./plain.mjs");
    const bytes = linesOf(generate(count));
    return whole(count, () => decideNdjson(bytes));
  },
  "plain.auditNdjson": async ({ entry, count }) => {
    const audit = await plainAudit(entry),
      bytes = linesOf(accounts(count / 40, 40));
    return whole(count, () => audit(bytes));
  },
  "big.js": oneByOne(async () => (await import("./decimal.mjs")).decideWith((await import("big.js")).default)),
  "decimal.js": oneByOne(async () => (await import("./decimal.mjs")).decideWith((await import("decimal.js")).default)),
  "json-rules-engine": oneByOne(async () => (await import("./rules-engine.mjs")).create(), eachAwaited),
  "cedar-wasm": oneByOne(async () => (await import("./cedar.mjs")).create()),
  "zen-engine": oneByOne(async () => (await import("./zen.mjs")).create(), eachAwaited),
  "kx.decide": ofPackage("decide"),
  "kx.decide among others": ofPackage("decideAmongOthers"),
  "kx.session.decide": ofPackage("sessionDecide"),
  "kx.session.outcome": ofPackage("sessionOutcome"),
  "kx.decideAll": ofPackage("decideAll"),
  "kx.decideAll outcome": ofPackage("decideAllOutcome"),
  "kx.decideNdjson": ofPackage("decideNdjson"),
  "kx.auditNdjson": ofPackage("auditNdjson"),
};

/** The audit by hand, with the words and the code list that this build of the package has. */
export async function plainAudit(entry) {
  const { auditWith } = await import("./plain-audit.mjs");
  const { load } = await import("./package.mjs");
  const [kx, { default: wording }] = [await load(entry), await import(new URL("wording/en.js", entry).href)];
  const probe = { beneficiary: "b", id: "1", date: "2026-02-02", code: "97110", modifiers: ["GP", "KX"], allowed: "1.00" };
  const worded = new TextDecoder().decode(kx.auditNdjson(linesOf([probe]))).includes("Feb 2, 2026");
  return auditWith({ codes: kx.therapyCodes().map(({ code }) => code), texts: wording.texts, worded });
}
