// When typed text counts: on Enter, on leaving the field, and after a pause, so that half an amount is not judged letter by letter.
const pauses = new WeakMap<HTMLInputElement, ReturnType<typeof setTimeout>>();
const PAUSE = 700;

export function onTyped(say: (text: string) => void) {
  return (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    clearTimeout(pauses.get(input));
    if (event.type === "input") pauses.set(input, setTimeout(() => say(input.value), PAUSE));
    else say(input.value);
  };
}
