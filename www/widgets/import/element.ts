import { html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { send } from "../shared/events.js";
import { day } from "../shared/format.js";
import { controls, tokens } from "../shared/tokens.js";
import { reader } from "./file.js";
import type { AcceptedImport, ImportFile, SampleFile } from "./model.js";
import { changes } from "./parts.js";
import { style } from "./style.js";

/** Files of a clearinghouse: what was read, what was not and why, and what accepting would change. The element reads none itself. */
export class KxImport extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) files: readonly ImportFile[] = [];
  /** The newest last. */
  @property({ attribute: false }) accepted: readonly AcceptedImport[] = [];
  /** Whose file is wanted: the open patient, as the screen names them. */
  @property({ attribute: false }) patient = "";
  @property({ attribute: false }) memberId: string | null = null;
  @property({ attribute: false }) samples: readonly SampleFile[] = [];

  @state() private open = false;
  @state() private over = false;

  @query(".toggle") private toggle!: HTMLButtonElement | null;
  @query("#files") private input!: HTMLInputElement | null;

  constructor() {
    super();
    // The whole panel takes a drop, open or not.
    this.addEventListener("dragover", (event) => this.drag(event, true));
    this.addEventListener("dragleave", (event) => { if (!this.contains(event.relatedTarget as Node | null)) this.over = false; });
    this.addEventListener("drop", (event) => this.drop(event));
  }

  override render() {
    return html`
      <section aria-labelledby="title" class=${this.over ? "over" : ""}>
        <div class="top">
          <h2 id="title">Files from a clearinghouse</h2>
          ${this.accepted.length === 0 ? nothing : html`<span class="summary"><span aria-hidden="true">✓</span> ${this.accepted.length} accepted</span>`}
          <button type="button" class="plain toggle" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => (this.open = !this.open)}>
            ${this.open ? "Hide" : "Show"}<span class="unseen"> files from a clearinghouse</span>
          </button>
        </div>
        <div id="body" ?hidden=${!this.open}>${this.open ? this.body() : nothing}</div>
      </section>
    `;
  }

  private body() {
    return html`
      <div class="zone">
        <p>Drop a 271, 835 or 837 file here, or
          <span class="choose"><input id="files" type="file" multiple @change=${this.chosen} /><label for="files">Choose a file</label></span>
        </p>
        <p class="hint">Files never leave this page, and nothing counts before you accept it. ${this.memberId === null ? nothing : `What is of member ID ${this.memberId} is taken for ${this.patient}.`}</p>
        ${this.samples.length === 0 ? nothing : html`
          <p class="samples"><span class="hint">Try with a sample file:</span>
            ${this.samples.map(({ name, label }) => html`<button type="button" class="plain" @click=${() => this.ask(name)}>${label}</button>`)}
          </p>
        `}
      </div>
      ${repeat(this.files, ({ id }) => id, (file) => this.file(file))}
      ${this.accepted.length === 0 ? nothing : html`
        <div class="accepted">
          <h3 id="accepted">Accepted</h3>
          <ul aria-labelledby="accepted">${repeat([...this.accepted].reverse(), ({ id }) => id, (one) => this.one(one))}</ul>
        </div>
      `}
    `;
  }

  private file(file: ImportFile) {
    const heading = `file-${file.id}`;
    const acceptable = file.read?.preview?.changes === true;
    return html`
      <article aria-labelledby=${heading} data-file=${file.name} data-state=${file.refusal ? "refused" : file.read ? (file.read.kind ?? "other") : "reading"} aria-busy=${file.read || file.refusal ? "false" : "true"}>
        <h3 id=${heading} tabindex="-1">${file.name}</h3>
        ${file.refusal ? html`
          <p class="refusal" role="alert"><b><span aria-hidden="true">✕ </span>${file.refusal.message}</b>; ${file.refusal.help} <code>${file.refusal.code}</code>${file.refusal.path ? html` <code>${file.refusal.path}</code>` : nothing}</p>
        ` : file.read ? reader(file.read, (patient) => void this.choosePatient(file.id, patient)) : html`<p class="hint">Reading …</p>`}
        <div class="actions">
          ${acceptable ? html`<button type="button" class="accept" @click=${() => this.accept(file)}>Accept<span class="unseen"> ${file.name}</span></button>` : nothing}
          ${file.read || file.refusal ? html`<button type="button" class=${acceptable ? "plain" : ""} @click=${() => this.dismiss(file)}>${acceptable ? "Cancel" : "Close"}<span class="unseen"> ${file.name}</span></button>` : nothing}
        </div>
      </article>
    `;
  }

  private one({ id, name, kind, day: on, summary, changes: said }: AcceptedImport) {
    return html`
      <li data-accepted=${name}>
        <div class="line">
          <b>${name}</b>
          <span class="hint">${kind === "271" ? "Eligibility as of" : "Paid"} ${on === null ? "an unknown day" : day(on)}</span>
          <button type="button" class="plain undo" data-undo=${id} @click=${() => this.undo(id)}>Undo<span class="unseen"> ${name}</span></button>
        </div>
        <p>${summary}</p>
        ${changes(said)}
      </li>
    `;
  }

  private drag(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
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
    if (files.length === 0) return;
    this.open = true;
    send(this, "kx-file-chosen", { files });
  }

  private ask(name: string): void {
    send(this, "kx-sample-file-asked", { name });
  }

  private async choosePatient(file: string, patient: number): Promise<void> {
    send(this, "kx-patient-chosen", { file, patient });
    await this.updateComplete;
    // The pressed button is gone; what was chosen is read from the top.
    this.focusOn(`#file-${file}`);
  }

  private async accept({ id }: ImportFile): Promise<void> {
    send(this, "kx-import-accepted", { file: id });
    await this.updateComplete;
    // The pressed button is gone; what takes it back is the next thing that one may want.
    this.focusOn(".undo");
  }

  private async dismiss({ id }: ImportFile): Promise<void> {
    send(this, "kx-import-dismissed", { file: id });
    await this.updateComplete;
    this.focusOn("article h3", "#files");
  }

  private async undo(id: string): Promise<void> {
    send(this, "kx-import-undone", { id });
    await this.updateComplete;
    this.focusOn("#files");
  }

  private focusOn(...selectors: string[]): void {
    const found = selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((element) => element !== null);
    (found ?? this.toggle)?.focus();
  }
}
