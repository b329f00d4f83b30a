// What a chip shows of each state that the core answers, and what leads out of a blocked one.
import type { Locator } from "@playwright/test";
import { expect, test as plainTest } from "./plain.js";
import { on, test } from "./screen.js";

const STATES = [
  ["added", "{ auto: true }", "✓ KX", ["Remove KX from 97110"]],
  ["check", "{}", "? Check KX", ["Add KX to 97110", "Leave KX off 97110"]],
  ["check, on the line", '{ modifiers: ["GP", "KX"], used: "100.00" }', "! KX too early", ["Remove KX from 97110"]],
  ["check, nothing known", "{ used: null }", "! Usage not known", ["Update amounts used for 97110"]],
  ["added, GP missing", "{ auto: true, modifiers: [] }", "✓ KX", ["Remove KX from 97110", "Add GP to 97110"]],
  ["not needed, GP missing", '{ used: "100.00", modifiers: [] }', "No KX needed", ["Add GP to 97110"]],
  ["blocked by GA", '{ modifiers: ["GP", "KX", "GA"] }', "✕ GA, GZ or GY with KX", ["Remove GA from 97110", "Remove KX from 97110"]],
  ["blocked by GO", '{ modifiers: ["GO"] }', "✕ Wrong GP, GO or GN", ["Change GO to GP on 97110"]],
  ["blocked without a place", '{ modifiers: ["GP", "59", "76", "XU"] }', "✕ No room for KX", ["Edit modifiers on 97110", "Leave KX off 97110"]],
  ["blocked by 99", '{ modifiers: ["GP", "99"] }', "✕ KX not visible", ["Edit modifiers on 97110"]],
  ["blocked by an answer", '{ modifiers: ["GP", "KX"], kxDeclined: "" }', "✕ KX to remove", ["Remove KX from 97110", "Keep KX on 97110"]],
  ["not needed", '{ used: "100.00" }', "No KX needed", []],
  ["not needed beside GA", '{ modifiers: ["GP", "GA"] }', "Billed without KX", []],
  ["declined", '{ kxDeclined: "" }', "– KX off", ["Undo leaving KX off 97110", "Give reason 97110"]],
] as const;

plainTest("each state has its own sign, words and buttons", async ({ plain, page }) => {
  await plain.open(
    `<kx-chip line="a" code="97110" without-why></kx-chip>`,
    `
    window.show = ({ auto = false, modifiers = ["GP"], used = "2480.01", kxDeclined = null }) => {
      const { usage, line, ...rest } = request(auto);
      $("kx-chip").decision = decide({ ...rest, line: { ...line, modifiers, kxDeclined }, ...(used ? { usage: { used: { "PT/SLP": used } } } : {}) });
      $("kx-chip").declined = kxDeclined;
    };
  `,
  );
  for (const [state, change, words, buttons] of STATES) {
    await page.evaluate(`window.show(${change})`);
    const shown = page.locator("kx-chip .chip .face, kx-chip .chip .text, kx-chip .none");
    await expect(shown, state).toHaveText(new RegExp(`^\\s*${words.replace(/[?]/g, "\\$&")}`));
    const names = await page
      .locator("kx-chip button:not(.face)")
      .evaluateAll((all) => all.map((one) => (one.getAttribute("aria-label") ?? one.textContent ?? "").replace(/\s+/g, " ").trim()));
    expect(names, state).toEqual(buttons);
  }
});

/** How far a button's words stand out from its ground, as both are drawn now. */
const contrastOf = (button: Locator): Promise<number> =>
  button.evaluate((element) => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (one: Element | null): string => {
      if (!one) return getComputedStyle(document.body).backgroundColor;
      const { backgroundColor } = getComputedStyle(one);
      const [, , , opacity = 1] = channels(backgroundColor);
      return opacity > 0.5 ? backgroundColor : groundOf(one.parentElement ?? ((one.getRootNode() as ShadowRoot).host as Element | undefined) ?? null);
    };
    const [light = 0, dark = 0] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  });

test("what is pressed can be read below the pointer too, light and dark", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await visit.addCode("97140");
  const readable = async (within: Locator) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const button of await within.getByRole("button").all()) {
        if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
        await button.hover({ timeout: 20_000 });
        expect.soft(await contrastOf(button), `${(await button.textContent())?.trim()}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  };
  await readable(visit.treatment);
  await visit.turnTo("Claims");
  await page
    .getByRole("button", { name: /^Release/ })
    .first()
    .click();
  await readable(page.locator("kx-claims .release, kx-claims form").first());
  // The one that releases is filled.
  const release = page.locator("kx-claims button.primary");
  await expect(release.first()).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await release.first().hover();
    expect(await contrastOf(release.first()), colorScheme).toBeGreaterThanOrEqual(4.5);
  }
  await visit.open("last-year");
  await page.goto(`${visit.address}#review`);
  await readable(page.locator('kx-review-packet [data-section="proof"]'));
});

plainTest("a way out says what the line gets, and is taken back", async ({ plain, page }) => {
  await plain.open(
    `<kx-chip line="a" code="97110"></kx-chip>`,
    `
    const show = (modifiers) => { const { line, ...rest } = request(false); $("kx-chip").decision = decide({ ...rest, line: { ...line, modifiers } }); };
    show(["GP", "KX", "GA"]);
    document.addEventListener("kx-way-out", ({ detail }) => { if (!window.refuse) show(detail.modifiers); });
  `,
  );
  await page.getByRole("button", { name: "Remove GA from 97110" }).click();
  await expect(page.getByRole("button", { name: "KX on 97110", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Undo the change to 97110" }).click();
  await expect(page.getByRole("button", { name: "GA, GZ or GY with KX on 97110" })).toBeFocused();
  await page.getByRole("button", { name: "Remove KX from 97110" }).click();
  await expect(page.getByText("Billed without KX")).toBeVisible();
  await page.getByRole("button", { name: "Undo the change to 97110" }).click();
  await page.evaluate("window.refuse = true");
  await page.getByRole("button", { name: "Remove GA from 97110" }).click();
  await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
  expect((await plain.heard()).map(([, detail]) => detail)).toEqual([
    { id: "a", action: "remove-modifier", modifiers: ["GP", "KX"] },
    { id: "a", action: "undo", modifiers: ["GP", "KX", "GA"] },
    { id: "a", action: "remove-kx", modifiers: ["GP", "GA"] },
    { id: "a", action: "undo", modifiers: ["GP", "KX", "GA"] },
    { id: "a", action: "remove-modifier", modifiers: ["GP", "KX"] },
  ]);
});

test("on a line a way out changes the modifiers, by keyboard, and is undone", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  const field = line.getByLabel("Modifiers for 97110");
  await field.fill("GP KX GA");
  await field.press("Enter");
  await expect(line.getByRole("button", { name: "GA, GZ or GY with KX on 97110" })).toBeVisible();
  await expect(line.getByRole("button", { name: /^Add KX/ })).toHaveCount(0);
  await line.getByRole("button", { name: "Remove GA from 97110" }).focus();
  await page.keyboard.press("Enter");
  await expect(on(line)).toBeFocused();
  await expect(line.locator(".claim")).toHaveText("GP KX");
  await line.getByRole("button", { name: "Undo the change to 97110" }).press("Enter");
  await expect(field).toHaveValue("GP KX GA");

  await field.fill("GO");
  await field.press("Enter");
  await line.getByRole("button", { name: "Change GO to GP on 97110" }).click();
  await expect(line.locator(".claim")).toHaveText("GP KX");
  await expect(field).toHaveValue("GP");
});

test("a missing GP is one press away, and stands before the KX that was added", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  const field = line.getByLabel("Modifiers for 97110");
  await field.fill("59");
  await field.press("Enter");
  await line.getByRole("button", { name: "Add GP to 97110" }).click();
  await expect(line.locator(".claim")).toHaveText("59 GP KX");
  await expect(field).toHaveValue("59 GP");
  await line.getByRole("button", { name: "Undo the change to 97110" }).click();
  await expect(field).toHaveValue("59");
});

test("what follows from KX left off is said by its reason", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  for (const [reason, advice] of [
    ["Documentation is incomplete", "Without KX, Medicare denies the line. Complete the record before you bill. Add KX only if the record then supports it."],
    ["Not medically necessary", "Without KX, Medicare denies the line. Bill GA with an ABN signed before this visit, or GZ without one."],
    // Whoever doubts these has said that the denial is not known.
    ["Medicare is not primary", "Check the coverage before you bill. If Medicare pays first, it denies the line without KX."],
    ["Threshold balance is wrong", "If the balance is right, Medicare denies the line without KX. Correct the amounts used before you bill."],
  ] as const) {
    await line.getByRole("button", { name: "Remove KX from 97110" }).click();
    await line.getByRole("button", { name: reason, exact: true }).click();
    await expect(line.locator(".notices")).toContainText(`KX is off (“${reason}”). ${advice}`);
    await line.getByRole("button", { name: "Undo leaving KX off 97110" }).click();
  }
});

test("what is to be known of the visit is said once above its lines", async ({ visit }) => {
  await visit.open("last-year", { autoApply: true });
  const first = await visit.addCode("97110");
  await expect(first.locator(".notices")).toContainText("another calendar year");
  await visit.addCode("97140");
  await expect(visit.treatment.locator(".common")).toContainText("another calendar year");
  await expect(visit.treatment.locator("tbody .notices .error")).toHaveCount(0);
});

test("where KX has no place, or may be in the note, the field of the modifiers is where a person goes on", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  const field = line.getByLabel("Modifiers for 97110");
  for (const modifiers of ["GP 59 76 XU", "GP 99"]) {
    await field.fill(modifiers);
    await field.press("Enter");
    await line.getByRole("button", { name: "Edit modifiers on 97110" }).click();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(modifiers);
  }
});
