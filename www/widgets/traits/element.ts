import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Trait } from "kx-modifier";
import { send } from "../shared/events.js";
import { InputElement } from "../shared/input.js";
import type { Question, Template } from "../shared/model.js";
import { STANDING } from "../shared/standing.js";
import { controls, tokens } from "../shared/tokens.js";
import { Passing } from "../shared/passing.js";
import { refusalText } from "../shared/refusal.js";
import { always, controlled, noteTyping, onTyped } from "../shared/typing.js";
import {
  answeredBefore,
  answerTo,
  changeQuestion,
  changeTrait,
  moveQuestion,
  moveTrait,
  removeQuestion,
  removeTrait,
  withQuestion,
  withTrait,
  type AppointmentType,
  type Evaluation,
  type PromptAnswer,
} from "./model.js";
import { style } from "./style.js";

export type { AppointmentType, Evaluation, PromptAnswer } from "./model.js";

/**
 * The traits of a template's questions, and the appointment types that use the template; on an appointment, which prompts are evaluated,
 * each with a field for its answer.
 *
 * @element kx-traits
 * @fires {CustomEvent} kx-template-changed - The template as it is to be; the host keeps it and gives it back
 * @fires {CustomEvent} kx-appointment-type-changed - The template is to be used, or no longer used, by an appointment type
 * @fires {CustomEvent<PromptAnswer>} kx-prompt-answered - A prompt was answered; empty text takes the answer back
 * @csspart card - Each section
 * @csspart heading - The headings
 * @csspart question - One Paragraph Answer with its traits
 * @csspart trait - One trait
 * @csspart prompt - One prompt of the appointment
 * @csspart field - The fields of the answers
 */
export class KxTraits extends InputElement {
  static override readonly widget = "traits";
  static override styles = [tokens, controls, style];

  /** Null where only an evaluation is shown. */
  @property({ attribute: false, hasChanged: always }) template: Template | null = null;
  /** The practice's appointment types. */
  @property({ attribute: false, hasChanged: always }) appointmentTypes: readonly AppointmentType[] = [];
  /** What `traitsToEvaluate` says for the open appointment. */
  @property({ attribute: false }) evaluation: Evaluation | null = null;
  /** What was written to the prompts. Setting it again takes back what was typed since. */
  @property({ attribute: false, hasChanged: always }) answers: readonly PromptAnswer[] = [];
  /** What the host has to say once the template is kept. It goes after a few seconds, and is not printed. */
  @property({ attribute: false }) message = "";

  private readonly passing = new Passing(this);

  /** The template whose name somebody cleared: what it was called still counts. */
  @state() private nameless = "";
  /** The template before something was removed from it, and what that was. */
  @state() private removed: { template: Template; name: string } | null = null;

  override render() {
    return html`
      ${this.template ? this.editor(this.template) : nothing}
      ${this.template && this.appointmentTypes.length > 0 ? this.types(this.template) : nothing}
      ${this.evaluation ? this.evaluated(this.evaluation) : nothing}
    `;
  }

  private editor(template: Template) {
    return html`
      <section part="card" aria-labelledby="template">
        <h2 id="template" part="heading">${this.text("ui.traits.template")}</h2>
        ${this.lockNote()}
        ${this.input("template-name", this.text("ui.traits.template-name"), template.name, (name) => this.rename(template, name), this.nameless === template.id)}
        ${template.questions.map((question, place) => this.question(template, question, place))}
        <div class="actions">
          <button type="button" id="add-question" @click=${() => this.addQuestion(template)}>${this.text("ui.traits.add-question")}</button>
          ${
            this.removed
              ? html`
            <span class="hint">${this.text("ui.traits.removed", { name: this.removed.name })}</span>
            <button type="button" class="plain" id="undo" @click=${this.undo}>${this.text("ui.undo")}</button>
          `
              : nothing
          }
        </div>
        ${this.passing.template()}
      </section>
    `;
  }

  private question(template: Template, { label, traits }: Question, place: number) {
    const name = this.text("ui.traits.question", { number: place + 1 });
    return html`
      <fieldset part="question" class="question">
        <legend>${name}</legend>
        ${this.input(`question-${place}`, this.text("ui.traits.question-label"), label, (text) => this.change(changeQuestion(template, place, { label: text })))}
        ${
          traits.length === 0
            ? nothing
            : html`
          <ol class="traits">
            ${traits.map((trait, index) => this.trait(template, place, trait, index, traits.length))}
          </ol>
        `
        }
        <div class="actions">
          <button type="button" id="add-trait-${place}" @click=${() => this.addTrait(template, place)}>${this.text("ui.traits.add-trait")}</button>
          ${this.movers(`question-${place}`, name, place, template.questions.length, (by) => this.shift(moveQuestion(template, place, by), `question-${place + by}`, by))}
          <button type="button" class="plain" @click=${() => this.drop(removeQuestion(template, place), template, label || name)}>
            ${this.text("ui.traits.remove-question")}<span class="unseen"> ${name}</span>
          </button>
        </div>
      </fieldset>
    `;
  }

  private trait(template: Template, question: number, trait: Trait, place: number, count: number) {
    const id = `trait-${question}-${place}`;
    const name = trait.name || this.text("ui.traits.trait", { number: place + 1 });
    const change = (next: Partial<Trait>) => this.change(changeTrait(template, question, place, next));
    const tick = ({ target }: Event): void => {
      const box = target as HTMLInputElement;
      if (!change({ onlyIfMedicareReached: box.checked })) box.checked = !box.checked;
    };
    return html`
      <li part="trait" class="trait">
        ${this.input(`${id}-name`, this.text("ui.traits.trait-name"), trait.name, (text) => change({ name: text }))}
        ${this.area(`${id}-prompt`, this.text("ui.traits.prompt"), trait.prompt, (prompt) => change({ prompt }))}
        <label class="check">
          <input type="checkbox" .checked=${controlled(trait.onlyIfMedicareReached === true)} @change=${tick} />
          ${this.text("ui.traits.only-if-reached")}
        </label>
        <div class="actions">
          ${this.movers(id, name, place, count, (by) => this.shift(moveTrait(template, question, place, by), `trait-${question}-${place + by}`, by))}
          <button type="button" class="plain" @click=${() => this.drop(removeTrait(template, question, place), template, name)}>
            ${this.text("ui.traits.remove-trait")}<span class="unseen"> ${name}</span>
          </button>
        </div>
      </li>
    `;
  }

  private movers(id: string, name: string, place: number, count: number, move: (by: -1 | 1) => void) {
    if (count < 2) return nothing;
    const button = (by: -1 | 1, label: string, off: boolean) => html`
      <button type="button" class="plain" id="${id}-${by < 0 ? "up" : "down"}" aria-disabled=${off ? "true" : "false"} @click=${() => off || move(by)}>
        <span aria-hidden="true">${by < 0 ? "↑" : "↓"}</span> ${label}<span class="unseen"> ${name}</span>
      </button>
    `;
    return html`${button(-1, this.text("ui.traits.up"), place === 0)}${button(1, this.text("ui.traits.down"), place === count - 1)}`;
  }

  private types(template: Template) {
    return html`
      <section part="card" aria-labelledby="types">
        <h2 id="types" part="heading">${this.text("ui.traits.appointment-types")}</h2>
        <p class="hint">${this.text("ui.traits.appointment-types-hint")}</p>
        <ul class="types">
          ${this.appointmentTypes.map(
            ({ id, name, templates }) => html`
            <li>
              <label class="check">
                <input type="checkbox" data-type=${id} .checked=${controlled(templates.includes(template.id))} @change=${(event: Event) => this.use(id, event.target as HTMLInputElement)} />
                ${name}
              </label>
            </li>
          `,
          )}
        </ul>
      </section>
    `;
  }

  private evaluated(evaluation: Evaluation) {
    const { evaluate, skipped, notChecked = false, afterLines = false } = evaluation;
    const left = notChecked
      ? { tone: "open", sign: STANDING.unknown.sign, words: "ui.traits.not-checked" }
      : { tone: "", sign: "–", words: "ui.traits.skipped" };
    const before = answeredBefore(this.answers, evaluation);
    const open = evaluate.filter((trait) => answerTo(this.answers, trait) === "").length;
    return html`
      <section part="card" aria-labelledby="evaluation">
        <h2 id="evaluation" part="heading">${this.text("ui.traits.evaluation")}</h2>
        ${evaluate.length + skipped.length + before.length === 0 ? nothing : html`<p class="hint">${evaluate.length > 0 ? `${this.text("ui.traits.answered", { count: evaluate.length, number: evaluate.length - open })} ` : nothing}${this.text(afterLines ? "ui.traits.moment-after" : "ui.traits.moment")}</p>`}
        ${
          evaluate.length + skipped.length + before.length === 0
            ? html`<p class="hint">${this.text("ui.traits.no-traits")}</p>`
            : html`
          <ul class="evaluation">
            ${evaluate.map((trait, place) => this.asked(trait, place))}
            ${skipped.map(({ trait, reason }) => this.notAsked(left, trait.name, reason, answerTo(this.answers, trait)))}
            ${before.map(({ name, prompt, answer }) => this.notAsked({ tone: "", sign: "–", words: "ui.traits.earlier" }, name, prompt, answer))}
          </ul>
        `
        }
      </section>
    `;
  }

  private asked({ name, prompt }: Trait, place: number) {
    const answer = answerTo(this.answers, { name, prompt });
    const said = onTyped((text) => (send(this, "kx-prompt-answered", { name, prompt, answer: text.trim() }) ? null : answer));
    const id = `answer-${place}`;
    const badge = answer === "" ? { sign: "!", words: "ui.traits.evaluate" } : { sign: "✓", words: "ui.traits.answered-mark" };
    return html`
      <li class=${answer === "" ? "open" : "on"} part="prompt">
        <span class="badge"><span aria-hidden="true">${badge.sign}</span> ${this.text(badge.words)}</span>
        <div>
          <b>${name}</b>
          <span class="prompt" id="prompt-${place}">${prompt}</span>
          <label for=${id}>${this.text("ui.traits.answer")}<span class="unseen"> ${name}</span></label>
          <textarea part="field" id=${id} rows="2" aria-describedby="prompt-${place}" .value=${controlled(answer)} @input=${said} @change=${said} @blur=${said}></textarea>
          <p class="written">${answer}</p>
        </div>
      </li>
    `;
  }

  /** What was answered while the prompt was asked is shown all the same. */
  private notAsked({ tone, sign, words }: { tone: string; sign: string; words: string }, name: string, reason: string, answer: string) {
    return html`
      <li class=${tone} part="prompt">
        <span class="badge"><span aria-hidden="true">${sign}</span> ${this.text(words)}</span>
        <div><b>${name}</b><span class="prompt">${reason}</span>${answer ? html`<p class="kept"><span class="hint">${this.text("ui.traits.answer")}</span> ${answer}</p>` : nothing}</div>
      </li>
    `;
  }

  private input(id: string, label: string, value: string, typed: (text: string) => boolean, isNameless = false) {
    const say = onTyped((text) => (typed(text) ? null : value));
    return html`
      <div class="field" data-none=${value === "" ? this.text("ui.traits.none") : nothing}>
        <label for=${id}>${label}</label>
        <input id=${id} type="text" autocomplete="off" .value=${controlled(value)} aria-invalid=${isNameless} aria-describedby=${isNameless ? "nameless" : nothing} @input=${say} @change=${say} @keydown=${say} @blur=${say} />
        ${refusalText(isNameless ? this.text("ui.traits.nameless") : null, "nameless", { aloud: true })}
      </div>
    `;
  }

  private area(id: string, label: string, value: string, typed: (text: string) => boolean) {
    const say = onTyped((text) => (typed(text) ? null : value));
    return html`
      <div class="field" data-none=${value === "" ? this.text("ui.traits.none") : nothing}>
        <label for=${id}>${label}</label>
        <textarea id=${id} rows="2" .value=${controlled(value)} @input=${noteTyping} @change=${say} @blur=${say}></textarea>
      </div>
    `;
  }

  private rename(template: Template, name: string): boolean {
    this.nameless = name.trim() ? "" : template.id;
    return this.nameless === "" && this.change({ ...template, name });
  }

  private change(template: Template): boolean {
    this.removed = null;
    return send(this, "kx-template-changed", { template });
  }

  private use(id: string, box: HTMLInputElement): void {
    if (!this.template) return;
    const kept = send(this, "kx-appointment-type-changed", { id, template: this.template.id, on: box.checked });
    if (!kept) box.checked = !box.checked;
  }

  private async addQuestion(template: Template): Promise<void> {
    if (this.change(withQuestion(template))) await this.focusOn(`question-${template.questions.length}`);
  }

  private async addTrait(template: Template, question: number): Promise<void> {
    const place = template.questions[question]?.traits.length ?? 0;
    if (this.change(withTrait(template, question))) await this.focusOn(`trait-${question}-${place}-name`);
  }

  private async shift(template: Template, id: string, by: -1 | 1): Promise<void> {
    if (this.change(template)) await this.focusOn(`${id}-${by < 0 ? "up" : "down"}`);
  }

  private async drop(template: Template, before: Template, name: string): Promise<void> {
    if (!this.change(template)) return;
    this.removed = { template: before, name };
    await this.focusOn("undo");
  }

  private async undo(): Promise<void> {
    if (this.removed && this.change(this.removed.template)) await this.focusOn("add-question");
  }

  private async focusOn(id: string): Promise<void> {
    await this.updateComplete;
    this.byId(id)?.focus();
  }
}
