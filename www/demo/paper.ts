// An appointment on paper: what a reader of the record looks for, on one page, in place of the screen's widgets.
import { html, nothing } from "lit";
import type { Desk } from "kx-modifier/desk";
import { hasThreshold } from "./buckets.js";
import { STANDING } from "kx-modifier/widgets";
import { clock, dollars, overReview, type WordId, word, written } from "./words.js";

type Shown = ReturnType<Desk["lines"]>[number];

/** What was decided about KX, in words. */
function kxOf({ decision, kxDeclined }: Shown): string {
  if (decision === null) return word("paper.undecided");
  const { state, modifiers, notices } = decision;
  if (modifiers.includes("KX")) {
    if (state === "added") return "KX";
    const [open] = notices.filter(({ severity }) => severity !== "info");
    return word(open?.code === "documentation-incomplete" ? "paper.kx-record" : "paper.kx-check");
  }
  if (kxDeclined !== null) return kxDeclined ? word("paper.off", { reason: kxDeclined }) : word("paper.off-no-reason");
  return state === "not-needed" ? word("paper.no-kx", { reason: word("paper.not-needed") }) : word("paper.undecided");
}

/** What was typed, or else what is expected. */
const amountOf = ({ allowed, expected }: Shown): string => {
  if (/^\d+(\.\d+)?$/.test(allowed)) return dollars(allowed);
  return expected === null || expected === "no fee" ? "–" : word("paper.expected", { amount: dollars(expected) });
};

const remains = (amount: string): string => (amount.startsWith("-") ? word("paper.over", { amount: dollars(amount.slice(1)) }) : dollars(amount));

const table = (name: string, heads: readonly WordId[], rows: readonly (readonly unknown[])[]) => html`
  <table class=${name}>
    <thead><tr>${heads.map((head) => html`<th scope="col">${word(head)}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table>
`;

function lines(desk: Desk) {
  const shown = [...desk.lines("treatment"), ...desk.lines("flowsheet").filter(({ code, done }) => code && done)];
  if (shown.length === 0) return html`<p>${word("paper.no-lines")}</p>`;
  const rows = shown.map((line) => [
    html`<b>${line.code}</b> ${line.intervention?.name ?? line.description}`,
    line.decision?.modifiers.join(" ") || line.modifiers,
    line.units || "1",
    amountOf(line),
    kxOf(line),
  ]);
  return table("paper-lines", ["paper.service", "paper.modifiers", "paper.units", "paper.amount", "paper.kx"], rows);
}

function thresholds(desk: Desk) {
  const { answer, usage } = desk;
  // Nothing is known of a year without an amount, and the sheet says why.
  if (answer.missingYear !== null)
    return html`
      <h2>${word("thresholds")}</h2>
      <p class="paper-over"><span aria-hidden="true">${STANDING.unknown.sign}</span> ${desk.text("ui.desk.year-missing", { year: String(answer.missingYear) })}</p>
    `;
  const cards = answer.benefits?.met ? answer.thresholds : null;
  if (!cards) return nothing;
  const rows = Object.values(cards).map((card) => [
    html`<b>${card.serviceType}</b>`,
    dollars(card.threshold),
    // Figures of another year are none of this one's.
    ...(card.notices.some(({ severity }) => severity === "error")
      ? [word("paper.not-known"), "–", "–"]
      : [dollars(card.used), dollars(card.otherUsed), remains(card.remaining)]),
  ]);
  return html`
    <h2>${word("thresholds")}</h2>
    ${table("paper-thresholds", ["paper.threshold", "paper.amount-of", "paper.used", "paper.elsewhere", "paper.remaining"], rows)}
    ${Object.values(cards).map(({ serviceType, status, medicalReview }) =>
      status === "medical-review" && medicalReview
        ? html`<p class="paper-over"><span aria-hidden="true">${STANDING[status].sign}</span> ${overReview(serviceType, medicalReview)}</p>`
        : nothing,
    )}
    ${usage.asOf ? html`<p>${word(Object.values(cards).some(({ before }) => before !== null) ? "paper.as-of-lines" : "paper.as-of", { date: written(usage.asOf) })}</p>` : nothing}
  `;
}

function record(desk: Desk) {
  const { checklist } = desk.answer;
  const open = checklist.items.filter(({ id, status }) => status !== "met" && id !== "re-evaluation");
  if (!hasThreshold(desk)) return nothing;
  const { attestation } = checklist;
  return html`
    <h2>${word("paper.record")}</h2>
    <p>${checklist.summary}. ${attestation ? word("paper.attested", { by: attestation.by, on: written(attestation.on) }) : `${desk.text("ui.documentation.not-attested")}.`}</p>
    ${open.length === 0 ? nothing : html`<ul>${open.map(({ text }) => html`<li>☐ ${text}</li>`)}</ul>`}
  `;
}

function prompts({ evaluation: { evaluate }, visit: { answers } }: Desk) {
  if (evaluate.length === 0) return nothing;
  const answerTo = (name: string, prompt: string) => answers.find((one) => one.name === name && one.prompt === prompt)?.answer ?? "";
  return html`
    <h2>${word("paper.prompts")}</h2>
    <dl>${evaluate.map(({ name, prompt }) => {
      const answer = answerTo(name, prompt);
      return html`<div class=${answer ? "" : "unanswered"}><dt><b>${name}</b> ${prompt}</dt> <dd>${word("paper.answer", { answer })}</dd></div>`;
    })}</dl>
  `;
}

/** A record that somebody asks for, and that is not complete. */
const isOpen = (desk: Desk): boolean => hasThreshold(desk) && !desk.answer.checklist.ready;

/** Whoever files the sheet has signed it. */
const signature = (desk: Desk) => html`
  <dl class="paper-signature">
    <div><dt>${word(isOpen(desk) ? "paper.signed-later" : "paper.signed", { name: desk.chart.provider.name })}</dt><dd></dd></div>
    ${(["paper.credentials", "paper.signed-on"] as const).map((id) => html`<div><dt>${word(id)}</dt><dd></dd></div>`)}
  </dl>
`;

/** Which visit it is, and what keeps its sheet from being complete. */
export function visitOnPaper(desk: Desk) {
  const { date, time, provider, appointmentType, coverage } = desk.chart;
  const day = [written(date), time && clock(time)].filter(Boolean).join(", ");
  return html`
    <p class="paper-visit"><b>${day} · ${provider.name}, ${provider.discipline}</b> · ${appointmentType} · ${coverage.name}</p>
    ${isOpen(desk) ? html`<p class="paper-open"><span aria-hidden="true">!</span> ${word("paper.incomplete", { what: desk.answer.checklist.summary })}</p>` : nothing}
  `;
}

export const paper = (desk: Desk) =>
  html`<section class="paper">${lines(desk)} ${thresholds(desk)} ${record(desk)} ${prompts(desk)} ${signature(desk)}</section>`;
