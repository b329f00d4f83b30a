// Every refusal on the screen, in both languages: what to type, and nothing of the engineers' side of it.
import { expect, test } from "./screen.js";

const BAD = ["-5", "1e3", "1,20", "١٢", "`usage.entries[0].allowed`", "GP 59 76 XU CQ KX", "much", "999999999999", "1.5"];
/** Backticks, places in a request, and names of codes. */
const ENGINEERS = [/`/, /\[\d*\]/, /[a-z]\.[a-z]/i, /-(?:invalid|text|type|value|field|year|id|modifiers|readable)\b/];
const ENGLISH = /\b(?:enter|an?|such as|the|is|this|choose|whole|number|units|isn't|can't|keep|change|right)\b/i;
const FIELDS = ["kx-threshold", "kx-eligibility", "kx-treatment", "kx-flowsheet", "kx-documentation"]
  .map((tag) => `${tag} input[type=text][part=field]`)
  .join();
const CODES = "kx-treatment [role=combobox]";

for (const [language, query, example] of [
  ["English", "", "Enter an amount such as 1,200.50."],
  ["Spanish", "?lang=es", "Escriba un monto como 1,200.50."],
] as const) {
  test(`in ${language} what is refused is said in its words`, async ({ page, address, answers }) => {
    test.setTimeout(120_000);
    const said = new Set<string>();
    const listen = async (): Promise<void> => {
      for (const text of await page.locator('[part~="refusal"], [part="question"]').allInnerTexts()) said.add(text);
    };
    await page.goto(`${address}${query}#appointment`);
    await page.locator("#patient").selectOption("elsewhere");
    await page.locator(CODES).fill("97110");
    await page.locator(CODES).press("Enter");
    const search = page.locator("kx-flowsheet [role=combobox]").first();
    await search.fill(language === "Spanish" ? "Entrenamiento de marcha en cinta" : "Treadmill Gait Training");
    await search.press("Enter");
    for (const toggle of ["kx-documentation .toggle", "kx-import .toggle"]) await page.locator(toggle).click();
    await page.locator(".other-bucket > summary").click();
    for (const toggle of await page.locator("kx-eligibility .toggle").all()) await toggle.click();

    const count = await page.locator(FIELDS).count();
    expect(count).toBeGreaterThanOrEqual(13);
    for (let place = 0; place < count; place += 1) {
      const field = page.locator(FIELDS).nth(place);
      // Whatever is typed as a name is one.
      if ((await field.getAttribute("id")) === "by") continue;
      let refused = 0;
      for (const text of BAD) {
        await field.fill(text);
        await field.press("Enter");
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        refused += Number((await field.getAttribute("aria-invalid")) === "true");
        await listen();
      }
      const isSearch = (await field.getAttribute("role")) === "combobox";
      if (!isSearch) expect(refused, `${await field.getAttribute("id")} refuses`).toBeGreaterThan(1);
      await field.fill("");
      if (!isSearch) await field.press("Enter");
    }
    await page.locator(CODES).fill("no code");
    await page.locator(CODES).press("Enter");
    await expect(page.locator(CODES)).toHaveAttribute("aria-invalid", "true");
    said.add((await page.locator("#announcer").textContent()) ?? "");
    for (const id of ["kx-eligibility #as-of", "kx-documentation #certifiedThrough"]) {
      const day = page.locator(id).first();
      await day.fill("0000-01-01").catch(() => undefined);
      await day.press("Enter");
      await listen();
    }
    await page.locator("kx-import #files").setInputFiles([
      { name: "holiday.txt", mimeType: "text/plain", buffer: Buffer.from("hello") },
      { name: "empty.835", mimeType: "text/plain", buffer: Buffer.from("") },
    ]);
    await expect(page.locator('kx-import [part~="refusal"]')).toHaveCount(2);
    await listen();
    await page.goto(`${address}${query}#comparative-billing`);
    for (const text of ["{", "[{}]", '[{"scope":"town","label":"Ours","codes":{}}]']) {
      await page.locator("kx-comparative-billing #file").setInputFiles([{ name: "peers", mimeType: "application/json", buffer: Buffer.from(text) }]);
      await expect(page.locator('kx-comparative-billing [part~="refusal"]')).toBeVisible();
      await listen();
    }

    expect([...said].some((text) => text.includes(example))).toBe(true);
    expect(said.size).toBeGreaterThan(9);
    for (const text of said) {
      for (const pattern of ENGINEERS) expect(text).not.toMatch(pattern);
      if (language === "Spanish") expect(text.replace(/\bno\b/gi, "")).not.toMatch(ENGLISH);
    }
    expect(answers.size).toBeGreaterThan(0);
  });
}
