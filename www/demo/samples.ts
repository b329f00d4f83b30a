// Made-up patients, one for each situation that the page is to show. Their amounts are worked examples; the rest is decoration.
import type { CivilDate, Coverage, Money, PerServiceType, RenderingProvider } from "kx-modifier";

export interface Sample {
  id: string;
  patient: string;
  situation: string;
  coverage: Coverage & { name: string };
  date: CivilDate;
  provider: { name: string; discipline: NonNullable<RenderingProvider["discipline"]> };
  appointmentType: string;
  used: PerServiceType<Money>;
  otherUsed: PerServiceType<Money>;
  asOf: CivilDate;
  /** What the practice expects for a new line, where the example says so. */
  expectedAllowed?: Money;
}

const partB = { program: "medicare-part-b", name: "Medicare Part B" } as const;

export const samples: readonly Sample[] = [
  {
    id: "used-up",
    patient: "Sample Patient A",
    situation: "PT/SLP used up by one cent",
    coverage: partB,
    date: "2026-09-14",
    provider: { name: "Sample Therapist", discipline: "PT" },
    appointmentType: "Physical therapy follow-up",
    used: { "PT/SLP": "2480.01", OT: "0" },
    otherUsed: {},
    asOf: "2026-09-11",
  },
  {
    id: "crossing",
    patient: "Sample Patient B",
    situation: "crosses the threshold today",
    coverage: partB,
    date: "2026-08-20",
    provider: { name: "Sample Therapist", discipline: "PT" },
    appointmentType: "Physical therapy follow-up",
    used: { "PT/SLP": "2468.00", OT: "310.25" },
    otherUsed: {},
    asOf: "2026-08-18",
    expectedAllowed: "31.40",
  },
  {
    id: "ot-only",
    patient: "Sample Patient C",
    situation: "only OT is reached",
    coverage: partB,
    date: "2026-10-05",
    provider: { name: "Sample Therapist", discipline: "OT" },
    appointmentType: "Occupational therapy follow-up",
    used: { "PT/SLP": "0", OT: "2480.00" },
    otherUsed: {},
    asOf: "2026-10-02",
  },
  {
    id: "not-medicare",
    patient: "Sample Patient D",
    situation: "not Medicare",
    coverage: { program: "other", name: "Employer plan" },
    date: "2026-09-14",
    provider: { name: "Sample Therapist", discipline: "PT" },
    appointmentType: "Physical therapy follow-up",
    used: {},
    otherUsed: {},
    asOf: "2026-09-11",
  },
  {
    id: "elsewhere",
    patient: "Sample Patient E",
    situation: "treated elsewhere too, in 2025",
    coverage: partB,
    date: "2025-10-20",
    provider: { name: "Sample Therapist", discipline: "PT" },
    appointmentType: "Physical therapy follow-up",
    used: { "PT/SLP": "1570.00", OT: "0" },
    otherUsed: { "PT/SLP": "450.00" },
    asOf: "2025-10-16",
  },
  {
    id: "review",
    patient: "Sample Patient F",
    situation: "speech therapy, past medical review",
    coverage: partB,
    date: "2026-11-09",
    provider: { name: "Sample Therapist", discipline: "SLP" },
    appointmentType: "Speech therapy follow-up",
    used: { "PT/SLP": "2210.10", OT: "0" },
    otherUsed: { "PT/SLP": "825.00" },
    asOf: "2026-11-06",
  },
  {
    id: "last-year",
    patient: "Sample Patient G",
    situation: "totals still from last year",
    coverage: partB,
    date: "2026-01-06",
    provider: { name: "Sample Therapist", discipline: "PT" },
    appointmentType: "Physical therapy follow-up",
    used: { "PT/SLP": "2515.10", OT: "0" },
    otherUsed: {},
    asOf: "2025-12-30",
  },
];

export const sampleOf = (id: string): Sample => samples.find((sample) => sample.id === id) ?? (samples[0] as Sample);
