// FHIR R4 resources of one patient's year, valid by themselves. The part of a resource that a test is about is given as `more`.
export const CPT = "http://www.ama-assn.org/go/cpt";
export const HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
const concept = (system, code, more = {}) => ({ coding: [{ system, code }], ...more });
const hl7 = (system, code) => concept(`http://terminology.hl7.org/CodeSystem/${system}`, code);

export const modifier = (code, more = {}) => concept(HCPCS, code, more);
export const usd = (value) => ({ value, currency: "USD" });

export const patient = (more = {}) => ({ resourceType: "Patient", active: true, ...more });
export const coverage = (more = {}) => ({
  resourceType: "Coverage",
  status: "active",
  type: { text: "Medicare Part B" },
  beneficiary: { reference: "Patient/p" },
  payor: [{ display: "Medicare" }],
  ...more,
});

export const benefit = (allowed, used, more = {}) => ({ type: hl7("benefit-type", "benefit"), allowedMoney: usd(allowed), usedMoney: usd(used), ...more });
export const bucket = (code, benefits, more = {}) => ({ category: concept("https://x12.org/codes/service-type-codes", code), benefit: benefits, ...more });
export const eligibility = (items, more = {}) => ({
  resourceType: "CoverageEligibilityResponse",
  status: "active",
  purpose: ["benefits"],
  patient: { reference: "Patient/p" },
  created: "2026-03-10T23:30:00-05:00",
  request: { display: "benefits of 2026" },
  outcome: "complete",
  insurer: { display: "Medicare" },
  insurance: [{ coverage: { reference: "Coverage/c" }, inforce: true, benefitPeriod: { start: "2026-01-01", end: "2026-12-31" }, item: items }],
  ...more,
});

export const adjudication = (code, value) => ({ category: hl7("adjudication", code), amount: usd(value) });
export const eobItem = (sequence, codes, eligible, more = {}) => ({
  sequence,
  productOrService: concept(CPT, "97110"),
  modifier: codes.map((code) => modifier(code)),
  servicedDate: "2026-02-03",
  quantity: { value: 2 },
  net: usd(120),
  adjudication: [adjudication("submitted", 120), adjudication("eligible", eligible), adjudication("benefit", 50)],
  ...more,
});
export const eob = (items, more = {}) => ({
  resourceType: "ExplanationOfBenefit",
  id: "eob-1",
  status: "active",
  type: hl7("claim-type", "professional"),
  use: "claim",
  patient: { reference: "Patient/p" },
  created: "2026-02-20",
  insurer: { display: "Medicare" },
  provider: { display: "the clinic" },
  claim: { reference: "Claim/77" },
  outcome: "complete",
  insurance: [{ focal: true, coverage: { reference: "Coverage/c" } }],
  item: items,
  ...more,
});

export const claimItem = (sequence, code, codes, more = {}) => ({
  sequence,
  productOrService: concept(CPT, code),
  modifier: codes.map((one) => modifier(one)),
  servicedDate: "2026-03-10",
  quantity: { value: 2 },
  net: usd(120),
  ...more,
});
export const claim = (items, more = {}) => ({
  resourceType: "Claim",
  id: "claim-1",
  status: "draft",
  type: hl7("claim-type", "professional"),
  use: "claim",
  patient: { reference: "Patient/p" },
  created: "2026-03-10",
  provider: { display: "the clinic" },
  priority: hl7("processpriority", "normal"),
  insurance: [{ sequence: 1, focal: true, coverage: { reference: "Coverage/c" } }],
  item: items,
  ...more,
});

/** A decision's request for a line of 2026-03-10 by a physical therapist. */
export const request = (line, usage, more = {}) => ({
  line,
  appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage,
  ...more,
});
