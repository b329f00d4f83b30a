// When typed text counts: on Enter, on leaving the field, and after a pause, so that half an amount is not judged letter by letter.
type Field = HTMLInputElement | HTMLTextAreaElement;

const pauses = new WeakMap<Field, ReturnType<typeof setTimeout>>();
const PAUSE = 700;

/** `take` says whether the text was taken; where it was not, the field shows `before` again. */
export function onTyped(before: string, take: (text: string) => boolean) {
  const say = (input: Field): void => {
    if (!take(input.value)) input.value = before;
  };
  return (event: Event): void => {
    const input = event.currentTarget as Field;
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    clearTimeout(pauses.get(input));
    if (event.type === "input")
      pauses.set(
        input,
        setTimeout(() => say(input), PAUSE),
      );
    else say(input);
  };
}
