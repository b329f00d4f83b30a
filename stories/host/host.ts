// A small host: it keeps what was entered, and draws anew whenever that changes.
import { render, type TemplateResult } from "lit";
import { KxError } from "kx-modifier";

export function host<State extends object>(start: State, draw: (state: State, set: (change: Partial<State>) => void) => TemplateResult): HTMLElement {
  const place = document.createElement("div");
  let state = start;
  const set = (change: Partial<State>): void => {
    state = { ...state, ...change };
    render(draw(state, set), place);
  };
  set({});
  return place;
}

/** What the core said about a text, beside its field; the answer where it took the text. */
export function attempt<Answer>(
  text: string,
  ask: () => Answer,
): { answer: Answer; refusal?: undefined } | { answer?: undefined; refusal: { text: string; code: string } } {
  try {
    return { answer: ask() };
  } catch (error) {
    if (!(error instanceof KxError)) throw error;
    return { refusal: { text, code: error.code } };
  }
}
