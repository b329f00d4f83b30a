// When typed text counts: on Enter, on leaving the field, and after a pause, so that half an amount is not judged letter by letter. Until it
// is entered or left, what the host says does not write over it; after that a field shows what its property says.
import { noChange } from "lit";
import { Directive, directive, type PropertyPart } from "lit/directive.js";

export type TextField = HTMLInputElement | HTMLTextAreaElement;

const pauses = new WeakMap<TextField, ReturnType<typeof setTimeout>>();
const typing = new WeakSet<Element>();
/** Said already, and nothing typed since: Enter brings a change along. */
const said = new WeakSet<Element>();
const PAUSE = 700;

/** Somebody is in the middle of it. */
export const noteTyping = (event: Event): void => {
  typing.add(event.currentTarget as Element);
  said.delete(event.currentTarget as Element);
};

/** `take` gives the text that the field is to show; null leaves it alone. */
export function onTyped(take: (text: string, field: TextField) => string | null) {
  const say = (field: TextField, isDone: boolean): void => {
    clearTimeout(pauses.get(field));
    // Half a date is not judged before it is left.
    if (!isDone && field.validity.badInput) return;
    if (isDone) {
      typing.delete(field);
      said.add(field);
    }
    const shown = take(field.value, field);
    if (isDone && shown !== null && field.value !== shown) field.value = shown;
  };
  return (event: Event): void => {
    const field = event.currentTarget as TextField;
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    // A date changes with each digit of its year.
    const isOnTheWay = event.type === "input" || (event.type === "change" && field.type === "date" && field.matches(":focus"));
    if (isOnTheWay) {
      typing.add(field);
      said.delete(field);
      clearTimeout(pauses.get(field));
      pauses.set(
        field,
        setTimeout(() => say(field, false), PAUSE),
      );
    } else if (event.type === "keydown" || (event.type === "change" && !said.has(field)) || typing.has(field)) say(field, true);
  };
}

/** For properties: the host may refuse later by setting what was there before, which has to be seen too. */
export const always = (): boolean => true;

class Controlled extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
    const field = element as unknown as { [name: string]: unknown };
    if (!typing.has(element) && field[name] !== value) field[name] = value;
    return noChange;
  }
}

/** `.value=${controlled(…)}`: what the property says, whatever a person has made of the control, unless they are typing in it. */
export const controlled = directive(Controlled);
