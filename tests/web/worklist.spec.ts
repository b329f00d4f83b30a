// The worklist: sorted, filtered, printed, by keyboard, and never standing still.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Screen } from "./screen.js";

async function open(visit: Screen) {
  await visit.open();
  await visit.page.goto(`${visit.address}#worklist`);
  const list = visit.page.locator("kx-worklist");
  await expect(list.getByRole("status")).toHaveText(/^\d+ of 2,000 patients$/, { timeout: 20_000 });
  return list;
}

const shown = async (text: string | null): Promise<number> => Number(/^(\d+) of/.exec(text ?? "")?.[1]);

test("filters show what they count, together what has one of them", async ({ visit }) => {
  const list = await open(visit);
  const count = async (kind: string) => Number(await list.locator(`[data-kind="${kind}"] b`).textContent());
  const [reached, near] = [await count("reached"), await count("near")];
  expect(reached).toBeGreaterThan(10);
  await list.locator('[data-kind="reached"]').click();
  await expect(list.getByRole("status")).toHaveText(`${reached} of 2,000 patients`);
  for (const row of await list.locator("tbody tr").all()) await expect(row).toContainText("Threshold reached");
  await list.locator('[data-kind="near"]').click();
  const both = await shown(await list.getByRole("status").textContent());
  expect(both).toBeGreaterThan(Math.max(reached, near) - 1);
  expect(both).toBeLessThanOrEqual(reached + near);
  await list.getByLabel("Patient").fill("no such name");
  await expect(list.getByRole("status")).toHaveText("0 of 2,000 patients");
  await expect(list.locator("table")).toHaveCount(0);
});

test("headings sort, and say so", async ({ visit }) => {
  const list = await open(visit);
  const names = () =>
    list
      .locator("tbody th")
      .allTextContents()
      .then((all) => all.map((name) => name.trim()));
  const heading = list.locator("thead th.name");
  await expect(list.locator("thead th.urgency")).toHaveAttribute("aria-sort", "ascending");
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  const up = await names();
  expect(up).toEqual([...up].sort((one, other) => new Intl.Collator("en-US", { numeric: true }).compare(one, other)));
  await heading.getByRole("button").press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  expect((await names())[0]).not.toBe(up[0]);
  await list.getByLabel("Sort by").selectOption("used");
  const left = (await list.locator("tbody .left").allTextContents()).slice(0, 5);
  for (const text of left) expect(text).toContain("over by $");
});

test("a hundred at a time, more on demand, all of them on paper", async ({ visit, page }) => {
  const list = await open(visit);
  const all = await shown(await list.getByRole("status").textContent());
  expect(all).toBeGreaterThan(100);
  await expect(list.locator("tbody tr")).toHaveCount(100);
  await list.getByRole("button", { name: `Show ${Math.min(100, all - 100)} more` }).click();
  await expect(list.locator("tbody tr")).toHaveCount(Math.min(200, all));
  await page.reload();
  await expect(list.getByRole("status")).toHaveText(/^\d+ of 2,000 patients$/, { timeout: 20_000 });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(list.locator("tbody tr")).toHaveCount(all);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(list.locator("tbody tr")).toHaveCount(100);
});

test("the page answers while patients are looked at", async ({ visit, page }) => {
  await visit.open();
  await page.evaluate(() => {
    const longest = { pause: 0, frames: 0 };
    (window as unknown as { longest: typeof longest }).longest = longest;
    let last = performance.now();
    const frame = (now: number) => {
      longest.pause = Math.max(longest.pause, now - last);
      longest.frames += 1;
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.goto(`${visit.address}#worklist`);
  await expect(page.locator("kx-worklist").getByRole("status")).toHaveText(/^\d+ of 2,000 patients$/, { timeout: 20_000 });
  const { frames, pause } = await page.evaluate(() => (window as unknown as { longest: { pause: number; frames: number } }).longest);
  // Shown in portions: the page was drawn again and again while it worked.
  expect(frames).toBeGreaterThan(10);
  test.info().annotations.push({ type: "longest pause between frames", description: `${Math.round(pause)} ms` });
});

for (const [width, scheme] of [
  [1280, "light"],
  [320, "dark"],
] as const) {
  test(`axe finds nothing, and nothing is cut off: ${width} px, ${scheme}`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    const list = await open(visit);
    await list.locator('[data-kind="near"]').click();
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
