// What a person does in a story once it is drawn: for states that an element keeps to itself.
type Act = (story: { canvasElement: HTMLElement }) => Promise<void>;

/** Elements that fit, within open shadow roots too. */
function* within(root: ParentNode, selector: string): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>("*")) {
    if (element.matches(selector)) yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot, selector);
  }
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

async function found(root: ParentNode, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 120; tries += 1) {
    for (const element of within(root, selector)) return element;
    await frame();
  }
  throw new Error(`the story has no \`${selector}\``);
}

/** Presses the first that fits of each, one after the other. */
export const press =
  (...selectors: string[]): Act =>
  async ({ canvasElement }) => {
    for (const selector of selectors) {
      (await found(canvasElement, selector)).click();
      await frame();
    }
  };

/** Puts the focus there, as the Tab key does. */
export const focus =
  (selector: string): Act =>
  async ({ canvasElement }) => {
    (await found(canvasElement, selector)).focus();
  };

export const type =
  (selector: string, text: string): Act =>
  async ({ canvasElement }) => {
    const field = (await found(canvasElement, selector)) as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };

/** Typed and entered. */
export const enter =
  (selector: string, text: string): Act =>
  async (story) => {
    await type(selector, text)(story);
    (await found(story.canvasElement, selector)).dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
    await frame();
  };

export const choose =
  (selector: string, value: string): Act =>
  async ({ canvasElement }) => {
    const field = (await found(canvasElement, selector)) as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

/** Waits until it is there: for what is read or looked through. */
export const see =
  (selector: string): Act =>
  async ({ canvasElement }) => {
    await found(canvasElement, selector);
  };

export const all =
  (...acts: Act[]): Act =>
  async (story) => {
    for (const act of acts) await act(story);
  };
