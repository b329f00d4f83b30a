// What each widget shows of the desk.
import type { ServiceType } from "kx-modifier";
import type { Desk } from "./desk.js";
import type { Abilities } from "./functions.js";

/** A threshold and its eligibility check stand for one bucket: the nearest `data-bucket` says which. */
const bucketOf = (element: Element): ServiceType => (element.closest("[data-bucket]")?.getAttribute("data-bucket") === "OT" ? "OT" : "PT/SLP");

const SHOWN: { [widget: string]: (desk: Desk, element: Element) => object | null } = {
  "auto-apply": ({ settings, message }) => ({ on: settings.autoApplyKx, message }),
  threshold: ({ answer, usage, visit, refusals }, element) => {
    const bucket = bucketOf(element);
    if (answer.missingYear !== null) return { display: null, missing: { serviceType: bucket, year: answer.missingYear } };
    return (
      answer.thresholds && {
        display: answer.thresholds[bucket],
        missing: null,
        asOf: usage.asOf ?? null,
        otherUsed: usage.otherUsed?.[bucket] ?? visit.otherUsed[bucket] ?? "",
        projection: answer.projections[bucket] ?? "",
        refusal: refusals.get(`other ${bucket}`),
      }
    );
  },
  eligibility: ({ answer, chart, checks, visit }, element) => {
    const bucket = bucketOf(element);
    return {
      serviceType: bucket,
      threshold: answer.thresholds?.[bucket].threshold ?? null,
      day: chart.asOf,
      check: checks.get(bucket) ?? null,
      accepted: visit.checked[bucket]?.asOf ?? null,
    };
  },
  documentation: (desk) => ({
    checklist: desk.answer.checklist,
    record: desk.visit.documentation,
    day: desk.chart.date,
    notAsked: desk.answer.benefits?.met === false ? desk.answer.benefits.explanation : "",
    refusals: desk.refusedBelow("documentation"),
  }),
  treatment: (desk) => ({
    codes: desk.codes,
    lines: desk.lines("treatment"),
    feesSource: desk.practice.feesSource,
    refusal: desk.refusals.get("code") ?? null,
  }),
  flowsheet: (desk) => ({ interventions: desk.practice.interventions, lines: desk.lines("flowsheet"), feesSource: desk.practice.feesSource }),
  import: ({ files, chart: { patient, memberId } }) => ({ ...files, patient, memberId }),
  account: ({ account, chart: { patient, memberId } }) => ({ ...account, patient, memberId }),
  "comparative-billing": (desk) => {
    const rows = desk.comparison.rows.map((row) => ({ ...row, description: desk.describe(row.code) || row.description }));
    return { ...desk.comparison, rows, sample: desk.practice.samplePeers ?? "" };
  },
  // On an appointment (`data-evaluation`) what is evaluated, else the open template.
  traits: (desk, element) =>
    element.hasAttribute("data-evaluation")
      ? { evaluation: desk.evaluation, answers: desk.visit.answers }
      : { template: desk.templates.find(({ id }) => id === desk.template) ?? null, appointmentTypes: desk.appointmentTypes, message: desk.message },
  rules: ({ packs, packRefusal, packMessage }) => ({ packs, refusal: packRefusal, message: packMessage }),
  worklist: ({ worklist, practice: { today = null, assignees = [] } }) => ({ ...worklist, day: today, assignees }),
};

/** Widgets that need more than the functions of a visit. */
const NEEDED: { [widget: string]: keyof Abilities } = {
  account: "account",
  "comparative-billing": "comparison",
  eligibility: "eligibility",
  import: "files",
  rules: "rules",
  worklist: "worklist",
};

/** What each element showed last: another visit needs none of what is half typed about that one. */
const turnedTo = new WeakMap<Element, number>();

/** Gives each widget below its properties, whatever its tag is. One whose questions nothing answers is hidden. */
export function show(desk: Desk, root: ParentNode): void {
  for (const element of root.querySelectorAll("*")) {
    const { widget } = element.constructor as { widget?: string };
    if (widget === undefined) continue;
    const needed = NEEDED[widget];
    if (needed && !desk.can[needed]) {
      (element as HTMLElement).hidden = true;
      continue;
    }
    const properties = SHOWN[widget]?.(desk, element);
    if ((turnedTo.get(element) ?? desk.pages) !== desk.pages) (element as { forget?: () => void }).forget?.();
    turnedTo.set(element, desk.pages);
    if (properties) Object.assign(element, properties);
  }
}
