// All widgets as classes, and what is needed to use them. Importing this registers nothing.
export { defineWidgets, type WidgetName } from "./all.js";
export * from "./made/elements.js";
export type { KxTags } from "./made/tags.js";
export { KxElement } from "./shared/element.js";
export type {
  AttestationCover,
  DeclineReason,
  DocumentationField,
  KxEvent,
  KxEventDetails,
  KxEventMap,
  KxEventName,
  LineChange,
  WayOutAction,
} from "./shared/events.js";
export type { Attestation, CodeChoice, Question, Refusal, ShownLine, Template } from "./shared/model.js";
export { isUrgent } from "./shared/due.js";
export { STANDING, type Standing } from "./shared/standing.js";
export { tokens } from "./shared/tokens.js";
export { wordingContext, type Wording } from "./shared/wording.js";
export { writtenTraits } from "./traits/model.js";
