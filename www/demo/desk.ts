// The state of the page: what was entered, what the core answers, what it refused. Each change is tried on the core first.
import { KxError, therapyCodes } from "kx-modifier";
import type { CodeChoice, Refusal, ShownLine } from "../widgets/shared/model.js";
import { askAbout, type Answer } from "./appointment.js";
import { codesOf } from "./interventions.js";
import { sampleOf, type Sample } from "./samples.js";
import { keep, type Kept } from "./storage.js";
import { changesSaid } from "./spoken.js";
import { newVisit, type Line, type Visit } from "./visit.js";

export class Desk {
  readonly codes: CodeChoice[] = therapyCodes();
  readonly refusals = new Map<string, Refusal>();
  message = "";
  stored: "yes" | "no" | "pending" = "pending";
  answer: Answer;

  private readonly descriptions = new Map(this.codes.map(({ code, description }) => [code, description]));
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
    return this.kept.visits[this.sample.id] ?? newVisit(this.sample);
  }

  get autoApplyKx(): boolean {
    return this.kept.autoApplyKx;
  }

  lines(section: Line["section"]): ShownLine[] {
    return this.visit.lines.filter((line) => line.section === section).map((line) => this.shown(line));
  }

  choosePatient(id: string): void {
    this.kept.patient = id;
    this.turnThePage();
  }

  startOver(): void {
    delete this.kept.visits[this.sample.id];
    this.turnThePage();
    this.say("Started over");
  }

  async setAutoApply(on: boolean): Promise<void> {
    this.kept.autoApplyKx = on;
    // Emptied first: a live region that says the same words twice is silent the second time.
    this.message = "";
    await this.settle(this.ask(), true);
    this.message = "Setting updated successfully";
    this.changed();
  }

  /** Keeps the visit if the core takes it; else shows what it says beside the field, and nothing else changes. */
  attempt(next: Visit, field: string, text: string): void {
    try {
      const answer = this.ask(next);
      this.kept.visits[this.sample.id] = next;
      this.refusals.delete(field);
      void this.settle(answer, true);
    } catch (error) {
      if (!(error instanceof KxError)) throw error;
      // Enter and leaving the field both bring the same text; it is said once.
      if (this.refusals.get(field)?.text === text) return;
      this.refusals.set(field, { text, message: error.message, help: error.help });
      this.say(`${error.message}; ${error.help}`);
      this.changed();
    }
  }

  private turnThePage(): void {
    this.refusals.clear();
    this.message = "";
    void this.settle(this.ask());
  }

  private ask(visit = this.visit): Answer {
    return askAbout(this.sample, visit, this.kept.autoApplyKx);
  }

  private async settle(answer: Answer, aloud = false): Promise<void> {
    if (aloud) this.say(changesSaid(this.visit.lines, this.answer, answer));
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
    const { id, code, modifiers, allowed, kxDeclined, intervention, done } = line;
    const description = this.describe(code);
    return {
      id,
      code,
      description,
      modifiers: modifiers.join(" "),
      allowed,
      kxDeclined,
      decision: this.answer.decisions.get(id) ?? null,
      refused: { modifiers: this.refusals.get(`modifiers ${id}`), allowed: this.refusals.get(`allowed ${id}`) },
      ...(intervention === null ? {} : { intervention: { name: intervention, choices: codesOf(intervention).map((choice) => ({ code: choice, description: this.describe(choice) })) }, done }),
    };
  }

  private describe(code: string): string {
    return this.descriptions.get(code) ?? "";
  }
}
