// Files of a clearinghouse while a person looks at them, and what they come to. Reading changes nothing; accepting keeps them in the visit.
import { identifyX12, KxError, matchPatient, otherUsedFromEligibility, previewImport, readClaim837, readEligibility271, readRemittance835, type Notice } from "kx-modifier";
import type { AcceptedImport, ImportFile, ReadFile, SampleFile, Unread } from "../widgets/import/model.js";
import { previewRequest, type Settings } from "./appointment.js";
import { splitOf } from "./eligibility.js";
import type { Sample } from "./samples.js";
import { scrubsOf } from "./scrubs.js";
import { figuresOf, usageOf } from "./usage.js";
import type { Import, Visit } from "./visit.js";

/** A text as it was read, once; whose it is and what it changes is asked anew for each patient. */
interface Held {
  id: string;
  name: string;
  text: Text | null;
  refusal: ImportFile["refusal"];
  /** By patient of the screen: whom a person chose in the file. */
  chosen: Map<string, number>;
  /** The patients of the screen for whom it was accepted. */
  accepted: Set<string>;
  /** What it came to last, and for what: a page is drawn more often than a file changes its meaning. */
  looked: { for: string; look: Look } | null;
}

interface Look {
  read: ReadFile;
  /** The visit with the file accepted, where it can be. */
  accepted: Visit | null;
}

interface Text {
  identity: ReturnType<typeof identifyX12>;
  amounts: ReturnType<typeof readEligibility271>["amounts"];
  entries: ReturnType<typeof readRemittance835>["entries"];
  claims: ReturnType<typeof readClaim837>["claims"];
  unread: readonly Unread[];
}

const refusalOf = (error: unknown): NonNullable<ImportFile["refusal"]> => {
  if (!(error instanceof KxError)) return { code: "not-readable", message: "the file cannot be read", path: null, help: "choose it again" };
  const { code, message, path, help } = error;
  return { code, message, path, help };
};

function readText(text: string): Text {
  const identity = identifyX12(text);
  const none = { identity, amounts: [], entries: [], claims: [], unread: [] };
  switch (identity.kind) {
    case "271": return { ...none, ...readEligibility271(text) };
    case "835": {
      const { entries, skipped } = readRemittance835(text);
      return { ...none, entries, unread: skipped };
    }
    case "837": {
      const { claims, skipped } = readClaim837(text);
      return { ...none, claims, unread: skipped };
    }
    default: return none;
  }
}

export class Imports {
  private held: Held[] = [];
  private count = 0;

  constructor(private readonly changed: () => void, private readonly say: (text: string) => void) {}

  /** Reads each as it comes; a file that cannot be read says so and holds up no other. */
  async read(files: readonly { name: string; text(): Promise<string> }[]): Promise<void> {
    await Promise.all(files.map(async (file) => {
      const held: Held = { id: String(++this.count), name: file.name, text: null, refusal: null, chosen: new Map(), accepted: new Set(), looked: null };
      this.held.push(held);
      this.changed();
      try {
        held.text = readText(await file.text());
        this.say(`${file.name}: ${held.text.identity.message}`);
      } catch (error) {
        held.refusal = refusalOf(error);
      }
      this.changed();
    }));
  }

  choose(id: string, sample: Sample, patient: number): void {
    this.held.find((held) => held.id === id)?.chosen.set(sample.id, patient);
    this.changed();
  }

  dismiss(id: string): void {
    this.held = this.held.filter((held) => held.id !== id);
    this.changed();
  }

  clear(): void {
    this.held = [];
  }

  shown(sample: Sample, visit: Visit, settings: Settings): ImportFile[] {
    return this.held.filter(({ accepted }) => !accepted.has(sample.id)).map((held) => {
      const { id, name, refusal } = held;
      try {
        return { id, name, read: this.look(held, sample, visit, settings)?.read ?? null, refusal };
      } catch (error) {
        return { id, name, read: null, refusal: refusalOf(error) };
      }
    });
  }

  /** The visit with the file accepted, and what there is to say; nothing where it changes nothing. */
  accept(id: string, sample: Sample, visit: Visit, settings: Settings): { visit: Visit; said: string } | null {
    const held = this.held.find((one) => one.id === id);
    const look = held && this.look(held, sample, visit, settings);
    if (!held || !look?.accepted || !look.read.preview?.changes) return null;
    held.accepted.add(sample.id);
    return { visit: look.accepted, said: [look.read.preview.summary, ...saidOf(look.read.preview.buckets)].join(" ") };
  }

  private look(held: Held, sample: Sample, visit: Visit, settings: Settings): Look | null {
    if (!held.text) return null;
    const chosen = held.chosen.get(sample.id);
    const asked = JSON.stringify([sample.id, visit, settings, chosen]);
    if (held.looked?.for !== asked) held.looked = { for: asked, look: lookAt(held.name, held.text, chosen, sample, visit, settings) };
    return held.looked.look;
  }
}

const saidOf = (buckets: readonly { changes: boolean; message: string }[]): string[] => buckets.filter(({ changes }) => changes).map(({ message }) => message);

/** What the text comes to for a patient. */
function lookAt(name: string, text: Text, chosen: number | undefined, sample: Sample, visit: Visit, settings: Settings): Look {
  const { identity: { kind, message, date, patients }, unread } = text;
  const whose = matchPatient({ patients, memberId: sample.memberId, ...(chosen === undefined ? {} : { chosen }) });
  const theirs = <T>(list: readonly T[]): T[] => whose.positions.flatMap((position) => list[position] ?? []);
  const [figures, read] = [theirs(text.amounts), theirs(text.entries)];
  const shown: ReadFile = { kind, message, patients, whose, unread, figures, checks: [], entries: [], scrubs: [], notices: [], preview: null };
  if (kind === "837") return { read: { ...shown, scrubs: scrubsOf(patients, text.claims, sample, visit) }, accepted: null };
  if (kind === null || (figures.length === 0 && read.length === 0)) return { read: shown, accepted: null };

  const asked = { id: `${visit.nextImport}`, kind, name, day: date };
  const fresh: Import = kind === "271" ? { ...asked, figures: { amounts: figures, asOf: date ?? "" }, summary: "", changes: [] } : { ...asked, entries: read, summary: "", changes: [] };
  const joined = (one: Import): Visit => ({ ...visit, imports: [...visit.imports, one], nextImport: visit.nextImport + 1 });
  const notices: Notice[] = kind === "271" ? otherUsedFromEligibility({ date: sample.date, asOf: date ?? "", amounts: figures, entries: usageOf(sample, visit).entries ?? [] }).notices : [];
  const refused = notices.some(({ severity }) => severity === "error");
  const next = refused ? null : joined(fresh);
  const preview = previewImport({
    ...previewRequest(sample, visit, settings),
    // What is entered from an earlier check holds payments that are read now: it is taken apart again with them.
    read: { ...(kind === "835" ? { entries: read } : {}), ...(next ? figuresOf(sample, visit, next) : {}) },
  });
  const changes = [...saidOf(preview.buckets), ...preview.lines.map((line) => line.message)];
  return {
    read: {
      ...shown,
      checks: kind === "271" ? splitOf(sample, visit, figures, date ?? "") : [],
      entries: read.map((entry, place) => ({ ...entry, change: preview.entries[place]?.change ?? "added", message: preview.entries[place]?.message ?? "" })),
      notices: [...notices, ...preview.notices],
      preview: refused ? null : preview,
    },
    accepted: next && joined({ ...fresh, summary: preview.summary, changes }),
  };
}

export const acceptedOf = (visit: Visit): AcceptedImport[] => visit.imports.map(({ id, name, kind, day, summary, changes }) => ({ id, name, kind, day, summary, changes }));

/** Sample files of our own, by the year of the open patient's visit. */
export const samplesOf = ({ date }: Sample): SampleFile[] => {
  const year = date.startsWith("2025") ? "2025" : "2026";
  return [
    { name: `eligibility-${year}.271`, label: "271 eligibility" },
    { name: `remittance-${year}.835`, label: "835 remittance" },
    { name: `claims-${year}.837`, label: "837 claims" },
  ];
};

export const sampleFile = (name: string): { name: string; text(): Promise<string> } => ({
  name,
  text: async () => (await fetch(`samples-x12/${name}`)).text(),
});
