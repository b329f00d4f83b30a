// A week of a made-up clinic, worked out by hand in tests/spec/week_claims.csv and week_lines.csv: what the tests of the package, of the command
// line and of the screen ask, and what they expect. Three moments: as entered, as answered by the clinicians, and as released.
import { LEFT_OFF, RELEASED_BY, attested, rows, words } from "./shared.mjs";

export { LEFT_OFF, PLAN_OF_CARE, RELEASED_BY, THERAPISTS, seen } from "./shared.mjs";

export const claims = rows("week_claims");
export const lines = rows("week_lines");
export const MOMENTS = ["entered", "answered", "released"];
/** The last day that anything was processed. */
export const AS_OF = "2026-09-11";
export const POLICY = { attestation: "require" };
/** By `release`: one claim by itself, or all that are left. */
export const REASONS = { one: "The chart was checked with the therapist.", all: "The payer confirmed it on the phone." };

const amounts = (text) =>
  Object.fromEntries(
    text
      .split(" ")
      .filter(Boolean)
      .map((pair) => pair.split("=")),
  );
/** A claim that waits since an earlier day; the other ones are those of the visits. */
const isUnsent = ({ claim, patient }) => claim !== patient.split(" ")[0].toLowerCase();

/** The patients in the order of their visits, each with the claims of the week. */
export const patients = [...new Set(claims.map(({ patient }) => patient))].map((name) => {
  const own = claims.filter(({ patient }) => patient === name);
  const [{ visit, provider, coverage, used, other, record }] = own;
  const id = name.split(" ")[0].toLowerCase();
  const [key, value = true] = (coverage || "program=medicare-part-b").split("=");
  return {
    id,
    name,
    visit,
    provider,
    coverage: { program: "medicare-part-b", [key]: value },
    used: amounts(used),
    other: amounts(other),
    record,
    claims: own.map((claim) => ({ ...claim, unsent: isUnsent(claim), lines: lines.filter((line) => line.claim === claim.claim) })),
  };
});

/** Claims that have not gone out are pending in what was used. */
export const entriesOf = ({ used, claims: own }) => [
  ...Object.entries(used).map(([serviceType, allowed]) => ({ date: "2026-01-05", serviceType, allowed })),
  ...own
    .filter(({ unsent }) => unsent)
    .flatMap(({ claim, lines: billed }) =>
      billed.map(({ line, date, code, modifiers, allowed }) => {
        const serviceType = modifiers.includes("GO") ? "OT" : "PT/SLP";
        return { id: line, claim, date, code, serviceType, allowed, status: "pending" };
      }),
    ),
];

/** What the lines of a patient rest on. */
const contextOf = (patient, record) => ({
  coverage: patient.coverage,
  preferences: { autoApplyKx: true },
  usage: { entries: entriesOf(patient), otherUsed: patient.other, asOf: AS_OF },
  ...(record.length > 0 && { attestations: record }),
  policy: POLICY,
});

const given = ({ line, code, modifiers, allowed }, answers) => {
  const answered = (name) => answers.find((one) => one.startsWith(`${name}:`))?.slice(name.length + 1);
  const own = words(modifiers).filter((modifier) => modifier !== answered("remove"));
  const added = words(answered("modifiers") ?? "");
  // What a person adds by a press where the rules add nothing by themselves.
  const kx = answers.includes("add:KX") ? ["KX"] : [];
  return { id: line, code, modifiers: [...own, ...added, ...kx], allowed, ...(answers.includes("leave-off") && { kxDeclined: LEFT_OFF }) };
};

/** The record of attestations of a patient and the lines of the visit, as they stand once the clinician has answered. */
function answered(kx, patient) {
  const year = Number(patient.visit.slice(0, 4));
  const renderingProvider = { discipline: patient.provider };
  let minute = 0;
  const at = () => `2026-09-18T16:${String(minute++).padStart(2, "0")}:00-04:00`;
  let record = [];
  const attest = (discipline, covers, line, decision, answer) => {
    const scope = {
      patient: patient.id,
      discipline,
      year,
      ...{ line: { line }, visit: { visit: patient.visit }, plan: { planOfCare: `${patient.id} ${discipline}` } }[covers],
    };
    record = attested(kx, record, { at: at(), scope, decision, answer });
  };
  const visit = patient.claims.find(({ unsent }) => !unsent);
  const said = new Map(visit.lines.map(({ line }) => [line, []]));
  const decide = () => {
    const asked = visit.lines.map((line) => given(line, said.get(line.line)));
    return kx.decideAppointment({ ...contextOf(patient, record), appointment: { date: patient.visit, renderingProvider }, lines: asked }).decisions;
  };
  if (patient.record) {
    const [discipline, answer] = patient.record.split(":");
    attest(discipline, "plan", "", kx.decide({ ...contextOf(patient, []), appointment: { date: patient.visit }, line: { code: "97110" } }), answer);
  }
  const before = record;
  for (const [place, { line, answer }] of visit.lines.entries()) {
    for (const word of words(answer)) {
      const own = said.get(line);
      if (word === "leave-off") attest(patient.provider, "line", line, decide()[place], "leave-kx-off");
      if (word.startsWith("attest:")) {
        attest(patient.provider, word.slice("attest:".length), line, decide()[place], "add-kx");
        if (decide()[place].action !== "apply") own.push("add:KX");
      } else own.push(word);
    }
  }
  return { before, record, said };
}

/** `holdClaims` of a patient at a moment: a request a calendar year, as each has its own threshold. */
export function requestsOf(kx, patient, moment) {
  const { before, record, said } = answered(kx, patient);
  const isEntered = moment === "entered";
  const years = [...new Set(patient.claims.map(({ lines: [line] }) => line.date.slice(0, 4)))];
  return years.map((year) => {
    const own = patient.claims.filter(({ lines: [line] }) => line.date.startsWith(year));
    return {
      ...contextOf(patient, isEntered ? before : record),
      renderingProvider: { discipline: patient.provider },
      claims: own.map(({ claim, unsent, lines: all }) => ({
        id: claim,
        lines: all.map((line) => ({ ...given(line, isEntered || unsent ? [] : said.get(line.line)), date: line.date })),
      })),
      ...(moment === "released" && { released: own.filter(({ release }) => release).flatMap(wordsFor) }),
    };
  });
}

/** A word for each line, for what was shown of it. */
export const wordsFor = ({ release, lines: all, "answered reasons": shown }) =>
  all.map(({ line }) => ({
    line,
    by: RELEASED_BY,
    reason: REASONS[release],
    codes: words(shown).flatMap((reason) => (reason.startsWith(`${line}:`) || reason.startsWith("-:") ? [reason.slice(reason.indexOf(":") + 1)] : [])),
  }));

/** What is expected of a claim at a moment: its status, amount and reasons, and of each line its decision and balances. */
export function expectedOf(claim, moment) {
  const isEntered = moment === "entered";
  const column = isEntered ? "entered" : "answered";
  return {
    id: claim.claim,
    status: claim[moment],
    amount: claim.amount,
    reasons: words(claim[`${column} reasons`]),
    lines: claim.lines.map((line) => ({
      id: line.line,
      action: line[column],
      modifiers: words(line[`${column} modifiers`]),
      remaining: line.before || null,
      remainingAfter: line.after || null,
    })),
  };
}
