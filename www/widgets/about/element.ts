import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { exportFeedback, sourceAttributes } from "kx-modifier";
import { csvLines, download } from "../shared/csv.js";
import { KxElement } from "../shared/element.js";
import { send } from "../shared/events.js";
import { controls, tokens } from "../shared/tokens.js";
import { style } from "./style.js";

type Feedback = ReturnType<typeof exportFeedback>[number];

type Source = ReturnType<typeof sourceAttributes>[number];
type Kind = "csv" | "json";

// A computable form: the heads are those of the data, in every language.
const HEADS: readonly (keyof Feedback)[] = ["intervention", "action", "feedback", "user", "date", "location"];
const SOURCE_HEADS: readonly (keyof Source)[] = ["id", "label", "value"];

function fileOf<Row>(kind: Kind, heads: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  if (kind === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  return csvLines([heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? "")))]);
}

/**
 * What the KX rules rest on and what they do not use (`sourceAttributes`), and the feedback that clinicians gave (`exportFeedback`), each as a
 * file.
 *
 * @element kx-about
 * @fires {CustomEvent<{ name: string; text: string }>} kx-sources-exported - The source attributes were asked for as a file; cancelled, nothing is downloaded
 * @fires {CustomEvent<{ name: string; text: string }>} kx-feedback-exported - A file was asked for; cancelled, nothing is downloaded
 * @csspart card - The whole panel
 * @csspart heading - The headings
 * @csspart attribute - An attribute with its value
 * @csspart button - The buttons
 */
export class KxAbout extends KxElement {
  static override readonly widget = "about";
  static override styles = [tokens, controls, style];

  /** The source attributes, as the core says them. */
  @property({ attribute: false }) sources: ReturnType<typeof sourceAttributes> = [];
  /** The answers that were recorded, one row each. */
  @property({ attribute: false }) feedback: readonly Feedback[] = [];
  /** Patients whose record cannot be read: their answers are not among them. */
  @property({ attribute: false }) leftOut: readonly string[] = [];

  protected override render() {
    const count = this.feedback.length;
    return html`
      <section part="card" aria-labelledby="title">
        <h2 id="title" part="heading">${this.text("ui.about.heading")}</h2>
        <p class="hint">${this.text("ui.about.hint")}</p>
        <dl>${this.sources.map(({ id, label, value }) => html`<div part="attribute" data-attribute=${id}><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
        ${this.sources.length === 0 ? nothing : this.files("sources", "ui.about.sources", (kind) => this.export("kx-sources-exported", `kx-sources.${kind}`, fileOf<Source>(kind, SOURCE_HEADS, this.sources)))}
        <h3 part="heading">${this.text("ui.about.feedback")}</h3>
        ${
          count === 0
            ? html`<p class="hint">${this.text("ui.about.empty")}</p>`
            : html`
          <p class="hint">${this.text("ui.about.recorded", { count })}</p>
          ${this.files("feedback", "ui.about.feedback", (kind) => this.export("kx-feedback-exported", `kx-feedback.${kind}`, fileOf<Feedback>(kind, HEADS, this.feedback)))}
        `
        }
        ${this.leftOut.length === 0 ? nothing : html`<p class="left-out">${this.text("ui.about.left-out", { names: this.leftOut.join(", ") })}</p>`}
      </section>
    `;
  }

  /** `what`: the words for what is in the file, for those who do not see where the buttons stand. */
  private files(name: string, what: string, give: (kind: Kind) => void) {
    const button = (kind: Kind) => html`<button type="button" part="button" @click=${() => give(kind)}>${this.text(`ui.about.${kind}`)}</button>`;
    return html`<div class="files" data-file=${name} role="group" aria-label=${this.text(what)}>${button("csv")} ${button("json")}</div>`;
  }

  private export(event: "kx-sources-exported" | "kx-feedback-exported", name: string, text: string): void {
    if (send(this, event, { name, text })) download(name, text);
  }
}
