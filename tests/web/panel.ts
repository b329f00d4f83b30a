// The panel of files, as a person meets it.
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Screen } from "./screen.js";

export interface Named {
  name: string;
  text: string;
}

/** A sample file of the page's own. */
export const sample = (name: string): Named => ({ name, text: readFileSync(new URL(`../../www/demo/samples-x12/${name}`, import.meta.url), "utf8") });

export class Panel {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator("kx-import");
  }

  /** Opens it where a file has not opened it already. */
  async show(): Promise<void> {
    const toggle = this.root.getByRole("button", { name: /^(Show|Hide) clearinghouse files$/ });
    await expect(async () => {
      if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click({ timeout: 2000 });
      await expect(toggle).toHaveAttribute("aria-expanded", "true", { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  }

  async choose(...files: Named[]): Promise<void> {
    await this.root.getByLabel("Choose a file").setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));
  }

  async drop(...files: Named[]): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((wanted) => {
      const transfer = new DataTransfer();
      for (const { name, text } of wanted) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    await this.root.dispatchEvent("dragover", { dataTransfer });
    await this.root.dispatchEvent("drop", { dataTransfer });
  }

  file = (name: string): Locator => this.root.locator(`article[data-file="${name}"]`);
  accepted = (name: string): Locator => this.root.locator(`[data-accepted="${name}"]`);
  button = (name: string): Locator => this.root.getByRole("button", { name });
}

export const opened = async (visit: Screen, patient: string, options = {}): Promise<Panel> => {
  await visit.open(patient, options);
  return new Panel(visit.page);
};
