// Lists that stand in more than one place of a file.
import { html, nothing } from "lit";
import type { Voice } from "../shared/explanation.js";

export const changes = (said: readonly string[]) =>
  said.length === 0 ? nothing : html`<ul class="changes" part="changes">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;

/** Whose something is, as the file names them. */
export const named = (name: string, { text }: Voice): string => name || text("ui.import.no-name");
export const member = (memberId: string | null, { text }: Voice): string =>
  memberId === null ? text("ui.import.no-member-id") : text("ui.import.member-id", { id: memberId });

/** A list for people ends somewhere; the rest is counted. */
export const MOST = 50;
export const more = (count: number, { text }: Voice) =>
  count <= MOST ? nothing : html`<p class="hint">${text("ui.import.more", { count: count - MOST })}</p>`;
