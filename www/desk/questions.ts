// The questions that a desk puts to the core.
import type {
  AppointmentRequest,
  Checklist,
  Condition,
  Decision,
  NoticeCode,
  PerServiceType,
  Policy,
  ServiceType,
  ThresholdCard,
  ThresholdCards,
} from "kx-modifier";
import type { Template } from "../widgets/shared/model.js";
import { writtenTraits, type AppointmentType, type Evaluation } from "../widgets/traits/model.js";
import type { Chart, Practice } from "./chart.js";
import { isRefusal, type Functions } from "./functions.js";
import { expectedOf, type Estimate, type Expected } from "./pricing.js";
import type { Appointment, Context, NamedLine, Standing } from "./session.js";
import { usageOf } from "./usage.js";
import { count, type Line, type Visit } from "./visit.js";

export interface Answer {
  decisions: ReadonlyMap<string, Decision>;
  thresholds: ThresholdCards | null;
  /** The year of the visit, where it has no amount: then no line is decided. */
  missingYear: number | null;
  /** Ids of the lines that hold the claim, in their order. */
  held: readonly string[];
  expected: Expected;
  benefits: Condition | undefined;
  checklist: Checklist;
  /** When the booked visits use a threshold up, for those that have some. */
  projections: PerServiceType<string>;
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
  return {
    appointment: { date: chart.date, renderingProvider: { discipline: chart.provider.discipline } },
    coverage,
    preferences: { autoApplyKx },
    usage: usageOf(kx, chart, visit, policy),
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

/** Warnings that hold a claim; errors do all. */
const HOLDING: readonly NoticeCode[] = [
  "therapy-modifier-missing",
  "assistant-modifier-missing",
  "early-kx",
  "usage-unknown",
  "modifiers-in-note",
  "home-health-episode",
  "hospice",
];

const NO_THERAPY: readonly NoticeCode[] = ["not-therapy", "code-not-in-effect"];

/** Whether the claim waits for somebody to look at the line. */
const isHeld = ({ action, notices }: Decision, { documentation }: Settings): boolean =>
  action === "suggest" ||
  notices.some(({ code, severity }) => severity === "error" || HOLDING.includes(code) || (code === "documentation-incomplete" && documentation === "require"));

/** Both sections are one appointment: a line's amount counts against the lines after it, whichever section they stand in. */
export function askAbout(kx: Functions, open: Appointment, practice: Practice, chart: Chart, visit: Visit, settings: Settings): Answer {
  const lines = visit.lines.filter(({ code }) => code !== "");
  const expected = expectedOf(kx, lines, practice);
  const named = lines.map((line) => asked(line, expected.get(line.id)));
  const { decisions, thresholds, missingYear, benefits, serviceType } = standingOf(open, contextOf(kx, chart, visit, settings), named);
  return {
    decisions,
    thresholds,
    missingYear,
    // Without an amount nobody can say what belongs on a line: all of them wait.
    held: missingYear === null ? [...decisions].flatMap(([id, decision]) => (isHeld(decision, settings) ? [id] : [])) : lines.map(({ id }) => id),
    // Of what accrues nothing no amount is shown: no Medicare, no therapy.
    expected: new Map([...expected].filter(([id]) => benefits?.met && decisions.get(id)?.notices.every(({ code }) => !NO_THERAPY.includes(code)))),
    benefits,
    serviceType,
    checklist: checklistOf(kx, chart, visit, lines),
    projections: projectionsOf(kx, chart, thresholds, settings.policy),
  };
}

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

/** From the balance that the panels show last: after today's lines, where there are some. */
function projectionsOf(kx: Functions, { date, booked }: Chart, cards: ThresholdCards | null, policy: Policy | undefined): PerServiceType<string> {
  const projection = ({ serviceType, remaining, before }: ThresholdCard): [ServiceType, string][] => {
    const visits = booked.filter((visit) => visit.serviceType === serviceType).map(({ date, allowed }) => ({ date, allowed }));
    if (visits.length === 0) return [];
    const usage = { precomputedRemaining: { [serviceType]: remaining } };
    return [[serviceType, kx.describeProjection({ date, serviceType, usage, visits, afterLines: before !== null, ...(policy ? { policy } : {}) })]];
  };
  return Object.fromEntries(Object.values(cards ?? {}).flatMap(projection));
}

/** Which prompts of the templates that the appointment's type uses are evaluated. */
export function evaluationOf(
  kx: Functions,
  chart: Chart,
  visit: Visit,
  settings: Settings,
  serviceType: ServiceType | null,
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
  const request = { traits, date, serviceType, coverage, ...(usage ? { usage } : {}), ...(policy ? { policy } : {}) };
  try {
    return kx.traitsToEvaluate(request);
  } catch (error) {
    if (!isUnknownYear(error)) throw error;
    // Prompts that ask for no threshold are evaluated in any year.
    const conditional = traits.filter(({ onlyIfMedicareReached }) => onlyIfMedicareReached);
    const { evaluate } = kx.traitsToEvaluate({
      ...request,
      traits: traits.filter((trait) => !conditional.includes(trait)),
      coverage: { ...coverage, program: "other" },
    });
    return { evaluate, skipped: conditional.map((trait) => ({ trait, reason: notKnown })) };
  }
}
