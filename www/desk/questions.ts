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
import type { Functions } from "./functions.js";
import { expectedOf, type Estimate, type Expected } from "./pricing.js";
import type { Appointment, Context, NamedLine } from "./session.js";
import { usageOf } from "./usage.js";
import { count, type Line, type Visit } from "./visit.js";

export interface Answer {
  decisions: ReadonlyMap<string, Decision>;
  thresholds: ThresholdCards | null;
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
}

export function contextOf(kx: Functions, chart: Chart, visit: Visit, { autoApplyKx, documentation }: Settings): Context {
  const { name: _, ...coverage } = chart.coverage;
  return {
    appointment: { date: chart.date, renderingProvider: { discipline: chart.provider.discipline } },
    coverage,
    preferences: { autoApplyKx },
    usage: usageOf(kx, chart, visit),
    policy: { documentation, reversals: "pair" },
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
  const { decisions, thresholds, benefits, serviceType } = open.standing(
    contextOf(kx, chart, visit, settings),
    lines.map((line) => asked(line, expected.get(line.id))),
  );
  return {
    decisions,
    thresholds,
    held: [...decisions].flatMap(([id, decision]) => (isHeld(decision, settings) ? [id] : [])),
    // Of what accrues nothing no amount is shown: no Medicare, no therapy.
    expected: new Map([...expected].filter(([id]) => benefits?.met && decisions.get(id)?.notices.every(({ code }) => !NO_THERAPY.includes(code)))),
    benefits,
    serviceType,
    checklist: checklistOf(kx, chart, visit, lines),
    projections: projectionsOf(kx, chart, thresholds),
  };
}

/** Some items are asked of some codes only: the checklist of the visit is the longest that any of its lines has. */
function checklistOf(kx: Functions, { date }: Chart, { documentation }: Visit, lines: readonly Line[]): Checklist {
  const without = kx.documentationChecklist({ date, documentation });
  return lines
    .map(({ code }) => kx.documentationChecklist({ date, documentation, code }))
    .reduce((longest, checklist) => (checklist.items.length > longest.items.length ? checklist : longest), without);
}

/** From the balance that the panels show last: after today's lines, where there are some. */
function projectionsOf(kx: Functions, { date, booked }: Chart, cards: ThresholdCards | null): PerServiceType<string> {
  const projection = ({ serviceType, remaining, before }: ThresholdCard): [ServiceType, string][] => {
    const visits = booked.filter((visit) => visit.serviceType === serviceType).map(({ date, allowed }) => ({ date, allowed }));
    if (visits.length === 0) return [];
    const usage = { precomputedRemaining: { [serviceType]: remaining } };
    return [[serviceType, kx.describeProjection({ date, serviceType, usage, visits, afterLines: before !== null })]];
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
): Evaluation {
  const used = types.find(({ name }) => name === chart.appointmentType)?.templates ?? [];
  const traits = templates.filter(({ id }) => used.includes(id)).flatMap(writtenTraits);
  const {
    appointment: { date },
    coverage,
    usage,
    policy,
  } = contextOf(kx, chart, visit, settings);
  return kx.traitsToEvaluate({ traits, date, serviceType, coverage, ...(usage ? { usage } : {}), ...(policy ? { policy } : {}) });
}
