// The tags of the widgets, for TypeScript.
import type { KxAccount } from "./account/element.js";
import type { KxAutoApply } from "./auto-apply/element.js";
import type { KxChip } from "./chip/element.js";
import type { KxCombobox } from "./combobox/element.js";
import type { KxComparativeBilling } from "./comparative-billing/element.js";
import type { KxDocumentation } from "./documentation/element.js";
import type { KxEligibility } from "./eligibility/element.js";
import type { KxFlowsheet } from "./flowsheet/element.js";
import type { KxImport } from "./import/element.js";
import type { KxThreshold } from "./threshold/element.js";
import type { KxTraits } from "./traits/element.js";
import type { KxTreatment } from "./treatment/element.js";
import type { KxWording } from "./wording/element.js";
import type { KxWorklist } from "./worklist/element.js";

/** The widgets by their tags. */
export interface KxTags {
  "kx-account": KxAccount;
  "kx-auto-apply": KxAutoApply;
  "kx-chip": KxChip;
  "kx-combobox": KxCombobox;
  "kx-comparative-billing": KxComparativeBilling;
  "kx-documentation": KxDocumentation;
  "kx-eligibility": KxEligibility;
  "kx-flowsheet": KxFlowsheet;
  "kx-import": KxImport;
  "kx-threshold": KxThreshold;
  "kx-traits": KxTraits;
  "kx-treatment": KxTreatment;
  "kx-wording": KxWording;
  "kx-worklist": KxWorklist;
}

declare global {
  interface HTMLElementTagNameMap extends KxTags {}
}
