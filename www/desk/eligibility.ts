// Medicare's own figure, taken apart: it holds our processed claims too.
import type { otherUsedFromEligibility, Policy, ServiceType } from "kx-modifier";
import type { Check } from "../widgets/eligibility/model.js";
import type { KxEventDetails } from "../widgets/shared/events.js";
import type { Split } from "../widgets/shared/split.js";
import type { Chart } from "./chart.js";
import { isRefusal, type Functions } from "./functions.js";
import { usageOf } from "./usage.js";
import type { Visit } from "./visit.js";

/** Null where nothing takes it apart. `wrongYear`: what is to be typed in place of a day in another year than the visit's. */
export function checkOf(
  kx: Functions,
  chart: Chart,
  visit: Visit,
  { serviceType, kind, amount, asOf }: KxEventDetails["kx-eligibility-asked"],
  policy: Policy,
  wrongYear: string,
): Check | null {
  if (!kx.otherUsedFromEligibility) return null;
  const { date } = chart;
  const entries = usageOf(kx, chart, visit).entries ?? [];
  try {
    const amounts = [{ serviceType, kind, amount, from: null, to: null, segment: "typed" }];
    const answer = kx.otherUsedFromEligibility({ date, asOf, amounts, entries, policy });
    const notices = answer.notices.filter(({ code }) => code !== "other-year-usage");
    if (notices.length < answer.notices.length) return { split: null, notices, refusals: { asOf: { text: asOf, message: wrongYear } } };
    return { split: splitsOf(answer, chart)[0] ?? null, notices, refusals: {} };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, message, help } = error;
    const refusals = error.path === "asOf" ? { asOf: { text: asOf, code, message, help } } : { amount: { text: amount, code, message, help } };
    return { split: null, notices: [], refusals };
  }
}

/** What the core says of each bucket, beside the day of our books. */
export function splitsOf({ used, ours, asOf, sums }: ReturnType<typeof otherUsedFromEligibility>, chart: Chart): (Split & { serviceType: ServiceType })[] {
  return sums.flatMap(({ serviceType, otherUsed: elsewhere, ...sum }) => {
    const [all, processed] = [used[serviceType], ours[serviceType]];
    if (all === undefined || processed === undefined) return [];
    return [
      {
        ...sum,
        serviceType,
        elsewhere,
        used: all,
        processed,
        asOf,
        ours: chart.asOf.slice(0, 4) === chart.date.slice(0, 4) ? chart.asOf : null,
        year: Number(chart.date.slice(0, 4)),
      },
    ];
  });
}
