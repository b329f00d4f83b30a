import { html, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import { KxElement } from "../shared/element.js";
import { fileChoice, fileStyle } from "../shared/file.js";
import { send } from "../shared/events.js";
import { Passing } from "../shared/passing.js";
import { refusalText } from "../shared/refusal.js";
import { controls, tokens } from "../shared/tokens.js";
import { rowsOf } from "./rows.js";
import type { PackRefusal, ShownPack } from "./model.js";
import { style } from "./style.js";

export type { PackRefusal, ShownPack } from "./model.js";

/** Faults that a person who looks at the place would not see. */
const WRONG = ["missing-field", "money-not-text", "unknown-field"];
/** Where the rules found fault, in the words of the pack itself. */
const PLACE = /^packs\[\d+\]\.(?:(thresholds|codes)\[(\d+)\]\.)?(\w+)/;

/**
 * Rule packs: threshold amounts and codes that CMS published after this version, each with its source. A host checks one and puts it in
 * force (`useRules`); the element only asks for it.
 *
 * @element kx-rules
 * @fires {CustomEvent<{ name: string; text: string }>} kx-pack-added - A pack was pasted, or read from a file; `name` is the file's, empty where it was pasted
 * @fires {CustomEvent<{ id: string }>} kx-pack-removed - A pack is to be in force no longer
 * @csspart card - The whole panel
 * @csspart heading - The heading
 * @csspart pack - A pack
 * @csspart field - The field for pasted text
 * @csspart button - The buttons
 */
export class KxRules extends KxElement {
  static override readonly widget = "rules";
  static override styles = [tokens, controls, fileStyle, style];

  /** The packs, in the order in which they are in force. */
  @property({ attribute: false }) packs: readonly ShownPack[] = [];
  /** Why the pack that was added last is refused. */
  @property({ attribute: false }) refusal: PackRefusal | null = null;
  /** What the host has to say once a pack is in force. It goes after a few seconds, and is not printed. */
  @property({ attribute: false }) message = "";

  @state() private typed = "";

  @query("textarea") private field!: HTMLTextAreaElement | null;
  @query("#file") private file!: HTMLInputElement | null;

  private readonly passing = new Passing(this);

  protected override render() {
    return html`
      <section part="card" aria-labelledby="title">
        <h2 id="title" part="heading">${this.text("ui.rules.heading")}</h2>
        <p class="hint">${this.text("ui.rules.hint")}</p>
        ${this.packs.length === 0 ? html`<p>${this.text("ui.rules.none")}</p>` : html`<ul class="packs">${this.packs.map((pack) => this.pack(pack))}</ul>`}
        <div class="add">
          <div class="file">${fileChoice(this.text("ui.rules.file"), this.voice, () => void this.chosen())}</div>
          <label for="text">${this.text("ui.rules.paste")}</label>
          <textarea id="text" part="field" rows="4" spellcheck="false" autocomplete="off" .value=${this.typed} aria-invalid=${this.refusal ? "true" : "false"} aria-describedby=${this.refusal ? "refusal" : nothing} @input=${(event: Event) => (this.typed = (event.target as HTMLTextAreaElement).value)}></textarea>
          ${refusalText(this.refusal && this.refused(this.refusal), "refusal", { aloud: true })}
          <button type="button" part="button" @click=${this.add}>${this.text("ui.rules.add")}</button>
          ${this.passing.template()}
        </div>
      </section>
    `;
  }

  /** Puts away what was pasted and not added, for a host that shows something else in the same element. */
  forget(): void {
    this.typed = "";
  }

  private pack(pack: ShownPack) {
    const { id, published, removable, refusal } = pack;
    return html`
      <li part="pack" data-pack=${id}>
        <div class="line">
          <h3>${id}</h3>
          ${published === null ? nothing : html`<span class="hint">${this.text("ui.rules.published", { date: this.date(published) })}</span>`}
          ${
            removable
              ? html`<button type="button" class="plain" part="button" @click=${() => void this.takeAway(id)}>${this.text("ui.rules.remove")}<span class="unseen"> ${id}</span></button>`
              : html`<span class="hint">${this.text("ui.rules.by-practice")}</span>`
          }
        </div>
        ${refusal ? html`<p class="refusal"><span aria-hidden="true">✕ </span>${this.text("ui.rules.not-in-force")} ${this.refused(refusal)}</p>` : nothing}
        ${rowsOf(pack, this.voice)}
      </li>
    `;
  }

  private refused({ code, path }: PackRefusal): string {
    if (code === "not-readable") return this.text("ui.rules.unreadable");
    if (code === "duplicate-id") return this.text("ui.rules.duplicate");
    const [, list, row, field] = PLACE.exec(path ?? "") ?? [];
    if (field === undefined || (row === undefined && code === "unknown-field")) return this.text("ui.rules.refused");
    const place =
      row === undefined ? this.text("ui.rules.refused-field", { field }) : this.text("ui.rules.refused-row", { field, row: Number(row) + 1, list: list ?? "" });
    return code && WRONG.includes(code) ? `${place} ${this.text(`ui.rules.wrong.${code}`)}` : place;
  }

  private add(): void {
    this.offer("", this.typed);
  }

  private offer(name: string, text: string): void {
    if (text.trim() === "") {
      this.field?.focus();
      return;
    }
    send(this, "kx-pack-added", { name, text });
  }

  private async chosen(): Promise<void> {
    const [file] = this.file?.files ?? [];
    if (!file) return;
    const text = await file.text().catch(() => "");
    // The same file may be chosen again.
    if (this.file) this.file.value = "";
    // Shown as if it had been pasted: what is wrong with it can be put right there.
    this.typed = text;
    this.offer(file.name, text || " ?");
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was added is in the list now.
    const before = changed.get("packs") as readonly ShownPack[] | undefined;
    if (before && this.packs.length > before.length) this.typed = "";
  }

  private async takeAway(id: string): Promise<void> {
    if (!send(this, "kx-pack-removed", { id })) return;
    await this.updateComplete;
    // The pressed button is gone.
    this.field?.focus();
  }
}
