import { html } from "lit";
import { describeProjection, openAppointment, thresholds, type CivilDate, type Money, type Policy, type ServiceType, type UsageEntry } from "kx-modifier";
import { about } from "../code/write.ts";
import { enter } from "../host/act.ts";
import { attempt, host } from "../host/host.ts";
import { api } from "../host/api.ts";
import { live } from "../host/live.ts";

export default { title: "kx-threshold", parameters: about("threshold") };

export const Live = live(
  "threshold",
  { used: "2275.10", otherUsed: "150.00", serviceType: "PT/SLP", date: "2026-07-01" },
  ({ used, otherUsed, serviceType, date }) =>
    host({ typed: otherUsed }, ({ typed }, set) => {
      const bucket = serviceType as ServiceType;
      const { answer, refusal } = attempt(typed, () =>
        thresholds({ date, usage: { used: { [bucket]: used }, ...(typed ? { otherUsed: { [bucket]: typed } } : {}), asOf: date } }),
      );
      return html`
        <kx-threshold
          .display=${answer?.[bucket] ?? null} .asOf=${date} .otherUsed=${typed} .refusal=${refusal}
          @kx-usage-changed=${({ detail }: HTMLElementEventMap["kx-usage-changed"]) => set({ typed: detail.amount })}
        ></kx-threshold>
      `;
    }),
  {
    used: { description: "Used here in the year" },
    serviceType: { description: "Which threshold", control: "select", options: ["PT/SLP", "OT"] },
    date: { description: "The day of the visit" },
  },
);
export const Api = api("threshold");

interface Bucket {
  used?: Money;
  entries?: UsageEntry[];
  otherUsed?: string;
  /** *Threshold remaining* as another program computed it. */
  precomputed?: Money;
  policy?: Policy;
  serviceType?: ServiceType;
  date?: CivilDate;
  booked?: { date: CivilDate; allowed: Money }[];
  /** The day of the amounts, where it is not the visit's. */
  asOf?: CivilDate;
  /** What a person typed as used elsewhere. */
  typed?: string;
  /** Only the balance. */
  slim?: boolean;
}

const story = (bucket: Bucket) => ({
  render: () =>
    host({ typed: bucket.typed ?? bucket.otherUsed ?? "", taken: bucket.otherUsed ?? "" }, ({ typed, taken }, set) => {
      const { used, entries, precomputed, policy, serviceType = "PT/SLP", date = "2026-07-01", booked } = bucket;
      const usageWith = (otherUsed: string) => ({
        ...(used ? { used: { [serviceType]: used } } : {}),
        ...(entries ? { entries } : {}),
        ...(otherUsed ? { otherUsed: { [serviceType]: otherUsed } } : {}),
        ...(precomputed ? { precomputedRemaining: { [serviceType]: precomputed } } : {}),
        asOf: bucket.asOf ?? date,
      });
      const ask = (otherUsed: string) => thresholds({ date, usage: usageWith(otherUsed), ...(policy ? { policy } : {}) })[serviceType];
      const { answer, refusal } = attempt(typed, () => ask(typed));
      return html`
      <kx-threshold
        ?slim=${bucket.slim ?? false}
        .display=${answer ?? ask(taken)}
        .asOf=${date}
        .otherUsed=${refusal ? taken : typed}
        .refusal=${refusal}
        .projection=${booked ? describeProjection({ date, serviceType, usage: usageWith(refusal ? taken : typed), visits: booked }) : ""}
        @kx-usage-changed=${({ detail }: HTMLElementEventMap["kx-usage-changed"]) => set({ typed: detail.amount, ...(refusal ? {} : { taken: typed }) })}
      ></kx-threshold>
    `;
    }),
});

const entry = (id: string, date: CivilDate, allowed: Money, status: "adjudicated" | "pending"): UsageEntry => ({
  id,
  date,
  serviceType: "PT/SLP",
  allowed,
  status,
});

export const Below = story({ used: "1204.35" });
export const NothingUsedYet = story({});
export const Slim = story({ used: "1204.35", slim: true });
export const SlimOver = story({ used: "2514.01", slim: true });
export const Near = story({ used: "2275.10" });
export const LandsOnTheThreshold = story({ used: "2480.00" });
export const Reached = story({ used: "3515.10", serviceType: "OT", policy: { thresholds: { 2026: { kx: "2480.00", medicalReview: "4000.00" } } } });
export const MedicalReview = story({ used: "3120.45" });
export const PrecomputedElsewhere = story({ precomputed: "-12.40" });
export const SuppliedBesideUsage = story({ used: "1204.35", otherUsed: "450.00", precomputed: "-12.40" });
export const TotalsOfAnotherYear = story({ used: "2815.10", date: "2026-01-06", asOf: "2025-12-30" });
export const PendingSplit = story({ entries: [entry("a", "2026-05-04", "1310.20", "adjudicated"), entry("b", "2026-06-22", "163.34", "pending")] });
export const OtherProviders = story({ used: "1204.35", otherUsed: "450.00" });
export const Projection = story({
  used: "2204.35",
  booked: [
    { date: "2026-07-08", allowed: "98.46" },
    { date: "2026-07-15", allowed: "98.46" },
    { date: "2026-07-22", allowed: "98.46" },
  ],
});
export const ProjectionWithoutCrossing = story({ used: "204.35", booked: [{ date: "2026-07-08", allowed: "98.46" }] });
export const RefusedInput = story({ used: "1204.35", otherUsed: "450.00", typed: "four hundred" });
/** Typed on the screen: the element refuses it before anybody is asked. */
export const NegativeAmount = { ...story({ used: "1204.35", otherUsed: "450.00" }), play: enter("#other", "-5") };
export const AskedAbout = { ...story({ used: "1204.35", otherUsed: "450.00" }), play: enter("#other", "50,000") };
export const AmountOfAPlan = story({ used: "1204.35", policy: { thresholds: { 2026: { kx: "1500.00" } } } });
export const EarlierYear = story({ used: "2400.00", date: "2021-06-01" });

/** The balance that today's lines leave, and the one that the visit began with. */
export const AfterTodaysLines = {
  render: () => {
    const date = "2026-07-01";
    const visit = openAppointment({
      appointment: { date, renderingProvider: { discipline: "PT" } },
      coverage: { program: "medicare-part-b" },
      usage: { used: { "PT/SLP": "2468.00" }, asOf: date },
    });
    visit.add({ id: "1", code: "97110", modifiers: ["GP"], allowed: "31.40" });
    return html`<kx-threshold .display=${visit.thresholds()?.["PT/SLP"] ?? null} .asOf=${date}></kx-threshold>`;
  },
};

/** Inside the panel, in its slot. */
export const WithEligibilityCheck = {
  render: () => html`
    <kx-threshold .display=${thresholds({ date: "2026-07-01", usage: { used: { "PT/SLP": "1204.35" } } })["PT/SLP"]}>
      <kx-eligibility .day=${"2026-07-01"}></kx-eligibility>
    </kx-threshold>
  `,
};
export const WithoutAnAnswer = { render: () => html`<kx-threshold></kx-threshold><p>Nothing is drawn without an answer.</p>` };
