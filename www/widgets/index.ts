// All widgets as classes, and what is needed to use them. Importing this registers nothing.
import type {} from "./tags.js";

export { defineWidgets, type WidgetName } from "./all.js";
export { KxAccount } from "./account/element.js";
export type { AccountLine, AccountTotal } from "./account/model.js";
export { KxAutoApply } from "./auto-apply/element.js";
export { KxChip } from "./chip/element.js";
export { KxCombobox, type Option } from "./combobox/element.js";
export { KxComparativeBilling, type FileRefusal } from "./comparative-billing/element.js";
export { KxDocumentation } from "./documentation/element.js";
export { KxEligibility } from "./eligibility/element.js";
export type { Check } from "./eligibility/model.js";
export { KxFlowsheet } from "./flowsheet/element.js";
export { KxElement } from "./shared/element.js";
export type { DeclineReason, DocumentationField, KxEvent, KxEventDetails, KxEventMap, KxEventName, LineChange } from "./shared/events.js";
export type { CodeChoice, Refusal, ShownLine } from "./shared/model.js";
export { wordingContext, type Wording } from "./shared/wording.js";
export { KxThreshold } from "./threshold/element.js";
export { KxTreatment } from "./treatment/element.js";
export { KxWording } from "./wording/element.js";
