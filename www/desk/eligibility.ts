// Medicare's own figure, taken apart: it holds our processed claims too.
import type { UsageEntry } from "kx-modifier";
import type { Check } from "../widgets/eligibility/model.js";
import type { KxEventDetails } from "../widgets/shared/events.js";
import type { Chart } from "./chart.js";
import { isRefusal, type Functions } from "./functions.js";
import { usageOf } from "./usage.js";
import type { Visit } from "./visit.js";

/** Null where nothing takes it apart. */
export function checkOf(kx: Functions, chart: Chart, visit: Visit, { serviceType, kind, amount, asOf }: KxEventDetails["kx-eligibility-asked"]): Check | null {
  if (!kx.otherUsedFromEligibility) return null;
  const { date, asOf: ours } = chart;
  const entries = usageOf(kx, chart, visit).entries ?? [];
  const used = (counted: UsageEntry[]) => kx.thresholds({ date, usage: { entries: counted } })[serviceType].used;
  try {
    const amounts = [{ serviceType, kind, amount, from: null, to: null, segment: "typed" }];
    const { otherUsed, notices } = kx.otherUsedFromEligibility({ date, asOf, amounts, entries });
    const elsewhere = otherUsed[serviceType];
    if (elsewhere === undefined) return { split: null, notices, refusals: {} };
    const split = {
      processed: used(entries.filter(({ status }) => status !== "pending")),
      pending: used(entries.filter(({ status }) => status === "pending")),
      ours,
      elsewhere,
      asOf,
    };
    return { split, notices, refusals: {} };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, message, help } = error;
    const refusals = error.path === "asOf" ? { asOf: { text: asOf, code, message, help } } : { amount: { text: amount, code, message, help } };
    return { split: null, notices: [], refusals };
  }
}
