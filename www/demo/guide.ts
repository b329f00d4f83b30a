// Three situations that lead through the screen. Each step stands beside what it is about, and the next one comes once it is done.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { example } from "./example.js";
import { goToLine, toSearch } from "./reveal.js";
import { completeRecord, type SampleId } from "./samples.js";
import { chosen, choose } from "./storage.js";
import { roundDollars, word, type WordId } from "./words.js";

export type Place = "treatment" | "thresholds";

interface Step {
  at: Place;
  words: WordId;
  isDone: (desk: Desk) => boolean;
  /** Puts the focus where the step is done, unless somebody works beside it already. */
  go: (desk: Desk) => unknown;
}
interface Situation {
  name: WordId;
  patient: SampleId;
  steps: readonly Step[];
  /** It ends with KX on the line, and the record is what KX attests to. */
  hasRecord?: true;
  /** What there is to look at in the end. */
  end: WordId;
}

const CODE = "97110";
const decisionOf = ({ visit, answer }: Desk) => answer.decisions.get(visit.lines.find(({ code }) => code === CODE)?.id ?? "");
const isOn = (desk: Desk): boolean => ["apply", "keep"].includes(decisionOf(desk)?.action ?? "");
const isReached = ({ answer }: Desk): boolean => ["reached", "medical-review"].includes(answer.thresholds?.["PT/SLP"].status ?? "");

const isAtLines = (): boolean => document.activeElement?.matches("kx-treatment") ?? false;
/** What is typed next is not to press a button that took the focus: whoever is among the lines stays there. */
const toLine = async ({ visit }: Desk): Promise<void> => {
  const line = visit.lines.find(({ code }) => code === CODE);
  if (line && !isAtLines()) await goToLine(line.id);
};
const toOther = (): void => document.querySelector<HTMLElement & { enter: () => void }>('kx-threshold[data-bucket="PT/SLP"]:not([slim])')?.enter();

const add: Step = { at: "treatment", words: "step.add", isDone: (desk) => decisionOf(desk) !== undefined, go: toSearch };
const apply: Step = { at: "treatment", words: "step.apply", isDone: isOn, go: toLine };

const SITUATIONS: readonly Situation[] = [
  {
    name: "guide.over",
    patient: "used-up",
    hasRecord: true,
    steps: [add, apply],
    end: "step.over-end",
  },
  {
    name: "guide.crossing",
    patient: "crossing",
    hasRecord: true,
    steps: [add, { at: "treatment", words: "step.decide", isDone: (desk) => decisionOf(desk)?.action !== "suggest", go: toLine }],
    end: "step.crossing-end",
  },
  {
    name: "guide.elsewhere",
    hasRecord: true,
    patient: "elsewhere",
    steps: [add, { at: "thresholds", words: "step.used", isDone: isReached, go: toOther }, apply],
    end: "step.over-end",
  },
];

let running: Situation | null = null;

/** The step that is next, or what is said in the end; null where nobody is led, or where somebody has turned to another patient. */
function now(desk: Desk) {
  if (running === null || desk.chart.id !== running.patient) return null;
  const place = running.steps.findIndex(({ isDone }) => !isDone(desk));
  const step = running.steps[place];
  const of = { number: place + 1, count: running.steps.length };
  return step
    ? { ...step, title: word("step", of), words: word(step.words) }
    : { at: "treatment", title: word("step.done"), words: word(running.end), go: () => undefined };
}

const calloutOf = (): HTMLElement | null => document.querySelector(".callout");

let shown = "";
/** The next step comes into sight by itself, and so does the place where it is done. */
function follow(desk: Desk, step: ReturnType<typeof now>): void {
  const words = step?.words ?? "";
  if (step && words !== shown)
    requestAnimationFrame(async () => {
      await step.go(desk);
      calloutOf()?.scrollIntoView({ block: "nearest" });
    });
  shown = words;
}

function start(desk: Desk, situation: Situation): void {
  running = situation;
  desk.openChart(situation.patient);
  desk.startOver();
  if (situation.hasRecord) desk.attempt({ ...desk.visit, documentation: completeRecord(desk.chart, desk.today) }, "documentation", "");
  toSearch();
}

function end(desk: Desk): void {
  running = null;
  desk.refresh();
  document.querySelector<HTMLElement>(".situations button, .guides")?.focus();
}

const isHidden = (): boolean => chosen("situations") === "closed";

function hide(desk: Desk, hidden: boolean): void {
  choose("situations", hidden ? "closed" : "open");
  desk.refresh();
  // The pressed button is gone.
  document.querySelector<HTMLElement>(hidden ? ".guides" : ".situations .hide")?.focus();
}

/** Where the situations are hidden: the way back to them. */
export const guidesButton = (desk: Desk) =>
  isHidden() ? html`<button type="button" class="plain guides" @click=${() => hide(desk, false)}>${word("guide.show")}</button>` : nothing;

const purpose = ({ answer: { thresholds, serviceType } }: Desk): string => {
  const amount = thresholds?.[serviceType ?? "PT/SLP"].threshold;
  return amount ? word("purpose", { amount: roundDollars(amount) }) : word("purpose.any");
};

export const situations = (desk: Desk) => {
  const step = now(desk);
  follow(desk, step);
  return html`
    ${
      isHidden()
        ? nothing
        : html`
    <section class="situations ${desk.visit.lines.length > 0 ? "in-short" : ""}" aria-labelledby="purpose">
      <p class="headline" id="purpose">${word("headline")}</p>
      <button type="button" class="plain hide" @click=${() => hide(desk, true)}>${word("hide")}<span class="unseen"> ${word("guide.hide-what")}</span></button>
      <p class="purpose">${purpose(desk)}</p>
      <ol aria-label=${word("guide.name")}>
        ${SITUATIONS.map(
          (one, place) =>
            html`<li><button type="button" aria-current=${step !== null && one === running ? "step" : "false"} @click=${() => start(desk, one)}><b aria-hidden="true">${place + 1}</b> ${word(one.name)}</button></li>`,
        )}
      </ol>
      ${example(desk)}
    </section>
    `
    }
    <p class="unseen" role="status">${step ? `${step.title}: ${step.words}` : nothing}</p>
  `;
};

/** In the flow of the page: it points and covers nothing. */
export const callout = (desk: Desk, at: Place) => {
  const step = now(desk);
  return step?.at === at
    ? html`<div class="callout"><p><b>${step.title}</b> ${step.words}</p> <button type="button" class="plain" @click=${() => end(desk)}>${word("guide.end")}</button></div>`
    : nothing;
};

export const pointed = (desk: Desk, at: Place): string => (now(desk)?.at === at ? "pointed" : "");
