// Preferences of the practice's policy: its own code list, and lines that go partly over a threshold.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Policy } from "kx-modifier";
import type { Desk } from "kx-modifier/desk";
import { word, type WordId } from "./words.js";

const BUCKETS = ["PT/SLP", "OT"] as const;
const LISTS = ["addCodes", "removeCodes"] as const;
type List = (typeof LISTS)[number];

/** A code that Medicare's therapy code list does not have. */
const NOT_THERAPY = "not-therapy";

const textOf = (event: Event): string => (event.target as HTMLInputElement).value;

function choice<Name extends "codeList" | "crossingLine" | "attestation">(desk: Desk, name: Name, options: readonly NonNullable<Policy[Name]>[]) {
  const chosen = desk.policy[name] ?? options[0];
  return html`
    <label for=${name}>${word(`policy.${name}`)}</label>
    <select id=${name} aria-describedby="${name}-hint" .value=${live(String(chosen))} @change=${(event: Event) => void desk.setPolicy({ [name]: textOf(event) })}>
      ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${word(`policy.${name}.${option}` as WordId)}</option>`)}
    </select>
    <p class="hint" id="${name}-hint">${word(`policy.${name}.hint`)}</p>
  `;
}

const partsOf = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean);

/** The first part that is no code: its place stands at the end of the path. */
const refusedPart = ({ text, path }: { text: string; path?: string | null }): string => partsOf(text)[Number(/\[(\d+)\]$/.exec(path ?? "")?.[1] ?? 0)] ?? text;

/** Codes as they are typed, with spaces or commas between them. */
function codes(desk: Desk, list: List, bucket: (typeof BUCKETS)[number]) {
  const id = `${list}-${bucket === "OT" ? "ot" : "pt-slp"}`;
  const refusal = desk.policyRefusals.get(id);
  const change = (event: Event) => {
    const typed = textOf(event);
    // KX on what is no therapy would be asked for by the practice itself.
    const other = list === "addCodes" ? partsOf(typed).findIndex((code) => /^\w{5}$/.test(code) && !desk.isTherapy(code)) : -1;
    if (other >= 0) {
      desk.policyRefusals.set(id, { text: typed, code: NOT_THERAPY, path: `[${other}]` });
      desk.refresh();
      return;
    }
    void desk.setPolicy({ [list]: { ...desk.policy[list], [bucket]: partsOf(typed).map((code) => code.toUpperCase()) } }, id, typed);
  };
  return html`
    <label for=${id}>${word(`policy.${list}`, { bucket })}</label>
    <input id=${id} autocomplete="off" spellcheck="false" placeholder="97110, 97140" .value=${refusal?.text ?? (desk.policy[list]?.[bucket] ?? []).join(" ")} aria-invalid=${refusal ? "true" : "false"} aria-describedby=${refusal ? `${id}-refused` : nothing} @change=${change} /><span class="none" aria-hidden="true">${word("codes.none")}</span>
    ${refusal ? html`<p id="${id}-refused" class="refused" role="alert"><span aria-hidden="true">✕ </span>${word(refusal.code === NOT_THERAPY ? "policy.not-therapy" : "policy.refused", { code: refusedPart(refusal) })}</p>` : nothing}
  `;
}

export const codeListSetting = (desk: Desk) => html`
  <div class="code-list">
    <div class="setting">${choice(desk, "codeList", ["documented", "cms"])}</div>
    ${LISTS.flatMap((list) => BUCKETS.map((bucket) => html`<div class="setting">${codes(desk, list, bucket)}</div>`))}
  </div>
`;

export const crossingSetting = (desk: Desk) => html`<div class="setting">${choice(desk, "crossingLine", ["suggest", "apply", "ignore"])}</div>`;

export const attestationSetting = (desk: Desk) => html`<div class="setting">${choice(desk, "attestation", ["record", "require"])}</div>`;
