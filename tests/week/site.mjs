// The appointment screen with the week's patients in place of the samples.
import { practiceSite } from "./practice-site.mjs";
import { AS_OF, PLAN_OF_CARE, RELEASED_BY, THERAPISTS, entriesOf, patients } from "./week.mjs";

const words = (text) => text.split(" ").filter(Boolean);

function chartOf(patient, place) {
  const { id, name, visit, provider, coverage, claims } = patient;
  const { lines } = claims.find(({ unsent }) => !unsent);
  const unsent = claims.filter((claim) => claim.unsent);
  const isPlanKnown = lines.some(({ modifiers }) => words(modifiers).includes(PLAN_OF_CARE[provider]));
  return {
    id,
    patient: name,
    memberId: null,
    coverage: { ...coverage, name: coverage.program === "other" ? "Employer plan" : "Medicare Part B" },
    date: visit,
    time: `${String(8 + place).padStart(2, "0")}:00`,
    provider: { name: THERAPISTS[provider], discipline: provider, ...(isPlanKnown && { planOfCare: [PLAN_OF_CARE[provider]] }) },
    appointmentType: "Follow-up",
    billed: unsent.flatMap(({ lines: all }) =>
      all.map(({ line, claim, date, code, modifiers, allowed }) => ({ id: line, claim, date, code, modifiers: words(modifiers), allowed, status: "pending" })),
    ),
    unsent: unsent.map(({ claim, lines: [line] }) => ({ claim, since: line.date })),
    entries: entriesOf(patient),
    otherUsed: {},
    asOf: AS_OF,
    booked: [],
    expectedAllowed: Object.fromEntries(lines.map(({ code, allowed }) => [code, allowed])),
  };
}

export const { site, build, serve } = practiceSite("week", ["tests/week", "tests/spec"], {
  charts: patients.map(chartOf),
  today: "2026-09-18",
  releasedBy: RELEASED_BY,
});
