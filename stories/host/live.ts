// Stories with live controls: an element in a situation that the panel "Controls" changes.
import type { TemplateResult } from "lit";
import type { KxElement } from "kx-modifier/widgets";
import { atDesk, practice } from "./at-desk.ts";
import { declared } from "./manifest.ts";

type Value = string | number | boolean;
type Args = { readonly [name: string]: Value };

/** What the panel shows for an argument: a property's description and type, or what is said of it here. */
function argTypes(name: string, args: Args, own: { readonly [name: string]: object }) {
  const { members = [] } = declared(name);
  return Object.fromEntries(
    Object.keys(args).map((arg) => {
      const member = members.find((one) => one.name === arg || one.attribute === arg);
      const choices = [...(member?.type?.text ?? "").matchAll(/"([^"]+)"/g)].map(([, choice]) => choice);
      const control = typeof args[arg] === "boolean" ? "boolean" : typeof args[arg] === "number" ? "number" : choices.length > 1 ? "select" : "text";
      return [arg, { description: member?.description, control, ...(control === "select" ? { options: choices } : {}), ...own[arg] }];
    }),
  );
}

/** Where the element has them. */
const LOCKS = ["readonly", "disabled"];
const locks = (name: string): Args =>
  Object.fromEntries(LOCKS.filter((lock) => declared(name).members?.some((member) => member.name === lock)).map((lock) => [lock, false]));

function lock(place: ParentNode, name: string, args: Args): void {
  for (const element of place.querySelectorAll<KxElement>(`kx-${name}`)) {
    for (const each of LOCKS) if (each in args) Object.assign(element, { [each]: args[each] });
  }
}

export function live<Own extends Args>(
  name: string,
  own: Own,
  render: (args: Own) => HTMLElement | TemplateResult,
  types: { readonly [name: string]: object } = {},
) {
  const args = { ...own, ...locks(name) };
  return {
    args,
    argTypes: argTypes(name, args, types),
    parameters: { controls: { disable: false, expanded: true } },
    render: (given: Own) => {
      const drawn = render(given);
      if (drawn instanceof HTMLElement) lock(drawn, name, given);
      return drawn;
    },
  };
}

const PATIENTS = practice.charts.map(({ id }) => id);
type Situation = Parameters<typeof atDesk>[0];

/** At the appointment of a made-up patient. */
export const liveAtDesk = (name: string, template: TemplateResult, situation: Situation = {}) =>
  live(
    name,
    { patient: situation.patient ?? "used-up", autoApplyKx: situation.autoApplyKx ?? true },
    ({ patient, autoApplyKx }) => atDesk({ ...situation, patient, autoApplyKx }, template),
    {
      patient: { description: "A made-up patient, and how their threshold stands", control: "select", options: PATIENTS },
      autoApplyKx: { description: "The preference *Auto-Apply KX Modifier*" },
    },
  );
