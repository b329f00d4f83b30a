// The page as a person meets it, and the promises that every test holds it to: no error, nothing that the Content-Security-Policy
// had to stop, no request to anywhere else.
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { answerErrors } from "../contract/schema.mjs";

export class Screen {
  readonly treatment: Locator;
  readonly flowsheet: Locator;
  readonly ptSlp: Locator;
  readonly ot: Locator;
  readonly documentation: Locator;
  readonly switch: Locator;
  readonly said: Locator;

  constructor(
    readonly page: Page,
    readonly address: string,
  ) {
    this.treatment = page.locator("kx-treatment");
    this.flowsheet = page.locator("kx-flowsheet");
    this.ptSlp = page.locator('kx-threshold[data-bucket="PT/SLP"]:not([slim])');
    this.ot = page.locator('kx-threshold[data-bucket="OT"]:not([slim])');
    this.documentation = page.locator("kx-documentation");
    this.switch = page.getByRole("switch", { name: "Auto-Apply KX Modifier" });
    this.said = page.locator("#announcer");
  }

  async open(patient?: string, { autoApply = false } = {}): Promise<this> {
    await this.page.goto(this.address);
    await expect(this.page.getByRole("heading", { name: "Treatment" })).toBeVisible();
    if (patient) await this.page.getByLabel("Patient").selectOption(patient);
    if (autoApply) await this.setAutoApply(true);
    return this;
  }

  /** In the preferences, and back. */
  async setAutoApply(on: boolean): Promise<void> {
    await this.turnTo("Preferences");
    if ((await this.switch.getAttribute("aria-checked")) !== String(on)) await this.switch.click();
    await expect(this.switch).toHaveAttribute("aria-checked", String(on));
    await this.turnTo("Appointment");
  }

  async setDocumentationCheck(policy: "warn" | "require" | "ignore"): Promise<void> {
    await this.turnTo("Preferences");
    await this.page.getByLabel("Documentation check").selectOption(policy);
    await this.turnTo("Appointment");
  }

  async addCode(code: string): Promise<Locator> {
    const search = this.page.getByRole("combobox", { name: "Search for a code" });
    await search.fill(code);
    await search.press("Enter");
    return this.line(code).last();
  }

  async addIntervention(name: string, code?: string): Promise<Locator> {
    const search = this.page.getByRole("combobox", { name: "Search for an intervention" });
    await search.fill(name);
    await search.press("Enter");
    const line = this.flowsheet.locator("tbody", { hasText: name }).last();
    if (code) await line.getByRole("combobox", { name: /^Code for/ }).selectOption(code);
    return line;
  }

  line(code: string): Locator {
    return this.treatment.locator(`tbody[data-code="${code}"]`);
  }

  otherUsed(bucket: "PT/SLP" | "OT"): Locator {
    return this.page.getByLabel(`Other Medicare Threshold Used (${bucket})`);
  }

  /** What a card says is left after today's lines; nothing where none counts. */
  after(card: Locator): Locator {
    return card.locator("section:has(.before) .amount");
  }

  /** The threshold that no line of the visit counts toward, from its row to its whole card. */
  async unfold(): Promise<void> {
    await this.page.locator(".other-bucket:not([open]) summary").click();
  }

  async showDocumentation(): Promise<void> {
    await this.documentation.getByRole("button", { name: "Show documentation" }).click();
  }

  /** Every item of the open panel in order. */
  async completeRecord(): Promise<void> {
    await this.documentation.getByLabel("Certified through").fill("2026-11-30");
    await this.documentation.getByLabel("Last re-evaluation").fill("2026-08-03");
    await this.documentation.getByLabel("Treatment days since last progress report").fill("7");
    await this.documentation.getByLabel("Treatment days since last progress report").press("Enter");
    for (const id of ["treatment-note", "history-and-physical", "medical-necessity", "progress-or-maintenance", "complexity"]) {
      await this.documentation.locator(`[data-item="${id}"]`).getByRole("radio", { name: "Yes" }).first().check();
    }
  }

  /** Another page of the site, by its link. */
  async turnTo(
    page: "Appointment" | "Calendar" | "Account" | "Review packet" | "Worklist" | "Claims" | "Comparative billing" | "Templates" | "Preferences",
  ): Promise<void> {
    const pages = this.page.getByRole("navigation", { name: "Pages" });
    // Half a window and a phone have them in a menu.
    const menu = pages.locator(".menu");
    if (await menu.isVisible()) await menu.click();
    await pages.getByRole("link", { name: page, exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(page);
    if (page === "Worklist") await this.wholeWorklist();
  }

  /** Its patients come a few at a time: until the last of them is there. */
  async wholeWorklist(): Promise<void> {
    await expect(this.page.locator("kx-worklist .count")).toHaveText(/^\d+ of 2,000 patients · \d+ items?$/, { timeout: 60_000 });
  }

  /** Until what was typed has been written down. */
  async kept(): Promise<void> {
    await expect(this.page.locator('[data-stored="yes"]')).toBeAttached();
  }
}

/** What a chip says of KX on its line. */
export const ADDED = /^KX( added: check| too early|: add G[PON]|: record incomplete)? on /;
export const on = (line: Locator): Locator => line.getByRole("button", { name: ADDED });
/** As a person gets there, which opens a tooltip. */
export async function byTab(to: Locator): Promise<void> {
  await to.focus();
  await to.page().keyboard.press("Shift+Tab");
  await to.page().keyboard.press("Tab");
  await expect(to).toBeFocused();
}
export const suggested = (line: Locator): Locator => line.locator("kx-chip [part=chip]", { hasText: /Check KX for/ });

interface Fixtures {
  address: string;
  /** In how many ways the rules answered in the page, by function, each answer as declared. */
  answers: Map<string, number>;
  visit: Screen;
}

/** What Playwright says where a test leaves the service worker out. */
const WITHOUT_WORKER = "Service Worker registration blocked by Playwright";

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
  address: async ({}, use) => {
    const address = process.env.KX_SITE;
    if (!address) throw new Error("the page is not served");
    await use(address);
  },
  answers: [
    async ({ page, context }, use) => {
      const counts = new Map<string, number>();
      const wrong: string[] = [];
      await context.exposeFunction("kxAnswered", (told: readonly [name: string, text?: string][]) => {
        for (const [name, text] of told) {
          counts.set(name, (counts.get(name) ?? 0) + 1);
          for (const problem of answerErrors(name, text ? JSON.parse(text) : undefined)) wrong.push(`${name}: ${problem}`);
        }
      });
      await use(counts);
      // What the page told before this is heard before it is answered.
      if (!page.isClosed()) await page.evaluate(() => 0).catch(() => 0);
      expect(wrong.slice(0, 10), "answers are as declared").toEqual([]);
    },
    { auto: true },
  ],
  visit: async ({ page, address, answers }, use) => {
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (message.text() === WITHOUT_WORKER) return;
      if (message.type() === "error" || message.type() === "warning") wrong.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
    page.context().on("request", (request) => {
      if (!request.url().startsWith(address)) wrong.push(`request elsewhere: ${request.url()}`);
    });
    await page.exposeFunction("refusedByPolicy", (what: string) => {
      wrong.push(`content security policy: ${what}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        void (window as unknown as { refusedByPolicy(what: string): void }).refusedByPolicy(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await use(new Screen(page, address));
    expect(wrong).toEqual([]);
    expect(answers.size, "answers of the rules were seen").toBeGreaterThan(0);
  },
});
export { expect };
