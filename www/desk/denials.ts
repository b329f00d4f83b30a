// Denied lines of a patient, what can be done about each, and a clinician's answer about one.
import type { CivilDate, Decision, Denial, DeniedEntry, Money, UsageEntry } from "kx-modifier";
import type { ShownDenial } from "../widgets/import/model.js";
import { countedOf, otherUsedByYear } from "./account.js";
import { answered, attestationOf, type Given } from "./attestations.js";
import type { Chart } from "./chart.js";
import { attests, type AttestationFunctions, type Functions } from "./functions.js";
import { contextOf, type Settings } from "./questions.js";
import { usageOf } from "./usage.js";
import type { Visit } from "./visit.js";

/** Entries as a remittance has them: whether a later one answers a denied one is the core's to say. */
const remitted = (entries: readonly UsageEntry[]): DeniedEntry[] =>
  entries.flatMap(({ id, code, claim, modifiers = [], denied = false, reasons = [], ...entry }) =>
    id === undefined || code === undefined || claim === undefined || (entry.status ?? "adjudicated") !== "adjudicated"
      ? []
      : [{ ...entry, id, code, claim, modifiers, denied, reasons }],
  );

/** All that payers have processed of a patient; nothing where they denied nothing. */
export function remittedOf(kx: Functions, chart: Chart, visit: Visit): DeniedEntry[] {
  const entries = usageOf(kx, chart, visit).entries ?? [];
  return entries.some(({ denied }) => denied) ? remitted(entries) : [];
}

const OF_PLAN = { GP: "PT", GO: "OT", GN: "SLP" } as const;

/** The chart as it was on the day of a line, with the line's own discipline: what is attested is attested for that. */
function dayOf(chart: Chart, { date, modifiers }: DeniedEntry): Chart {
  const named = new Set(modifiers.flatMap((modifier) => (modifier in OF_PLAN ? OF_PLAN[modifier as keyof typeof OF_PLAN] : [])));
  // Two plans of care on a line are none.
  const [plan] = named.size === 1 ? named : [];
  return { ...chart, date, provider: { ...chart.provider, discipline: plan ?? chart.provider.discipline } };
}

const standingOf = (kx: Functions & AttestationFunctions, chart: Chart, visit: Visit, entry: DeniedEntry) =>
  attestationOf(kx, dayOf(chart, entry), visit, entry.id, false).standing;

type Answers = ReadonlyMap<string, NonNullable<ShownDenial["attested"]>>;

/** The newest answer that covers each denied line, where one does. */
const answersOf = (kx: Functions, chart: Chart, visit: Visit, denied: readonly DeniedEntry[]): Answers =>
  new Map(
    denied.flatMap((entry) => {
      const standing = attests(kx) && visit.attestations.length > 0 ? standingOf(kx, chart, visit, entry) : null;
      return standing ? [[entry.id, standing]] : [];
    }),
  );

/** As the core asks for them. */
const idsOf = (answers: Answers): { attested: string[]; leftOff: string[] } => {
  const of = (wanted: "add-kx" | "leave-kx-off") => [...answers].flatMap(([id, { answer }]) => (answer === wanted ? [id] : []));
  return { attested: of("add-kx"), leftOff: of("leave-kx-off") };
};

/** The same of all that is on file. */
export const answeredIn = (kx: Functions, chart: Chart, visit: Visit, entries: readonly DeniedEntry[]): ReturnType<typeof idsOf> =>
  idsOf(
    answersOf(
      kx,
      chart,
      visit,
      entries.filter(({ denied }) => denied),
    ),
  );

/** `entries`: of a file that is looked at, or of all that were accepted. */
export function reworked(
  kx: Functions,
  chart: Chart,
  visit: Visit,
  { policy }: Pick<Settings, "policy">,
  entries: readonly UsageEntry[],
  today: CivilDate,
): { entry: DeniedEntry; denial: Denial; attested: ShownDenial["attested"] }[] {
  const own = remitted(entries);
  const denied = own.filter((entry) => entry.denied);
  if (!kx.reworkDenials || denied.length === 0) return [];
  const answers = answersOf(kx, chart, visit, denied);
  const all = new Map([...own, ...remitted(usageOf(kx, chart, visit).entries ?? [])].map((entry) => [entry.id, entry]));
  const { denials } = kx.reworkDenials({
    denied: [...all.values()],
    billed: countedOf(kx, chart, visit),
    otherUsed: otherUsedByYear(kx, chart, visit, policy),
    ...idsOf(answers),
    date: today,
    ...(chart.claimType && { type: chart.claimType }),
    ...(policy && { policy: { reversals: "pair", ...policy } }),
  });
  return denials.flatMap((denial) => {
    const entry = denied.find(({ id }) => id === denial.id);
    return entry ? [{ entry, denial, attested: answers.get(denial.id) ?? null }] : [];
  });
}

/** `records`: whether answers are kept here. */
export function shownDenials(
  kx: Functions,
  chart: Chart,
  visit: Visit,
  settings: Pick<Settings, "policy">,
  entries: readonly UsageEntry[],
  records: boolean,
  today: CivilDate,
): ShownDenial[] {
  return reworked(kx, chart, visit, settings, entries, today).map(({ denial, attested }) => ({ ...denial, attested, asks: records }));
}

/** The visit with a clinician's answer about a denied line: what the rules say of it is what was shown. */
export function answeredAbout(
  kx: Functions & AttestationFunctions,
  chart: Chart,
  visit: Visit,
  settings: Settings,
  entry: DeniedEntry,
  remaining: Money | null,
  given: Omit<Given, "covers">,
  at: string,
  user: string,
): Visit {
  const then = dayOf(chart, entry);
  const decision = decisionAbout(kx, then, visit, settings, entry, remaining);
  return answered(kx, then, visit, entry.id, decision, { ...given, covers: "line" }, at, user);
}

function decisionAbout(kx: Functions, chart: Chart, visit: Visit, settings: Settings, entry: DeniedEntry, remaining: Money | null): Decision {
  const { documentation: _, ...context } = contextOf(kx, chart, visit, { ...settings, documentation: "ignore" });
  const usage = remaining === null ? {} : { precomputedRemaining: { [entry.serviceType]: remaining } };
  const session = kx.openAppointment({ ...context, usage });
  try {
    return session.decide({ id: entry.id, code: entry.code, modifiers: entry.modifiers });
  } finally {
    session.close();
  }
}
