// Somebody at the keyboard of a browser that Playwright does not drive, and the walk that each of them goes.
import { expect } from "@playwright/test";
import { focusedName } from "./focus.js";

export type Key = "Tab" | "Enter" | "Escape" | " " | "ArrowDown" | "ArrowUp" | "Backspace";

/** What a driver has to do. */
export interface Hands {
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  holdShift(held: boolean): Promise<void>;
  /** Runs a function in the page, which knows nothing but its argument. */
  inPage<Answer, Given extends string | null>(task: (given: Given) => Answer, given: Given): Promise<Answer>;
}

export class Walker {
  constructor(readonly hands: Hands) {}

  focused = (): Promise<string> => this.hands.inPage(focusedName, null);
  press = (key: Key): Promise<void> => this.hands.press(key);
  type = (text: string): Promise<void> => this.hands.type(text);

  /** Forwards, and back again where the page ends before it. */
  async tabTo(name: RegExp, { back = false } = {}): Promise<void> {
    const seen: string[] = [];
    for (let step = 0; step < 150; step += 1) {
      if (step === (back ? 0 : 60)) await this.hands.holdShift(true);
      await this.press("Tab");
      const here = await this.focused();
      seen.push(here);
      if (name.test(here)) break;
    }
    await this.hands.holdShift(false);
    if (!name.test(seen.at(-1) ?? "")) throw new Error(`Tab never reached ${name}: ${seen.slice(0, 60).join(" → ")}`);
  }

  /** What is shown of a selector, through every shadow root. */
  text(selector: string): Promise<string[]> {
    return this.hands.inPage((wanted: string) => {
      const found: string[] = [];
      const look = (root: ParentNode): void => {
        for (const element of root.querySelectorAll<HTMLElement>("*")) {
          if (element.matches(wanted) && element.checkVisibility()) found.push((element.textContent ?? "").replace(/\s+/g, " ").trim());
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(document);
      return found;
    }, selector);
  }
}

/** To a page by its link; in a narrow window the links are in a menu. */
async function turnTo(walker: Walker, page: string, options: { back?: boolean } = {}): Promise<void> {
  await walker.tabTo(new RegExp(`^${page}$|: Pages$`), options);
  if (/: Pages$/.test(await walker.focused())) {
    await walker.press("Enter");
    await walker.tabTo(new RegExp(`^${page}$`));
  }
  await walker.press("Enter");
}

/** The main job by keyboard alone: a line gets KX and is explained, loses it with a reason left open, and gets it back. */
export async function walkThroughKx(walker: Walker): Promise<void> {
  expect(await walker.text("h1")).toEqual(["Appointment"]);
  expect((await walker.text("h3")).join()).toMatch(/Medicare Threshold Remaining \(PT\/SLP\)/);
  await turnTo(walker, "Preferences");
  await walker.tabTo(/^Auto-Apply KX Modifier/);
  await walker.press(" ");
  await turnTo(walker, "Appointment", { back: true });
  await walker.tabTo(/^Search for a code$/);
  await walker.type("exercise");
  await expect.poll(() => walker.text("[role=option]")).toEqual([expect.stringMatching(/^97110/), expect.stringMatching(/^97113/)]);
  await walker.press("ArrowDown");
  await walker.press("Enter");
  await walker.tabTo(/^.?\s?KX(: record incomplete)? on 97110$/);
  await expect.poll(async () => (await walker.text("[role=tooltip]")).join()).toMatch(/^KX added/);
  await walker.press("Escape");
  await expect.poll(() => walker.text("[role=tooltip]")).toEqual([]);
  await walker.tabTo(/^Remove KX from 97110$/);
  await walker.press("Enter");
  await expect.poll(walker.focused).toMatch(/^Not medically necessary/);
  await walker.press("Escape");
  await expect.poll(walker.focused).toMatch(/^Undo/);
  await walker.press("Enter");
  await expect.poll(walker.focused).toMatch(/KX(: record incomplete)? on 97110$/);
  await walker.tabTo(/^Why\? 97110$/);
  await walker.press("Enter");
  await expect.poll(async () => (await walker.text(".conditions li")).length).toBe(8);
  await expect.poll(() => walker.hands.inPage(copiesInPage, null)).toEqual({ modules: 1, lit: 1 });
}

function copiesInPage(): { modules: number; lit: number | undefined } {
  const { litElementVersions } = globalThis as { litElementVersions?: string[] };
  return { modules: performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length, lit: litElementVersions?.length };
}
