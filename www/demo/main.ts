// Starts the page: loads the rules, brings back what was entered, and lets the desk listen to the widgets and show them what to show.
import { html, render } from "lit";
import * as kx from "kx-modifier";
import { Desk, listen, momentOf, show } from "kx-modifier/desk";
import { readExplanationsOfBenefit } from "kx-modifier/fhir";
import { tokens } from "kx-modifier/widgets";
import "kx-modifier/widgets/define";
import spanish from "kx-modifier/wording/es";
import { now } from "./clock.js";
import { Journey } from "./journey.js";
import { addressOf, page, titleAt } from "./pages.js";
import { isTheme, type Theme } from "./parts.js";
import { practice } from "./practice.js";
import { goToUsage } from "./reveal.js";
import { chosen, choose, keep, load } from "./storage.js";
import { isLanguage, type Language, speak } from "./words.js";

const WORDINGS: Record<Language, typeof spanish | null> = { en: null, es: spanish };

/** What a page looks through all patients for. */
const LOOKS: { readonly [hash: string]: (desk: Desk) => Promise<void> } = {
  "#worklist": (desk) => desk.lookThroughPatients(),
  "#claims": (desk) => desk.lookThroughClaims(),
};

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no ${id}`);
  return found;
};
const [app, announcer] = [part("app"), part("announcer")];

// In a later frame: a live region that is emptied and filled at once has not changed.
const say = (text: string): void => {
  announcer.textContent = "";
  if (text)
    requestAnimationFrame(() => {
      announcer.textContent = text;
    });
};

/** Amounts and days as Americans write them. */
const ENGLISH = { locale: "en-US", texts: {} };

async function start(): Promise<void> {
  const [kept] = await Promise.all([load(), kx.default()]);
  app.textContent = "";
  const looks = {
    theme: "system" as Theme,
    speak: (language: Language) => {
      choose("language", language);
      use(language);
      desk.speak(WORDINGS[language]);
      void LOOKS[location.hash]?.(desk);
      document.title = titleAt(location.hash);
    },
    wear: (theme: Theme) => {
      choose("theme", theme);
      looks.theme = theme;
      document.documentElement.dataset.theme = theme;
      changed();
    },
  };
  let wording: (typeof WORDINGS)[Language] = null;
  const use = (language: Language) => {
    speak(language);
    wording = WORDINGS[language];
    kx.useWording(wording ?? ENGLISH);
  };
  const changed = () => {
    render(html`<kx-wording .wording=${wording}>${page(desk, location.hash, looks)}</kx-wording>`, app);
    show(desk, app);
  };
  const language = new URLSearchParams(location.search).get("lang") ?? chosen("language");
  const theme = chosen("theme");
  use(isLanguage(language) ? language : navigator.language.startsWith("es") ? "es" : "en");
  if (isTheme(theme)) document.documentElement.dataset.theme = looks.theme = theme;
  const desk: Desk = new Desk({ ...kx, readExplanationsOfBenefit }, practice, kept ?? { patient: "used-up", autoApplyKx: false, visits: {} }, {
    keep,
    changed,
    say,
    // On a later day the time of day begins again, and nothing goes on a record before its last event.
    now: () => momentOf(new Date(Math.max(now().getTime(), Date.parse(desk.visit.attestations.at(-1)?.at ?? "") || 0))),
    wording: wording ?? undefined,
    inEnglish: (ask) => {
      kx.useWording(ENGLISH);
      try {
        return ask();
      } finally {
        kx.useWording(wording ?? ENGLISH);
      }
    },
  });
  const arrive = () => {
    // What was said was said of the page that is left.
    desk.hush();
    const address = addressOf(location.hash);
    if (location.hash && location.hash !== address) history.replaceState(history.state, "", address);
    const looked = LOOKS[location.hash]?.(desk) ?? null;
    changed();
    document.title = titleAt(location.hash);
    return journey.arrive(looked);
  };
  listen(desk, app);
  app.addEventListener("kx-way-out", ({ detail }) => {
    if (detail.action === "refresh-usage") void goToUsage(desk);
  });
  const journey = new Journey(desk, app);
  if (kept) desk.stored = "yes";
  void arrive();
  // A file that misses the panel would open in place of the page, and what is half typed would be gone.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    // Whoever listens hears where they are; whoever looks is at the top.
    void arrive().then((found) => found || app.querySelector<HTMLElement>("h1")?.focus());
  });
}

if (tokens.styleSheet) document.adoptedStyleSheets.push(tokens.styleSheet);
start().catch((error: unknown) => {
  app.textContent = "The KX rules did not load. Reload the page.";
  console.error(error);
});
// A page without a service worker is the same page; it only needs the network.
navigator.serviceWorker?.register("service-worker.js").catch(() => undefined);
