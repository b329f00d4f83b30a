// A made-up patient's chart, as a host gives it to a desk.
export const chart = (id, used, date = "2026-07-01") => ({
  id,
  patient: id,
  memberId: null,
  coverage: { program: "medicare-part-b", name: "Part B" },
  date,
  provider: { name: "T", discipline: "PT", planOfCare: ["GP"] },
  appointmentType: "Follow-up",
  billed: [],
  used: { "PT/SLP": used },
  otherUsed: {},
  asOf: date,
  booked: [],
});
