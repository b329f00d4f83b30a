// What waits for each patient of a practice, looked at in portions so that the page never stands still.
import type { ServiceType, WorklistPatient } from "kx-modifier";
import type { WorklistRow } from "../widgets/worklist/model.js";
import { billedOf } from "./account.js";
import type { Chart, Practice } from "./chart.js";
import type { Functions } from "./functions.js";
import type { Kept } from "./kept.js";
import { previewRequest, type Settings } from "./questions.js";
import { broughtBack } from "./visit.js";

const PORTION = 100;
const SHOWN: readonly ServiceType[] = ["PT/SLP", "OT"];

/** Gives way to what a person does in between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function asked(kx: Functions, practice: Practice, chart: Chart, kept: Kept, settings: Settings): WorklistPatient {
  const visit = broughtBack(kept.visits[chart.id] ?? {}, chart);
  const { lines, documentation = {}, ...rest } = previewRequest(kx, practice, chart, visit, settings);
  // A list of all patients asks for the records that somebody has begun.
  const context = Object.keys(documentation).length === 0 ? rest : { ...rest, documentation };
  const booked = chart.booked.map(({ date, serviceType, allowed }) => ({ date, serviceType, allowed }));
  return { id: chart.id, context, lines, billed: billedOf(kx, chart, visit), booked };
}

/** The first visit that is booked after this one. */
function nextVisit({ date: today, booked }: Chart): NonNullable<WorklistRow["nextVisit"]> | null {
  const [first] = booked.filter(({ date }) => date > today).sort((one, other) => (`${one.date} ${one.time}` < `${other.date} ${other.time}` ? -1 : 1));
  return first ? { date: first.date, ...(first.time && { time: first.time }) } : null;
}

/** Why there is no balance to show, in the core's words; empty where there is one. */
function notKnown(kx: Functions, { context }: WorklistPatient): string {
  const session = kx.openAppointment(context);
  try {
    // Asked about a line that is not kept: an appointment without lines has no conditions.
    const benefits = session.decide({ code: "97110" }).conditions.find(({ id }) => id === "medicare-benefits");
    if (benefits && !benefits.met) return benefits.explanation;
    const cards = session.thresholds();
    return SHOWN.flatMap((bucket) => cards?.[bucket].notices ?? []).find(({ severity }) => severity === "error")?.message ?? "";
  } finally {
    session.close();
  }
}

/** `shown` is called after each portion, with all rows so far; it says whether to go on. Without a function that looks there is nothing to show. */
export async function lookThrough(
  kx: Functions,
  practice: Practice,
  kept: Kept,
  settings: Settings,
  shown: (rows: WorklistRow[], total: number) => boolean,
): Promise<void> {
  const { worklist } = kx;
  if (!worklist) return;
  const charts = [...practice.charts, ...(practice.others ?? [])];
  const rows: WorklistRow[] = [];
  while (rows.length < charts.length) {
    const portion = charts.slice(rows.length, rows.length + PORTION);
    const patients = portion.map((chart) => asked(kx, practice, chart, kept, settings));
    worklist(patients).forEach(({ thresholds, items, error }, place) => {
      const [chart, patient] = [portion[place], patients[place]];
      if (!chart || !patient) return;
      const { id, patient: name, memberId, provider } = chart;
      const handling = kept.handled?.[id];
      // Of a patient without anything to do nothing is shown.
      const unknown = items.length > 0 ? notKnown(kx, patient) : "";
      const known = { id, name, memberId, therapist: provider.name, nextVisit: nextVisit(chart), thresholds, items, error };
      rows.push({ ...known, ...(unknown && { notKnown: unknown }), ...(handling && { handling }) });
    });
    if (!shown([...rows], charts.length)) return;
    await pause();
  }
}
