// The state of the page: what was entered, what the core answers, what it refused. Each change is tried on the core first.
import { KxError, therapyCodes, type ServiceType, type Usage } from "kx-modifier";
import type { Check } from "../widgets/eligibility/model.js";
import type { KxEventDetails } from "../widgets/shared/events.js";
import type { CodeChoice, Refusal, ShownLine } from "../widgets/shared/model.js";
import type { FileRefusal } from "../widgets/comparative-billing/element.js";
import { auditOf, type Account } from "./account.js";
import { askAbout, type Answer, type Settings } from "./appointment.js";
import { checkOf } from "./eligibility.js";
import { compareWith, type Comparison } from "./comparison.js";
import { acceptedOf, Imports, samplesOf } from "./imports.js";
import { codesOf } from "./interventions.js";
import { sampleOf, type Sample } from "./samples.js";
import { keep, type Kept } from "./storage.js";
import { changesSaid } from "./spoken.js";
import { Appointment } from "./session.js";
import { usageOf } from "./usage.js";
import { broughtBack, undoImport, type Line, type Visit } from "./visit.js";

export class Desk {
  readonly codes: CodeChoice[] = therapyCodes();
  readonly refusals = new Map<string, Refusal>();
  readonly checks = new Map<ServiceType, Check>();
  message = "";
  stored: "yes" | "no" | "pending" = "pending";
  answer: Answer;
  comparison: { rows: Comparison; source: string | null; refusal: FileRefusal | null } = { rows: compareWith([]), source: null, refusal: null };

  readonly imports = new Imports(() => this.changed(), (text) => this.say(text));
  private readonly descriptions = new Map(this.codes.map(({ code, description }) => [code, description]));
  private readonly open = new Appointment();
  private saves = 0;

  constructor(private readonly kept: Kept, private readonly changed: () => void, private readonly say: (text: string) => void) {
    try {
      this.answer = this.ask();
    } catch {
      // Kept by an earlier version, and no longer understood.
      this.kept.visits = {};
      this.answer = this.ask();
    }
  }

  get sample(): Sample {
    return sampleOf(this.kept.patient);
  }

  get visit(): Visit {
    return broughtBack(this.kept.visits[this.sample.id] ?? {}, this.sample);
  }

  get settings(): Settings {
    const { autoApplyKx, documentation = "warn" } = this.kept;
    return { autoApplyKx, documentation };
  }

  get usage(): Usage {
    return usageOf(this.sample, this.visit);
  }

  /** What the panel of files shows. */
  get files() {
    const { sample, visit, settings } = this;
    return { files: this.imports.shown(sample, visit, settings), accepted: acceptedOf(visit), samples: samplesOf(sample) };
  }

  get account(): Account {
    return auditOf(this.sample, this.visit, (code) => this.describe(code));
  }

  lines(section: Line["section"]): ShownLine[] {
    return this.visit.lines.filter((line) => line.section === section).map((line) => this.shown(line));
  }

  /** What was refused of one panel, by field. */
  refusedBelow(panel: string): { [field: string]: Refusal } {
    return Object.fromEntries([...this.refusals].flatMap(([field, refusal]) => (field.startsWith(`${panel} `) ? [[field.slice(panel.length + 1), refusal]] : [])));
  }

  choosePatient(id: string): void {
    this.kept.patient = id;
    this.turnThePage();
  }

  startOver(): void {
    this.imports.clear();
    delete this.kept.visits[this.sample.id];
    this.turnThePage();
    this.say("Started over");
  }

  async set(change: Partial<Settings>): Promise<void> {
    Object.assign(this.kept, change);
    // Emptied first: a live region that says the same words twice is silent the second time.
    this.message = "";
    await this.settle(this.ask(), true);
    this.message = "Setting updated successfully";
    this.changed();
  }

  /** Keeps the visit if the core takes it; else shows what it says beside the field, and nothing else changes. */
  attempt(next: Visit, field: string, text: string, said = ""): void {
    try {
      const answer = this.ask(next);
      this.kept.visits[this.sample.id] = next;
      this.refusals.delete(field);
      void this.settle(answer, true, said);
    } catch (error) {
      if (!(error instanceof KxError)) throw error;
      // Enter and leaving the field both bring the same text; it is said once.
      if (this.refusals.get(field)?.text === text) return;
      this.refusals.set(field, { text, message: error.message, help: error.help });
      this.say(`${error.message}; ${error.help}`);
      this.changed();
    }
  }

  acceptImport(id: string): void {
    const accepted = this.imports.accept(id, this.sample, this.visit, this.settings);
    if (accepted) this.attempt(accepted.visit, "import", id, accepted.said);
  }

  undoImport(id: string): void {
    this.attempt(undoImport(this.visit, id), "import", id, "Undone.");
  }

  /** Nothing is entered yet: the person sees the split first. */
  check(figure: KxEventDetails["kx-eligibility-asked"]): void {
    this.checks.set(figure.serviceType, checkOf(this.sample, this.visit, figure));
    this.changed();
  }

  /** A file that is refused changes nothing but what is said about it. */
  async comparePeers(file: string, reading: Promise<string>): Promise<void> {
    try {
      this.comparison = { rows: compareWith(JSON.parse(await reading)), source: file, refusal: null };
    } catch (error) {
      const refusal = error instanceof KxError
        ? { message: error.message, path: error.path, help: error.help }
        : { message: "the file cannot be read as JSON", path: null, help: "see what a file looks like" };
      this.comparison = { ...this.comparison, refusal: { file, ...refusal } };
    }
    this.changed();
  }

  private turnThePage(): void {
    this.refusals.clear();
    this.checks.clear();
    this.message = "";
    void this.settle(this.ask());
  }

  private ask(visit = this.visit): Answer {
    return askAbout(this.open, this.sample, visit, this.settings);
  }

  private async settle(answer: Answer, aloud = false, said = ""): Promise<void> {
    if (aloud) this.say([said, changesSaid(this.visit.lines, this.answer, answer)].filter(Boolean).join(" "));
    this.answer = answer;
    this.stored = "pending";
    this.changed();
    const save = ++this.saves;
    const stored = await keep(structuredClone(this.kept));
    if (save !== this.saves) return;
    this.stored = stored ? "yes" : "no";
    this.changed();
  }

  private shown(line: Line): ShownLine {
    const { id, code, modifiers, units, allowed, kxDeclined, intervention, done } = line;
    const description = this.describe(code);
    return {
      id,
      code,
      description,
      modifiers: modifiers.join(" "),
      units,
      allowed,
      expected: allowed === "" ? (this.answer.expected.get(id) ?? null) : null,
      kxDeclined,
      decision: this.answer.decisions.get(id) ?? null,
      refused: { modifiers: this.refusals.get(`modifiers ${id}`), units: this.refusals.get(`units ${id}`), allowed: this.refusals.get(`allowed ${id}`) },
      ...(intervention === null ? {} : { intervention: { name: intervention, choices: codesOf(intervention).map((choice) => ({ code: choice, description: this.describe(choice) })) }, done }),
    };
  }

  private describe(code: string): string {
    return this.descriptions.get(code) ?? "";
  }
}
