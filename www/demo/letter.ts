// A made-up letter of a reviewer about lines of last year, and what is on file for it. One treatment note is missing, and one report was late.
import type { AttestationEvent, AuditLine, CivilDate, Decision, DocumentKind } from "kx-modifier";
// As a whole: what reads this without a module has the declarations alone, and asks for no letter.
import * as kx from "kx-modifier";
import type { Chart } from "kx-modifier/desk";
import { accountOf } from "./accounts.js";
import { therapist } from "./therapists.js";

type Letter = NonNullable<Chart["reviews"]>[number];
type Documents = Letter["documents"];

const PATIENT = "last-year";
const DAYS: readonly CivilDate[] = ["2025-11-19", "2025-11-24", "2025-12-05"];
const PHYSICIAN = "Robin Sample, MD";
const AUTHOR = `${therapist("PT").name}, PT`;

const on = (kind: DocumentKind, day: CivilDate, pages: number, more: Partial<Documents[number]> = {}): Documents[number] => ({
  id: `${kind}-${day}`,
  kind,
  day,
  pages,
  author: AUTHOR,
  written: day,
  ...more,
});

const documents: Documents = [
  on("order", "2025-01-17", 1, { author: PHYSICIAN }),
  on("certification", "2025-01-21", 2, { through: "2025-04-20", author: PHYSICIAN, written: "2025-01-24" }),
  on("certification", "2025-10-19", 2, { through: "2026-01-16", author: PHYSICIAN, written: "2025-10-22" }),
  on("initial-evaluation", "2025-01-21", 4),
  on("re-evaluation", "2025-10-10", 3),
  on("treatment-note", "2025-11-19", 1),
  on("treatment-note", "2025-11-24", 1, { written: "2025-12-06" }),
  ...DAYS.map((day) => on("treatment-log", day, 1)),
  on("plan-of-care", "2025-10-10", 2),
  on("progress-report", "2025-09-26", 2),
  on("progress-report", "2025-10-31", 2),
  on("progress-report", "2025-12-02", 2, { written: "2025-12-15" }),
  on("credentials", "2025-01-02", 1),
];

/** What is allowed for two units of a code, by the fees of the samples. */
const OF_TWO = ["53.81", "44.10", "65.96"];
/** Of a unit, in dollars. */
const CHARGE = 75;
/** As a contractor numbers a claim. */
const controlNumber = (claim: string): string => `22253${claim.replace(/\D/g, "").padStart(8, "0")}`;

const before = ({ id }: AuditLine): AuditLine[] => {
  const billed = accountOf(PATIENT);
  return billed.slice(
    0,
    billed.findIndex((line) => line.id === id),
  );
};

/** What was decided on a line, after those that stand before it. */
function decisionOf({ code, modifiers = [], date, allowed }: AuditLine, before: readonly AuditLine[]): Decision {
  return kx.decide({
    line: { code, modifiers, allowed },
    appointment: { date, renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    usage: { entries: before.map((line) => ({ date: line.date, allowed: line.allowed, serviceType: "PT/SLP" })) },
  });
}

/** In the language of the page that asks first: a record stays as it was written. */
let recorded: AttestationEvent[] | null = null;

/** What the clinician attested to last year: the patient's record, which the letter's packet is of too. */
export function attestedOf(patient: string): AttestationEvent[] {
  if (patient !== PATIENT) return [];
  const first = accountOf(PATIENT).find(({ date, modifiers }) => DAYS.includes(date) && modifiers?.includes("KX"));
  recorded ??= first ? record(decisionOf(first, before(first))) : [];
  return recorded;
}

function record(decision: Decision): AttestationEvent[] {
  const at = "2025-11-19T08:40:00-05:00";
  const scope = { patient: PATIENT, discipline: "PT", year: 2025, planOfCare: `${PATIENT} PT` } as const;
  const asked = kx.askAttestation({ record: [], at, scope, decision });
  return [asked, kx.answerAttestation({ record: [asked], at, asked: asked.hash, by: AUTHOR, role: "therapist", answer: "add-kx" })];
}

/** Decided in the language of the page; what is on the letter and in the record is in English. */
export function lettersOf(patient: string): Letter[] {
  if (patient !== PATIENT) return [];
  const billed = accountOf(PATIENT);
  const lines = billed
    .filter(({ date }) => DAYS.includes(date))
    .map((line) => {
      const { id, date, code, modifiers = [], claim = "", allowed } = line;
      const units = OF_TWO.includes(allowed) ? 2 : 1;
      return { id, date, code, modifiers, units, charge: `${units * CHARGE}.00`, claim: controlNumber(claim), decision: decisionOf(line, before(line)) };
    });
  return [
    {
      review: { id: "adr-1", contractor: "Sample contractor", kind: "MAC", controlNumber: "SAMPLE-0042", dated: "2026-08-10", received: "2026-08-14" },
      lines,
      documents,
      checklist: "ngs",
      signatures: [
        { name: AUTHOR, credentials: "PT", signature: "A. Sample" },
        { name: PHYSICIAN, credentials: "MD" },
      ],
      abbreviations: [
        { short: "ROM", meaning: "range of motion" },
        { short: "HEP", meaning: "home exercise program" },
      ],
    },
  ];
}
