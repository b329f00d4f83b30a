// What a person has entered for one patient, and each way of changing it. Nothing here decides: a change is kept once the core takes it.
import type { AttestationEvent, CivilDate, Documentation, EligibilityAmount, Money, PerServiceType, ServiceType, UsageEntry } from "kx-modifier";
import type { HistoryEntry } from "../widgets/history/model.js";
import type { DeclineReason, DocumentationField, LineChange } from "../widgets/shared/events.js";
import type { PromptAnswer } from "../widgets/traits/model.js";
import type { Chart } from "./chart.js";

export interface Line {
  id: string;
  section: "treatment" | "flowsheet";
  /** Empty while an intervention has no code yet. */
  code: string;
  /** The line's own: what the core adds is asked for anew each time. */
  modifiers: string[];
  /** As typed: empty where they are not known, and then nothing is expected. */
  units: string;
  allowed: Money;
  done: boolean;
  kxDeclined: string | null;
  /** Which of the usual reasons that was; says nothing while KX is not declined. */
  declinedBecause?: DeclineReason | null;
  /** KX was the line's own before it was left off; taking that back puts it there again. */
  hadKx: boolean;
  /** The codes it had when answers about it ended, each with the number of events that were on record then: those count for it no more. */
  earlier?: readonly { code: string; events: number }[];
  intervention: string | null;
}

/** A file that was accepted: what was read of it for this patient, and what was said when it was. */
export interface Import {
  id: string;
  kind: "271" | "835" | "pverify" | "eob";
  name: string;
  day: CivilDate | null;
  entries?: UsageEntry[];
  figures?: { amounts: EligibilityAmount[]; asOf: CivilDate };
  /** Other providers' lines. */
  lines?: UsageEntry[];
  summary: string;
  changes: string[];
}

export interface Visit {
  lines: Line[];
  otherUsed: PerServiceType<Money>;
  /** Where other used comes from a check, and what stood there before. */
  checked: PerServiceType<{ asOf: CivilDate; before: Money }>;
  documentation: Documentation;
  /** What was written to the prompts of the templates. */
  answers: readonly PromptAnswer[];
  nextLine: number;
  /** In the order in which they were accepted. */
  imports: Import[];
  nextImport: number;
  /** The record of attestations, and the hash of its last event: a host that keeps that apart sees a missing end. */
  attestations: AttestationEvent[];
  head: string | null;
  /** The codes of lines that are gone, by their ids: what was answered of them stays on record. */
  codes: { readonly [line: string]: string };
  /** What else was done, by whom and when; only where the host gives a clock. */
  history: readonly HistoryEntry[];
}

const isKx = (modifier: string): boolean => modifier.toUpperCase() === "KX";

export const newVisit = (chart: Chart): Visit => ({
  lines: [],
  otherUsed: { ...chart.otherUsed },
  checked: {},
  documentation: {},
  answers: [],
  nextLine: 1,
  imports: [],
  nextImport: 1,
  attestations: [...(chart.attestations ?? [])],
  head: chart.attestations?.at(-1)?.hash ?? null,
  codes: {},
  history: [],
});

/** Evidence is kept as it came; what is no list is one event that nobody can read. */
function recordOf({ attestations, head }: Partial<Visit>, chart: Chart): Pick<Visit, "attestations" | "head"> {
  const given = newVisit(chart);
  if (attestations == null) return { attestations: given.attestations, head: head == null ? given.head : String(head) };
  return {
    attestations: Array.isArray(attestations) ? attestations : [attestations as unknown as AttestationEvent],
    head: head == null ? null : String(head),
  };
}

/** What an earlier version kept may lack what came later. */
export const broughtBack = (visit: Partial<Visit>, chart: Chart): Visit => ({
  ...newVisit(chart),
  ...visit,
  lines: (visit.lines ?? []).map((line) => ({ ...line, units: line.units ?? "" })),
  ...recordOf(visit, chart),
  history: visit.history ?? [],
});

/** Text that is no number goes to the core as it is: it says what is wrong with it. */
export const count = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (text as unknown as number));

const expectedFor = ({ expectedAllowed }: Chart, code: string): Money => expectedAllowed?.[code] ?? "";

function add(visit: Visit, chart: Chart, line: Pick<Line, "section" | "code" | "intervention">, isTherapy = true): Visit {
  const fresh: Line = {
    ...line,
    id: `line-${visit.nextLine}`,
    // A plan of care is of therapy alone.
    modifiers: isTherapy ? [...(chart.provider.planOfCare ?? [])] : [],
    units: "1",
    allowed: expectedFor(chart, line.code),
    done: false,
    kxDeclined: null,
    hadKx: false,
  };
  return { ...visit, lines: [...visit.lines, fresh], nextLine: visit.nextLine + 1 };
}

export const codeOf = (typed: string): string => typed.trim().toUpperCase();

/** Five letters could be read as a code, and are a word that was searched for: each HCPCS and CPT code has four digits. */
export const isWord = (typed: string): boolean => /^[A-Z]+$/.test(codeOf(typed));

/** `isTherapy`: whether Medicare's therapy code list has the code on the day of the visit. */
export const addCode = (visit: Visit, chart: Chart, typed: string, isTherapy: boolean): Visit =>
  add(visit, chart, { section: "treatment", code: codeOf(typed), intervention: null }, isTherapy);

/** Where it is billed under one code only, nobody has to choose that. */
export const addIntervention = (visit: Visit, chart: Chart, name: string, codes: readonly string[] = []): Visit =>
  add(visit, chart, { section: "flowsheet", code: codes.length === 1 ? (codes[0] ?? "") : "", intervention: name });

/** Done, and nobody has said under which code it was billed. */
export const isUncoded = ({ code, done, section }: Line): boolean => section === "flowsheet" && done && code === "";

const update = (visit: Visit, id: string, change: (line: Line) => Partial<Line>): Visit => ({
  ...visit,
  lines: visit.lines.map((line) => (line.id === id ? { ...line, ...change(line) } : line)),
});

export const changeLine = (visit: Visit, chart: Chart, id: string, change: LineChange): Visit =>
  update(visit, id, (line) => {
    if ("code" in change) return { ...change, ...ofAnotherCode(visit, chart, line, change.code) };
    if (!("modifiers" in change)) return change;
    const modifiers = change.modifiers.split(/[\s,]+/).filter(Boolean);
    return modifiers.some(isKx) ? { modifiers, kxDeclined: null, hadKx: false } : { modifiers };
  });

/** What was answered of the line alone until now is over: whoever wants KX on it is asked anew. */
export const endAnswer = (visit: Visit, id: string): Visit =>
  update(visit, id, ({ code, earlier = [] }) => ({ earlier: [...earlier, { code, events: visit.attestations.length }] }));

/** What becomes of a line that gets another code: KX, and what was answered of it, were about the service before. */
function ofAnotherCode({ attestations }: Visit, chart: Chart, { code, allowed, modifiers, earlier = [] }: Line, next: string): Partial<Line> {
  // What was expected goes with the code; what a person typed stays.
  const amount = allowed === expectedFor(chart, code) ? { allowed: expectedFor(chart, next) } : {};
  if (code === "" || code === next) return amount;
  const before = { code, events: attestations.length };
  return { ...amount, modifiers: modifiers.filter((modifier) => !isKx(modifier)), kxDeclined: null, hadKx: false, earlier: [...earlier, before] };
}

export const setModifiers = (visit: Visit, id: string, modifiers: string[]): Visit => update(visit, id, () => ({ modifiers }));

export const removeLine = (visit: Visit, id: string): Visit => ({ ...visit, lines: visit.lines.filter((line) => line.id !== id) });

export const applyKx = (visit: Visit, id: string): Visit =>
  update(visit, id, ({ modifiers }) => ({ modifiers: [...modifiers, "KX"], kxDeclined: null, hadKx: false }));

/** The suggestion waits for an answer again. */
export const unapplyKx = (visit: Visit, id: string): Visit =>
  update(visit, id, ({ modifiers }) => ({ modifiers: modifiers.filter((modifier) => !isKx(modifier)), kxDeclined: null, hadKx: false }));

export const leaveKxOff = (visit: Visit, id: string, reason: string, because: DeclineReason | null = null): Visit =>
  update(visit, id, ({ modifiers, hadKx }) => ({
    modifiers: modifiers.filter((modifier) => !isKx(modifier)),
    kxDeclined: reason,
    declinedBecause: because,
    hadKx: hadKx || modifiers.some(isKx),
  }));

export const restoreKx = (visit: Visit, id: string): Visit =>
  update(visit, id, ({ modifiers, hadKx }) => ({
    modifiers: hadKx && !modifiers.some(isKx) ? [...modifiers, "KX"] : modifiers,
    kxDeclined: null,
    hadKx: false,
  }));

/** What is typed goes before the figures of accepted files. */
export function setOtherUsed(visit: Visit, serviceType: ServiceType, amount: Money): Visit {
  const { [serviceType]: _, ...checked } = visit.checked;
  return { ...visit, otherUsed: { ...visit.otherUsed, [serviceType]: amount }, checked, imports: withoutFigures(visit.imports, serviceType) };
}

/** A file that has no figure left counts for nothing and goes. */
const withoutFigures = (imports: readonly Import[], serviceType: ServiceType): Import[] =>
  imports.flatMap((one) => {
    if (one.lines) {
      const lines = one.lines.filter((line) => line.serviceType !== serviceType);
      return lines.length === 0 ? [] : [{ ...one, lines }];
    }
    if (!one.figures) return [one];
    const amounts = one.figures.amounts.filter((amount) => amount.serviceType !== serviceType);
    return amounts.length === 0 ? [] : [{ ...one, figures: { ...one.figures, amounts } }];
  });

export const undoImport = (visit: Visit, id: string): Visit => ({ ...visit, imports: visit.imports.filter((one) => one.id !== id) });

/** Taking it back brings what stood there before the first check, not the check before. */
export function acceptCheck(visit: Visit, serviceType: ServiceType, amount: Money, asOf: CivilDate): Visit {
  const before = visit.checked[serviceType]?.before ?? visit.otherUsed[serviceType] ?? "";
  return { ...setOtherUsed(visit, serviceType, amount), checked: { ...visit.checked, [serviceType]: { asOf, before } } };
}

export const undoCheck = (visit: Visit, serviceType: ServiceType): Visit => setOtherUsed(visit, serviceType, visit.checked[serviceType]?.before ?? "");

export function setDocumentation(visit: Visit, field: DocumentationField, value: string | boolean | null): Visit {
  // An attestation is about the record as it was.
  const { [field]: _, attestation: __, ...rest } = visit.documentation;
  if (value === null || value === "") return { ...visit, documentation: rest };
  return { ...visit, documentation: { ...rest, [field]: field === "treatmentDaysSinceProgressReport" ? count(String(value)) : value } };
}

export function setAttestation(visit: Visit, on: CivilDate, by: string | null): Visit {
  const { attestation: _, ...rest } = visit.documentation;
  return { ...visit, documentation: by === null ? rest : { ...rest, attestation: { by, on } } };
}

export function answerPrompt(visit: Visit, given: PromptAnswer): Visit {
  const others = visit.answers.filter(({ name, prompt }) => name !== given.name || prompt !== given.prompt);
  return { ...visit, answers: given.answer === "" ? others : [...others, given] };
}
