import type { Page } from "@playwright/test";
import { expect, test } from "./screen.js";

const row = (page: Page, code: string) => page.locator(`kx-comparative-billing tr[data-code="${code}"]`);
const choose = (page: Page, name: string, text: string) =>
  page.getByLabel("Peer file (JSON)").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
const peers = (codes: object, label = "My state") => JSON.stringify({ peers: [{ scope: "state", label, codes }] });

test("without peers the own shares stand alone", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await page.getByRole("button", { name: "Show table" }).click();
  await expect(row(page, "97110").getByRole("cell")).toHaveText(["90", "4", "4.4%"]);
  await expect(page.getByText("No peer percentages loaded.")).toBeVisible();
});

test("the sample peers stand beside the own shares, in the table and as bars", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await page.getByRole("button", { name: "Load sample percentages" }).click();
  await expect(page.getByText("Peer percentages from sample-peers.json")).toBeVisible();
  // Whose percentage is higher is said of the own lines, and first of all codes together.
  await expect(page.locator("kx-comparative-billing .summary")).toHaveText(
    "1 of 4 codes is higher than a peer group, but not shown to be significant: 97530 (4.9%; Sample jurisdiction 0.2%).",
  );
  await expect(page.getByText(/^235 lines with these codes, dates of service .+ to .+\.$/)).toBeVisible();
  await expect(page.getByText(/^Not compared: \d+ lines with other codes, \d+ with KX\.$/)).toBeVisible();
  await expect(page.getByRole("table")).toBeHidden();
  await page.getByRole("button", { name: "Show table" }).press("Enter");
  await expect(page.getByRole("button", { name: "Hide table" })).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator("kx-comparative-billing").getByRole("columnheader")).toHaveText([
    "Code",
    "Your lines",
    "With KX",
    "Your percentage",
    "Sample state",
    "Sample jurisdiction",
  ]);
  await expect(row(page, "97110").getByRole("cell")).toHaveText([
    "90",
    "4",
    /4\.4%\s+○ Does Not Exceed/,
    /^18\.9%\s+9,120 of 48,210 lines$/,
    /^14\.9%\s+60,144 of 402,310 lines$/,
  ]);
  await expect(row(page, "97140").getByRole("cell").last()).toHaveText(/^13\.1%\s+Counts not in the file$/);
  // What the words of the tests mean is read before the picture.
  const caveat = await page.getByText("Significantly Higher: the difference is unlikely to be chance").boundingBox();
  const picture = await page.getByRole("img", { name: "Percentage of lines with KX by code" }).boundingBox();
  expect((caveat?.y ?? 0) < (picture?.y ?? 0)).toBe(true);
  await expect(row(page, "97530").locator('[data-comparison="Higher"]')).toHaveText("△ Higher than Sample jurisdiction");

  const bars = page.getByRole("img", { name: "Percentage of lines with KX by code" });
  await expect(bars.locator("g rect")).toHaveCount(12);
  const width = (bar: number) =>
    bars
      .locator("g rect")
      .nth(bar)
      .evaluate((rect) => Number(rect.getAttribute("width")));
  // One scale from nothing to the first round share that holds them all, named at both ends of the picture.
  await expect(bars.locator(".tick-name")).toHaveText(["0%", "5%", "10%", "15%", "20%", "25%", "0%", "5%", "10%", "15%", "20%", "25%"]);
  const axis = await bars
    .locator("line.axis-line")
    .last()
    .evaluate((line) => Number(line.getAttribute("x2")) - Number(line.getAttribute("x1")));
  expect((await width(1)) / axis).toBeCloseTo(0.189 / 0.25, 1);
  // Each bar carries its counts and how the test of the difference came out; the legend says whose it is.
  await expect(bars.locator("g").first().locator("text")).toHaveText([
    "97110 therapeutic exercise",
    "Your lines",
    "4.4%",
    "4 of 90 lines",
    "○ Does Not Exceed",
    "Sample state",
    "18.9%",
    "9,120 of 48,210 lines",
    "Sample jurisdiction",
    "14.9%",
    "60,144 of 402,310 lines",
  ]);
  await expect(page.locator("kx-comparative-billing .legend li")).toHaveText(["Your lines", "Sample state", "Sample jurisdiction"]);
  await expect(bars).toHaveAccessibleDescription(/97110: Your lines 4\.4% 4 of 90 lines \(Does Not Exceed\), Sample state 18\.9% 9,120 of 48,210 lines,/);
  // A share close to nothing is still there to be seen, and no word stands outside of the picture.
  expect(await width(11)).toBeGreaterThanOrEqual(2);
  for (const wide of [1280, 900, 390]) {
    await page.setViewportSize({ width: wide, height: 800 });
    await expect
      .poll(() =>
        bars.evaluate((svg) => {
          const { right } = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > right + 1).map(({ textContent }) => textContent);
        }),
      )
      .toEqual([]);
    // Nor does a code's name lie across a line of the scale.
    expect(
      await bars.evaluate((svg) => {
        const lines = [...svg.querySelectorAll("line:not(.hatch)")].map((line) => line.getBoundingClientRect());
        const isCrossed = ({ left, right, top, bottom }: DOMRect) =>
          lines.some((line) => line.left > left && line.left < right && line.top < bottom && line.bottom > top);
        return [...svg.querySelectorAll(".code")].filter((name) => isCrossed(name.getBoundingClientRect())).map(({ textContent }) => textContent);
      }),
    ).toEqual([]);
  }
});

test("a chosen file is compared, and a test at its level says significantly", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await choose(page, "state.json", peers({ 97110: { kx: 100, total: 100000 }, 97112: { proportion: 0.9 } }));
  await expect(page.getByText("Peer percentages from state.json")).toBeVisible();
  await expect(row(page, "97110").locator(".comparison")).toHaveText(/Higher than My state$/);
  await expect(row(page, "97112").locator(".comparison")).toHaveText("○ Does Not Exceed");
  await expect(row(page, "97140").locator(".comparison")).toHaveText("– N/A");
  // The list alone is a file too.
  await choose(page, "list.json", JSON.stringify([{ scope: "nation", label: "All", codes: { 97110: { proportion: 0.01 } } }]));
  await page.getByRole("button", { name: "Show table" }).click();
  await expect(page.locator("kx-comparative-billing").getByRole("columnheader").last()).toHaveText("All");
});

test("what is no chance is said first", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await choose(page, "state.json", peers({ 97110: { kx: 10, total: 1000 }, 97140: { kx: 10, total: 1000 } }));
  const panel = page.locator("kx-comparative-billing");
  await expect(panel.locator(".summary")).toContainText("2 of 4 codes are higher than a peer group, but not shown to be significant: 97110");
  await panel.evaluate((element) => {
    const shown = element as HTMLElement & { rows: { code: string; peers: object[] }[] };
    const test = (code: string, peer: object) => (code === "97140" ? { ...peer, comparison: "Significantly Higher" } : peer);
    shown.rows = shown.rows.map((row) => ({ ...row, peers: row.peers.map((peer) => test(row.code, peer)) }));
  });
  await expect(panel.locator(".summary")).toHaveText(
    /^1 of 4 codes is significantly higher than a peer group: 97140 .*\. 1 of 4 codes is higher than a peer group, but not shown to be significant: 97110 .*\.$/,
  );
});

test("a bad file is explained and changes nothing", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await page.getByRole("button", { name: "Load sample percentages" }).click();
  await expect(page.getByText("Peer percentages from sample-peers.json")).toBeVisible();
  await choose(page, "wrong.json", peers({ 97110: { kx: 10, total: 5 } }));
  await expect(page.getByRole("alert")).toHaveText("✕ wrong.json: The peer percentages in this file can't be read. Compare it with the sample.");
  await expect(page.getByLabel("Peer file (JSON)")).toHaveAccessibleDescription(/can't be read/);
  await expect(page.getByText("Peer percentages from sample-peers.json")).toBeVisible();
  await expect(row(page, "97110").locator("td")).toHaveCount(5);

  await choose(page, "broken.json", "{ not json");
  await expect(page.getByRole("alert")).toContainText("broken.json: The peer percentages in this file can't be read.");
  await choose(page, "right.json", peers({ 97110: { kx: 1, total: 5 } }));
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText("Peer percentages from right.json")).toBeVisible();
});

test("on paper there are the table and the bars and nothing to press", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Comparative billing");
  await page.getByRole("button", { name: "Load sample percentages" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Load sample percentages" })).toBeHidden();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("img")).toBeVisible();
  // Letter paper between its margins; 9 pt are 12 px.
  await page.setViewportSize({ width: 726, height: 900 });
  const small = await page.getByRole("img").evaluate((svg) => {
    const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
    return [...svg.querySelectorAll("text, tspan")]
      .filter((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale < 12)
      .map(({ textContent }) => textContent);
  });
  expect(small).toEqual([]);
});
