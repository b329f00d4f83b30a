import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { denial } from "#made/ui-labels.js";
import { send } from "../shared/events.js";
import { explanationStyle } from "../shared/explanation-style.js";
import { InputElement } from "../shared/input.js";
import { refusalText, refusedWords } from "../shared/refusal.js";
import { sumStyle } from "../shared/sum.js";
import { controls, tokens } from "../shared/tokens.js";
import { denials, type DenialActs } from "./denials.js";
import { denialsStyle } from "./denials-style.js";
import { details, reader } from "./file.js";
import { OF } from "./kinds.js";
import type { AcceptedImport, ImportFile, SampleFile, ShownDenial } from "./model.js";
import { changes } from "./parts.js";
import { style } from "./style.js";

export type { AcceptedImport, ImportFile, ReadFile, SampleFile, ShownDenial } from "./model.js";

/**
 * Files of a clearinghouse: what was read, what was not and why, and what accepting would change. The element reads none itself.
 *
 * @element kx-import
 * @fires {CustomEvent<{ files: File[] }>} kx-file-chosen - Files were chosen or dropped
 * @fires {CustomEvent<{ name: string }>} kx-sample-file-asked - A sample is wanted
 * @fires {CustomEvent<{ file: string; patient: number }>} kx-patient-chosen - A patient's figures are to be taken for the open one
 * @fires {CustomEvent<{ id: string; item: ItemRef | null }>} kx-patient-opened - The patient whose file it is was chosen
 * @fires {CustomEvent<{ file: string; day: CivilDate }>} kx-check-dated - The day of the check of a pVerify response was given; empty where it is not known
 * @fires {CustomEvent<{ file: string }>} kx-import-accepted - What was read is to count
 * @fires {CustomEvent<{ file: string }>} kx-import-dismissed - It is put away
 * @fires {CustomEvent<{ id: string }>} kx-import-undone - It is not to count after all
 * @fires {CustomEvent<{ id: string; by: string }>} kx-denial-attested - A clinician attested to KX on a denied line
 * @fires {CustomEvent<{ id: string; by: string; reason: string }>} kx-denial-left-off - A clinician left KX off a denied line, and why
 * @csspart card - The whole panel
 * @csspart heading - The heading
 * @csspart button - The buttons
 * @csspart zone - Where files are dropped
 * @csspart file - A file
 * @csspart changes - What accepting changes
 * @csspart notices - What is not in order
 */
export class KxImport extends InputElement {
  static override readonly widget = "import";
  static override styles = [tokens, controls, explanationStyle, sumStyle, style, denialsStyle];
  protected static override readonly labels = denial;

  /** The files that are being looked at. */
  @property({ attribute: false }) files: readonly ImportFile[] = [];
  /** What was accepted, the newest last. */
  @property({ attribute: false }) accepted: readonly AcceptedImport[] = [];
  /** Whose file is wanted: the open patient, as the screen names them. */
  @property({ attribute: false }) patient = "";
  /** Their member ID; null where it is not known. */
  @property({ attribute: false }) memberId: string | null = null;
  /** Sample files that are offered. */
  @property({ attribute: false }) samples: readonly SampleFile[] = [];

  @state() private open = false;
  @state() private over = false;
  /** Files that are folded although they are the newest, or open although they are not. */
  @state() private turned: ReadonlySet<string> = new Set();
  /** Of the denied line that was answered without a name. */
  @state() private nameless: string | null = null;
  /** The denied line that KX is left off, while the reason is asked for, and by whom. */
  @state() private leaving: { id: string; by: string } | null = null;
  @state() private copied: DenialActs["copied"] = null;

  @query(".toggle") private toggle!: HTMLButtonElement | null;
  @query("#files") private input!: HTMLInputElement | null;

  constructor() {
    super();
    // The whole panel takes a drop, open or not.
    this.addEventListener("dragover", (event) => this.drag(event, true));
    this.addEventListener("dragleave", (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.over = false;
    });
    this.addEventListener("drop", (event) => this.drop(event));
  }

  protected override render() {
    return html`
      <section part="card" aria-labelledby="title" class=${this.over ? "over" : ""}>
        <div class="top">
          <h2 id="title" part="heading">${this.text("ui.import.heading")}</h2>
          ${this.accepted.length === 0 ? nothing : html`<span class="summary"><span aria-hidden="true">✓</span> ${this.text("ui.import.accepted-count", { count: this.accepted.length })}</span>`}
          <button type="button" class="plain toggle" part="button" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => (this.open = !this.open)}>
            ${this.text(this.open ? "ui.import.hide" : "ui.import.show")}<span class="unseen"> ${this.text("ui.import.hide-what")}</span>
          </button>
        </div>
        <div id="body" ?hidden=${!this.open}>${this.open ? this.body() : nothing}</div>
      </section>
    `;
  }

  private body() {
    return html`
      ${this.lockNote()}
      <div class="zone" part="zone">
        <p>${this.text("ui.import.drop")}
          <span class="choose"><input id="files" type="file" multiple @change=${this.chosen} /><label for="files">${this.text("ui.import.choose")}</label></span>
        </p>
        <p class="hint">${this.text("ui.import.hint")} ${this.memberId === null ? nothing : this.text("ui.import.taken-for", { id: this.memberId, name: this.patient })}</p>
        ${
          this.samples.length === 0
            ? nothing
            : html`
          <p class="samples"><span class="hint">${this.text("ui.import.try")}</span>
            ${this.samples.map(({ name, label }) => html`<button type="button" class="plain" part="button" @click=${() => this.ask(name)}>${label}</button>`)}
          </p>
        `
        }
      </div>
      ${repeat(
        [...this.files].reverse(),
        ({ id }) => id,
        (file, place) => (place === 0 || this.isOpen(file) ? this.file(file) : this.folded(file)),
      )}
      ${
        this.accepted.length === 0
          ? nothing
          : html`
        <div class="accepted">
          <h3 id="accepted">${this.text("ui.import.accepted")}</h3>
          <ul aria-labelledby="accepted">${repeat(
            [...this.accepted].reverse(),
            ({ id }) => id,
            (one) => this.one(one),
          )}</ul>
        </div>
      `
      }
    `;
  }

  private file(file: ImportFile) {
    const heading = `file-${file.id}`;
    const acceptable = file.read?.preview?.changes === true;
    return html`
      <article part="file" aria-labelledby=${heading} data-file=${file.name} data-state=${file.refusal ? "refused" : file.read ? (file.read.kind ?? "other") : "reading"} aria-busy=${file.read || file.refusal ? "false" : "true"}>
        <h3 id=${heading} tabindex="-1">${file.name}</h3>
        ${
          file.refusal
            ? refusalText(refusedWords("file", file.refusal, this.voice.text, this.locale), `${heading}-refusal`, { aloud: true })
            : file.read
              ? reader(
                  file.read,
                  this.patient,
                  this.voice,
                  (patient) => void this.choosePatient(file.id, patient),
                  (id) => send(this, "kx-patient-opened", { id, item: null }, false),
                  (day) => send(this, "kx-check-dated", { file: file.id, day }),
                )
              : html`<p class="hint">${this.text("ui.import.reading")}</p>`
        }
        ${acceptable ? this.actions(file, true) : nothing}
        ${file.read && !file.refusal ? html`${this.denied(file.read.denials, `file-${file.id}`)}${details(file.read, this.voice)}` : nothing}
        ${acceptable ? nothing : this.actions(file, false)}
      </article>
    `;
  }

  /** Those that came together are read together. */
  private isOpen({ id, read, batch }: ImportFile): boolean {
    return !read || this.turned.has(id) || (batch !== undefined && batch === this.files.at(-1)?.batch);
  }

  /** An earlier file in one line: the newest is the one that somebody reads. */
  private folded(file: ImportFile) {
    const acceptable = file.read?.preview?.changes === true;
    return html`
      <article class="folded" part="file" aria-labelledby="file-${file.id}" data-file=${file.name} data-state=${file.read?.kind ?? "other"}>
        <h3 id="file-${file.id}" tabindex="-1">${file.name}</h3>
        ${acceptable ? html`<span class="hint">${this.text("ui.import.not-imported")}</span>` : nothing}
        <button type="button" class="plain" part="button" aria-expanded="false" @click=${() => void this.turn(file)}>${this.text("ui.import.show")}<span class="unseen"> ${file.name}</span></button>
        ${this.actions(file, acceptable)}
      </article>
    `;
  }

  private async turn({ id }: ImportFile): Promise<void> {
    this.turned = new Set([...this.turned, id]);
    await this.updateComplete;
    this.focusOn(`#file-${id}`);
  }

  private actions(file: ImportFile, acceptable: boolean) {
    return html`
      <div class="actions">
        ${acceptable ? html`<button type="button" class="accept" part="button" @click=${() => this.accept(file)}>${this.text("ui.import.accept")}<span class="unseen"> ${file.name}</span></button>` : nothing}
        ${file.read || file.refusal ? html`<button type="button" class=${acceptable ? "plain" : ""} part="button" @click=${() => this.dismiss(file)}>${this.text(acceptable ? "ui.import.cancel" : "ui.import.close")}<span class="unseen"> ${file.name}</span></button>` : nothing}
      </div>
    `;
  }

  private one({ id, name, kind, day: on, summary, changes: said, denials: denied }: AcceptedImport) {
    return html`
      <li data-accepted=${name}>
        <div class="line">
          <b>${name}</b>
          <span class="hint">${this.text(OF[kind], { date: on === null ? this.text("ui.import.unknown-day") : this.date(on) })}</span>
          <button type="button" class="plain undo" part="button" data-undo=${id} @click=${() => this.undo(id)}>${this.text("ui.import.undo")}<span class="unseen"> ${name}</span></button>
        </div>
        <p>${summary}</p>
        ${changes(said)}
        ${this.denied(denied, `accepted-${id}`)}
      </li>
    `;
  }

  private denied(list: readonly ShownDenial[] | undefined, name: string) {
    return denials(
      list,
      name,
      { ...this.voice, time: (time) => this.time(time) },
      {
        attest: (one, by) => void this.attest(one, by),
        ask: (one, by) => void this.askWhy(one, by),
        leaveOff: (one, reason) => void this.leaveOff(one, reason),
        leaving: this.leaving?.id ?? null,
        copy: (one, from) => void this.copy(one, from),
        nameless: this.nameless,
        copied: this.copied,
      },
    );
  }

  private nameField(id: string): HTMLElement | null {
    return this.byData("denial", id)?.querySelector<HTMLElement>('input[name="by"]') ?? null;
  }

  /** Whether somebody answers; without a name nobody does. */
  private isNamed(id: string, by: string): boolean {
    this.nameless = by === "" ? id : null;
    if (by === "") this.nameField(id)?.focus();
    return by !== "";
  }

  private async attest({ id }: ShownDenial, by: string): Promise<void> {
    if (!this.isNamed(id, by) || !send(this, "kx-denial-attested", { id, by })) return;
    this.leaving = null;
    await this.updateComplete;
    // The form is gone, and the request stands in its place.
    this.byData("denial", id)?.querySelector<HTMLElement>("pre")?.focus();
  }

  private async askWhy(denial: ShownDenial | null, by: string): Promise<void> {
    const asked = this.leaving;
    if (denial && !this.isNamed(denial.id, by)) return;
    this.leaving = denial && asked?.id !== denial.id ? { id: denial.id, by } : null;
    await this.updateComplete;
    const row = this.byData("denial", denial?.id ?? asked?.id ?? "");
    row?.querySelector<HTMLElement>(this.leaving ? ".leaving button" : ".leave")?.focus();
  }

  private async leaveOff({ id }: ShownDenial, reason: string): Promise<void> {
    if (!this.leaving || !send(this, "kx-denial-left-off", { id, by: this.leaving.by, reason })) return;
    this.leaving = null;
    await this.updateComplete;
    // The question is gone; what was said stands above.
    this.nameField(id)?.focus();
  }

  private async copy({ id, text }: ShownDenial, from: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(text ?? "");
      this.copied = { id, said: this.text("ui.denial.copied") };
    } catch {
      // A page without the right to it: what is selected can be copied by hand.
      getSelection()?.selectAllChildren(from);
      this.copied = { id, said: this.text("ui.denial.copy-failed") };
    }
  }

  private drag(event: DragEvent, over: boolean): void {
    if (this.locked || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = over;
  }

  private drop(event: DragEvent): void {
    this.drag(event, false);
    this.bring([...(event.dataTransfer?.files ?? [])]);
  }

  private chosen(): void {
    this.bring([...(this.input?.files ?? [])]);
    // The same file may be chosen again.
    if (this.input) this.input.value = "";
  }

  private bring(files: File[]): void {
    if (files.length === 0 || this.locked) return;
    this.open = true;
    send(this, "kx-file-chosen", { files });
  }

  private ask(name: string): void {
    send(this, "kx-sample-file-asked", { name });
  }

  private async choosePatient(file: string, patient: number): Promise<void> {
    if (!send(this, "kx-patient-chosen", { file, patient })) return;
    await this.updateComplete;
    // The pressed button is gone; what was chosen is read from the top.
    this.focusOn(`#file-${file}`);
  }

  private async accept({ id }: ImportFile): Promise<void> {
    if (!send(this, "kx-import-accepted", { file: id })) return;
    await this.updateComplete;
    // The pressed button is gone; what takes it back is the next thing that one may want.
    this.focusOn(".undo");
  }

  private async dismiss({ id }: ImportFile): Promise<void> {
    if (!send(this, "kx-import-dismissed", { file: id })) return;
    await this.updateComplete;
    this.focusOn("article h3", "#files");
  }

  private async undo(id: string): Promise<void> {
    if (!send(this, "kx-import-undone", { id })) return;
    await this.updateComplete;
    this.focusOn("#files");
  }

  private focusOn(...selectors: string[]): void {
    const found = selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((element) => element !== null);
    (found ?? this.toggle)?.focus();
  }
}
