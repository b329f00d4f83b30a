// What is asked beneath each item of the checklist. The items, their order and how they stand come from the core.
import type { DocumentationField } from "../shared/events.js";

export interface Question {
  field: DocumentationField;
  /** Id of its words. */
  label: string;
  kind: "date" | "days" | "yes-no";
  /** It has happened: not after the visit. */
  isPast?: true;
}

const inTheRecord = (field: DocumentationField): Question[] => [{ field, label: "ui.question.in-the-record", kind: "yes-no" }];

export const questions: { [item: string]: readonly Question[] } = {
  certification: [
    { field: "certifiedThrough", label: "ui.question.certified-through", kind: "date" },
    { field: "orderOnFileAndPlanSent", label: "ui.question.order-on-file", kind: "yes-no" },
    { field: "firstTreatment", label: "ui.question.first-treatment", kind: "date", isPast: true },
  ],
  "progress-report": [{ field: "treatmentDaysSinceProgressReport", label: "ui.question.treatment-days", kind: "days" }],
  "re-evaluation": [{ field: "lastReevaluation", label: "ui.question.last-re-evaluation", kind: "date", isPast: true }],
  "treatment-note": inTheRecord("treatmentNote"),
  "history-and-physical": inTheRecord("historyAndPhysical"),
  "medical-necessity": inTheRecord("medicalNecessityRationale"),
  "progress-or-maintenance": [
    { field: "functionalProgress", label: "ui.question.functional-progress", kind: "yes-no" },
    { field: "skilledMaintenance", label: "ui.question.skilled-maintenance", kind: "yes-no" },
  ],
  complexity: inTheRecord("complexity"),
  "separate-justification": inTheRecord("separateJustification"),
  "group-necessity": inTheRecord("individualNecessityInGroup"),
};

/** What is typed into a field, where anything is. */
export function kindOf(field: string): "date" | "days" | "name" {
  const kind = Object.values(questions)
    .flat()
    .find((question) => question.field === field)?.kind;
  return kind === "date" || kind === "days" ? kind : "name";
}

/** No item of the checklist: the answer decides whether one more is asked. */
export const moreExtensive: Question = { field: "moreExtensiveThanTypical", label: "ui.question.more-extensive", kind: "yes-no" };
