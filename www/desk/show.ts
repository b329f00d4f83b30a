// What each widget shows of the desk.
import type { ServiceType } from "kx-modifier";
import { ownLinesOf } from "./comparison.js";
import type { Desk } from "./desk.js";
import type { Abilities } from "./functions.js";

/** A threshold and its eligibility check stand for one bucket: the nearest `data-bucket` says which. */
const bucketOf = (element: Element): ServiceType => (element.closest("[data-bucket]")?.getAttribute("data-bucket") === "OT" ? "OT" : "PT/SLP");

const SHOWN: { [widget: string]: (desk: Desk, element: Element) => object | null } = {
  "auto-apply": ({ settings, message }) => ({ on: settings.autoApplyKx, message }),
  threshold: ({ answer, usage, visit, chart, refusals }, element) => {
    const bucket = bucketOf(element);
    if (answer.missingYear !== null) return { display: null, missing: { serviceType: bucket, year: answer.missingYear } };
    return (
      answer.thresholds && {
        display: answer.thresholds[bucket],
        missing: null,
        // A threshold may be as it was although the other one has a figure of the year.
        asOf: (answer.thresholds[bucket].notices.some(({ code }) => code === "other-year-usage") ? chart.asOf : usage.asOf) ?? null,
        otherUsed: usage.otherUsed?.[bucket] ?? visit.otherUsed[bucket] ?? "",
        projection: answer.projections[bucket] ?? "",
        kxOff: [...answer.decisions.values()].filter(
          ({ state, serviceType, notices }) =>
            serviceType === bucket && (state === "declined" || notices.some(({ code }) => code === "billed-as-not-necessary")),
        ).length,
        refusal: refusals.get(`other ${bucket}`),
      }
    );
  },
  eligibility: ({ answer, chart, checks, visit, today }, element) => {
    const bucket = bucketOf(element);
    return {
      serviceType: bucket,
      threshold: answer.thresholds?.[bucket].threshold ?? null,
      // A day of another year is none of a check that counts for the visit.
      day: chart.asOf.slice(0, 4) === chart.date.slice(0, 4) ? chart.asOf : chart.date,
      latest: [today, chart.date].sort().at(-1) ?? today,
      check: checks.get(bucket) ?? null,
      accepted: visit.checked[bucket]?.asOf ?? null,
    };
  },
  documentation: (desk) => ({
    checklist: desk.answer.checklist,
    record: desk.visit.documentation,
    day: desk.chart.date,
    today: desk.today,
    kxLines: desk.unattested,
    atLines: attestedAtLines(desk),
    // A letter is answered by its packet, not by the record of the visit.
    dates: desk.dates,
    calendar: desk.calendar,
    notAsked: desk.answer.benefits?.met === false ? desk.answer.benefits.explanation : "",
    refusals: desk.refusedBelow("documentation"),
  }),
  treatment: (desk) => ({
    codes: desk.codes,
    lines: desk.lines("treatment"),
    feesSource: desk.practice.feesSource,
    refusal: desk.refusals.get("code") ?? null,
  }),
  flowsheet: (desk) => ({
    // Also found by what their codes are called, in the reader's language.
    interventions: desk.practice.interventions.map((one) => ({
      ...one,
      name: one.label ?? one.name,
      terms: one.codes.map((code) => desk.describe(code)).join(" "),
    })),
    lines: desk.lines("flowsheet"),
    feesSource: desk.practice.feesSource,
  }),
  about: ({ about }) => about,
  history: ({ history, records, chart: { patient } }) => ({ ...history, unkept: !records, patient }),
  import: ({ files, chart: { patient, memberId } }) => ({ ...files, patient, memberId }),
  account: ({ account, chart: { patient, memberId } }) => ({ ...account, patient, memberId }),
  "review-packet": (desk, element) => ({
    packet: desk.packet(element.getAttribute("data-review") ?? undefined),
    onPaper: desk.packetOnPaper(element.getAttribute("data-review") ?? undefined),
    day: desk.practice.today ?? desk.chart.date,
    by: desk.practice.user ?? "",
    letterhead: desk.letterhead,
  }),
  "comparative-billing": (desk) => {
    const rows = desk.comparison.rows.map((row) => ({ ...row, description: desk.describe(row.code) || row.description }));
    return { ...desk.comparison, rows, ...ownLinesOf(desk.practice.charts, desk.comparison.rows), sample: desk.practice.samplePeers ?? "" };
  },
  // On an appointment (`data-evaluation`) what is evaluated, else the open template.
  traits: (desk, element) =>
    element.hasAttribute("data-evaluation")
      ? { evaluation: desk.evaluation, answers: desk.visit.answers }
      : { template: desk.templates.find(({ id }) => id === desk.template) ?? null, appointmentTypes: desk.appointmentTypes, message: desk.message },
  rules: ({ packs, packRefusal, packMessage }) => ({ packs, refusal: packRefusal, message: packMessage }),
  claims: ({ claims, totalAtStake, practice: { today = null, releasedBy, user } }) => ({
    ...claims,
    add: totalAtStake,
    day: today,
    by: releasedBy ?? user ?? "",
  }),
  worklist: ({ worklist, practice: { today = null, assignees = [] } }) => ({ ...worklist, day: today, assignees }),
};

/** Widgets that need more than the functions of a visit. */
const NEEDED: { [widget: string]: keyof Abilities } = {
  about: "attestation",
  history: "attestation",
  account: "account",
  claims: "claims",
  "comparative-billing": "comparison",
  eligibility: "eligibility",
  import: "files",
  "review-packet": "reviews",
  rules: "rules",
  worklist: "worklist",
};

/** Whether every KX of the visit has an answer at its line, and the record none. */
function attestedAtLines({ unattested, answer: { checklist, decisions }, settings }: Desk): boolean {
  const isOn = [...decisions.values()].some(({ modifiers }) => modifiers.includes("KX"));
  return isOn && unattested === 0 && checklist.attestation === null && settings.documentation !== "ignore";
}

/** What each element showed last: another visit needs none of what is half typed about that one. */
const turnedTo = new WeakMap<Element, number>();

/** Gives each widget below its properties, whatever its tag is. One whose questions nothing answers is hidden.
 *  @example
 *  import * as kx from "kx-modifier";
 *  const chart: Chart = {
 *    id: "visit-1", patient: "Ana Ruiz", memberId: null, date: "2026-07-01", appointmentType: "Follow-up",
 *    coverage: { program: "medicare-part-b", name: "Medicare Part B" },
 *    provider: { name: "Kim Lee, PT", discipline: "PT", planOfCare: ["GP"] },
 *    used: { "PT/SLP": "2080.00" }, otherUsed: { "PT/SLP": "400.00" }, asOf: "2026-07-01", billed: [], booked: [],
 *  };
 *  const practice: Practice = { charts: [chart], fees: {}, feesSource: "", interventions: [], templates: [], appointmentTypes: [] };
 *  const kept: Kept = { patient: "visit-1", autoApplyKx: true, visits: {} };
 *  const host: Host = { keep: async () => true, say: () => {}, changed: () => {} };
 *  const desk = new Desk(kx, practice, kept, host);
 *  const { body } = document;
 *  show(desk, body);
 *  body.querySelector("kx-threshold")?.display?.label; // "$0.00 Medicare Threshold Remaining (PT/SLP)" */
export function show(desk: Desk, root: ParentNode): void {
  for (const element of root.querySelectorAll("*")) {
    const { widget } = element.constructor as { widget?: string };
    if (widget === undefined) continue;
    const needed = NEEDED[widget];
    if (needed && !desk.can[needed]) {
      (element as HTMLElement).hidden = true;
      continue;
    }
    if (widget === "claims" || widget === "worklist") desk.beginToLook(widget);
    const properties = SHOWN[widget]?.(desk, element);
    if ((turnedTo.get(element) ?? desk.pages) !== desk.pages) (element as { forget?: () => void }).forget?.();
    turnedTo.set(element, desk.pages);
    if (properties) Object.assign(element, properties);
  }
}
