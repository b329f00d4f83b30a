import { html } from "lit";
import { decide, therapyCodes } from "kx-modifier";
import { about } from "../code/write.ts";
import { focus, type } from "../host/act.ts";
import { attempt, host } from "../host/host.ts";
import { api } from "../host/api.ts";
import { live } from "../host/live.ts";

export default { title: "kx-combobox", parameters: about("combobox") };

export const Live = live("combobox", { label: "Code", placeholder: "97110 or exercise", free: false }, ({ label, placeholder, free }) =>
  host(
    {},
    () => html`
    <kx-combobox .label=${label} .placeholder=${placeholder} ?free=${free} .options=${therapyCodes().map(({ code, description }) => ({ value: code, detail: description }))}></kx-combobox>
  `,
  ),
);
export const Api = api("combobox");

/** Picked codes are tried on the core, as a host does. */
const tried = (code: string) =>
  attempt(code, () => decide({ line: { code }, appointment: { date: "2026-07-01" }, coverage: { program: "medicare-part-b" } })).refusal ?? null;

const story = (free = false, typed = "") => ({
  render: () =>
    host(
      { refusal: typed ? tried(typed) : null },
      ({ refusal }, set) => html`
    <kx-combobox
      label="Code"
      placeholder="97110 or exercise"
      ?free=${free}
      .options=${therapyCodes().map(({ code, description }) => ({ value: code, detail: description }))}
      .refusal=${refusal}
      @kx-picked=${({ detail }: HTMLElementEventMap["kx-picked"]) => set({ refusal: tried(detail.value) })}
    ></kx-combobox>
  `,
    ),
});

export const Empty = story();
export const Focused = { ...story(), play: focus("input") };
export const ListOpen = { ...story(), play: type("input", "exercise") };
export const NothingFound = { ...story(), play: type("input", "nothing of the kind") };
export const AsTyped = { ...story(true), play: type("input", "99213") };
export const Refused = story(true, "no code");
