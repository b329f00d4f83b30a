// Every widget by its name, each after those that it holds.
import { KxError } from "../core/error.js";
import { KxAccount } from "./account/element.js";
import { KxAutoApply } from "./auto-apply/element.js";
import { KxChip } from "./chip/element.js";
import { KxCombobox } from "./combobox/element.js";
import { KxComparativeBilling } from "./comparative-billing/element.js";
import { KxDocumentation } from "./documentation/element.js";
import { KxEligibility } from "./eligibility/element.js";
import { KxFlowsheet } from "./flowsheet/element.js";
import { KxImport } from "./import/element.js";
import { registerAll } from "./shared/register.js";
import { KxThreshold } from "./threshold/element.js";
import { KxTraits } from "./traits/element.js";
import { KxTreatment } from "./treatment/element.js";
import { KxWording } from "./wording/element.js";
import { KxWorklist } from "./worklist/element.js";

const WIDGETS = {
  wording: KxWording,
  chip: KxChip,
  combobox: KxCombobox,
  account: KxAccount,
  "auto-apply": KxAutoApply,
  "comparative-billing": KxComparativeBilling,
  documentation: KxDocumentation,
  eligibility: KxEligibility,
  flowsheet: KxFlowsheet,
  import: KxImport,
  threshold: KxThreshold,
  traits: KxTraits,
  treatment: KxTreatment,
  worklist: KxWorklist,
};

/** What the widgets are called beneath `kx-modifier/widgets/`; with `kx-` before it, their tags. */
export type WidgetName = keyof typeof WIDGETS;

/**
 * Registers all widgets, under tags of your own where you name some: `defineWidgets({ threshold: "acme-threshold" })`. Doing it again is
 * harmless. Throws `KxError` and registers nothing: "unknown-field" for a widget that does not exist, "tag-invalid" for a tag that
 * is none, "tag-taken" for one that another element has.
 */
export function defineWidgets(tags: { readonly [name in WidgetName]?: string } = {}): void {
  for (const name of Object.keys(tags)) {
    if (!Object.hasOwn(WIDGETS, name)) {
      throw new KxError({ code: "unknown-field", path: name, message: `there is no widget \`${name}\``, help: `the widgets are ${Object.keys(WIDGETS).join(", ")}` });
    }
  }
  registerAll(Object.entries(WIDGETS).map(([name, widget]) => [widget, tags[name as WidgetName] ?? `kx-${name}`]));
}
