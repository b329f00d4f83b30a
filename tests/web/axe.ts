// What every state of every page is held to.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds, in `within` alone where that is given. "Legacy" is without what gathers the answers of frames: there are none here. Nothing
 * is written down of what is in order. The two take a third of the time away.
 */
export async function violations(page: Page, { tags = TAGS, rules, within }: { tags?: string[]; rules?: string[]; within?: string } = {}): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const axe = rules ? builder.withRules(rules) : builder.withTags(tags);
  const found = await (within === undefined ? axe : axe.include(within)).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
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
