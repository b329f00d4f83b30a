// The questions that the page puts to the core.
import {
  documentationChecklist, projectCrossing, type AppointmentRequest, type Checklist, type Condition, type Decision, type Money, type PerServiceType, type Policy, type ServiceType,
  type ThresholdDisplay, type Thresholds,
} from "kx-modifier";
import type { Projection } from "../widgets/shared/model.js";
import type { Sample } from "./samples.js";
import { expectedOf, type Expected } from "./pricing.js";
import type { Appointment, Context, NamedLine } from "./session.js";
import { usageOf } from "./usage.js";
import { count, type Line, type Visit } from "./visit.js";

export interface Answer {
  decisions: ReadonlyMap<string, Decision>;
  thresholds: Thresholds | null;
  unresolved: number;
  expected: Expected;
  benefits: Condition | undefined;
  checklist: Checklist;
  /** When the booked visits use a threshold up, for those that have some. */
  projections: PerServiceType<Projection>;
}

export interface Settings {
  autoApplyKx: boolean;
  documentation: NonNullable<Policy["documentation"]>;
}

function contextOf(sample: Sample, visit: Visit, { autoApplyKx, documentation }: Settings): Context {
  const { name: _, ...coverage } = sample.coverage;
  return {
    appointment: { date: sample.date, renderingProvider: { discipline: sample.provider.discipline } },
    coverage,
    preferences: { autoApplyKx },
    usage: usageOf(sample, visit),
    policy: { documentation },
    // An empty record means that nobody has begun one: nothing is said about it then, unless it is required.
    ...(Object.keys(visit.documentation).length === 0 ? {} : { documentation: visit.documentation }),
  };
}

const asked = ({ id, section, code, modifiers, units, allowed, done, kxDeclined }: Line, expected: Money | "no fee" | undefined): NamedLine => ({
  id,
  section,
  code,
  modifiers,
  done,
  ...(units === "" ? {} : { units: count(units) }),
  ...(allowed !== "" ? { allowed } : expected && expected !== "no fee" ? { allowed: expected } : {}),
  ...(kxDeclined === null ? {} : { kxDeclined }),
});

/** The open appointment as one request. */
export function previewRequest(sample: Sample, visit: Visit, settings: Settings): AppointmentRequest {
  const lines = visit.lines.filter(({ code }) => code !== "");
  const expected = expectedOf(lines);
  return { ...contextOf(sample, visit, settings), lines: lines.map((line) => asked(line, expected.get(line.id))) };
}

/** Both sections are one appointment: a line's amount counts against the lines after it, whichever section they stand in. */
export function askAbout(open: Appointment, sample: Sample, visit: Visit, settings: Settings): Answer {
  const lines = visit.lines.filter(({ code }) => code !== "");
  const expected = expectedOf(lines);
  const { decisions, thresholds, benefits } = open.standing(contextOf(sample, visit, settings), lines.map((line) => asked(line, expected.get(line.id))));
  return {
    decisions,
    thresholds,
    unresolved: [...decisions.values()].filter(({ action }) => action === "suggest").length,
    expected,
    benefits,
    checklist: checklistOf(sample, visit, lines),
    projections: projectionsOf(sample, thresholds),
  };
}

/** Some items are asked of some codes only: the checklist of the visit is the longest that any of its lines has. */
function checklistOf({ date }: Sample, { documentation }: Visit, lines: readonly Line[]): Checklist {
  const without = documentationChecklist({ date, documentation });
  return lines
    .map(({ code }) => documentationChecklist({ date, documentation, code }))
    .reduce((longest, checklist) => (checklist.items.length > longest.items.length ? checklist : longest), without);
}

/** From where the panels stand, so that today's lines count as they do there. */
function projectionsOf({ date, booked }: Sample, after: Thresholds | null): PerServiceType<Projection> {
  const projection = ({ serviceType, used, otherUsed }: ThresholdDisplay): [ServiceType, Projection][] => {
    const visits = booked.filter((visit) => visit.serviceType === serviceType).map(({ date, allowed }) => ({ date, allowed }));
    if (visits.length === 0) return [];
    return [[serviceType, projectCrossing({ date, serviceType, usage: { used: { [serviceType]: used }, otherUsed: { [serviceType]: otherUsed } }, visits })]];
  };
  return Object.fromEntries(Object.values(after ?? {}).flatMap(projection));
}
