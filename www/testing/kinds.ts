// What there is to find in the widgets.
import type { Decision, Notice, ServiceType } from "kx-modifier";
import { matches, type Kind, type TextMatch } from "./queries.js";
import { nameOf, roleOf, textOf } from "./text.js";
import { above, widgetOf } from "./tree.js";

/** The element `kx-chip`, or what its host calls it. */
export interface Chip extends HTMLElement {
  line: string;
  code: string;
  decision: Decision | null;
  declined: string | null;
}

export interface LineFilter {
  code?: string;
  /** The line's id. */
  id?: string;
}
export interface BalanceFilter {
  serviceType?: ServiceType;
  /** The balance of `kx-threshold slim` alone, or anything but that. */
  slim?: boolean;
}
export interface NoticeFilter {
  code?: Notice["code"];
  severity?: Notice["severity"];
  message?: TextMatch;
}
export interface PatientFilter {
  id?: string;
  name?: TextMatch;
}
export interface RoleFilter {
  role?: string;
  /** The accessible name. */
  name?: TextMatch;
}

const ofHost = (element: Element): Element | null => (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
const isIn = (element: Element, widgets: readonly string[]): boolean => {
  const host = ofHost(element);
  return host !== null && widgets.includes(widgetOf(host) ?? "");
};
const shown = (element: Element | null | undefined): string => (element ? textOf(element) : "");

export const chips: Kind<LineFilter, Chip> = {
  one: "chip",
  many: "chips",
  all: (elements) => elements.filter((element): element is Chip => widgetOf(element) === "chip"),
  by: { code: ({ code }, wanted) => code === wanted, id: ({ line }, wanted) => line === wanted },
  describe: ({ code, line, decision }) => `${code || "no code"} (id ${JSON.stringify(line)}): ${decision?.state ?? "no decision"}`,
};

/** With its notices: a line has several rows. */
export const lines: Kind<LineFilter, HTMLElement> = {
  one: "line",
  many: "lines",
  all: (elements) =>
    elements.filter((element): element is HTMLElement => element.matches("tbody[data-line]") && isIn(element, ["treatment", "flowsheet", "account"])),
  by: { code: ({ dataset }, wanted) => dataset.code === wanted, id: ({ dataset }, wanted) => dataset.line === wanted },
  describe: ({ dataset }) => `${dataset.code || "no code"} (id ${JSON.stringify(dataset.line)})`,
};

interface ThresholdHost extends Element {
  readonly slim: boolean;
  readonly display: { serviceType: ServiceType } | null;
  readonly missing: { serviceType: ServiceType } | null;
}
const isSlim = (element: Element): boolean => element.matches("p");

/** The card or the slim row of a threshold; a figure in the list of patients. */
export const balances: Kind<BalanceFilter, HTMLElement> = {
  one: "balance",
  many: "balances",
  all: (elements) =>
    elements.filter(
      (element): element is HTMLElement =>
        (element.matches("[part~=card]") && isIn(element, ["threshold"])) || (element.matches(".balance") && isIn(element, ["worklist"])),
    ),
  by: { serviceType: (found, wanted) => bucketOf(found) === wanted, slim: (found, wanted) => isSlim(found) === wanted },
  describe: (found) => `${bucketOf(found)}${isSlim(found) ? ", slim" : ""}: ${JSON.stringify(readBalance(found).label)}`,
};

export function bucketOf(balance: Element): string {
  const host = ofHost(balance) as Partial<ThresholdHost> | null;
  return (host?.display ?? host?.missing)?.serviceType ?? shown(balance.querySelector(".bucket"));
}

/** A balance as it is shown. */
export interface ShownBalance {
  /** "$390.00 Medicare Threshold Remaining (PT/SLP)", as the card's heading says it; what a slim row or a list says of it. */
  label: string;
  /** "Over the threshold": how it stands, in words; null where no figure is shown, and in a list. */
  status: string | null;
  /** What was left before today's lines; null where no line has taken from it, and where only one balance is shown. */
  before: string | null;
}

export function readBalance(balance: Element): ShownBalance {
  const part = (name: string) => balance.querySelector(`[part~="${name}"]`);
  const heading = balance.querySelector("h3");
  if (heading) return { label: textOf(heading), status: shown(part("status")) || null, before: shown(part("before")) || null };
  const amount = part("amount");
  if (!amount) return { label: textOf(balance), status: null, before: null };
  const status = shown(balance.querySelector(".unseen")).replaceAll(",", "").trim();
  return { label: `${shown(balance.querySelector(".bucket"))} ${textOf(amount)}`, status: status || null, before: null };
}

const SEVERITIES: readonly Notice["severity"][] = ["error", "warning", "info"];

/** A notice as it is shown. `code` is null where the widget itself says it. */
export interface ShownNotice {
  code: Notice["code"] | null;
  severity: Notice["severity"];
  message: string;
}

export function readNotice(notice: Element): ShownNotice {
  return {
    code: ((notice as HTMLElement).dataset.code as Notice["code"] | undefined) ?? null,
    severity: SEVERITIES.find((severity) => notice.classList.contains(severity)) ?? "info",
    message: shown(notice.lastElementChild),
  };
}

export const notices: Kind<NoticeFilter, HTMLElement> = {
  one: "notice",
  many: "notices",
  all: (elements) =>
    elements.filter(
      (element): element is HTMLElement => element.matches("[part~=notices] > li") && ofHost(element) !== null && widgetOf(ofHost(element) as Element) !== null,
    ),
  by: {
    code: (found, wanted) => readNotice(found).code === wanted,
    severity: (found, wanted) => readNotice(found).severity === wanted,
    message: (found, wanted) => matches(readNotice(found).message, wanted),
  },
  describe: (found) => {
    const { code, severity, message } = readNotice(found);
    return `${severity}${code ? ` ${code}` : ""}: ${JSON.stringify(message)}`;
  },
};

/** The rows of one patient in `kx-worklist`. */
export const patients: Kind<PatientFilter, HTMLElement> = {
  one: "patient",
  many: "patients",
  all: (elements) => elements.filter((element): element is HTMLElement => element.matches("tbody[data-patient]") && isIn(element, ["worklist"])),
  by: { id: ({ dataset }, wanted) => dataset.patient === wanted, name: (found, wanted) => matches(patientName(found), wanted) },
  describe: (found) => `${JSON.stringify(patientName(found))} (id ${JSON.stringify(found.dataset.patient)})`,
};
const patientName = (rows: Element): string => shown(rows.querySelector(".open"));

/** Anything by its role, inside the widgets and around them. */
export const roles: Kind<RoleFilter, HTMLElement> = {
  one: "element",
  many: "elements",
  all: (elements) => elements.filter((element): element is HTMLElement => ![null, "presentation"].includes(roleOf(element))),
  by: { role: (found, wanted) => roleOf(found) === wanted, name: (found, wanted) => matches(nameOf(found), wanted) },
  describe: (found) => `${roleOf(found)} ${JSON.stringify(nameOf(found))}${widgetAround(found)}`,
  near: (found, { role }) => role === undefined || roleOf(found) === role,
};

function widgetAround(element: Element): string {
  for (let at: Element | null = element; at; at = above(at)) if (widgetOf(at)) return ` in <${at.localName}>`;
  return "";
}
