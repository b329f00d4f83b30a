// Files of a clearinghouse while a person looks at them. Reading changes nothing; accepting keeps them in the visit.
import type { CivilDate, UsageEntry } from "kx-modifier";
import type { AcceptedImport, ImportFile } from "../widgets/import/model.js";
import type { Chart, Practice } from "./chart.js";
import { isRefusal, readsFiles, type Functions } from "./functions.js";
import { lookAt, readText, saidOf, type Look } from "./look.js";
import type { Text } from "./text.js";
import type { Settings } from "./questions.js";
import type { Visit } from "./visit.js";

interface Held {
  id: string;
  batch: number;
  name: string;
  text: Text | null;
  refusal: ImportFile["refusal"];
  /** By patient of the screen: whom a person chose in the file. */
  chosen: Map<string, number>;
  /** The day on which a pVerify response was checked, by a person. */
  checked?: CivilDate;
  /** The patients of the screen for whom it was accepted. */
  accepted: Set<string>;
  /** What it came to last, and for what: a page is drawn more often than a file changes its meaning. */
  looked: { for: string; look: Look } | null;
}

const refusalOf = (error: unknown): NonNullable<ImportFile["refusal"]> => {
  if (!isRefusal(error)) return { code: "not-readable" };
  const { code, message, help, path } = error;
  return { code, message, help, path };
};

export class Imports {
  private held: Held[] = [];
  private count = 0;
  private batches = 0;

  constructor(
    private readonly kx: Functions,
    private readonly practice: Practice,
    private readonly changed: () => void,
    private readonly say: (text: string) => void,
    private readonly records: boolean,
  ) {}

  /** Reads each as it comes; a file that cannot be read says so and holds up no other. None are taken where nothing reads them. */
  async read(files: readonly { name: string; text(): Promise<string> }[]): Promise<void> {
    const { kx } = this;
    if (!readsFiles(kx)) return;
    const batch = ++this.batches;
    await Promise.all(
      files.map(async (file) => {
        const held: Held = {
          id: String(++this.count),
          batch,
          name: file.name,
          text: null,
          refusal: null,
          chosen: new Map(),
          accepted: new Set(),
          looked: null,
        };
        this.held.push(held);
        this.changed();
        try {
          held.text = readText(kx, this.practice, await file.text());
          this.say(`${file.name}: ${held.text.identity.message}`);
        } catch (error) {
          held.refusal = refusalOf(error);
        }
        this.changed();
      }),
    );
  }

  choose(id: string, chart: Chart, patient: number): void {
    this.held.find((held) => held.id === id)?.chosen.set(chart.id, patient);
    this.changed();
  }

  date(id: string, day: CivilDate): void {
    const held = this.held.find((one) => one.id === id);
    if (!held) return;
    if (day === "") delete held.checked;
    else held.checked = day;
    this.changed();
  }

  dismiss(id: string): void {
    this.held = this.held.filter((held) => held.id !== id);
    this.changed();
  }

  clear(): void {
    this.held = [];
  }

  /** What the files that are looked at say of a chart's payments. */
  entries(chart: Chart): readonly UsageEntry[] {
    return this.held.flatMap(({ accepted, looked }) => (accepted.has(chart.id) ? [] : (looked?.look.entries ?? [])));
  }

  /** Looks at each anew, in other words. */
  forget(): void {
    for (const held of this.held) held.looked = null;
  }

  shown(chart: Chart, visit: Visit, settings: Settings): ImportFile[] {
    return this.held
      .filter(({ accepted }) => !accepted.has(chart.id))
      .map((held) => {
        const { id, batch, name, refusal } = held;
        try {
          return { id, batch, name, read: this.look(held, chart, visit, settings)?.read ?? null, refusal };
        } catch (error) {
          return { id, batch, name, read: null, refusal: refusalOf(error) };
        }
      });
  }

  /** The visit with the file accepted, and what there is to say; nothing where it changes nothing. */
  accept(id: string, chart: Chart, visit: Visit, settings: Settings): { visit: Visit; said: string } | null {
    const held = this.held.find((one) => one.id === id);
    const look = held && this.look(held, chart, visit, settings);
    if (!held || !look?.accepted || !look.read.preview?.changes) return null;
    held.accepted.add(chart.id);
    return { visit: look.accepted, said: [look.read.preview.summary, ...saidOf(look.read.preview.buckets)].join(" ") };
  }

  private look(held: Held, chart: Chart, visit: Visit, settings: Settings): Look | null {
    const { kx } = this;
    if (!held.text || !readsFiles(kx)) return null;
    const chosen = held.chosen.get(chart.id);
    const asked = JSON.stringify([chart.id, visit, settings, chosen, held.checked]);
    if (held.looked?.for !== asked)
      held.looked = { for: asked, look: lookAt(kx, held.name, held.text, chosen, this.practice, chart, visit, settings, held.checked, this.records) };
    return held.looked.look;
  }
}

export const acceptedOf = (visit: Visit): AcceptedImport[] =>
  visit.imports.map(({ id, name, kind, day, summary, changes }) => ({ id, name, kind, day, summary, changes }));
