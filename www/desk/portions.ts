// Looking through all patients of a practice in portions, so that the page never stands still.
import type { Chart, Practice } from "./chart.js";

const PORTION = 100;

/** Gives way to what a person does in between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** `shown` is called after each portion, with all rows so far and how many patients were looked at; it says whether to go on. */
export async function inPortions<Row>(
  practice: Practice,
  rowsOf: (charts: readonly Chart[]) => readonly Row[],
  shown: (rows: Row[], done: number, total: number) => boolean,
): Promise<void> {
  const charts = [...practice.charts, ...(practice.others ?? [])];
  const rows: Row[] = [];
  for (let done = 0; done < charts.length; ) {
    const portion = charts.slice(done, done + PORTION);
    rows.push(...rowsOf(portion));
    done += portion.length;
    if (!shown([...rows], done, charts.length)) return;
    await pause();
  }
}
