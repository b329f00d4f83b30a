// What is shown of a file that was read, from what it is down to what was not read.
import { html, nothing } from "lit";
import { figures } from "./figures.js";
import type { ReadFile, Unread } from "./model.js";
import { changes, MOST, more, notices } from "./parts.js";
import { payments } from "./payments.js";
import { scrubs } from "./scrubs.js";

export function reader(read: ReadFile, choose: (patient: number) => void) {
  return html`
    <p class="what">${read.message}</p>
    ${read.kind === "271" || read.kind === "835" ? whose(read, choose) : nothing}
    ${figures(read)} ${payments(read)} ${scrubs(read)}
    ${notices(read.notices)}
    ${preview(read)}
    ${unread(read)}
  `;
}

/** Somebody else's figures are never taken unless a person says so, patient by patient. */
function whose({ whose: { whose: answer, message }, patients }: ReadFile, choose: (patient: number) => void) {
  if (answer === "nobody") return html`<p>${message}</p>`;
  if (answer === "theirs") return html`<p><span class="mark" aria-hidden="true">✓</span> ${message}</p>`;
  return html`
    ${notices([{ code: answer, severity: answer === "others" ? "error" : "warning", message }])}
    ${answer === "chosen" ? nothing : html`
      <details class="others">
        <summary>Whose it is (${patients.length})</summary>
        <ul>
          ${patients.map(({ name, memberId }, place) => html`
            <li>
              <span>${name || "No name"} <span class="hint">${memberId === null ? "no member ID" : `member ID ${memberId}`}</span></span>
              <button type="button" @click=${() => choose(place)}>Take it for the open patient<span class="unseen"> (${name})</span></button>
            </li>
          `)}
        </ul>
      </details>
    `}
  `;
}

function preview({ preview }: ReadFile) {
  return preview === null ? nothing : html`
    <div class="preview">
      <h4>What accepting changes</h4>
      <p><b>${preview.summary}</b></p>
      ${preview.changes ? html`
        <ul class="buckets">${preview.buckets.map(({ changes, message }) => html`<li class=${changes ? "changed" : "same"}>${message}</li>`)}</ul>
        ${changes(preview.lines.map(({ message }) => message))}
      ` : nothing}
    </div>
  `;
}

/** By their reason, so that a long list is told at a glance. */
function unread({ unread: list }: ReadFile) {
  if (list.length === 0) return nothing;
  const reasons = new Map<string, Unread[]>();
  for (const one of list) {
    const same = reasons.get(one.reason);
    if (same) same.push(one);
    else reasons.set(one.reason, [one]);
  }
  return html`
    <div class="unread">
      <h4>Not read (${list.length})</h4>
      ${[...reasons].map(([reason, segments]) => html`
        <details>
          <summary><span class="reason">${reason}</span> <span class="hint">${segments.length === 1 ? "1 segment" : `${segments.length} segments`}</span></summary>
          <ul class="segments">${segments.slice(0, MOST).map(({ segment }) => html`<li><code>${segment}</code></li>`)}</ul>
          ${more(segments.length)}
        </details>
      `)}
    </div>
  `;
}
