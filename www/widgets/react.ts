// The widgets as React components, for React before 19 and for those who like names better than tags. Registers them under their own tags.
import { createComponent, type EventName } from "@lit/react";
import type { LitElement } from "lit";
import * as React from "react";
import * as widgets from "./index.js";
import type { KxEventMap, KxEventName } from "./index.js";

type Camel<Text extends string> = Text extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Camel<Rest>}` : Capitalize<Text>;
type Handlers<Name extends KxEventName> = { [Each in Name as `on${Camel<Each>}`]?: (event: KxEventMap[Each]) => void };
type Properties<Element extends HTMLElement, Name extends KxEventName> =
  Partial<Omit<Element, keyof LitElement>> & Handlers<Name> & Omit<React.HTMLAttributes<Element>, keyof Handlers<Name>>;
/** A widget as a component: properties as they are, events as `onKx…`; `ref` gives the element. */
export type Widget<Element extends HTMLElement, Name extends KxEventName = never> =
  React.ForwardRefExoticComponent<React.PropsWithoutRef<Properties<Element, Name>> & React.RefAttributes<Element>>;

widgets.defineWidgets();

const camel = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

function component<Element extends HTMLElement, Name extends KxEventName = never>(tagName: string, elementClass: new () => Element, ...names: Name[]): Widget<Element, Name> {
  const events = Object.fromEntries(names.map((name) => [`on${camel(name)}`, name as EventName]));
  return createComponent({ react: React, tagName, elementClass, displayName: camel(tagName), events }) as unknown as Widget<Element, Name>;
}

const LINES = ["kx-line-changed", "kx-line-removed", "kx-applied", "kx-removed", "kx-restored"] as const;

export const KxAccount = component("kx-account", widgets.KxAccount);
export const KxAutoApply = component("kx-auto-apply", widgets.KxAutoApply, "kx-auto-apply-changed");
export const KxChip = component("kx-chip", widgets.KxChip, "kx-applied", "kx-removed", "kx-restored");
export const KxCombobox = component("kx-combobox", widgets.KxCombobox, "kx-picked");
export const KxComparativeBilling = component("kx-comparative-billing", widgets.KxComparativeBilling, "kx-peer-file-chosen", "kx-sample-peers-asked");
export const KxDocumentation = component("kx-documentation", widgets.KxDocumentation, "kx-documentation-changed", "kx-attestation-changed");
export const KxEligibility = component("kx-eligibility", widgets.KxEligibility, "kx-eligibility-asked", "kx-eligibility-accepted", "kx-eligibility-undone");
export const KxFlowsheet = component("kx-flowsheet", widgets.KxFlowsheet, "kx-intervention-added", ...LINES);
export const KxImport = component("kx-import", widgets.KxImport, "kx-file-chosen", "kx-sample-file-asked", "kx-patient-chosen", "kx-import-accepted", "kx-import-dismissed", "kx-import-undone");
export const KxThreshold = component("kx-threshold", widgets.KxThreshold, "kx-usage-changed");
export const KxTraits = component("kx-traits", widgets.KxTraits, "kx-template-changed", "kx-appointment-type-changed");
export const KxTreatment = component("kx-treatment", widgets.KxTreatment, "kx-line-added", ...LINES);
export const KxWording = component("kx-wording", widgets.KxWording);
export const KxWorklist = component("kx-worklist", widgets.KxWorklist, "kx-patient-opened");
