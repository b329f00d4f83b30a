// The appointment screen with the month's patients in place of the samples.
import { PLAN_OF_CARE, RELEASED_BY } from "../week/shared.mjs";
import { practiceSite } from "../week/practice-site.mjs";
import { AS_OF, TODAY, billedOf, entriesOf, letterOf, patients } from "./month.mjs";

function chartOf(patient, place) {
  const { id, name, member, provider, therapist, clinic, type, lines, visit } = patient;
  const letter = letterOf(patient);
  return {
    id,
    patient: name,
    memberId: member,
    clinic,
    coverage: { program: "medicare-part-b", name: "Medicare Part B" },
    date: TODAY,
    time: `${String(8 + place).padStart(2, "0")}:00`,
    provider: { name: therapist, discipline: provider, planOfCare: [PLAN_OF_CARE[provider]] },
    appointmentType: "Follow-up",
    billed: billedOf(patient),
    unsent: lines.filter(({ state }) => state === "unsent").map(({ claim, date }) => ({ claim, since: date })),
    entries: entriesOf(patient),
    otherUsed: {},
    asOf: AS_OF,
    booked: [],
    ...(type && { claimType: type }),
    ...(letter && { reviews: [letter] }),
    expectedAllowed: Object.fromEntries(visit.map(({ code, allowed }) => [code, allowed])),
  };
}

export const { site, build, serve } = practiceSite("month", ["tests/month", "tests/week", "tests/spec"], {
  charts: patients.map(chartOf),
  today: TODAY,
  releasedBy: RELEASED_BY,
});
