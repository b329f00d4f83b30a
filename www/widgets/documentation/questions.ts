// What is asked beneath each item of the checklist. The items, their order and how they stand come from the core.
import type { DocumentationField } from "../shared/events.js";

export interface Question {
  field: DocumentationField;
  label: string;
  kind: "date" | "days" | "yes-no";
}

const inTheRecord = (field: DocumentationField): Question[] => [{ field, label: "In the record", kind: "yes-no" }];

export const questions: { [item: string]: readonly Question[] } = {
  certification: [
    { field: "certifiedThrough", label: "Certified through", kind: "date" },
    { field: "orderOnFileAndPlanSent", label: "Order on file, plan sent", kind: "yes-no" },
  ],
  "progress-report": [{ field: "treatmentDaysSinceProgressReport", label: "Treatment days since the last report", kind: "days" }],
  "re-evaluation": [{ field: "lastReevaluation", label: "Last re-evaluation", kind: "date" }],
  "treatment-note": inTheRecord("treatmentNote"),
  "history-and-physical": inTheRecord("historyAndPhysical"),
  "medical-necessity": inTheRecord("medicalNecessityRationale"),
  "progress-or-maintenance": [
    { field: "functionalProgress", label: "Functional progress", kind: "yes-no" },
    { field: "skilledMaintenance", label: "Skilled maintenance", kind: "yes-no" },
  ],
  complexity: inTheRecord("complexity"),
  "separate-justification": inTheRecord("separateJustification"),
  "group-necessity": inTheRecord("individualNecessityInGroup"),
};

/** No item of the checklist: the answer decides whether one more is asked. */
export const moreExtensive: Question = { field: "moreExtensiveThanTypical", label: "Services are more extensive than is typical", kind: "yes-no" };
