// What every state of every page is held to.
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type WithAxe = typeof globalThis & { axe: typeof axe };

/**
 * What axe finds, in `within` alone where that is given. Axe is put into a document once, and asked directly: its own package for this puts
 * half a megabyte into the page again for each question and takes twice as long, four times within a part.
 */
export async function violations(page: Page, { tags = TAGS, rules, within }: { tags?: string[]; rules?: string[]; within?: string } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  const found = await page.evaluate(
    // What is in order is counted and not written down.
    ({ part, options }) => (globalThis as WithAxe).axe.run(part ?? document, options).then(({ violations: all }) => all),
    { part: within, options: { runOnly, resultTypes: ["violations" as const] } },
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Nothing but colours is another one in the dark. */
export const expectNoViolationsOfColor = async (page: Page): Promise<void> =>
  expect(await violations(page, { rules: ["color-contrast", "link-in-text-block"] })).toEqual([]);

export const expectNoViolations = async (page: Page): Promise<void> => expect(await violations(page)).toEqual([]);

/** The same, and the page is no wider than its window. */
export async function expectInOrder(page: Page): Promise<void> {
  await expectNoViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}
