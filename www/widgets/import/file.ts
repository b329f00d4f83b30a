// What is shown of a file that was read, from what it is down to what was not read.
import { html, nothing } from "lit";
import { noticeList, type Voice } from "../shared/explanation.js";
import { feed } from "./feed.js";
import { figures } from "./figures.js";
import type { ReadFile, Unread } from "./model.js";
import { changes, member, MOST, more, named } from "./parts.js";
import { payments } from "./payments.js";
import { scrubs } from "./scrubs.js";

/** What it is, and what importing it would change: what a person decides on. */
export function reader(
  read: ReadFile,
  patient: string,
  voice: Voice,
  choose: (patient: number) => void,
  open: (chart: string) => void,
  dated: (day: string) => void,
) {
  return html`
    <p class="what">${read.message || own(read, voice)}</p>
    ${read.kind === "pverify" ? checked(read, voice, dated) : nothing}
    ${read.kind === null || read.kind === "837" ? nothing : whose(read, patient, voice, choose, open)}
    ${noticeList(read.notices, voice)}
    ${preview(read, voice)}
  `;
}

/** What that comes from, and what could not be read. */
export const details = (read: ReadFile, voice: Voice) => html`
  ${feed(read, voice)} ${figures(read, voice)} ${payments(read, voice)} ${scrubs(read, voice)}
  ${unread(read, voice)}
`;

/** What it is, where the rules have no sentence for it. */
const own = ({ kind, day }: ReadFile, { text, date }: Voice): string =>
  kind === "pverify"
    ? text("ui.import.pverify")
    : kind === "eob"
      ? day === null
        ? text("ui.import.feed")
        : text("ui.import.feed-of", { date: date(day) })
      : "";

/** Nothing in the response says when it was checked, and its amounts are of that year. */
const checked = ({ day }: ReadFile, { text }: Voice, dated: (day: string) => void) => html`
  <p class="checked"><label>${text("ui.import.checked")} <input type="date" .value=${day ?? ""} @change=${(event: Event) => dated((event.target as HTMLInputElement).value)} /></label></p>
`;

/** Somebody else's figures are never taken unless a person says so, patient by patient. */
function whose(
  { whose: { whose: answer, message }, patients }: ReadFile,
  patient: string,
  voice: Voice,
  choose: (patient: number) => void,
  open: (chart: string) => void,
) {
  const { text } = voice;
  if (answer === "nobody") return html`<p>${message}</p>`;
  // Where nobody in it has a number, nothing contradicts: a person says whose it is.
  const isUnnamed = answer === "others" && patients.every(({ memberId }) => memberId === null);
  if (answer === "theirs") return html`<p><span class="mark" aria-hidden="true">✓</span> ${message}</p>`;
  return html`
    ${isUnnamed ? html`<p>${text("ui.import.unnamed")}</p>` : noticeList([{ severity: answer === "others" ? "error" : "warning", message }], voice)}
    ${
      answer === "chosen"
        ? nothing
        : html`
      <details class="others" ?open=${isUnnamed || patients.some(({ chart }) => chart)}>
        <summary>${text("ui.import.whose", { number: patients.length })}</summary>
        <ul>
          ${patients.map(
            ({ name, memberId, chart }, place) => html`
            <li>
              <span>${named(name, voice)} <span class="hint">${member(memberId, voice)}</span></span>
              ${
                // Whose it is, is known: for anybody else it would be somebody else's.
                chart
                  ? html`<button type="button" part="button" @click=${() => open(chart.id)}>${text("ui.import.open", { name: chart.name })}</button>`
                  : html`<button type="button" part="button" @click=${() => choose(place)}>${patient ? text("ui.import.take-for", { name: patient }) : text("ui.import.take")}${name ? html`<span class="unseen"> (${name})</span>` : nothing}</button>`
              }
            </li>
          `,
          )}
        </ul>
      </details>
    `
    }
  `;
}

function preview({ preview }: ReadFile, { text }: Voice) {
  return preview === null
    ? nothing
    : html`
    <div class="preview">
      <h4>${text("ui.import.preview")}</h4>
      <p><b>${preview.summary}</b></p>
      ${
        preview.changes
          ? html`
        <ul class="buckets">${preview.buckets.map(({ changes, message }) => html`<li class=${changes ? "changed" : "same"}>${message}</li>`)}</ul>
        ${changes(preview.lines.map(({ message }) => message))}
      `
          : nothing
      }
    </div>
  `;
}

/** By their reason, so that a long list is told at a glance. */
function unread({ unread: list }: ReadFile, voice: Voice) {
  const { text } = voice;
  if (list.length === 0) return nothing;
  const reasons = new Map<string, Unread[]>();
  for (const one of list) {
    const same = reasons.get(one.reason);
    if (same) same.push(one);
    else reasons.set(one.reason, [one]);
  }
  return html`
    <div class="unread">
      <h4>${text("ui.import.unread", { number: list.length })}</h4>
      ${[...reasons].map(
        ([reason, segments]) => html`
        <details>
          <summary><span class="reason">${reason}</span> <span class="hint">${text("ui.import.segments", { count: segments.length })}</span></summary>
          <ul class="segments">${segments.slice(0, MOST).map(({ segment }) => html`<li><code>${segment}</code></li>`)}</ul>
          ${more(segments.length, voice)}
        </details>
      `,
      )}
    </div>
  `;
}
