// Denied therapy lines: what the denial was for, what can be done by when, and the request to the contractor once a clinician has attested.
import { html, nothing } from "lit";
import type { Voice } from "../shared/explanation.js";
import { momentOf } from "../shared/moment.js";
import { MOST, more } from "./parts.js";
import { leftOff } from "./left-off.js";
import type { ShownDenial } from "./model.js";

export type Words = Voice & { time: (time: string) => string };

export interface DenialActs {
  attest: (denial: ShownDenial, by: string) => void;
  /** Asks why; null puts the question away. */
  ask: (denial: ShownDenial | null, by: string) => void;
  leaveOff: (denial: ShownDenial, reason: string) => void;
  copy: (denial: ShownDenial, from: HTMLElement) => void;
  /** Of the line that was answered without a name, of the one that KX is left off, and of the one whose request was copied: their ids. */
  nameless: string | null;
  leaving: string | null;
  copied: { id: string; said: string } | null;
}

const SIGN: { readonly [V in ShownDenial["verdict"]]: string } = {
  "kx-missing": "✕",
  "below-threshold": "!",
  "has-kx": "!",
  "billed-as-not-necessary": "i",
  "not-therapy": "i",
  "not-threshold": "i",
};

/** Nobody adds KX to a line because it was denied: the question is the clinician's, and there is no text before the answer. */
function attesting(denial: ShownDenial, key: string, words: Words, { attest, ask, leaveOff, nameless, leaving }: DenialActs) {
  const { text } = words;
  const { id, code, attested } = denial;
  const [field, refused] = [`by-${key}`, nameless === id];
  const nameIn = (form: HTMLFormElement | null): string => String(new FormData(form ?? undefined).get("by") ?? "").trim();
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    attest(denial, nameIn(event.currentTarget as HTMLFormElement));
  };
  const left = (event: Event): void => ask(denial, nameIn((event.currentTarget as HTMLButtonElement).form));
  return html`
    <form class="attesting" novalidate @submit=${submitted}>
      <p class="hint" id="hint-${key}">${text("ui.denial.attest-hint")}</p>
      <label for=${field}>${text("ui.denial.by")}</label>
      <input id=${field} name="by" type="text" autocomplete="off" maxlength="200" aria-invalid=${refused ? "true" : "false"} aria-describedby=${refused ? `nameless-${key}` : `hint-${key}`} />
      <button type="submit" part="button">${text("ui.denial.attest")}<span class="unseen">: ${code}</span></button>
      ${attested?.answer === "leave-kx-off" ? nothing : html`<button type="button" class="plain leave" part="button" aria-expanded=${leaving === id ? "true" : "false"} @click=${left}>${text("ui.chip.leave-off")}<span class="unseen">: ${code}</span></button>`}
      ${refused ? html`<p class="refusal" id="nameless-${key}" role="alert"><span aria-hidden="true">✕ </span>${text("ui.denial.nameless")}</p>` : nothing}
    </form>
    ${
      leaving === id
        ? leftOff(
            key,
            code,
            words,
            (reason) => leaveOff(denial, reason),
            () => ask(null, ""),
          )
        : nothing
    }
  `;
}

function request(denial: ShownDenial, key: string, { text }: Words, { copy, copied }: DenialActs) {
  const { id, code } = denial;
  return html`
    <div class="request">
      <p class="label" id="request-${key}">${text("ui.denial.request")}</p>
      <pre tabindex="0" role="group" aria-labelledby="request-${key}">${denial.text}</pre>
      <p><button type="button" class="reads" part="button" @click=${(event: Event) => copy(denial, (event.currentTarget as HTMLElement).closest(".request")?.querySelector("pre") as HTMLElement)}>${text("ui.denial.copy")}<span class="unseen">: ${code}</span></button>
        <span role="status" class="hint">${copied?.id === id ? copied.said : nothing}</span></p>
    </div>
  `;
}

/** Where KX can be requested, or could be if a clinician had not left it off: a mind may change. */
const asksAbout = ({ asks, verdict, channel, attested }: ShownDenial): boolean =>
  asks && verdict === "kx-missing" && (channel !== null || attested?.answer === "leave-kx-off");

function denial(one: ShownDenial, key: string, words: Words, acts: DenialActs) {
  const { text, date, remains } = words;
  const { id, verdict, remaining, channel, lastDay, appealBy, message, nextStep, attested } = one;
  const facts: [string, string][] = [
    ...(remaining === null ? [] : [[text("ui.denial.remaining"), remains(remaining)] as [string, string]]),
    ...(channel === null ? [] : [[text("ui.denial.channel"), text(`ui.denial.channel.${channel}`)] as [string, string]]),
    ...(lastDay === null ? [] : [[text("ui.denial.last-day"), date(lastDay)] as [string, string]]),
    ...(appealBy === null ? [] : [[text("ui.denial.appeal"), date(appealBy)] as [string, string]]),
  ];
  return html`
    <li class="denial ${verdict}" data-denial=${id}>
      <p><b class="verdict"><span aria-hidden="true">${SIGN[verdict]}</span> ${text(`ui.denial.verdict.${verdict}`)}</b> <span>${message}</span></p>
      <p>${nextStep}</p>
      ${facts.length === 0 ? nothing : html`<dl class="terms">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`}
      ${attested ? html`<p class="hint">${text(attested.answer === "add-kx" ? "ui.attest.attested" : "ui.attest.left-off", { name: attested.by, moment: momentOf(attested.at, words, words.time) })}</p>` : nothing}
      ${attested?.reason ? html`<p class="hint">${attested.reason}</p>` : nothing}
      ${one.text === null ? (asksAbout(one) ? attesting(one, key, words, acts) : nothing) : request(one, key, words, acts)}
    </li>
  `;
}

/** `name`: of the list, for the names of its parts: a line's own id may have spaces, and may be in two lists. */
export function denials(list: readonly ShownDenial[] | undefined, name: string, words: Words, acts: DenialActs) {
  if (!list?.length) return nothing;
  return html`
    <div class="denials">
      <h4>${words.text("ui.denial.count", { count: list.length })}</h4>
      <ul>${list.slice(0, MOST).map((one, place) => denial(one, `${name}-${place}`, words, acts))}</ul>
      ${more(list.length, words)}
    </div>
  `;
}
