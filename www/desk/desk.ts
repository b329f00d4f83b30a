// The state of an appointment: what was entered, what the core answers, what it refused. Each change is tried on the core first.
import type { CivilDate, Policy, ServiceType, Usage } from "kx-modifier";
import type { FileRefusal } from "../widgets/comparative-billing/element.js";
import type { Check } from "../widgets/eligibility/model.js";
import type { KxEventDetails } from "../widgets/shared/events.js";
import type { PackRefusal, ShownPack } from "../widgets/rules/model.js";
import type { CodeChoice, Refusal, ShownLine, Template } from "../widgets/shared/model.js";
import { refusedWords } from "../widgets/shared/refusal.js";
import { phrase, type Wording } from "../widgets/shared/wording.js";
import type { AppointmentType, Evaluation } from "../widgets/traits/model.js";
import type { Handling, WorklistRow } from "../widgets/worklist/model.js";
import { auditOf, type Account } from "./account.js";
import type { Chart, Practice } from "./chart.js";
import { compareWith, type Comparison } from "./comparison.js";
import { checkOf } from "./eligibility.js";
import { abilitiesOf, isRefusal, readsFiles, type Abilities, type Functions } from "./functions.js";
import { acceptedOf, Imports } from "./imports.js";
import type { Kept } from "./kept.js";
import { packsOf, putInForce } from "./packs.js";
import { askAbout, evaluationOf, type Answer, type Settings } from "./questions.js";
import { scheduleOf, type Scheduled } from "./schedule.js";
import { Appointment } from "./session.js";
import { changesSaid, kindOf } from "./spoken.js";
import { UNCOUNTED, usageOf } from "./usage.js";
import { broughtBack, undoImport, type Line, type Visit } from "./visit.js";
import { lookThrough } from "./worklist.js";

/** A message that is kept longer would be said again wherever an element is drawn anew. */
const A_WHILE = 6000;

/** What a desk asks of its host. */
export interface Host {
  /** Keeps what was entered; says whether it could. */
  keep: (kept: Kept) => Promise<boolean>;
  /** Something that is shown has changed. */
  changed: () => void;
  /** Says something to those who listen. */
  say: (text: string) => void;
  /** The words of the desk itself, as a widget's; English without. */
  wording?: Wording | undefined;
}

export class Desk {
  /** What there is to show beyond a visit. */
  readonly can: Abilities;
  readonly refusals = new Map<string, Refusal>();
  readonly checks = new Map<ServiceType, Check>();
  stored: "yes" | "no" | "pending" = "pending";
  answer: Answer;
  comparison: { rows: Comparison; source: string | null; refusal: FileRefusal | null };
  worklist: { rows: readonly WorklistRow[]; progress: { done: number; total: number } | null } = { rows: [], progress: null };
  /** How often another visit was turned to: what was half typed in the one before is nothing about it. */
  pages = 0;
  /** The rule packs, in force or refused. */
  packs: readonly ShownPack[] = [];
  packRefusal: PackRefusal | null = null;
  policyRefusal: { field: string; refusal: Refusal } | null = null;
  /** Id of the template that is open. */
  template: string;

  readonly imports: Imports;
  private readonly descriptions: ReadonlyMap<string, string>;
  private readonly open: Appointment;
  private choices: { date: CivilDate; codes: readonly CodeChoice[] } = { date: "", codes: [] };
  private saves = 0;
  private looks = 0;
  private news = { text: "", at: 0, ofPacks: false };

  /** `kx`: `import * as kx from "kx-modifier"`, loaded. With a smaller entry than that, what it cannot do is hidden. */
  constructor(
    private readonly kx: Functions,
    readonly practice: Practice,
    private readonly kept: Kept,
    private readonly host: Host,
  ) {
    if (!readsFiles(kx) && Object.values(kept.visits).some(({ imports = [] }: Partial<Visit>) => imports.length > 0)) throw new Error(UNCOUNTED);
    this.can = abilitiesOf(kx);
    // A host that gives none has put its own in force, or wants none.
    if (practice.packs?.length || kept.packs?.length) this.packs = putInForce(kx, practice.packs ?? [], kept.packs ?? []);
    this.descriptions = new Map(kx.therapyCodes().map(({ code, description }) => [code, description]));
    this.open = new Appointment(kx);
    this.imports = new Imports(
      kx,
      practice,
      () => this.refresh(),
      (text) => host.say(text),
    );
    this.comparison = { rows: compareWith(kx, [], practice.charts), source: null, refusal: null };
    this.template = this.templates[0]?.id ?? "";
    try {
      this.answer = this.ask();
    } catch {
      // Kept by an earlier version, and no longer understood.
      this.kept.visits = {};
      this.answer = this.ask();
    }
  }

  /** What there is to say of a setting or a template that was kept; for a while. */
  get message(): string {
    return this.news.ofPacks ? "" : this.fresh;
  }

  /** The same of rule packs. */
  get packMessage(): string {
    return this.news.ofPacks ? this.fresh : "";
  }

  private get fresh(): string {
    return Date.now() - this.news.at < A_WHILE ? this.news.text : "";
  }

  get chart(): Chart {
    const { charts, others = [] } = this.practice;
    const chart = [...charts, ...others].find(({ id }) => id === this.kept.patient) ?? charts[0];
    if (!chart) throw new Error("a practice has at least one chart");
    return chart;
  }

  /** The codes of the appointment's day. */
  get codes(): readonly CodeChoice[] {
    const { date } = this.chart;
    if (this.choices.date !== date)
      this.choices = { date, codes: this.kx.therapyCodes({ date }).map(({ code }) => ({ code, description: this.describe(code) })) };
    return this.choices.codes;
  }

  get visit(): Visit {
    return broughtBack(this.kept.visits[this.chart.id] ?? {}, this.chart);
  }

  get settings(): Settings {
    const { autoApplyKx, documentation = "warn" } = this.kept;
    return { autoApplyKx, documentation, policy: this.policy };
  }

  /** The practice's, with what a person chose of it. */
  get policy(): Policy {
    return { ...this.practice.policy, ...this.kept.policy };
  }

  get usage(): Usage {
    return usageOf(this.kx, this.chart, this.visit);
  }

  get templates(): readonly Template[] {
    return this.kept.templates ?? this.practice.templates;
  }

  get appointmentTypes(): readonly AppointmentType[] {
    return this.kept.appointmentTypes ?? this.practice.appointmentTypes;
  }

  /** Which prompts are evaluated for the open appointment. */
  get evaluation(): Evaluation {
    const { kx, chart, visit, settings, answer, templates, appointmentTypes } = this;
    const notKnown = this.text("ui.desk.year-missing", { year: chart.date.slice(0, 4) });
    return evaluationOf(kx, chart, visit, settings, answer.serviceType, templates, appointmentTypes, notKnown);
  }

  /** What the panel of files shows. */
  get files() {
    const { chart, visit, settings } = this;
    return { files: this.imports.shown(chart, visit, settings), accepted: acceptedOf(visit), samples: this.practice.sampleFiles?.(chart) ?? [] };
  }

  /** The visits of the practice in their order, and how each stands. */
  get schedule(): Scheduled[] {
    return scheduleOf(this.kx, this.practice, this.kept, this.settings);
  }

  get account(): Account {
    return auditOf(this.kx, this.chart, this.visit, this.policy, (code) => this.describe(code));
  }

  lines(section: Line["section"]): ShownLine[] {
    return this.visit.lines.filter((line) => line.section === section).map((line) => this.shown(line));
  }

  /** What was refused of one panel, by field. */
  refusedBelow(panel: string): { [field: string]: Refusal } {
    return Object.fromEntries(
      [...this.refusals].flatMap(([field, refusal]) => (field.startsWith(`${panel} `) ? [[field.slice(panel.length + 1), refusal]] : [])),
    );
  }

  /** Says everything anew in the language that `useWording` was given; `wording` has the labels. */
  speak(wording: Wording | null): void {
    this.host.wording = wording ?? undefined;
    this.imports.forget();
    this.choices = { date: "", codes: [] };
    this.turnThePage();
  }

  openChart(id: string): void {
    this.kept.patient = id;
    this.turnThePage();
  }

  startOver(): void {
    this.imports.clear();
    delete this.kept.visits[this.chart.id];
    this.turnThePage();
    this.host.say(this.text("ui.desk.started-over"));
  }

  async set(change: Partial<Settings>): Promise<void> {
    Object.assign(this.kept, change);
    await this.keepAndSay("ui.desk.setting-updated");
  }

  /** Keeps a part of the policy if the rules take it; else says why, by the name of what was changed. */
  async setPolicy(change: Policy): Promise<void> {
    const before = this.kept.policy;
    try {
      this.kept.policy = { ...before, ...change };
      this.kx.thresholds({ date: this.chart.date, coverage: { program: "other" }, policy: this.policy });
      this.policyRefusal = null;
      await this.keepAndSay("ui.desk.setting-updated");
    } catch (error) {
      if (before) this.kept.policy = before;
      else delete this.kept.policy;
      if (!isRefusal(error)) throw error;
      const [field = ""] = Object.keys(change);
      this.policyRefusal = { field, refusal: { text: "", code: error.code, message: error.message, help: error.help, path: error.path } };
      this.host.changed();
    }
  }

  /** Puts the packs of a text in force beside those that are, and keeps them; a text with a fault changes nothing. */
  async addPacks(text: string): Promise<void> {
    const { kx, practice } = this;
    const kept = this.kept.packs ?? [];
    const inForce = this.packs.filter(({ refusal }) => refusal === null).map(({ id }) => id);
    const answer = packsOf(
      kx,
      [...(practice.packs ?? []), ...kept].filter(({ id }) => inForce.includes(id)),
      text,
    );
    if ("packs" in answer) {
      this.kept.packs = [...kept, ...answer.packs];
      return this.rule("ui.rules.added");
    }
    this.packs = putInForce(kx, practice.packs ?? [], kept);
    this.packRefusal = answer.refusal;
    this.hush();
    this.host.changed();
  }

  async removePack(id: string): Promise<void> {
    this.kept.packs = (this.kept.packs ?? []).filter((pack) => pack.id !== id);
    await this.rule("ui.rules.removed");
  }

  /** Goes by the packs from now on. */
  private async rule(message: string): Promise<void> {
    this.packs = putInForce(this.kx, this.practice.packs ?? [], this.kept.packs ?? []);
    this.packRefusal = null;
    this.open.reopen();
    this.imports.forget();
    this.choices = { date: "", codes: [] };
    await this.keepAndSay(message, true);
  }

  async setTemplate(template: Template): Promise<void> {
    this.kept.templates = this.templates.map((one) => (one.id === template.id ? template : one));
    await this.keepAndSay("ui.desk.template-kept");
  }

  async addTemplate(name: string): Promise<void> {
    let number = this.templates.length + 1;
    while (this.templates.some(({ id }) => id === `template-${number}`)) number += 1;
    this.template = `template-${number}`;
    this.kept.templates = [...this.templates, { id: this.template, name, questions: [] }];
    await this.keepAndSay("ui.desk.template-kept");
  }

  openTemplate(id: string): void {
    this.template = id;
    this.hush();
    this.host.changed();
  }

  /** Nothing more is said of what was kept: for a host that shows another page. */
  hush(): void {
    this.news = { text: "", at: 0, ofPacks: false };
  }

  async useTemplate(type: string, template: string, on: boolean): Promise<void> {
    const used = (templates: readonly string[]) => (on ? [...templates.filter((id) => id !== template), template] : templates.filter((id) => id !== template));
    this.kept.appointmentTypes = this.appointmentTypes.map((one) => (one.id === type ? { ...one, templates: used(one.templates) } : one));
    await this.keepAndSay("ui.desk.template-kept");
  }

  /** Keeps the visit if the core takes it; else shows what it says beside the field, and nothing else changes. */
  attempt(next: Visit, field: string, text: string, said = ""): void {
    try {
      const answer = this.ask(next);
      this.kept.visits[this.chart.id] = next;
      this.refusals.delete(field);
      void this.settle(answer, true, said);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // Enter and leaving the field both bring the same text; it is said once.
      const isSaid = this.refusals.get(field)?.text === text;
      const refusal = { text, code: error.code, message: error.message, help: error.help };
      this.refusals.set(field, refusal);
      const { wording } = this.host;
      if (!isSaid) this.host.say(refusedWords(kindOf(field), refusal, (id, args) => phrase(wording ?? null, id, args), wording?.locale ?? "en-US"));
      this.host.changed();
    }
  }

  acceptImport(id: string): void {
    const accepted = this.imports.accept(id, this.chart, this.visit, this.settings);
    if (accepted) this.attempt(accepted.visit, "import", id, accepted.said);
  }

  undoImport(id: string): void {
    this.attempt(undoImport(this.visit, id), "import", id, this.text("ui.desk.undone"));
  }

  /** Nothing is entered yet: the person sees the split first. */
  check(figure: KxEventDetails["kx-eligibility-asked"]): void {
    const check = checkOf(this.kx, this.chart, this.visit, figure, this.policy);
    if (!check) return;
    this.checks.set(figure.serviceType, check);
    this.host.changed();
  }

  /** A file that is refused changes nothing but what is said about it. */
  async comparePeers(file: string, reading: Promise<string>): Promise<void> {
    try {
      this.comparison = { rows: compareWith(this.kx, JSON.parse(await reading), this.practice.charts), source: file, refusal: null };
    } catch (error) {
      const refusal = isRefusal(error) ? { code: error.code, message: error.message, help: error.help, path: error.path } : { code: "not-readable" };
      this.comparison = { ...this.comparison, refusal: { file, ...refusal } };
    }
    this.host.changed();
  }

  /** Shows everything anew, where the host's own part has changed. */
  refresh(): void {
    this.host.changed();
  }

  /** Keeps what people made of the worklist's items. */
  handle(patients: readonly { id: string; handling: Handling }[]): void {
    const handled = Object.fromEntries(patients.map(({ id, handling }) => [id, handling]));
    this.kept.handled = { ...this.kept.handled, ...handled };
    const rows = this.worklist.rows.map((row) => ({ ...row, ...(handled[row.id] && { handling: handled[row.id] }) }));
    this.worklist = { ...this.worklist, rows: rows as WorklistRow[] };
    void this.settle(this.answer);
  }

  /** Looks through all patients anew. A later call ends an earlier one. Patients that are not reached yet stay as they were seen last. */
  async lookThroughPatients(): Promise<void> {
    const look = ++this.looks;
    const before = this.worklist.rows;
    await lookThrough(this.kx, this.practice, this.kept, this.settings, (seen, total) => {
      if (look !== this.looks) return false;
      const rows = [...seen, ...before.slice(seen.length)];
      this.worklist = { rows, progress: seen.length < total ? { done: seen.length, total } : null };
      this.host.changed();
      return true;
    });
  }

  private turnThePage(): void {
    this.refusals.clear();
    this.checks.clear();
    this.pages += 1;
    this.hush();
    void this.settle(this.ask());
  }

  private ask(visit = this.visit): Answer {
    return askAbout(this.kx, this.open, this.practice, this.chart, visit, this.settings);
  }

  private async keepAndSay(message: string, ofPacks = false): Promise<void> {
    // Emptied first: a live region that says the same words twice is silent the second time.
    this.hush();
    await this.settle(this.ask(), true);
    this.news = { text: this.text(message), at: Date.now(), ofPacks };
    this.host.changed();
  }

  private async settle(answer: Answer, aloud = false, said = ""): Promise<void> {
    if (aloud)
      this.host.say([said, changesSaid(this.visit.lines, this.answer, answer, (code) => this.text("ui.desk.kx-off", { code }))].filter(Boolean).join(" "));
    this.answer = answer;
    this.stored = "pending";
    this.host.changed();
    const save = ++this.saves;
    const stored = await this.host.keep(structuredClone(this.kept));
    if (save !== this.saves) return;
    this.stored = stored ? "yes" : "no";
    this.host.changed();
  }

  private shown(line: Line): ShownLine {
    const { id, code, modifiers, units, allowed, kxDeclined, intervention, done } = line;
    const codes = this.practice.interventions.find(({ name }) => name === intervention)?.codes ?? [];
    const estimate = allowed === "" ? this.answer.expected.get(id) : undefined;
    const priced = estimate === "no fee" ? undefined : estimate;
    return {
      id,
      code,
      description: this.describe(code),
      modifiers: modifiers.join(" "),
      units,
      allowed,
      expected: priced?.allowed ?? (estimate === "no fee" ? estimate : null),
      ...(priced ? { expectedBasis: priced.basis } : {}),
      kxDeclined,
      decision: this.answer.decisions.get(id) ?? null,
      held: this.answer.held.includes(id),
      refused: { modifiers: this.refusals.get(`modifiers ${id}`), units: this.refusals.get(`units ${id}`), allowed: this.refusals.get(`allowed ${id}`) },
      ...(intervention === null
        ? {}
        : { intervention: { name: intervention, choices: codes.map((choice) => ({ code: choice, description: this.describe(choice) })) }, done }),
    };
  }

  /** The desk's own words. */
  text(id: string, args: { readonly [name: string]: string } = {}): string {
    return phrase(this.host.wording ?? null, id, args);
  }

  /** What a code is, in the desk's language. */
  describe(code: string): string {
    return this.host.wording?.labels?.[`code.${code}`] ?? this.descriptions.get(code) ?? "";
  }
}
