// The questions that a desk puts to the core.
import type {
  AppointmentRequest,
  Checklist,
  CivilDate,
  Condition,
  Decision,
  Money,
  PerServiceType,
  Policy,
  Release,
  ServiceType,
  ThresholdCards,
} from "kx-modifier";
import type { Template } from "../widgets/shared/model.js";
import { writtenTraits, type AppointmentType, type Evaluation } from "../widgets/traits/model.js";
import type { Chart, Practice } from "./chart.js";
import { isRefusal, type Functions } from "./functions.js";
import { countingOf } from "./evidence.js";
import { expectedOf, type Estimate, type Expected } from "./pricing.js";
import type { Appointment, Context, NamedLine, Standing } from "./session.js";
import { holdOf, type Hold } from "./holds.js";
import { stillUnknown, usageOf } from "./usage.js";
import { count, isUncoded, type Line, type Visit } from "./visit.js";

export interface Answer {
  decisions: ReadonlyMap<string, Decision>;
  thresholds: ThresholdCards | null;
  /** The year of the visit, where it has no amount: then no line is decided. */
  missingYear: number | null;
  /** Ids of the therapy lines that nothing was decided about, since the year has no amount. */
  unchecked: readonly string[];
  /** Ids of the lines that hold the claim, in their order. */
  held: readonly string[];
  /** Ids of the interventions that are done and have no code yet: the claim waits for these too. */
  uncoded: readonly string[];
  /** What holds the claim of the visit, or did; null where nothing looks, and in a year without an amount. */
  hold: Hold | null;
  expected: Expected;
  benefits: Condition | undefined;
  checklist: Checklist;
  /** When the booked visits use a threshold up, for those that have some. */
  projections: PerServiceType<string>;
  /** The day from which on its booked visits of the year are expected to be over the threshold; none where none is, or it is not known. */
  expectedOver: PerServiceType<CivilDate>;
  /** The bucket of the rendering provider's discipline. */
  serviceType: ServiceType | null;
}

export interface Settings {
  autoApplyKx: boolean;
  documentation: NonNullable<Policy["documentation"]>;
  /** Everything else of the policy. */
  policy?: Policy;
}

export function contextOf(kx: Functions, chart: Chart, visit: Visit, { autoApplyKx, documentation, policy }: Settings): Context {
  const { name: _, ...coverage } = chart.coverage;
  const attestations = countingOf(kx, visit);
  return {
    appointment: { date: chart.date, renderingProvider: { discipline: chart.provider.discipline } },
    coverage,
    preferences: { autoApplyKx },
    usage: usageOf(kx, chart, visit, policy),
    ...(attestations.length > 0 && { attestations }),
    policy: { reversals: "pair", ...policy, documentation },
    // Also where nobody has begun one: what is not known is not documented.
    documentation: visit.documentation,
  };
}

const asked = (
  { id, section, code, modifiers, units, allowed, done, kxDeclined, declinedBecause }: Line,
  expected: Estimate | "no fee" | undefined,
): NamedLine => ({
  id,
  section,
  code,
  modifiers,
  done,
  ...(units === "" ? {} : { units: count(units) }),
  ...(allowed !== "" ? { allowed } : expected && expected !== "no fee" ? { allowed: expected.allowed } : {}),
  ...(kxDeclined === null ? {} : { kxDeclined, ...(declinedBecause ? { kxDeclinedBecause: declinedBecause } : {}) }),
});

/** The open appointment as one request. */
export function previewRequest(kx: Functions, practice: Practice, chart: Chart, visit: Visit, settings: Settings): AppointmentRequest {
  const lines = visit.lines.filter(({ code }) => code !== "");
  const expected = expectedOf(kx, lines, practice);
  return { ...contextOf(kx, chart, visit, settings), lines: lines.map((line) => asked(line, expected.get(line.id))) };
}

/** Both sections are one appointment: a line's amount counts against the lines after it, whichever section they stand in. */
export function askAbout(
  kx: Functions,
  open: Appointment,
  practice: Practice,
  chart: Chart,
  visit: Visit,
  settings: Settings,
  released: readonly Release[] = [],
): Answer {
  const lines = visit.lines.filter(({ code }) => code !== "");
  const uncoded = visit.lines.filter(isUncoded).map(({ id }) => id);
  const expected = expectedOf(kx, lines, practice);
  const named = lines.map((line) => asked(line, expected.get(line.id)));
  const context = contextOf(kx, chart, visit, settings);
  const { decisions, thresholds: cards, missingYear, benefits, serviceType } = standingOf(open, context, named);
  const thresholds = cards && { ...cards, ...unknownCard(kx, chart, visit, context) };
  const hold = missingYear === null ? holdOf(kx, context, chart, named, released) : null;
  const looked = hold?.claims[0]?.lines;
  const isTherapyLine = (id: string): boolean => looked?.find((line) => line.id === id)?.therapy ?? true;
  // Without an amount nobody can say what belongs on a line: all that may be therapy wait.
  const unchecked = missingYear === null ? [] : lines.filter(({ code }) => isTherapy(kx, chart, code)).map(({ id }) => id);
  // What is wrong with the totals waits on no line that uses none.
  const unanswered = missingYear === null ? (looked?.flatMap(({ id, held, therapy }) => (held && therapy ? [id] : [])) ?? unresolved(decisions)) : unchecked;
  return {
    decisions,
    thresholds,
    missingYear,
    unchecked,
    held: visit.lines.map(({ id }) => id).filter((id) => unanswered.includes(id) || uncoded.includes(id)),
    uncoded,
    hold,
    // Of what accrues nothing no amount is shown: no Medicare, no therapy.
    expected: new Map([...expected].filter(([id]) => benefits?.met && isTherapyLine(id))),
    benefits,
    serviceType,
    checklist: checklistOf(kx, chart, visit, lines),
    ...projectionsOf(kx, chart, thresholds, serviceType, settings.policy),
  };
}

/** A threshold without a figure of the year beside one that has it, as it was before that was known. */
function unknownCard(kx: Functions, chart: Chart, visit: Visit, { appointment: { date }, coverage, policy }: Context): Partial<ThresholdCards> {
  const bucket = stillUnknown(chart, visit);
  if (bucket === null) return {};
  const usage = usageOf(kx, chart, { ...visit, checked: {}, imports: [] });
  return { [bucket]: kx.thresholds({ date, coverage, usage, ...(policy ? { policy } : {}) })[bucket] };
}

/** Whether Medicare's therapy code list has the code on the day of the visit. */
export const isTherapy = (kx: Functions, { date }: Chart, code: string): boolean => kx.therapyCodes({ date }).some((known) => known.code === code);
/** What a visit alone says of a claim: open suggestions wait. */
const unresolved = (decisions: Answer["decisions"]): string[] => [...decisions].flatMap(([id, { action }]) => (action === "suggest" ? [id] : []));

const isUnknownYear = (error: unknown): boolean => isRefusal(error) && error.code === "unknown-year";

/** A visit opens in a year without an amount too. What is entered is looked at all the same: without benefits no amount is asked for. */
function standingOf(open: Appointment, context: Context, lines: readonly NamedLine[]): Standing & Pick<Answer, "missingYear"> {
  try {
    return { ...open.standing(context, lines), missingYear: null };
  } catch (error) {
    if (!isUnknownYear(error)) throw error;
    const { serviceType } = open.standing({ ...context, coverage: { ...context.coverage, program: "other" } }, lines);
    const missingYear = Number(context.appointment.date.slice(0, 4));
    return { decisions: new Map(), thresholds: null, missingYear, benefits: undefined, serviceType };
  }
}

/** Some items are asked of some codes only: the checklist of the visit is the longest that any of its lines has. */
function checklistOf(kx: Functions, { date }: Chart, { documentation }: Visit, lines: readonly Line[]): Checklist {
  const without = kx.documentationChecklist({ date, documentation });
  return lines
    .map(({ code }) => kx.documentationChecklist({ date, documentation, code }))
    .reduce((longest, checklist) => (checklist.items.length > longest.items.length ? checklist : longest), without);
}

/** What the visit at hand is expected to be allowed before its lines are known: as much as the next that is booked, where nothing is said of it. */
export const expectedAtHand = ({ expected, booked }: Chart, serviceType: ServiceType): Money | undefined =>
  expected?.[serviceType] ?? booked.find((visit) => visit.serviceType === serviceType)?.allowed;

/** How far the booked visits go, from the balance that the panels show last: after today's lines, where there are some. */
function projectionsOf(
  kx: Functions,
  chart: Chart,
  cards: ThresholdCards | null,
  own: ServiceType | null,
  policy: Policy | undefined,
): Pick<Answer, "projections" | "expectedOver"> {
  const { date, booked } = chart;
  const projections: [ServiceType, string][] = [];
  const expectedOver: [ServiceType, CivilDate][] = [];
  for (const { serviceType, remaining, before } of Object.values(cards ?? {})) {
    const later = booked.filter((visit) => visit.serviceType === serviceType).map(({ date, allowed }) => ({ date, allowed }));
    // The visit at hand comes before those, unless its lines have been counted.
    const allowed = expectedAtHand(chart, serviceType);
    const visits = serviceType === own && before === null && allowed !== undefined ? [{ date, allowed }, ...later] : later;
    if (visits.length === 0) continue;
    const usage = { precomputedRemaining: { [serviceType]: remaining } };
    const request = { date, serviceType, usage, visits, afterLines: before !== null, ...(policy ? { policy } : {}) };
    projections.push([serviceType, kx.describeProjection(request)]);
    const over = kx.projectCrossing?.(request).crossesOn;
    if (over) expectedOver.push([serviceType, over]);
  }
  return { projections: Object.fromEntries(projections), expectedOver: Object.fromEntries(expectedOver) };
}

/** Which prompts of the templates that the appointment's type uses are evaluated. */
export function evaluationOf(
  kx: Functions,
  chart: Chart,
  visit: Visit,
  settings: Settings,
  { serviceType, thresholds, benefits }: Pick<Answer, "serviceType" | "thresholds" | "benefits">,
  templates: readonly Template[],
  types: readonly AppointmentType[],
  notKnown: string,
): Evaluation {
  const used = types.find(({ name }) => name === chart.appointmentType)?.templates ?? [];
  const traits = templates.filter(({ id }) => used.includes(id)).flatMap(writtenTraits);
  const {
    appointment: { date },
    coverage,
    usage,
    policy,
  } = contextOf(kx, chart, visit, settings);
  const card = serviceType === null ? undefined : thresholds?.[serviceType];
  // By the balance that the panels show last, as long as there is one.
  const isKnown = card !== undefined && !card.notices.some(({ severity }) => severity === "error");
  const afterLines = isKnown && card.before !== null;
  const standing = afterLines ? { precomputedRemaining: { [card.serviceType]: card.remaining } } : usage;
  const request = { traits, date, serviceType, coverage, ...(standing ? { usage: standing } : {}), ...(policy ? { policy } : {}) };
  try {
    const answer = kx.traitsToEvaluate(request);
    const isUnknown = benefits?.met === true && Object.values(thresholds ?? {}).some(({ notices }) => notices.some(({ severity }) => severity === "error"));
    return { ...answer, ...(afterLines ? { afterLines } : {}), ...(isUnknown && answer.skipped.length > 0 ? { notChecked: true } : {}) };
  } catch (error) {
    if (!isUnknownYear(error)) throw error;
    // Prompts that ask for no threshold are evaluated in any year.
    const conditional = traits.filter(({ onlyIfMedicareReached }) => onlyIfMedicareReached);
    const { evaluate } = kx.traitsToEvaluate({
      ...request,
      traits: traits.filter((trait) => !conditional.includes(trait)),
      coverage: { ...coverage, program: "other" },
    });
    return { evaluate, skipped: conditional.map((trait) => ({ trait, reason: notKnown })), ...(conditional.length > 0 ? { notChecked: true } : {}) };
  }
}
