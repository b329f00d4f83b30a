// How a page uses each element: what it asks the core and gives to which property. Everything else that the code of a page needs is
// written from this and from custom-elements.json.
export interface Described {
  /** Functions of kx-modifier that are asked. */
  asks: readonly string[];
  /** What is asked, as it is written in every kind of page. */
  lines: readonly string[];
  /** Properties and what they are given: a name from the lines, or a literal without double quotes. */
  properties: { readonly [property: string]: string };
  attributes?: { readonly [attribute: string]: string };
  /** The tag of an element that stands inside, with its properties. */
  inside?: { name: string; properties: { readonly [property: string]: string } };
  /** A language of the package. */
  language?: string;
}

const VISIT = [
  `const visit = {`,
  `  appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },`,
  `  coverage: { program: "medicare-part-b" },`,
  `  usage: { used: { "PT/SLP": "2480.00" } },`,
  `} as const;`,
];
/** A line of a table beside its decision. */
const LINE = `id: "1", code: "97110", description: "exercise", modifiers: "GP", units: "1", allowed: "31.40", expected: null, kxDeclined: null,`;

export const described: { readonly [name: string]: Described } = {
  account: {
    asks: ["audit"],
    lines: [
      `const billed = [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }];`,
      `const audited = audit({ lines: billed, otherUsed: { 2026: { "PT/SLP": "2480.00" } } });`,
      `const lines = audited.lines.flatMap((line) => billed.filter(({ id }) => id === line.id).map((own) => ({`,
      `  ...line, ...own, description: "exercise", findings: audited.findings.filter(({ id }) => id === line.id),`,
      `})));`,
      `const totals = audited.totals.map((total) => ({ ...total, medicalReview: "3000.00", otherUsed: "2480.00" }));`,
    ],
    properties: { lines: "lines", totals: "totals" },
  },
  "auto-apply": { asks: [], lines: [`const on = true;`], properties: { on: "on" } },
  chip: {
    asks: ["decide"],
    lines: [...VISIT, `const decision = decide({ ...visit, line: { id: "1", code: "97110", modifiers: ["GP"] } });`],
    properties: { decision: "decision" },
    attributes: { line: "1", code: "97110" },
  },
  combobox: {
    asks: ["therapyCodes"],
    lines: [`const options = therapyCodes().map(({ code, description }) => ({ value: code, detail: description }));`],
    properties: { options: "options" },
    attributes: { label: "Code" },
  },
  claims: {
    asks: ["holdClaims"],
    lines: [
      `const { claims } = holdClaims({`,
      `  claims: [{ id: "C-1", lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP"], allowed: "31.40" }] }],`,
      `  renderingProvider: { discipline: "PT" },`,
      `  coverage: { program: "medicare-part-b" },`,
      `  usage: { used: { "PT/SLP": "2500.00" } },`,
      `});`,
      `const rows = claims.map((claim) => ({ id: "a", name: "Sample Patient", claim, since: "2026-07-02", error: null }));`,
    ],
    properties: { rows: "rows" },
  },
  "comparative-billing": {
    asks: ["compareBilling"],
    lines: [
      `const { rows } = compareBilling({`,
      `  lines: [{ code: "97110", modifiers: ["GP", "KX"] }, { code: "97110", modifiers: ["GP"] }],`,
      `  peers: [{ scope: "state", label: "Our state", codes: { 97110: { kx: 9120, total: 48210 } } }],`,
      `});`,
    ],
    properties: { rows: "rows" },
  },
  documentation: {
    asks: ["documentationChecklist"],
    lines: [
      `const day = "2026-07-01";`,
      `const record = { certifiedThrough: "2026-09-30", treatmentDaysSinceProgressReport: 4 };`,
      `const checklist = documentationChecklist({ date: day, documentation: record });`,
    ],
    properties: { checklist: "checklist", record: "record", day: "day" },
  },
  eligibility: { asks: [], lines: [`const day = "2026-07-01";`], properties: { serviceType: "'PT/SLP'", day: "day" } },
  flowsheet: {
    asks: ["decide"],
    lines: [
      ...VISIT,
      `const decision = decide({ ...visit, appointment: { ...visit.appointment, section: "flowsheet", done: true }, line: { id: "1", code: "97110", modifiers: ["GP"] } });`,
      `const interventions = [{ name: "Quadriceps Strengthening", codes: ["97110", "97530"] }];`,
      `const lines = [{`,
      `  ${LINE}`,
      `  decision, done: true, intervention: { name: "Quadriceps Strengthening", choices: [{ code: "97110", description: "exercise" }] },`,
      `}];`,
    ],
    properties: { interventions: "interventions", lines: "lines" },
  },
  import: {
    asks: [],
    lines: [`const patient = "Sample Patient";`, `const memberId = "SAMPLE0001";`],
    properties: { patient: "patient", memberId: "memberId" },
  },
  "review-packet": {
    asks: ["reviewPacket"],
    lines: [
      `const packet = reviewPacket({`,
      `  date: "2026-09-14",`,
      `  review: { id: "adr-1", contractor: "Sample contractor", kind: "MAC", controlNumber: "0042", dated: "2026-08-10" },`,
      `  beneficiary: { name: "Ana Ruiz", memberId: null },`,
      `  lines: [{ id: "1", date: "2026-07-01", code: "97110", modifiers: ["GP", "KX"] }],`,
      `  documents: [{ id: "d-1", kind: "treatment-note", day: "2026-07-01", pages: 2, author: "Kim Lee, PT" }],`,
      `  checklist: "ngs",`,
      `});`,
    ],
    properties: { packet: "packet" },
  },
  rules: {
    asks: ["useRules"],
    lines: [
      `const pack = { id: "2099.1", published: "2098-11-20", thresholds: [{ year: 2099, ptSlp: "9000.00", ot: "9000.00", source: "made up" }], codes: [] };`,
      `useRules([pack]);`,
      `const packs = [{ ...pack, removable: true, refusal: null }];`,
    ],
    properties: { packs: "packs" },
  },
  threshold: {
    asks: ["thresholds"],
    lines: [
      `const usage = { used: { "PT/SLP": "2080.00" }, otherUsed: { "PT/SLP": "150.00" } };`,
      `const display = thresholds({ date: "2026-07-01", usage })["PT/SLP"];`,
      `const otherUsed = usage.otherUsed["PT/SLP"];`,
    ],
    properties: { display: "display", otherUsed: "otherUsed" },
  },
  traits: {
    asks: ["traitsToEvaluate"],
    lines: [
      `const traits = [{ name: "Medical necessity", prompt: "Say why this needed a therapist.", onlyIfMedicareReached: true }];`,
      `const template = { id: "note", name: "Follow-up note", questions: [{ id: "assessment", label: "Assessment", traits }] };`,
      `const evaluation = traitsToEvaluate({ traits, date: "2026-07-01", serviceType: "PT/SLP", coverage: { program: "medicare-part-b" } });`,
    ],
    properties: { template: "template", evaluation: "evaluation" },
  },
  treatment: {
    asks: ["decide", "therapyCodes"],
    lines: [
      ...VISIT,
      `const codes = therapyCodes();`,
      `const decision = decide({ ...visit, line: { id: "1", code: "97110", modifiers: ["GP"], allowed: "31.40" } });`,
      `const lines = [{`,
      `  ${LINE}`,
      `  decision,`,
      `}];`,
    ],
    properties: { codes: "codes", lines: "lines" },
  },
  wording: {
    asks: ["thresholds", "useWording"],
    lines: [`useWording(spanish);`, `const display = thresholds({ date: "2026-07-01" }).OT;`],
    properties: { wording: "spanish" },
    inside: { name: "threshold", properties: { display: "display" } },
    language: "es",
  },
  worklist: {
    asks: ["worklist"],
    lines: [
      ...VISIT,
      `const patients = [{ id: "a", context: visit, lines: [{ id: "1", code: "97110", modifiers: ["GP"] }] }];`,
      `const rows = worklist(patients).map((answer, place) => ({ ...answer, id: patients[place]?.id ?? "", name: "Sample Patient" }));`,
    ],
    properties: { rows: "rows" },
  },
};
