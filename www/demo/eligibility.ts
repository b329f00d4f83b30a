// Medicare's own figure, taken apart: it holds our processed claims too.
import { KxError, otherUsedFromEligibility, thresholds, type CivilDate, type EligibilityAmount, type Money, type ServiceType, type UsageEntry } from "kx-modifier";
import type { Check } from "../widgets/eligibility/model.js";
import type { KxEventDetails } from "../widgets/shared/events.js";
import type { Sample } from "./samples.js";
import { usageOf } from "./usage.js";
import type { Visit } from "./visit.js";

/** A figure that a person typed. */
export function checkOf(sample: Sample, visit: Visit, { serviceType, kind, amount, asOf }: KxEventDetails["kx-eligibility-asked"]): Check {
  try {
    const amounts = [{ serviceType, kind, amount, from: null, to: null, segment: "typed" }];
    const { notices } = otherUsedFromEligibility({ date: sample.date, asOf, amounts, entries: usageOf(sample, visit).entries ?? [] });
    return { split: splitOf(sample, visit, amounts, asOf)[0]?.split ?? null, notices, refusals: {} };
  } catch (error) {
    if (!(error instanceof KxError)) throw error;
    const { message, help } = error;
    const refusals = error.path === "asOf" ? { asOf: { text: asOf, message, help } } : { amount: { text: amount, message, help } };
    return { split: null, notices: [], refusals };
  }
}

/** Each bucket that the figures tell of, taken apart. */
export function splitOf(sample: Sample, visit: Visit, amounts: EligibilityAmount[], asOf: CivilDate): { serviceType: ServiceType; split: NonNullable<Check["split"]> }[] {
  const { date, asOf: ours } = sample;
  const entries = usageOf(sample, visit).entries ?? [];
  const used = (serviceType: ServiceType, counted: UsageEntry[]) => thresholds({ date, usage: { entries: counted } })[serviceType].used;
  const { otherUsed } = otherUsedFromEligibility({ date, asOf, amounts, entries });
  return (Object.entries(otherUsed) as [ServiceType, Money][]).map(([serviceType, elsewhere]) => ({
    serviceType,
    split: {
      processed: used(serviceType, entries.filter(({ status }) => status !== "pending")),
      pending: used(serviceType, entries.filter(({ status }) => status === "pending")),
      ours,
      elsewhere,
      asOf,
    },
  }));
}
