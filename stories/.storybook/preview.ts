// What surrounds every story: the rules, the toolbar's choices, and the events, which the panel "Actions" lists.
import type { Preview } from "@storybook/web-components-vite";
import { html } from "lit";
import { ref } from "lit/directives/ref.js";
import { action } from "storybook/actions";
import init, { useWording } from "kx-modifier";
import "kx-modifier/widgets/define";
import spanish from "kx-modifier/wording/es";
import type { KxElement } from "kx-modifier/widgets";
import "./preview.css";

const choice = (title: string, icon: string, ...items: { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

function listen(place: Element | undefined, events: readonly string[]): void {
  for (const name of events) place?.addEventListener(name, (event) => action(name)((event as CustomEvent).detail));
}

/** Lit draws a story before it comes to this. */
function pack(place: Element | undefined, density: string): void {
  for (const element of place?.querySelectorAll<KxElement>("*") ?? []) {
    if ("widget" in element.constructor && "density" in element) element.density = density === "compact" ? "compact" : "comfortable";
  }
}

const preview: Preview = {
  beforeAll: () => init(),
  globalTypes: {
    theme: choice("Colors", "mirror", { value: "light", title: "Light" }, { value: "dark", title: "Dark" }),
    density: choice("Density", "component", { value: "comfortable", title: "Comfortable" }, { value: "compact", title: "Compact" }),
    direction: choice("Direction", "transfer", { value: "ltr", title: "Left to right" }, { value: "rtl", title: "Right to left" }),
    language: choice("Language", "globe", { value: "en", title: "English" }, { value: "es", title: "Español" }),
  },
  initialGlobals: { theme: "light", density: "comfortable", direction: "ltr", language: "en" },
  parameters: {
    controls: { disable: true },
    interactions: { disable: true },
    backgrounds: { disable: true },
    layout: "fullscreen",
    viewport: {
      options: {
        narrow: { name: "Narrow phone", styles: { width: "320px", height: "720px" } },
        tablet: { name: "Tablet", styles: { width: "768px", height: "1024px" } },
      },
    },
    options: { storySort: { method: "alphabetical", order: ["Overview", "Tokens", "*", ["Live", "Api", "*"]] } },
  },
  decorators: [
    (story, { globals, parameters }) => {
      const { theme, density, direction, language } = globals;
      Object.assign(document.documentElement, { lang: language, dir: direction });
      document.documentElement.style.colorScheme = String(theme);
      const wording = language === "es" ? spanish : null;
      // Before the story asks anything, so that its sentences are in the language too.
      useWording(wording);
      const events = (parameters.events ?? []) as string[];
      return html`
        <kx-wording .wording=${wording}>
          <main ${ref((place) => {
            listen(place, events);
            queueMicrotask(() => pack(place, String(density)));
          })}>${story()}</main>
        </kx-wording>
      `;
    },
  ],
  // The test of the stories waits for this.
  afterEach: ({ id }) => {
    document.documentElement.dataset.played = id;
  },
};

export default preview;
