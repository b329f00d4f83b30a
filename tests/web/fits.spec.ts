// The widgets on pages that are not made for them: other text styles, right to left, older browsers, narrow and moving places.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as bare } from "@playwright/test";
import { expect, origin, serve, test } from "./plain.js";

const ALL = `<kx-threshold></kx-threshold><kx-chip line="a" code="97110"></kx-chip><kx-auto-apply></kx-auto-apply><kx-treatment></kx-treatment><kx-combobox label="Code"></kx-combobox>`;
const FILLED = `
  const over = thresholds({ date: "2026-07-01", usage: { used: { "PT/SLP": "2515.30" } } })["PT/SLP"];
  Object.assign($("kx-threshold"), { display: { ...over, before: over, notices: [] }, otherUsed: "10.00" });
  $("kx-chip").decision = suggested;
  const line = { id: "a", code: "97110", description: "exercise", modifiers: "GP", units: "2", allowed: "31.40", expected: null, kxDeclined: null, decision: suggested, refused: {} };
  $("kx-treatment").lines = [line];
  $("kx-combobox").options = [{ value: "97110", detail: "exercise" }];
`;

test("what a page sets for its own text stays outside", async ({ plain, page }) => {
  await plain.open(
    `<div class="loud">${ALL}</div>${ALL}`,
    `${FILLED}
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".loud { text-align: center; text-transform: uppercase; letter-spacing: 3px; word-spacing: 9px; text-indent: 40px; white-space: pre; font-style: italic; font-weight: 700; text-shadow: 1px 1px red; }");
    document.adoptedStyleSheets = [sheet];
    for (const each of document.querySelectorAll("kx-threshold")) Object.assign(each, { display: buckets["PT/SLP"], otherUsed: "10.00" });
    for (const each of document.querySelectorAll("kx-chip")) each.decision = suggested;
    for (const each of document.querySelectorAll("kx-treatment")) each.lines = [line];
  `,
  );
  const [loud, quiet] = await page.evaluate(() => {
    const NAMES = ["textAlign", "textTransform", "letterSpacing", "wordSpacing", "textIndent", "whiteSpace", "fontStyle", "fontWeight", "textShadow"] as const;
    const styles = (root: ParentNode): string[] =>
      [...root.querySelectorAll("*")].flatMap((element) => [
        `${element.localName} ${NAMES.map((name) => getComputedStyle(element)[name]).join("; ")}`,
        ...(element.shadowRoot ? styles(element.shadowRoot) : []),
      ]);
    const all = [...document.querySelectorAll("kx-threshold, kx-chip, kx-auto-apply, kx-treatment, kx-combobox")];
    const of = (wanted: boolean) =>
      all.filter((element) => (element.closest(".loud") !== null) === wanted).flatMap(({ shadowRoot }) => (shadowRoot ? styles(shadowRoot) : []));
    return [of(true), of(false)];
  });
  expect(quiet?.length).toBeGreaterThan(100);
  expect(loud).toEqual(quiet);
});

test("right to left, a minus sign stays before its amount", async ({ plain, page }) => {
  await plain.open(ALL, FILLED, '<html lang="ar" dir="rtl">');
  const amount = page.locator("kx-threshold .amount");
  await expect(amount).toContainText("-$35.30");
  const [sign, last] = await amount.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = texts.nextNode();
    while (node && !node.textContent?.includes("-")) node = texts.nextNode();
    const at = (index: number) => {
      const range = document.createRange();
      range.setStart(node as Node, index);
      range.setEnd(node as Node, index + 1);
      return range.getBoundingClientRect().x;
    };
    return [at(node?.textContent?.indexOf("-") ?? 0), at((node?.textContent?.trimEnd().length ?? 1) - 1)];
  });
  expect(sign).toBeLessThan(last ?? 0);
});

test("charts follow their place without the browser reporting a loop", async ({ plain, page }) => {
  await plain.open(
    `<div class="place"><kx-account></kx-account><kx-comparative-billing></kx-comparative-billing></div>`,
    `
    window.loops = [];
    window.addEventListener("error", ({ message }) => window.loops.push(message));
    const { rows } = rules.compareBilling({ lines: [{ code: "97110", modifiers: ["GP", "KX"] }], peers: [{ scope: "state", label: "Our state", codes: { 97110: { kx: 9120, total: 48210 } } }] });
    $("kx-comparative-billing").rows = rows;
    window.width = (width) => $(".place").style.setProperty("width", width + "px");
  `,
  );
  for (const width of [900, 480, 300, 700]) {
    await page.evaluate(`window.width(${width})`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  expect(await page.evaluate("window.loops")).toEqual([]);
});

bare("Lit in its development mode warns of nothing", async ({ page }) => {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, "..", "..", "www", "widgets", "standalone.ts")],
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["development", "browser"],
    alias: { "#made": join(import.meta.dirname, "..", "..", "target", "package") },
    tsconfig: join(import.meta.dirname, "..", "..", "tsconfig.json"),
  });
  const warnings: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("Lit is in dev mode")) warnings.push(message.text());
  });
  await serve(
    page,
    ALL,
    `${FILLED}
    document.addEventListener("kx-applied", ({ target }) => { target.decision = applied; });
    document.addEventListener("kx-removed", ({ target, detail }) => { target.decision = { ...applied, action: "none", state: "declined" }; target.declined = detail.reason; });
    document.addEventListener("kx-picked", ({ target }) => { target.refusal = { text: "97110", code: "code-invalid" }; });
  `,
    undefined,
    { "widgets/standalone.js": outputFiles[0]?.text ?? "" },
  );
  await page.goto(`${origin}/`);
  await expect(page).toHaveTitle("ready");
  const chip = page.locator("body > kx-chip");
  await chip.getByRole("button", { name: "Add KX to 97110" }).press("Enter");
  await chip.getByRole("button", { name: "Remove KX from 97110" }).press("Enter");
  await page.keyboard.press("Escape");
  const search = page.getByRole("combobox", { name: "Code", exact: true });
  await search.fill("97110");
  await search.press("Enter");
  await expect(search).toHaveAttribute("aria-invalid", "true");
  const amount = page.getByLabel("Other Medicare Threshold Used (PT/SLP)");
  await amount.fill("50,000");
  await amount.press("Enter");
  await page.getByRole("button", { name: /^Change/ }).press("Enter");
  await page.evaluate(`for (const each of document.querySelectorAll("body > *")) each.readonly = true`);
  await page.evaluate(`for (const each of document.querySelectorAll("body > *")) each.disabled = true`);
  expect(warnings).toEqual([]);
});

test("a browser without light-dark() draws the light colours, on a dark page too", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const file = readFileSync(join(import.meta.dirname, "..", "..", "dist", "widgets", "standalone.js"), "utf8");
  await serve(page, ALL, FILLED, undefined, { "widgets/standalone.js": file.replaceAll("light-dark(", "unknown-to-it(") });
  await page.goto(`${origin}/`);
  await expect(page).toHaveTitle("ready");
  for (const name of ["kx-chip", "kx-auto-apply", "kx-threshold"]) {
    const { color, background } = await page
      .locator(name)
      .first()
      .evaluate((element) => ({ color: getComputedStyle(element).color, background: getComputedStyle(element).backgroundColor }));
    expect({ color, background }, name).toEqual({ color: "rgb(23, 35, 45)", background: "rgb(255, 255, 255)" });
  }
  await expect(page.locator("kx-treatment .check")).toHaveCSS("color", "rgb(122, 75, 0)");
});
