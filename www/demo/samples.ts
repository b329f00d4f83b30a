// Made-up patients, one for each situation that the page is to show. Their amounts are worked examples; the rest is decoration.
import type { CivilDate, Documentation, Money, ServiceType } from "kx-modifier";
import type { Chart } from "kx-modifier/desk";
import { accountOf, entriesOf } from "./accounts.js";
import { attestedOf, lettersOf } from "./letter.js";
import { therapist } from "./therapists.js";
import { word, type WordId } from "./words.js";

/** What it is to show is a word of the page, by its id. */
export type SampleId = WordId extends infer Id ? (Id extends `situation.${infer Sample}` ? Sample : never) : never;

/** A chart before its account is joined. */
interface Sample extends Omit<Chart, "id" | "billed" | "entries" | "appointmentType" | "coverage"> {
  id: SampleId;
  type: WordId;
  coverage: typeof partB | typeof employer;
}

const booked = (serviceType: ServiceType, allowed: Money, time: string, ...dates: CivilDate[]): Chart["booked"] =>
  dates.map((date) => ({ date, time, allowed, serviceType }));

const partB = { program: "medicare-part-b", plan: "plan.part-b" } as const;
const employer = { program: "other", plan: "plan.employer" } as const;

export const samples: readonly Sample[] = [
  {
    id: "used-up",
    claim: "S20128",
    patient: "Sample Patient A",
    memberId: "SAMPLEA0001",
    coverage: partB,
    date: "2026-09-14",
    time: "09:00",
    provider: therapist("PT"),
    type: "type.pt",
    otherUsed: {},
    asOf: "2026-09-11",
    booked: booked("PT/SLP", "98.46", "09:00", "2026-09-18", "2026-09-25"),
  },
  {
    id: "crossing",
    claim: "S20230",
    patient: "Sample Patient B",
    memberId: "SAMPLEB0002",
    coverage: partB,
    date: "2026-09-10",
    time: "08:30",
    provider: therapist("PT", 1),
    type: "type.pt",
    otherUsed: {},
    asOf: "2026-09-08",
    booked: [...booked("PT/SLP", "98.46", "08:30", "2026-09-17", "2026-09-24", "2026-10-01"), ...booked("OT", "116.46", "15:00", "2026-09-18", "2026-09-25")],
    expectedAllowed: { "97110": "31.40" },
  },
  {
    id: "ot-only",
    claim: "S20322",
    patient: "Sample Patient C",
    memberId: "SAMPLEC0003",
    coverage: partB,
    date: "2026-09-14",
    time: "11:15",
    provider: therapist("OT"),
    type: "type.ot",
    otherUsed: {},
    asOf: "2026-09-11",
    booked: booked("OT", "116.46", "11:15", "2026-09-21", "2026-09-28"),
  },
  {
    id: "not-medicare",
    claim: "S20701",
    patient: "Sample Patient D",
    memberId: "SAMPLED0004",
    coverage: employer,
    date: "2026-09-14",
    time: "10:30",
    provider: therapist("PT"),
    type: "type.pt",
    otherUsed: {},
    asOf: "2026-09-11",
    booked: booked("PT/SLP", "98.46", "10:30", "2026-09-21"),
  },
  {
    id: "elsewhere",
    claim: "S20417",
    patient: "Sample Patient E",
    memberId: "SAMPLEE0005",
    coverage: partB,
    date: "2025-10-20",
    time: "13:00",
    provider: therapist("PT", 1),
    type: "type.pt",
    otherUsed: { "PT/SLP": "450.00" },
    asOf: "2025-10-16",
    booked: booked("PT/SLP", "98.46", "13:00", "2025-10-27", "2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24"),
  },
  {
    id: "review",
    claim: "S20533",
    patient: "Sample Patient F",
    memberId: "SAMPLEF0006",
    coverage: partB,
    date: "2026-09-14",
    time: "14:45",
    provider: therapist("SLP"),
    type: "type.slp",
    otherUsed: { "PT/SLP": "825.00" },
    asOf: "2026-09-11",
    booked: booked("PT/SLP", "78.53", "14:45", "2026-09-21", "2026-09-28", "2027-01-04"),
  },
  {
    id: "last-year",
    claim: "S20631",
    patient: "Sample Patient G",
    memberId: "SAMPLEG0007",
    coverage: partB,
    date: "2026-09-08",
    time: "09:45",
    provider: therapist("PT"),
    type: "type.pt",
    used: { "PT/SLP": "2815.10", OT: "0" },
    otherUsed: {},
    asOf: "2025-12-30",
    booked: booked("PT/SLP", "98.46", "09:45", "2026-09-15", "2026-09-22", "2026-09-29"),
  },
  {
    id: "next-year",
    claim: "S20801",
    patient: "Sample Patient H",
    memberId: "SAMPLEH0008",
    coverage: partB,
    date: "2027-01-11",
    time: "09:30",
    provider: { name: "Sample Therapist", discipline: "PT", planOfCare: ["GP"] },
    type: "type.pt",
    used: { "PT/SLP": "2450.00", OT: "0" },
    otherUsed: {},
    asOf: "2026-09-11",
    booked: booked("PT/SLP", "98.46", "09:30", "2027-01-18", "2027-01-25"),
  },
];

const later = (date: CivilDate, days: number): CivilDate => {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

/** Everything that KX attests to, documented for the visit, and attested on a day. */
export const completeRecord = ({ date, provider }: Pick<Chart, "date" | "provider">, on: CivilDate): Documentation => ({
  certifiedThrough: later(date, 60),
  treatmentDaysSinceProgressReport: 4,
  lastReevaluation: later(date, -21),
  treatmentNote: true,
  historyAndPhysical: true,
  medicalNecessityRationale: true,
  functionalProgress: true,
  complexity: true,
  attestation: { by: `${provider.name}, ${provider.discipline}`, on },
});

/** What is ours of it is in the language of the page. */
export const charts: readonly Chart[] = samples.map(({ type, coverage: { program, plan }, ...sample }) => ({
  ...sample,
  get coverage() {
    return { program, name: word(plan) };
  },
  get appointmentType() {
    return word(type);
  },
  get attestations() {
    return attestedOf(sample.id);
  },
  get reviews() {
    return lettersOf(sample.id);
  },
  billed: accountOf(sample.id),
  entries: entriesOf(sample.id),
}));
