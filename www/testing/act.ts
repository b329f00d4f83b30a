// What a person does, for tests that have no user-event: it refuses what a person could not do.
import { settled } from "./settled.js";
import { nameOf, roleOf } from "./text.js";
import { isHidden } from "./tree.js";

const called = (element: Element): string => `the ${roleOf(element) ?? element.localName} ${JSON.stringify(nameOf(element))}`;

function refuse(element: HTMLElement): void {
  if (!element.isConnected) throw new Error(`${called(element)} is no longer on the page: find it again`);
  if (isHidden(element)) throw new Error(`${called(element)} is hidden`);
  if (element.matches(":disabled") || element.closest("fieldset:disabled")) throw new Error(`${called(element)} is disabled`);
}

/** Presses a button, ticks a box, chooses an option; then waits for the widgets.
 *  @example
 *  let added = "";
 *  document.addEventListener("kx-applied", (event) => (added = (event as CustomEvent).detail.id), { once: true });
 *  await press(getByShadowRole(getChip(document, { id: "a" }), "button", { name: /^Add KX/ }));
 *  added; // "a" */
export async function press(element: HTMLElement): Promise<void> {
  refuse(element);
  element.focus();
  element.click();
  await settled(element.ownerDocument);
}

/** Writes a text into a field, or chooses what a list has by its value or its words, and leaves it; then waits for the widgets. The field of
 *  `kx-combobox` is not left, so that its list stays open.
 *  @example
 *  let amount = "";
 *  document.addEventListener("kx-usage-changed", (event) => (amount = (event as CustomEvent).detail.amount), { once: true });
 *  await fill(getByShadowRole(document.querySelector("kx-threshold")!, "textbox"), "400.00");
 *  amount; // "400.00" */
export async function fill(field: HTMLElement, text: string): Promise<void> {
  refuse(field);
  if (field.localName === "select") choose(field as HTMLSelectElement, text);
  else if (
    field.localName === "textarea" ||
    (field.localName === "input" && roleOf(field)?.match(/box$|^spinbutton$/) && (field as HTMLInputElement).type !== "checkbox")
  )
    write(field as HTMLInputElement, text);
  else throw new Error(`${called(field)} is no field to write in${roleOf(field) === "checkbox" || roleOf(field) === "radio" ? ": press it" : ""}`);
  await settled(field.ownerDocument);
}

function write(field: HTMLInputElement, text: string): void {
  if (field.readOnly) throw new Error(`${called(field)} is read only`);
  field.focus();
  field.value = text;
  say(field, "input");
  if (roleOf(field) === "combobox") return;
  field.blur();
  say(field, "change");
}

function choose(list: HTMLSelectElement, text: string): void {
  const options = [...list.options];
  const option = options.find(({ value, text: words, disabled }) => !disabled && (value === text || words.trim() === text));
  if (!option)
    throw new Error(`${called(list)} has no ${JSON.stringify(text)}. It has: ${options.map(({ text: words }) => JSON.stringify(words.trim())).join(", ")}`);
  list.focus();
  list.value = option.value;
  say(list, "input");
  say(list, "change");
}

function say(field: HTMLElement, type: string): void {
  const { Event } = field.ownerDocument.defaultView ?? globalThis;
  field.dispatchEvent(new Event(type, { bubbles: true, composed: type === "input" }));
}
