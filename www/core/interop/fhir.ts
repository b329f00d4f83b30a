// FHIR R4 in and out. Types: fhir.d.ts.
export { entriesFromExplanationOfBenefit } from "./benefit.js";
export { applyToClaim, lineFromClaim } from "./claim.js";
export { amountsFromEligibility } from "./eligibility.js";
export { readExplanationsOfBenefit } from "./feed.js";
export { toProvenance } from "./provenance.js";
