// The claims themselves: a claim's own cells stand beside all of its reasons.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { HoldReason } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { rangeIn } from "../shared/format.js";
import { badge, paperHead, selectAll, sorting, toneOf, unfolding, unlabelled } from "../shared/queue.js";
import { unreadWords } from "../shared/refusal.js";
import { lineOfNote, type ClaimOrder, type ClaimRow, type ClaimsView, type ShownClaim } from "./model.js";

type Words = Voice & { locale: string };

interface Acts {
  open: (row: ClaimRow, reason: HoldReason | null) => void;
  sort: (order: ClaimOrder, backwards: boolean) => void;
  pick: (key: string, on: boolean, range: boolean) => void;
  pickAll: (on: boolean) => void;
  /** Asks for a word, or takes it back. */
  act: (one: ShownClaim) => void;
  /** The note was read: KX is in it, or not. */
  note: (row: ClaimRow, line: string, has: boolean) => void;
  /** To what can be done with the selection. */
  toBar: () => void;
  /** Shows or hides the next steps of a claim. */
  unfold: (key: string) => void;
}

/** Without those to select by and to press. */
const SHEET_COLUMNS = 6;

interface Standing {
  /** What the printed list is. */
  onPaper: string;
  at: ClaimsView;
  /** Claims that fit, drawn or not. */
  shown: number;
  /** Of those. */
  selected: number;
  /** The claim that a word is asked for, and the form that asks. */
  asked: string | null;
  word: () => unknown;
  locked: boolean;
  /** Claims whose next steps are shown. */
  unfolded: ReadonlySet<string>;
  /** Who works here; empty where nobody is known, and then a word is asked for by name. */
  by: string;
}

const SORTED: readonly (readonly [order: ClaimOrder, label: string])[] = [
  ["name", "ui.worklist.patient"],
  ["expected", "ui.claims.amount"],
  ["since", "ui.claims.since"],
  ["days", "ui.claims.days"],
  ["urgency", "ui.claims.why"],
];

export function table(claims: readonly ShownClaim[], standing: Standing, words: Words, acts: Acts) {
  const { at, shown, selected } = standing;
  const { text } = words;
  return html`
    <table role="table" part="table" class=${at.status === "hold" ? "todo" : ""} aria-labelledby="title">
      <thead role="rowgroup">
        ${paperHead(standing.onPaper, SHEET_COLUMNS, at.status === "hold", ["check"], words)}
        <tr role="row">
          ${selectAll("ui.claims.select-all", selected, shown, words, acts.pickAll)}
          ${SORTED.map(([order, label]) => sorting(order, text(label), at, acts.sort))}
          <th role="columnheader" scope="col" class="due">${text("ui.claims.who")}</th>
          <th role="columnheader" class="do"><span class="unseen">${text("ui.line.actions")}</span></th>
        </tr>
      </thead>
      ${repeat(
        claims,
        ({ key }) => key,
        (one) => claimOf(one, standing, words, acts),
      )}
    </table>
  `;
}

function claimOf(one: ShownClaim, { at, asked, word, locked, unfolded, by }: Standing, words: Words, acts: Acts) {
  const { row, key, reasons } = one;
  const { name, memberId, claim, days, since, error } = row;
  const { text, date, money, locale } = words;
  const isAsked = asked === key;
  const span = Math.max(1, reasons.length);
  const selected = at.selected.includes(key);
  // A press with the Shift key takes those between along; a key press brings a click too.
  const pick = (event: MouseEvent) => acts.pick(key, (event.target as HTMLInputElement).checked, event.shiftKey);
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    // Else the button that gets the focus would be pressed by the same key.
    event.preventDefault();
    acts.toBar();
  };
  const [idBefore, idAfter] = text("ui.claims.claim-id", { id: "\n" }).split("\n");
  const range = days ? html`<span class="whole">${rangeIn(locale, days.from, days.to)}</span>` : "–";
  const box = html`<label class="box"><input type="checkbox" aria-label=${text("ui.claims.select", { name, claim: claim?.id ?? "" })} aria-keyshortcuts="Enter" .checked=${live(selected)} @click=${pick} @keydown=${enter} /></label>`;
  const own = html`
    <td role="cell" class="pick" rowspan=${span}>${claim ? box : nothing}</td>
    <th role="rowheader" scope="rowgroup" class="who" rowspan=${span}>
      ${claim && !locked ? html`<button type="button" part="button" class="plain open" @click=${() => acts.open(row, null)}>${name}</button>` : html`<span class="name">${name}</span>`}
      ${memberId ? html`<span class="hint">${memberId}</span>` : nothing}
      ${claim ? html`<span class="hint">${idBefore}<span class="whole">${claim.id}</span>${idAfter}</span>` : nothing}
    </th>
    <td role="cell" class="left" rowspan=${span} data-label=${text("ui.claims.amount")}>${claim ? money(claim.amount) : "–"}</td>
    <td role="cell" class="visit" rowspan=${span} data-label=${text("ui.claims.since")}>${since ? date(since) : "–"}</td>
    <td role="cell" class="therapist" rowspan=${span} data-label=${text("ui.claims.days")}>${range}</td>
  `;
  const rows = error
    ? [
        html`<td role="cell" class="step error" colspan="3">${badge("error", "unknown", text("ui.claims.code.unread"), words)} <span class="message">${unreadWords(error, text, words.locale)}</span></td>`,
      ]
    : reasons.map((reason, place) => reasonOf(one, reason, place, at.status === "hold", { locked, isAsked, by, isOpen: unfolded.has(key) }, words, acts));
  const form = isAsked ? [html`<td role="cell" class="why" colspan="8">${word()}</td>`] : [];
  return html`
    <tbody role="rowgroup" part="row" class=${selected ? "selected" : ""} data-claim=${key}>
      ${[...rows, ...form].map((cells, place) => html`<tr role="row">${place === 0 ? own : nothing}${cells}</tr>`)}
    </tbody>
  `;
}

/** What two reasons of one line have in common is said with the last of them. */
const isSaidBelow = (reasons: readonly HoldReason[], { line, nextStep }: HoldReason, place: number): boolean =>
  reasons.slice(place + 1).some((other) => !other.released && other.line === line && other.nextStep === nextStep);

function reasonOf(
  one: ShownClaim,
  reason: HoldReason,
  place: number,
  isHeld: boolean,
  { locked, isAsked, by, isOpen }: { locked: boolean; isAsked: boolean; by: string; isOpen: boolean },
  words: Words,
  acts: Acts,
) {
  const { row, key, reasons } = one;
  const { code, line, severity, message, nextStep, who, released } = reason;
  const { text } = words;
  const isFirst = place === 0;
  const name = text(`ui.claims.code.${code}`);
  const standing = code === "suggestion" ? "check" : undefined;
  const label = badge(severity, standing, name, words);
  const action = text(isHeld ? "ui.claims.release" : "ui.claims.hold-again");
  const next = isSaidBelow(reasons, reason, place) ? nothing : html`<span class="next">${nextStep}</span>`;
  // The one who answers two reasons is named once on a screen; on paper each reason stands by itself.
  const again = reasons[place - 1]?.who === who ? "again" : "";
  const therapist = who === "therapist" && row.therapist ? html` <span class="hint ${again}">${row.therapist}</span>` : nothing;
  const noted = isHeld && !locked && by !== "" ? lineOfNote(row, reason) : null;
  const note = (has: boolean) =>
    html`<button type="button" part="button" class="plain note" @click=${() => noted !== null && acts.note(row, noted, has)}>${text(`ui.claims.note.${has ? "in" : "not-in"}`)}<span class="unseen"> ${row.name}</span></button>`;
  return html`
    <td role="cell" class="step ${toneOf(severity, standing)} ${released ? "answered" : ""} ${isOpen ? "unfolded" : ""}" data-label=${text("ui.claims.why")}>
      ${isFirst && reasons.some((one) => !one.released) ? unfolding(isOpen, text("ui.worklist.details", { item: name, name: row.name }), () => acts.unfold(key)) : nothing}
      ${locked ? label : html`<button type="button" part="button" class="plain item" data-reason=${JSON.stringify([line, code])} @click=${() => acts.open(row, reason)}>${label}<span class="unseen"> ${row.name}</span></button>`}
      <span class="message">${unlabelled(message, name)}</span>
      ${released ? html`<span class="hint released">${text(isHeld ? "ui.claims.answered-by" : "ui.claims.released-by", released)}</span>` : next}
      ${noted === null ? nothing : html`${note(true)} ${note(false)}`}
    </td>
    <td role="cell" class="due" data-label=${text("ui.claims.who")}>${text(`ui.claims.who.${who}`)}${therapist}</td>
    <td role="cell" class="do">
      ${isFirst ? html`<button type="button" part="button" class="plain" aria-expanded=${isHeld ? (isAsked ? "true" : "false") : nothing} @click=${() => acts.act(one)}>${action}<span class="unseen"> ${row.name}</span></button>` : nothing}
    </td>
  `;
}
