// What waits for each patient of a practice, looked at in portions so that the page never stands still.
import type { WorklistPatient } from "kx-modifier";
import type { WorklistRow } from "../widgets/worklist/model.js";
import { billedOf } from "./account.js";
import type { Chart, Practice } from "./chart.js";
import type { Functions } from "./functions.js";
import type { Kept } from "./kept.js";
import { previewRequest, type Settings } from "./questions.js";
import { broughtBack } from "./visit.js";

const PORTION = 100;

/** Gives way to what a person does in between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function asked(kx: Functions, practice: Practice, chart: Chart, kept: Kept, settings: Settings): WorklistPatient {
  const visit = broughtBack(kept.visits[chart.id] ?? {}, chart);
  const { lines, documentation = {}, ...rest } = previewRequest(kx, practice, chart, visit, settings);
  // A list of all patients asks for the records that somebody has begun.
  const context = Object.keys(documentation).length === 0 ? rest : { ...rest, documentation };
  return { id: chart.id, context, lines, billed: billedOf(kx, chart, visit), booked: [...chart.booked] };
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
    const answers = worklist(portion.map((chart) => asked(kx, practice, chart, kept, settings)));
    answers.forEach(({ thresholds, items, error }, place) => {
      const chart = portion[place];
      if (chart) rows.push({ id: chart.id, name: chart.patient, thresholds, items, error });
    });
    if (!shown([...rows], charts.length)) return;
    await pause();
  }
}
