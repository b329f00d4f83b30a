import { html, LitElement, nothing } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Checklist, CivilDate, Documentation } from "kx-modifier";
import { send, type DocumentationField } from "../shared/events.js";
import { field, refusalText } from "../shared/field.js";
import { day } from "../shared/format.js";
import type { Refusal } from "../shared/model.js";
import { controls, tokens } from "../shared/tokens.js";
import { moreExtensive, questions, type Question } from "./questions.js";
import { style } from "./style.js";

type Item = Checklist["items"][number];

const STATUS: { [S in Item["status"]]: { sign: string; word: string } } = {
  met: { sign: "✓", word: "Met" },
  due: { sign: "◔", word: "Due" },
  missing: { sign: "✕", word: "Missing" },
  unknown: { sign: "?", word: "Not known" },
};

/** The record behind the attestation: what is asked, how it stands, and who attested. */
export class KxDocumentation extends LitElement {
  static override styles = [tokens, controls, style];

  @property({ attribute: false }) checklist: Checklist | null = null;
  @property({ attribute: false }) record: Documentation = {};
  /** The day of the visit: the day on which someone attests. */
  @property({ attribute: false }) date: CivilDate = "";
  @property({ attribute: false }) refusals: { readonly [field in DocumentationField | "attestation"]?: Refusal } = {};

  @state() private open = false;
  @state() private sourced: ReadonlySet<string> = new Set();
  @state() private signing = "";

  @query("#by") private signature!: HTMLInputElement | null;
  @query(".attest button") private attestButton!: HTMLButtonElement | null;

  override render() {
    const { checklist } = this;
    if (!checklist) return nothing;
    const inOrder = checklist.items.filter(({ status }) => status === "met" || status === "due").length;
    return html`
      <div class="top">
        <h2>Documentation</h2>
        <p class="summary ${checklist.ready ? "met" : "missing"}">
          <span aria-hidden="true">${checklist.ready ? "✓" : "!"}</span> ${inOrder} of ${checklist.items.length} items in order
        </p>
        <button type="button" class="plain toggle" aria-expanded=${this.open ? "true" : "false"} aria-controls="body" @click=${() => (this.open = !this.open)}>
          ${this.open ? "Hide" : "Show"}<span class="unseen"> documentation</span>
        </button>
      </div>
      ${this.facts()}
      <div id="body" ?hidden=${!this.open}>
        ${this.open ? html`
          <ul>
            ${checklist.items.map((item) => this.item(item))}
            <li class="extra"><p class="text">${moreExtensive.label}</p><div class="answers">${this.ask(moreExtensive, "")}</div></li>
          </ul>
          ${this.attestation(checklist)}
        ` : nothing}
      </div>
    `;
  }

  /** What was typed, and what the core says is next. */
  private facts() {
    const { treatmentDaysSinceProgressReport: days, attestation } = this.record;
    const facts = [
      ...(this.checklist?.items.map(({ next }) => next ?? "") ?? []),
      days === undefined ? "" : `${days} treatment ${days === 1 ? "day" : "days"} since the last progress report`,
      attestation === undefined ? "" : `Attested by ${attestation.by} on ${day(attestation.on)}`,
    ].filter(Boolean);
    return facts.length === 0 ? nothing : html`<ul class="facts" aria-label="On record">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`;
  }

  private item({ id, status, text, source }: Item) {
    const shown = this.sourced.has(id);
    return html`
      <li data-item=${id}>
        <p class="status ${status}"><span aria-hidden="true">${STATUS[status].sign}</span> ${STATUS[status].word}</p>
        <div class="text">
          <p>${text}</p>
          <button type="button" class="plain" aria-expanded=${shown ? "true" : "false"} aria-controls="source-${id}" @click=${() => this.cite(id)}>
            Source<span class="unseen"> of ${id.replaceAll("-", " ")}</span>
          </button>
          <p class="hint" id="source-${id}" ?hidden=${!shown}>${source}</p>
        </div>
        <div class="answers">${questions[id]?.map((question) => this.ask(question, text))}</div>
      </li>
    `;
  }

  private ask(question: Question, item: string) {
    const name = question.field;
    const refusal = this.refusals[name];
    if (question.kind === "yes-no") return this.yesNo(question, item);
    if (question.kind === "days") {
      return html`<div class="typed">${field({
        id: name,
        label: question.label,
        value: String(this.record.treatmentDaysSinceProgressReport ?? ""),
        refusal,
        whole: true,
        typed: (text) => this.change(name, text.trim()),
      })}</div>`;
    }
    return html`
      <div class="typed">
        <label for=${name} class="label">${question.label}</label>
        <span>
          <input
            id=${name}
            type="date"
            .value=${refusal?.text ?? String(this.record[name] ?? "")}
            aria-invalid=${refusal ? "true" : "false"}
            aria-describedby=${refusal ? `${name}-refusal` : nothing}
            @change=${(event: Event) => this.change(name, (event.target as HTMLInputElement).value)}
          />
        </span>
        ${refusalText(refusal, `${name}-refusal`)}
      </div>
    `;
  }

  private yesNo({ field: name, label }: Question, item: string) {
    const choice = (words: string, value: boolean | null) => html`
      <label><input type="radio" name=${name} .checked=${(this.record[name] ?? null) === value} @change=${() => this.change(name, value)} /><span>${words}</span></label>
    `;
    return html`
      <fieldset>
        <legend class=${name === moreExtensive.field ? "unseen" : "label"}>${label}<span class="unseen">${item ? `: ${item}` : ""}</span></legend>
        <div class="choices">${choice("Yes", true)} ${choice("No", false)} ${choice("Not known", null)}</div>
      </fieldset>
    `;
  }

  private attestation({ attestation }: Checklist) {
    const refusal = this.refusals.attestation;
    return html`
      <div class="attest">
        ${attestation ? html`
          <p><span aria-hidden="true">✓</span> Attested by <b>${attestation.by}</b> on ${day(attestation.on)}</p>
          <button type="button" @click=${() => this.sign(null)}>Take back<span class="unseen"> the attestation</span></button>
        ` : html`
          <label for="by">Attested by</label>
          <span class="by"><input id="by" type="text" autocomplete="off" .value=${refusal?.text ?? this.signing} @input=${() => (this.signing = this.signature?.value ?? "")} /></span>
          <button type="button" ?disabled=${this.signing.trim() === ""} @click=${() => this.sign(this.signing.trim())}>Attest today</button>
          <span class="hint">${day(this.date)}</span>
          ${refusalText(refusal, "by-refusal")}
        `}
      </div>
    `;
  }

  private change(name: DocumentationField, value: string | boolean | null): void {
    send(this, "kx-documentation-changed", { field: name, value });
  }

  private async sign(by: string | null): Promise<void> {
    this.signing = "";
    send(this, "kx-attestation-changed", { by });
    await this.updateComplete;
    // The pressed button is gone, and the one that undoes it stands in its place.
    (by === null ? this.signature : this.attestButton)?.focus();
  }

  private cite(id: string): void {
    const sourced = new Set(this.sourced);
    if (!sourced.delete(id)) sourced.add(id);
    this.sourced = sourced;
  }
}
