// The widgets as a host has them: alone on a page, with a host's tags, language, density and direction, and with a host that says no.
import { violations } from "./axe.js";
import { expect, test } from "./plain.js";

const CHIP = `<kx-chip line="a" code="97110"></kx-chip>`;

test("a chip suggests, is applied, is taken back, is taken off with a reason", async ({ plain, page }) => {
  await plain.open(
    CHIP,
    `
    const chip = $("kx-chip");
    chip.decision = suggested;
    document.addEventListener("kx-applied", () => { chip.decision = applied; chip.declined = null; });
    document.addEventListener("kx-removed", ({ detail }) => { chip.decision = { ...applied, action: "none", state: "declined" }; chip.declined = detail.reason; });
    document.addEventListener("kx-restored", ({ detail }) => { chip.decision = detail.undone === "applied" ? suggested : applied; chip.declined = null; });
  `,
  );
  await page.getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(page.getByRole("button", { name: /KX on 97110/ }).first()).toBeFocused();
  await page.getByRole("button", { name: "Undo adding KX to 97110" }).click();
  await expect(page.getByRole("button", { name: /Check KX for/ })).toBeFocused();
  await page.getByRole("button", { name: "Add KX to 97110" }).click();
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  const dialog = page.getByRole("dialog", { name: "Why no KX on 97110?" });
  await expect(dialog.getByRole("button").first()).toBeFocused();
  await dialog.getByRole("button", { name: "Medicare is not primary" }).click();
  await page.getByRole("button", { name: /^Undo leaving KX off/ }).click();
  expect(await plain.heard()).toEqual([
    ["kx-applied", { id: "a" }],
    ["kx-restored", { id: "a", modifiers: ["GP"], undone: "applied" }],
    ["kx-applied", { id: "a" }],
    ["kx-removed", { id: "a", modifiers: ["GP"], reason: "", because: null }],
    ["kx-removed", { id: "a", modifiers: ["GP"], reason: "Medicare is not primary", because: "not-primary" }],
    ["kx-restored", { id: "a", modifiers: ["GP", "KX"], undone: "removed" }],
  ]);
});

test("a chip gives KX back where it was, and does not put it where it was not", async ({ plain, page }) => {
  await plain.open(
    CHIP,
    `
    const chip = $("kx-chip");
    const keep = { ...applied, action: "keep", modifiers: ["KX", "GP"] };
    chip.decision = keep;
    window.suggest = () => { chip.decision = suggested; };
    document.addEventListener("kx-removed", ({ detail }) => { chip.decision = { ...applied, action: "none", state: "declined", modifiers: detail.modifiers }; chip.declined = detail.reason; });
    document.addEventListener("kx-restored", ({ detail }) => { chip.decision = detail.modifiers.includes("KX") ? keep : suggested; chip.declined = null; });
  `,
  );
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Medicare is not primary" }).click();
  await page.getByRole("button", { name: /^Undo leaving KX off/ }).click();
  await page.evaluate("window.suggest()");
  await page.getByRole("button", { name: /^Leave KX off/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Medicare is not primary" }).click();
  await page.getByRole("button", { name: /^Undo leaving KX off/ }).click();
  expect((await plain.heard()).map(([name, { modifiers }]) => [name, modifiers])).toEqual([
    ["kx-removed", ["GP"]],
    ["kx-removed", ["GP"]],
    ["kx-restored", ["KX", "GP"]],
    ["kx-removed", ["GP"]],
    ["kx-removed", ["GP"]],
    ["kx-restored", ["GP"]],
  ]);
});

test("an account tells a line whose KX is not known from one that is not counted", async ({ plain, page }) => {
  await plain.open(
    `<kx-account></kx-account>`,
    `
    const line = { date: "2026-03-05", code: "97110", allowed: "53.81", description: "", serviceType: "PT/SLP", standing: "reached", kx: "not-applicable", findings: [] };
    $("kx-account").lines = [
      { ...line, id: "a", modifiers: ["GP", "99"], before: "-10.00", after: "-63.81" },
      { ...line, id: "b", modifiers: ["GP"], status: "void", before: null, after: null, standing: null },
    ];
  `,
  );
  await expect(page.locator("kx-account .verdict")).toHaveText([/^– KX unknown/, /^– Not counted/]);
});

test("a chip alone shows its conditions behind Why?", async ({ plain, page }) => {
  await plain.open(CHIP, `$("kx-chip").decision = applied;`);
  const why = page.getByRole("button", { name: "Why? 97110" });
  await expect(page.getByText("✓ Met").first()).toBeHidden();
  await why.click();
  await expect(page.locator("kx-chip .conditions li")).toHaveCount(8);
  await expect(page.getByText("✓ Met").first()).toBeVisible();
});

test("a host that cancels an event finds every widget as it was", async ({ plain, page }) => {
  await plain.open(
    `${CHIP}<kx-threshold></kx-threshold><kx-auto-apply></kx-auto-apply><kx-combobox label="Code"></kx-combobox>`,
    `
    window.refuse = true;
    $("kx-chip").decision = applied;
    Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], otherUsed: "10.00" });
    $("kx-combobox").options = [{ value: "97110", detail: "exercise" }];
  `,
  );
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  await amount.fill("25");
  await amount.press("Enter");
  await expect(amount).toHaveValue("10.00");
  await page.getByRole("switch").click();
  await expect(page.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  const search = page.getByRole("combobox", { name: "Code" });
  await search.fill("97110");
  await search.press("Enter");
  await expect(search).toHaveValue("97110");
  expect((await plain.heard()).map(([name]) => name)).toEqual(["kx-removed", "kx-usage-changed", "kx-auto-apply-changed", "kx-picked"]);
});

test("a host that takes KX off later finds it given back all the same", async ({ plain, page }) => {
  await plain.open(
    CHIP,
    `
    const chip = $("kx-chip");
    chip.decision = { ...applied, action: "keep", modifiers: ["GP", "KX"] };
    window.refuse = true;
    document.addEventListener("kx-removed", ({ detail }) => {
      window.takeOff = () => Object.assign(chip, { decision: { ...applied, action: "none", state: "declined", modifiers: detail.modifiers }, declined: detail.reason });
    });
  `,
  );
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  await page.evaluate("window.takeOff()");
  await page.getByRole("button", { name: /^Undo leaving KX off/ }).click();
  expect(await plain.heard()).toEqual([
    ["kx-removed", { id: "a", modifiers: ["GP"], reason: "", because: null }],
    ["kx-restored", { id: "a", modifiers: ["GP", "KX"], undone: "removed" }],
  ]);
});

test("the question for a reason closes when a host that canceled has taken it; forget() closes it too", async ({ plain, page }) => {
  await plain.open(
    CHIP,
    `
    const chip = $("kx-chip");
    const off = { ...applied, action: "none", state: "declined", modifiers: ["GP"] };
    Object.assign(chip, { decision: off, declined: "" });
    window.refuse = true;
    document.addEventListener("kx-removed", ({ detail }) => { window.take = () => Object.assign(chip, { decision: { ...off }, declined: detail.reason }); });
  `,
  );
  const question = page.getByRole("dialog");
  await page.getByRole("button", { name: "Give reason" }).click();
  await question.getByRole("button", { name: "Documentation is incomplete" }).click();
  await expect(question).toBeVisible();
  await page.evaluate("window.take()");
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "Change reason" }).click();
  await expect(question).toBeVisible();
  // A decision that comes meanwhile is no answer to it.
  await page.evaluate("window.take()");
  await expect(question).toBeVisible();
  await page.evaluate("document.querySelector('kx-chip').forget()");
  await expect(question).toHaveCount(0);
});

test("what was refused stays in its field where the host cancels its correction", async ({ plain, page }) => {
  await plain.open(
    `<kx-threshold></kx-threshold>`,
    `
    window.refuse = true;
    window.set = (properties) => Object.assign($("kx-threshold"), properties);
    window.set({ display: buckets["PT/SLP"], otherUsed: "", refusal: { text: "900", message: "More than $500.", help: "Check the amount." } });
  `,
  );
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  await amount.fill("90");
  await amount.press("Enter");
  await expect(amount).toHaveValue("900");
  await expect(page.getByText("More than $500.")).toBeVisible();
  await page.evaluate('window.set({ otherUsed: "90.00", refusal: null })');
  await expect(amount).toHaveValue("90.00");
});

test("what is inside a widget stands under the tag that the host gave it", async ({ plain, page }) => {
  await plain.open(
    `<acme-treatment></acme-treatment>`,
    `
    kx.defineWidgets({ treatment: "acme-treatment" });
    $("acme-treatment").codes = [{ code: "97110", description: "exercise" }];
    let error; try { kx.defineWidgets({ chip: "acme-treatment" }); } catch (thrown) { error = thrown; }
    window.heard.push([error.name, error.code]);
  `,
  );
  const search = page.getByRole("combobox", { name: "Search for a code" });
  await search.fill("97110");
  await search.press("Enter");
  expect(await plain.heard()).toEqual([
    ["KxError", "tag-taken"],
    ["kx-line-added", { code: "97110" }],
  ]);
});

test("labels, amounts and dates come from the nearest kx-wording, or from the widget's own", async ({ plain, page }) => {
  await plain.open(
    `<kx-wording><kx-threshold></kx-threshold></kx-wording><kx-auto-apply></kx-auto-apply>`,
    `
    Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], asOf: "2026-06-30" });
    $("kx-wording").wording = { ...spanish, locale: "es" };
    window.english = () => { $("kx-wording").wording = null; };
    $("kx-auto-apply").wording = { locale: "fr", labels: { "ui.auto-apply.off": "Arrêté" } };
  `,
  );
  const panel = page.locator("kx-threshold");
  await expect(panel).toContainText("Por debajo del umbral");
  await expect(panel.locator("dl")).toContainText(/2090,00\sUS\$/);
  await expect(panel.locator("dl")).toContainText("30 jun 2026");
  // What a language lacks is shown in English.
  await expect(page.getByRole("switch")).toHaveText(/Auto-Apply KX Modifier\s*Arrêté/);
  await page.evaluate(() => (window as unknown as { english(): void }).english());
  await expect(panel.locator("dl")).toContainText("$2,090.00");
  await expect(panel.locator("dl")).toContainText("Jun 30, 2026");
});

test("a table passes its own language on to what is inside", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment>`,
    `
    $("kx-treatment").wording = spanish;
    $("kx-treatment").lines = [{ id: "a", code: "97110", description: "", modifiers: "GP", units: "1", allowed: "", expected: null, kxDeclined: null, decision: suggested, refused: {} }];
  `,
  );
  await expect(page.getByRole("combobox", { name: "Buscar un código" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Agregar", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Agregar KX a 97110" })).toBeVisible();
});

const ALL = `<kx-threshold></kx-threshold>${CHIP}<kx-auto-apply on></kx-auto-apply><kx-treatment></kx-treatment>`;
const FILLED = `
  Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], asOf: "2026-06-30", otherUsed: "10.00", projection: describeProjection({ date: "2026-07-01", serviceType: "PT/SLP", visits: [{ date: "2026-07-02", allowed: "1.00" }] }) });
  $("kx-chip").decision = suggested;
  $("kx-treatment").lines = [{ id: "a", code: "97110", description: "exercise", modifiers: "GP", units: "2", allowed: "31.40", expected: null, kxDeclined: null, decision: applied, refused: {} }];
`;

for (const [name, html, body] of [
  ["right to left", '<html lang="ar" dir="rtl">', ALL],
  ["compact", '<html lang="en">', ALL.replaceAll(/<kx-([a-z-]+)/g, '<kx-$1 density="compact"')],
  ["in Spanish", '<html lang="es">', `<kx-wording>${ALL}</kx-wording>`],
] as const) {
  test(`${name}: nothing overlaps or scrolls sideways, targets keep 24 px, and axe finds nothing`, async ({ plain, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const width of [1200, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await plain.open(`<main>${body}</main><h1>Host</h1>`, `${FILLED} if ($("kx-wording")) $("kx-wording").wording = spanish;`, html);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const target of await page.locator("button, input, select").all()) {
        if (!(await target.isVisible())) continue;
        const box = await target.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), await target.evaluate(({ outerHTML }) => outerHTML)).toBeGreaterThanOrEqual(24);
      }
      expect(await violations(page, { tags: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] })).toEqual([]);
    }
  });
}

test("right to left: the bar fills from the right, the knob of a switch that is on lies left", async ({ plain, page }) => {
  await plain.open(ALL, FILLED, '<html lang="ar" dir="rtl">');
  const fill = await page.locator("kx-threshold .fill").boundingBox();
  const bar = await page.locator("kx-threshold .bar").boundingBox();
  expect(Math.round((fill?.x ?? 0) + (fill?.width ?? 0))).toBe(Math.round((bar?.x ?? 0) + (bar?.width ?? 0)));
  expect(fill?.width ?? 0).toBeLessThan(bar?.width ?? 0);
  const thumb = await page.locator("kx-auto-apply .thumb").boundingBox();
  const track = await page.locator("kx-auto-apply .track").boundingBox();
  expect((thumb?.x ?? 0) - (track?.x ?? 0)).toBeLessThan((track?.width ?? 0) / 2 - 8);
});

test("compact is lower than comfortable, and reaches what is inside", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment><kx-treatment density="compact"></kx-treatment>`,
    `
    for (const table of document.querySelectorAll("kx-treatment")) table.lines = [{ id: "a", code: "97110", description: "", modifiers: "GP", units: "2", allowed: "", expected: null, kxDeclined: null, decision: applied, refused: {} }];
  `,
  );
  const heights = await page
    .locator("kx-treatment")
    .evaluateAll((tables) =>
      tables.map((table) => [
        table.getBoundingClientRect().height,
        table.shadowRoot?.querySelector("kx-chip")?.shadowRoot?.querySelector(".chip")?.getBoundingClientRect().height,
      ]),
    );
  expect(heights[1]?.[0]).toBeLessThan(heights[0]?.[0] ?? 0);
  expect([heights[0]?.[1], heights[1]?.[1]]).toEqual([36, 32]);
});

test("a host paints with tokens and parts", async ({ plain, page }) => {
  await plain.open(
    CHIP,
    `
    $("kx-chip").decision = applied;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("kx-chip { --kx-accent: rgb(1, 2, 3); } kx-chip::part(chip) { border-radius: 2px; }");
    document.adoptedStyleSheets = [sheet];
  `,
  );
  const chip = page.locator("kx-chip .chip");
  await expect(chip).toHaveCSS("background-color", "rgb(1, 2, 3)");
  await expect(chip).toHaveCSS("border-radius", "2px");
});

test("on paper there is no button and no wash", async ({ plain, page }) => {
  await plain.open(ALL, FILLED);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Add KX to 97110" })).toBeHidden();
  await expect(page.getByRole("button", { name: /^Remove line/ })).toBeHidden();
  await expect(page.locator("kx-threshold").getByRole("heading")).toBeVisible();
  await expect(page.locator("kx-treatment kx-chip .chip")).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
});

test("in forced colours everything that tells apart keeps an edge or a sign", async ({ plain, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await plain.open(ALL, FILLED);
  await expect(page.locator("kx-treatment kx-chip .chip")).toHaveCSS("border-style", "double");
  await expect(page.locator("kx-chip").first().locator(".chip")).toContainText("?");
  await expect(page.locator("kx-threshold .track")).toHaveCSS("border-style", "solid");
});
