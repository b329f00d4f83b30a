// What queues share: all of them on paper, a selection with ranges, headings that sort, and what was done last with a way back.
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import { live } from "lit/directives/live.js";
import type { Notice } from "kx-modifier";
import type { Voice } from "./explanation.js";
import { SEVERITY } from "./severity.js";
import { STANDING, type Standing } from "./standing.js";

/** Whether the page is being printed. */
export class Printing implements ReactiveController {
  on = false;

  /** `draw` draws the host at once. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly draw: () => void,
  ) {
    host.addController(this);
  }

  private readonly before = (): void => {
    this.on = true;
    this.host.requestUpdate();
    // The browser prints what stands there when the event ends.
    this.draw();
  };
  private readonly after = (): void => {
    this.on = false;
    this.host.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener("beforeprint", this.before);
    window.addEventListener("afterprint", this.after);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.before);
    window.removeEventListener("afterprint", this.after);
  }
}

/** The day on the paper: that of the place, not of Greenwich. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** What is selected once `id` is, or is no longer; with a range, all from the one picked last. */
export function picked(all: readonly string[], selected: readonly string[], last: string | null, id: string, on: boolean, range: boolean): string[] {
  const [from, to] = [all.indexOf(last ?? id), all.indexOf(id)];
  const concerned = new Set(range && from >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]);
  return [...selected.filter((one) => !concerned.has(one)), ...(on ? concerned : [])];
}

/** What was done last. Without `undo` there is no way back. */
export const lastDone = (said: string | null, undo: (() => void) | null, { text }: Voice) => html`
  <p role="status" class="done" ?hidden=${said === null}>${said === null ? "" : html`<span>${said}</span> ${undo ? html`<button type="button" part="button" class="plain" id="undo" @click=${undo}>${text("ui.undo")}</button>` : nothing}`}</p>
`;

/** What a printed list is, and what its marks mean, on each of its sheets. `boxes`: whether there are some to tick. */
export function paperHead(line: string, columns: number, boxes: boolean, standings: readonly Standing[], { text }: Voice) {
  const marks = [
    ...(boxes ? [["☐", text("ui.worklist.status.done")]] : []),
    ...Object.values(SEVERITY).map(({ sign, word }) => [sign, text(word)]),
    ...standings.map((standing) => [STANDING[standing].sign, text(STANDING[standing].words)]),
  ];
  return html`<tr role="row" class="on-paper"><th role="columnheader" colspan=${columns}>${line}<p class="marks">${marks.map(([sign, words]) => html`<span>${sign} ${words}</span>`)}</p></th></tr>`;
}

/** The box that selects all that fit, drawn or not. */
export function selectAll(label: string, selected: number, shown: number, { text }: Voice, pick: (on: boolean) => void) {
  return html`
    <th role="columnheader" class="pick">
      <label class="box"><span class="all">${text(label, { number: shown })}</span><input type="checkbox" .checked=${live(selected > 0 && selected === shown)} .indeterminate=${live(selected > 0 && selected < shown)} @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)} /></label>
    </th>
  `;
}

/** The heading of a column that sorts. */
export function sorting<Order extends string>(
  order: Order,
  label: string,
  at: { order: Order; backwards: boolean },
  sort: (order: Order, backwards: boolean) => void,
) {
  const here = order === at.order;
  const sorted = !here ? "none" : at.backwards ? "descending" : "ascending";
  return html`
    <th role="columnheader" scope="col" aria-sort=${sorted} class=${order}>
      <button type="button" part="button" class="plain reads" @click=${() => sort(order, here && !at.backwards)}>
        ${label} <span aria-hidden="true" class="sign">${here ? (at.backwards ? "▼" : "▲") : ""}</span>
      </button>
    </th>
  `;
}

/** What has a sign and a tone of its own everywhere has it here too; all else has those of its severity, with its word. */
export const badge = (severity: Notice["severity"], standing: Standing | undefined, label: string, { text }: Voice) =>
  standing
    ? html`<span class="badge"><span aria-hidden="true">${STANDING[standing].sign}</span> ${label}</span>`
    : html`<span class="badge"><span aria-hidden="true">${SEVERITY[severity].sign}</span> ${label}<span class="unseen"> (${text(SEVERITY[severity].word)})</span></span>`;

export const toneOf = (severity: Notice["severity"], standing: Standing | undefined): Notice["severity"] => (standing ? STANDING[standing].tone : severity);

/** Shows or hides the rest of what there is to say. */
export const unfolding = (open: boolean, what: string, press: () => void) =>
  html`<button type="button" part="button" class="plain reads unfold" aria-expanded=${open ? "true" : "false"} @click=${press}><span aria-hidden="true">${open ? "▾" : "▸"}</span><span class="unseen">${what}</span></button>`;

/** The label stands before it already. */
export function unlabelled(message: string, label: string): string {
  const [before, after] = message.split(`${label}: `);
  return after === undefined ? message : `${before}${after.charAt(0).toLocaleUpperCase()}${after.slice(1)}`;
}

/** In one hand what a list is looked at with is behind this. `set`: filters that are. */
export const toolsButton = (open: boolean, set: number, { text }: Voice, press: () => void) => html`
  <button type="button" part="button" class="reads show-tools" aria-controls="tools" aria-expanded=${open ? "true" : "false"} @click=${press}>${set > 0 ? text("ui.worklist.tools-set", { number: set }) : text("ui.worklist.tools")} <span aria-hidden="true">${open ? "▾" : "▸"}</span></button>
`;

/** With `key` where it was not, without it where it was. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** What stays in sight above the rows takes as many lines as it needs; a row that gets the focus stands below it. */
export function belowBar(root: ParentNode): void {
  const bar = root.querySelector<HTMLElement>(".selection")?.parentElement;
  root.querySelector("section")?.style.setProperty("--bar", `${bar?.offsetHeight ?? 0}px`);
}
