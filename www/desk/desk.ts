// The state of an appointment: what was entered, what the core answers, what it refused. Each change is tried on the core first.
import type { CivilDate, DueDate, Policy, Release, ReviewPacket, ServiceType, Usage } from "kx-modifier";
import { due } from "#made/ui-labels.js";
import type { ClaimRow } from "../widgets/claims/model.js";
import type { Chain, HistoryEntry } from "../widgets/history/model.js";
import type { FileRefusal } from "../widgets/comparative-billing/element.js";
import type { Check } from "../widgets/eligibility/model.js";
import type { KxEventDetails } from "../widgets/shared/events.js";
import type { PackRefusal, ShownPack } from "../widgets/rules/model.js";
import { leftOf } from "../widgets/shared/due.js";
import type { CodeChoice, Refusal, ShownLine, Template } from "../widgets/shared/model.js";
import { refusedWords } from "../widgets/shared/refusal.js";
import { phrase, type Wording } from "../widgets/shared/wording.js";
import type { AppointmentType, Evaluation } from "../widgets/traits/model.js";
import type { Handling, WorklistRow } from "../widgets/worklist/model.js";
import { auditOf, type Account } from "./account.js";
import type { Chart, Practice } from "./chart.js";
import { answered, attestationOf, isAssistant, type Given } from "./attestations.js";
import { wordsOf } from "./claims.js";
import { compareWith, type Comparison } from "./comparison.js";
import { datesOf } from "./dates.js";
import { claimIdOf } from "./holds.js";
import { answeredAbout, remittedOf, reworked, shownDenials } from "./denials.js";
import { checkOf } from "./eligibility.js";
import { isLegible, legible } from "./evidence.js";
import { abilitiesOf, attests, isRefusal, readsFiles, type Abilities, type Functions } from "./functions.js";
import { appliedOf, attestedOf, changesOf, importsOf, joined, userOf } from "./history.js";
import { acceptedOf, Imports } from "./imports.js";
import type { AnsweredReview, Kept } from "./kept.js";
import { packsOf, putInForce } from "./packs.js";
import { askAbout, evaluationOf, type Answer, type Settings } from "./questions.js";
import { Queues, type Looked, type Released } from "./queues.js";
import { answeredReview, packetOf } from "./reviews.js";
import { scheduleOf, type Scheduled } from "./schedule.js";
import { Appointment } from "./session.js";
import { changesSaid, kindOf } from "./spoken.js";
import { UNCOUNTED, usageOf } from "./usage.js";
import { broughtBack, codeOf, undoImport, type Line, type Visit } from "./visit.js";

/** A message that is kept longer would be said again wherever an element is drawn anew. */
const A_WHILE = 6000;
/** As many as a line names beside the day. */
const MOST_CLINICS = 3;

/** What a desk asks of its host. */
export interface Host {
  /** Keeps what was entered; says whether it could. A rejection says that it could not. */
  keep: (kept: Kept) => Promise<boolean>;
  /** Something that is shown has changed. */
  changed: () => void;
  /** Says something to those who listen. Without words what was said last goes: it no longer holds. */
  say: (text: string) => void;
  /** The words of the desk itself, as a widget's; English without. */
  wording?: Wording | undefined;
  /** Asks while the core speaks English, and goes back to the screen's language: what a payer's reviewer gets is in English. A desk that speaks
   *  another language and has none prints a packet in that one. */
  inEnglish?: <T>(ask: () => T) => T;
  /** The moment, as RFC 3339 with an offset (`momentOf(new Date())`). With it the desk keeps a history and asks for attestations; without
   *  it neither. */
  now?: () => string;
}

/** Keeps an appointment, asks the rules before each change, and knows what each widget shows. `kx`: the functions of the package.
 *  @example
 *  import * as kx from "kx-modifier";
 *  const chart: Chart = {
 *    id: "visit-1", patient: "Ana Ruiz", memberId: null, date: "2026-07-01", appointmentType: "Follow-up",
 *    coverage: { program: "medicare-part-b", name: "Medicare Part B" },
 *    provider: { name: "Kim Lee, PT", discipline: "PT", planOfCare: ["GP"] },
 *    used: { "PT/SLP": "2080.00" }, otherUsed: { "PT/SLP": "400.00" }, asOf: "2026-07-01", billed: [], booked: [],
 *  };
 *  const practice: Practice = { charts: [chart], fees: {}, feesSource: "", interventions: [], templates: [], appointmentTypes: [] };
 *  const kept: Kept = { patient: "visit-1", autoApplyKx: true, visits: {} };
 *  const host: Host = { keep: async () => true, say: () => {}, changed: () => {} };
 *  const desk = new Desk(kx, practice, kept, host);
 *  desk.chart.patient; // "Ana Ruiz"
 *  desk.can.claims; // true */
export class Desk {
  /** What there is to show beyond a visit. */
  readonly can: Abilities;
  /** What was refused, by its field: "units line-1", "allowed line-1", "modifiers line-1", "other PT/SLP", "code". A host that cancels an event
   *  puts its own words here ({ text, message, help }) and calls `refresh`. */
  readonly refusals = new Map<string, Refusal>();
  readonly checks = new Map<ServiceType, Check>();
  /** Whether the host could keep what was entered last: a page says so where it is "no". */
  stored: "yes" | "no" | "pending" = "pending";
  answer: Answer;
  comparison: { rows: Comparison; source: string | null; refusal: FileRefusal | null };
  /** How often another visit was turned to: what was half typed in the one before is nothing about it. */
  pages = 0;
  /** The rule packs, in force or refused. */
  packs: readonly ShownPack[] = [];
  packRefusal: PackRefusal | null = null;
  /** What was refused of the policy, by the name that its change was given. */
  readonly policyRefusals = new Map<string, Refusal>();
  /** Id of the template that is open. */
  template: string;

  readonly imports: Imports;
  private readonly descriptions: ReadonlyMap<string, string>;
  private readonly open: Appointment;
  private readonly queues: Queues;
  private choices: { of: string; codes: readonly (CodeChoice & { hint: string | null })[] } = { of: "", codes: [] };
  private saves = 0;
  /** The last change was said aloud. */
  private spoke = false;
  /** What was started over just now. */
  private before: Visit | null = null;
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
    this.queues = new Queues(kx, practice, kept, () => host.changed());
    this.imports = new Imports(
      kx,
      practice,
      () => this.refresh(),
      (text) => host.say(text),
      this.records,
    );
    this.comparison = { rows: compareWith(kx, [], practice.charts), source: null, refusal: null };
    this.template = this.templates[0]?.id ?? "";
    this.answer = this.askAnew();
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
    const isOpen = ({ id }: Chart) => id === this.kept.patient;
    const chart = charts.find(isOpen) ?? others.find(isOpen) ?? charts[0];
    if (!chart) throw new Error("a practice has at least one chart");
    return chart;
  }

  /** The codes of the appointment's day, those of its provider's discipline first. */
  get codes(): readonly (CodeChoice & { hint: string | null })[] {
    const { date, provider } = this.chart;
    const of = `${date} ${provider.discipline}`;
    if (this.choices.of !== of) {
      const listed = this.kx.therapyCodes({ date, discipline: provider.discipline });
      this.choices = { of, codes: listed.map((one) => ({ ...one, description: this.describe(one.code) })) };
    }
    return this.choices.codes;
  }

  /** Whether Medicare's therapy code list has a code as it was typed, on the appointment's day. */
  isTherapy(typed: string): boolean {
    return this.codes.some(({ code }) => code === codeOf(typed));
  }

  /** The clinic as a contractor knows it. Of several NPIs nobody can tell from here whose the patient is. */
  get letterhead(): string {
    return this.headed(this.chart.clinic);
  }

  /** The same of what is of no patient: each clinic of the practice by name, and none where they are more than a head has room for. */
  get practiceLetterhead(): string {
    const { charts, others = [], location } = this.practice;
    const clinics = [...new Set([...charts, ...others].flatMap(({ clinic = location }) => clinic || []))];
    return this.headed(clinics.length > MOST_CLINICS ? "" : clinics.join(", "));
  }

  private headed(clinic = this.practice.location): string {
    const { ours } = this.practice;
    return [clinic, ours?.length === 1 && `NPI ${ours[0]}`].filter(Boolean).join(" · ");
  }

  /** What there is to do for all patients, once they were looked through. */
  get worklist(): Looked<WorklistRow> {
    return this.queues.worklist;
  }

  /** The claims of all patients that have not gone out, once they were looked through. */
  get claims(): Looked<ClaimRow> {
    return this.queues.claims;
  }

  /** What adds up amounts at stake. */
  get totalAtStake() {
    return this.kx.totalAtStake ?? null;
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
    const { appointmentTypes } = this.practice;
    // Named as the practice names them now: kept is which templates they use.
    return (
      this.kept.appointmentTypes?.map((kept) => ({ ...kept, name: appointmentTypes.find(({ id }) => id === kept.id)?.name ?? kept.name })) ?? appointmentTypes
    );
  }

  /** How many lines carry KX although nobody has attested, to the record or to the line; none where the record is not looked at. */
  get unattested(): number {
    const { kx, chart, visit, answer, settings, host } = this;
    if (answer.checklist.attestation || settings.documentation === "ignore") return 0;
    const isAnswered = (line: string): boolean =>
      host.now !== undefined && attests(kx) && attestationOf(kx, chart, visit, line, false).standing?.answer === "add-kx";
    return [...answer.decisions].filter(([line, { modifiers }]) => modifiers.includes("KX") && !isAnswered(line)).length;
  }

  /** Which prompts are evaluated for the open appointment. */
  get evaluation(): Evaluation {
    const { kx, chart, visit, settings, answer, templates, appointmentTypes } = this;
    const notKnown = this.text("ui.desk.year-missing", { year: chart.date.slice(0, 4) });
    return evaluationOf(kx, chart, visit, settings, answer, templates, appointmentTypes, notKnown);
  }

  get today(): CivilDate {
    return this.practice.today ?? this.chart.date;
  }

  /** What the panel of files shows. */
  get files() {
    const { chart, visit, settings } = this;
    const accepted = acceptedOf(visit).map((one) => {
      const { entries = [] } = visit.imports.find(({ id }) => id === one.id) ?? {};
      return { ...one, denials: shownDenials(this.kx, chart, visit, settings, entries, this.records, this.today) };
    });
    return { files: this.imports.shown(chart, visit, settings), accepted, samples: this.practice.sampleFiles?.(chart) ?? [] };
  }

  /** What is due for the open patient, from today on. */
  get dates(): readonly DueDate[] {
    const { kx, chart, visit, kept, settings, today } = this;
    return datesOf(kx, chart, visit, kept, settings, today);
  }

  /** How many days are left of a due date, in words. */
  left(date: DueDate): string {
    return leftOf(date, (id, args) => this.text(id, args));
  }

  /** The same as an iCalendar text; null where nothing writes one, and without a clock. No patient is named in it. */
  get calendar(): (() => string) | null {
    const { kx, host, chart } = this;
    const { toCalendar } = kx;
    const { now } = host;
    return toCalendar && now ? () => toCalendar({ dates: [...this.dates], at: now(), key: chart.id }) : null;
  }

  /** What answers a reviewer's letter of the open patient: the one that is wanted, or else the first that waits. */
  packet(wanted?: string): ReviewPacket | null {
    return packetOf(this.kx, this.chart, this.visit, this.kept, this.practice.today ?? this.chart.date, wanted);
  }

  /** The same in English for the paper; null where the screen speaks it, and where nobody asks in English. */
  packetOnPaper(wanted?: string): ReviewPacket | null {
    const { wording, inEnglish } = this.host;
    return !inEnglish || (wording?.locale ?? "en").startsWith("en") ? null : inEnglish(() => this.packet(wanted));
  }

  /** Keeps what was said of a reviewer's letter. */
  answerReview(review: string, change: (before: AnsweredReview) => AnsweredReview): void {
    this.kept.reviews = answeredReview(this.kept, this.chart, review, change);
    void this.settle(this.answer);
  }

  /** A clinician's answer about a denied line, of a file that is looked at or of one that was accepted. */
  answerDenial(id: string, given: Omit<Given, "covers">): void {
    const { kx, chart, visit, settings, host, user } = this;
    if (!host.now || !attests(kx)) return;
    const entries = [...this.imports.entries(chart), ...remittedOf(kx, chart, visit)];
    const found = reworked(kx, chart, visit, settings, entries.filter((entry) => entry.id === id).slice(0, 1), this.today)[0];
    if (!found) return;
    const { now } = host;
    const next = this.onRecord(`denial ${id}`, () => answeredAbout(kx, chart, visit, settings, found.entry, found.denial.remaining, given, now(), user));
    if (next) this.attempt(next, `denial ${id}`, given.by);
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
    this.choices = { of: "", codes: [] };
    this.turnThePage();
  }

  openChart(id: string): void {
    this.kept.patient = id;
    this.turnThePage();
  }

  startOver(): void {
    this.imports.clear();
    const before = this.visit;
    const { id } = this.chart;
    const { attestations, head, nextLine, lines } = before;
    const history = this.happened("visit-cleared", before);
    const codes = { ...before.codes, ...Object.fromEntries(lines.map((line) => [line.id, line.code])) };
    // What was attested and done stays on record; a new line has no number that an answer or a word was given for.
    if (attestations.length === 0 && history.length === 0 && !this.released(claimIdOf(this.chart)).length) delete this.kept.visits[id];
    else this.kept.visits[id] = broughtBack({ attestations, head, history, nextLine, codes }, this.chart);
    this.turnThePage();
    const isEmpty = JSON.stringify(before) === JSON.stringify({ ...this.visit, history: before.history, codes: before.codes });
    this.before = isEmpty ? null : before;
    this.host.say(this.text("ui.desk.started-over"));
  }

  /** Whether the visit was started over just now, and can come back as it was. */
  get canComeBack(): boolean {
    return this.before !== null;
  }

  /** The visit as it was before it was started over; what was done since stays in the history. */
  comeBack(): void {
    const { before } = this;
    if (!before) return;
    this.before = null;
    this.kept.visits[this.chart.id] = { ...before, history: this.happened("visit-restored", before) };
    void this.settle(this.ask());
    this.host.say(this.text("ui.desk.came-back"));
  }

  private happened(kind: "visit-cleared" | "visit-restored", { lines, imports }: Visit): readonly HistoryEntry[] {
    const { history } = this.visit;
    const at = this.host.now?.();
    if (!at || lines.length + imports.length === 0) return history;
    const files = imports.map(({ name }) => name).join(", ");
    return [...history, { at, by: this.user, kind, visit: this.chart.date, code: lines.map(({ code }) => code).join(", "), ...(files && { file: files }) }];
  }

  async set(change: Partial<Settings>): Promise<void> {
    Object.assign(this.kept, change);
    await this.keepAndSay("ui.desk.setting-updated");
  }

  /** Keeps a part of the policy if the rules take it; else says why, by the name of its field, and keeps what was typed there. */
  async setPolicy(change: Policy, field = Object.keys(change)[0] ?? "", text = ""): Promise<void> {
    const before = this.kept.policy;
    try {
      this.kept.policy = { ...before, ...change };
      this.kx.thresholds({ date: this.chart.date, coverage: { program: "other" }, policy: this.policy });
      this.policyRefusals.delete(field);
      await this.keepAndSay("ui.desk.setting-updated");
    } catch (error) {
      if (before) this.kept.policy = before;
      else delete this.kept.policy;
      if (!isRefusal(error)) throw error;
      this.policyRefusals.set(field, { text, code: error.code, message: error.message, help: error.help, path: error.path });
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
    this.choices = { of: "", codes: [] };
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
      const done = this.doneSince(next, answer);
      const leftOff = done.find(({ kind, reason }) => kind === "kx-left-off" && reason);
      this.kept.visits[this.chart.id] = done.length === 0 ? next : { ...next, history: [...joined(next.history, leftOff?.line), ...done] };
      this.before = null;
      this.refusals.delete(field);
      void this.settle(answer, true, said);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.refuse(field, { text, code: error.code, message: error.message, help: error.help });
    }
  }

  /** Says beside a field what is wrong with what was typed there. */
  refuse(field: string, refusal: Refusal): void {
    // Enter and leaving the field both bring the same text; it is said once.
    const isSaid = this.refusals.get(field)?.text === refusal.text;
    this.refusals.set(field, refusal);
    const { wording } = this.host;
    if (!isSaid) this.host.say(refusedWords(kindOf(field), refusal, (id, args) => phrase(wording ?? null, id, args), wording?.locale ?? "en-US"));
    this.host.changed();
  }

  private doneSince(next: Visit, { decisions, checklist }: Answer): HistoryEntry[] {
    const at = this.host.now?.();
    if (!at) return [];
    const { date: visit } = this.chart;
    return [
      ...importsOf(this.visit, next, at, this.user, visit, (one) => usageOf(this.kx, this.chart, one).otherUsed ?? {}),
      ...changesOf(this.visit, next, at, this.user, { visit, documented: checklist.summary }),
      ...appliedOf(this.answer.decisions, decisions, next, at, visit),
    ];
  }

  /** A clinician's answer about a line, or about several of which it is one: what the chip shows of each is recorded with it. `change` is what
   *  follows for the visit. */
  attest(id: string, given: Given, change: (visit: Visit) => Visit, lines: readonly string[] = [id]): void {
    const { kx, chart, visit, host, user } = this;
    const about = lines.flatMap((line) => {
      const decision = this.answer.decisions.get(line);
      return decision ? [{ line, decision }] : [];
    });
    const field = `modifiers ${id}`;
    if (!host.now || !attests(kx) || !about.some(({ line }) => line === id)) {
      this.attempt(change(visit), field, "");
      return;
    }
    const { now } = host;
    const before = given.answer === "leave-kx-off" ? { ...visit, history: joined(visit.history, id) } : visit;
    const at = now();
    const answers = (so: Visit, { line, decision }: (typeof about)[number]): Visit => answered(kx, chart, so, line, decision, given, at, user);
    const next = this.onRecord(field, () => about.reduce(answers, before));
    if (next) this.attempt(change(next), field, this.visit.lines.find((line) => line.id === id)?.modifiers.join(" ") ?? "");
  }

  /** The visit with what goes on its record; null where that is refused, and then it is said beside the field. */
  private onRecord(field: string, next: () => Visit): Visit | null {
    const { kx, host, visit } = this;
    const refuse = (refusal: Omit<Refusal, "text">): null => {
      this.refusals.set(field, { text: "", ...refusal });
      host.changed();
      return null;
    };
    if (!isLegible(kx, visit.attestations)) {
      const message = this.text("ui.desk.record-unread");
      host.say(message);
      return refuse({ message });
    }
    try {
      return next();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { code, message, help } = error;
      return refuse({ code, message, help });
    }
  }

  /** Keeps something that was done elsewhere, such as a released line. */
  record(entry: Omit<HistoryEntry, "at" | "by"> & Partial<Pick<HistoryEntry, "by">>): void {
    const { visit, host, user } = this;
    if (!host.now) return;
    this.kept.visits[this.chart.id] = { ...visit, history: [...visit.history, { by: user, ...entry, at: host.now() }] };
    void this.settle(this.answer);
  }

  /** What was done for the open patient, and how the record of attestations stands. */
  get history(): { entries: readonly HistoryEntry[]; chain: Chain | null } {
    const { kx, visit } = this;
    const entries = [...visit.history, ...attestedOf(legible(kx, visit.attestations), visit)];
    if (!attests(kx) || visit.attestations.length + Number(visit.head !== null) === 0) return { entries, chain: null };
    return { entries, chain: kx.verifyAttestations({ record: [...visit.attestations], ...(visit.head === null ? {} : { head: visit.head }) }) };
  }

  /** What the decision support says of itself, and what was answered about it for all patients but those whose record cannot be read. */
  get about() {
    const { kx, kept, practice } = this;
    if (!attests(kx)) return { sources: [], feedback: [], leftOut: [] };
    const location = practice.location === undefined ? {} : { location: practice.location };
    const names = new Map([...practice.charts, ...(practice.others ?? [])].map(({ id, patient }) => [id, patient]));
    const records = Object.entries(kept.visits).map(([id, visit]) => ({ id, record: broughtBack(visit, this.chart).attestations }));
    const isRead = ({ record }: (typeof records)[number]): boolean => isLegible(kx, record);
    return {
      sources: kx.sourceAttributes(),
      feedback: records.filter(isRead).flatMap(({ record }) => kx.exportFeedback({ record: [...record], ...location })),
      leftOut: records.filter((one) => !isRead(one)).map(({ id }) => names.get(id) ?? id),
    };
  }

  /** Whether answers are recorded here. */
  get records(): boolean {
    return this.host.now !== undefined && attests(this.kx);
  }

  /** Whether KX goes on the line by the rules alone, once the visit is as given. */
  addsByItself(visit: Visit, id: string): boolean {
    return this.ask(visit).decisions.get(id)?.action === "apply";
  }

  /** Whether KX is on a line now, and no longer once the visit is as given. */
  takesKxOff(visit: Visit, id: string): boolean {
    const isOn = ({ decisions }: Answer): boolean => decisions.get(id)?.modifiers.includes("KX") ?? false;
    try {
      return isOn(this.answer) && !isOn(this.ask(visit));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return false;
    }
  }

  /** Whose word it is where KX is added or left off at the desk: the one who treats and works here. Null where that is somebody else, or an
   *  assistant: then nobody has attested. */
  get clinician(): string | null {
    const { name } = this.chart.provider;
    return !this.records || isAssistant(this.chart) || this.user !== name ? null : name;
  }

  /** Who works at the desk. */
  get user(): string {
    return userOf(this.practice.user, this.chart);
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
    const wrongYear = this.text("ui.eligibility.other-year", { year: this.chart.date.slice(0, 4) });
    const check = checkOf(this.kx, this.chart, this.visit, figure, this.policy, wrongYear);
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
    this.queues.handle(patients);
    void this.settle(this.answer);
  }

  /** Looks through all patients anew. A later call ends an earlier one. Patients that are not reached yet stay as they were seen last. */
  lookThroughPatients(): Promise<void> {
    return this.queues.lookThroughPatients(this.settings);
  }

  /** Looks at the claims of all patients anew. A later call ends an earlier one; until it is through, what was seen last stays. */
  lookThroughClaims(): Promise<void> {
    return this.queues.lookThroughClaims(this.settings);
  }

  /** Looks for the first time, where an element shows a queue that nobody has looked through. */
  beginToLook(queue: "worklist" | "claims"): void {
    this.queues.begin(queue, this.settings);
  }

  /** Keeps people's words for claims that go out as they are, and asks anew what holds them. */
  release(claims: readonly Released[]): void {
    this.queues.release(claims, this.settings, this.host.now);
    void this.settle(this.ask());
  }

  /** What people have said for the lines of a claim of the open patient. */
  released(claim: string): readonly Release[] {
    return this.kept.released?.[this.chart.id]?.[claim] ?? [];
  }

  private turnThePage(): void {
    this.before = null;
    this.refusals.clear();
    this.checks.clear();
    this.pages += 1;
    this.hush();
    void this.settle(this.askAnew());
  }

  /** What was kept by an earlier version, and is no longer understood, goes: of this patient alone, and nothing that is on record. */
  private askAnew(): Answer {
    try {
      return this.ask();
    } catch {
      const known = [...(this.chart.attestations ?? [])];
      const { attestations = known, head = null, history = [], nextLine = 1 }: Partial<Visit> = this.kept.visits[this.chart.id] ?? {};
      this.kept.visits[this.chart.id] = broughtBack({ attestations, head, history, nextLine }, this.chart);
      return this.ask();
    }
  }

  private ask(visit = this.visit): Answer {
    return askAbout(this.kx, this.open, this.practice, this.chart, visit, this.settings, wordsOf(this.kept, this.chart.id));
  }

  private async keepAndSay(message: string, ofPacks = false): Promise<void> {
    // Emptied first: a live region that says the same words twice is silent the second time.
    this.hush();
    await this.settle(this.ask(), true);
    this.news = { text: this.text(message), at: Date.now(), ofPacks };
    this.host.changed();
  }

  private async settle(answer: Answer, aloud = false, said = ""): Promise<void> {
    const changes = aloud ? changesSaid(this.visit.lines, this.answer, answer, (code) => this.text("ui.desk.kx-off", { code })) : "";
    const words = [said, changes].filter(Boolean).join(" ");
    // What was said last may no longer hold.
    if (aloud && (words || this.spoke)) this.host.say(words);
    if (aloud) this.spoke = words !== "";
    if (answer !== this.answer) this.queues.again(this.chart, this.settings);
    this.answer = answer;
    this.stored = "pending";
    this.host.changed();
    const save = ++this.saves;
    const kept = async () => this.host.keep(structuredClone(this.kept));
    const stored = await kept().catch(() => false);
    if (save !== this.saves) return;
    this.stored = stored ? "yes" : "no";
    this.host.changed();
  }

  private get notChecked(): NonNullable<ShownLine["notChecked"]> {
    const { missingYear } = this.answer;
    return { message: this.text("ui.line.not-checked", { year: String(missingYear) }), link: this.practice.addRules };
  }

  private shown(line: Line): ShownLine {
    const { id, code, modifiers, units, allowed, kxDeclined, intervention, done } = line;
    const known = this.practice.interventions.find(({ name }) => name === intervention);
    const codes = known?.codes ?? [];
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
      ...(this.answer.unchecked.includes(id) ? { notChecked: this.notChecked } : {}),
      attestation: this.host.now && attests(this.kx) ? attestationOf(this.kx, this.chart, this.visit, id, this.policy.attestation === "require") : null,
      held: this.answer.held.includes(id),
      hint: this.answer.benefits?.met ? (this.codes.find((one) => one.code === code)?.hint ?? null) : null,
      refused: { modifiers: this.refusals.get(`modifiers ${id}`), units: this.refusals.get(`units ${id}`), allowed: this.refusals.get(`allowed ${id}`) },
      ...(intervention === null
        ? {}
        : {
            intervention: { name: known?.label ?? intervention, choices: codes.map((choice) => ({ code: choice, description: this.describe(choice) })) },
            done,
          }),
    };
  }

  /** The desk's own words. */
  text(id: string, args: { readonly [name: string]: string | number } = {}): string {
    return phrase(this.host.wording ?? null, id, args, due);
  }

  /** What a code is, in the desk's language. */
  describe(code: string): string {
    return this.host.wording?.labels?.[`code.${code}`] ?? this.descriptions.get(code) ?? "";
  }
}
