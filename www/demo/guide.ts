// Three situations that lead through the screen. Each step stands beside what it is about, and the next one comes once it is done.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import type { SampleId } from "./samples.js";
import { chosen, choose } from "./storage.js";
import { word, type WordId } from "./words.js";

export type Place = "treatment" | "thresholds";

interface Step {
  at: Place;
  words: WordId;
  isDone: (desk: Desk) => boolean;
}
interface Situation {
  name: WordId;
  patient: SampleId;
  steps: readonly Step[];
  /** What there is to look at in the end. */
  end: WordId;
}

const CODE = "97110";
const decisionOf = ({ visit, answer }: Desk) => answer.decisions.get(visit.lines.find(({ code }) => code === CODE)?.id ?? "");
const isOn = (desk: Desk): boolean => ["apply", "keep"].includes(decisionOf(desk)?.action ?? "");
const isReached = ({ answer }: Desk): boolean => ["reached", "medical-review"].includes(answer.thresholds?.["PT/SLP"].status ?? "");

const add: Step = { at: "treatment", words: "step.add", isDone: (desk) => decisionOf(desk) !== undefined };

const SITUATIONS: readonly Situation[] = [
  { name: "guide.over", patient: "used-up", steps: [add, { at: "treatment", words: "step.apply", isDone: isOn }], end: "step.over-end" },
  {
    name: "guide.crossing",
    patient: "crossing",
    steps: [add, { at: "treatment", words: "step.decide", isDone: (desk) => decisionOf(desk)?.action !== "suggest" }],
    end: "step.crossing-end",
  },
  {
    name: "guide.elsewhere",
    patient: "elsewhere",
    steps: [add, { at: "thresholds", words: "step.used", isDone: isReached }, { at: "treatment", words: "step.apply", isDone: isOn }],
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
  return step ? { at: step.at, title: word("step", of), words: word(step.words) } : { at: "treatment", title: word("step.done"), words: word(running.end) };
}

const calloutOf = (): HTMLElement | null => document.querySelector(".callout");

let shown = "";
/** The next step comes into sight by itself; the focus stays where somebody works. */
function follow(words: string): void {
  if (words !== shown) requestAnimationFrame(() => calloutOf()?.scrollIntoView({ block: "nearest" }));
  shown = words;
}

function start(desk: Desk, situation: Situation): void {
  running = situation;
  desk.openChart(situation.patient);
  desk.startOver();
  calloutOf()?.focus({ preventScroll: true });
}

function end(desk: Desk): void {
  running = null;
  desk.refresh();
  document.querySelector<HTMLElement>(".situations summary")?.focus();
}

export const situations = (desk: Desk) => {
  const step = now(desk);
  follow(step?.words ?? "");
  return html`
    <details class="situations" ?open=${chosen("situations") !== "closed"} @toggle=${({ target }: Event) => choose("situations", (target as HTMLDetailsElement).open ? "open" : "closed")}>
      <summary>${word("purpose")}</summary>
      <ul aria-label=${word("guide.name")}>
        <li class="hint" aria-hidden="true">${word("guide")}</li>
        ${SITUATIONS.map(
          (one) =>
            html`<li><button type="button" aria-current=${step !== null && one === running ? "step" : "false"} @click=${() => start(desk, one)}>${word(one.name)} <span aria-hidden="true">→</span></button></li>`,
        )}
      </ul>
    </details>
    <p class="unseen" role="status">${step ? `${step.title}: ${step.words}` : nothing}</p>
  `;
};

/** In the flow of the page: it points and covers nothing. */
export const callout = (desk: Desk, at: Place) => {
  const step = now(desk);
  return step?.at === at
    ? html`<div class="callout" tabindex="-1"><p><b>${step.title}</b> ${step.words}</p> <button type="button" class="plain" @click=${() => end(desk)}>${word("guide.end")}</button></div>`
    : nothing;
};

export const pointed = (desk: Desk, at: Place): string => (now(desk)?.at === at ? "pointed" : "");
