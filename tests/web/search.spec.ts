// The searches for codes and interventions: what comes first, and what Enter takes.
import { test as plainTest } from "./plain.js";
import { expect, test, type Screen } from "./screen.js";

const search = (visit: Screen) => visit.page.getByRole("combobox", { name: "Search for a code" });
const values = (visit: Screen): Promise<string[]> => visit.treatment.locator("[role=option] .value").allTextContents();

test("a code that is half typed adds nothing, and says that several are meant", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  for (const add of [() => search(visit).press("Enter"), () => visit.treatment.getByRole("button", { name: "Add", exact: true }).click()]) {
    await search(visit).fill("9711");
    await add();
    await expect(visit.treatment.locator("tbody")).toHaveCount(0);
    await expect(visit.treatment.getByRole("status")).toHaveText("Several matches for 9711. Choose one.");
    await expect(search(visit)).toHaveAccessibleDescription("Several matches for 9711. Choose one.");
    await expect(search(visit)).toBeFocused();
    await expect(visit.treatment.getByRole("listbox")).toBeVisible();
  }
  // It goes with the next key.
  await search(visit).press("0");
  await expect(visit.treatment.getByRole("status")).toHaveText("");
  await search(visit).press("Enter");
  await expect(visit.line("97110")).toBeVisible();
  // The one that was moved to, and the only one there is.
  await search(visit).fill("9711");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(visit.line("97112")).toBeVisible();
  await search(visit).fill("gait training vir");
  await page.keyboard.press("Enter");
  await expect(visit.line("0791T")).toBeVisible();
});

test("codes that begin as typed come first, then words that do", async ({ visit }) => {
  await visit.open("used-up");
  await search(visit).fill("97");
  const found = await values(visit);
  expect(found[0]).toMatch(/^97/);
  expect(found.indexOf("92597")).toBeGreaterThan(found.findLastIndex((code) => code.startsWith("97")));
  await search(visit).fill("97110");
  expect((await values(visit))[0]).toBe("97110");
});

for (const [patient, first] of [
  ["used-up", "97161"],
  ["ot-only", "97165"],
  ["review", "92521"],
] as const) {
  test(`the evaluations of the provider's discipline come first (${first})`, async ({ visit }) => {
    await visit.open(patient);
    await search(visit).fill("eval");
    expect((await values(visit))[0]).toBe(first);
  });
}

test("in Spanish an intervention is found by the name of its code, and the hints are Spanish", async ({ visit, page, address }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}?lang=es`);
  const code = visit.treatment.getByRole("combobox");
  await expect(code).toHaveAttribute("placeholder", "97110 o terapia manual");
  const intervention = visit.flowsheet.getByRole("combobox").first();
  for (const field of [code, intervention]) {
    const room = await field.evaluate((input: HTMLInputElement) => {
      const style = getComputedStyle(input);
      const text = document.createElement("canvas").getContext("2d");
      if (!text) throw new Error("nothing measures text");
      text.font = `${style.fontSize} ${style.fontFamily}`;
      return input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - text.measureText(input.placeholder).width;
    });
    expect(room).toBeGreaterThanOrEqual(0);
  }
  await intervention.fill("marcha");
  await expect(visit.flowsheet.getByRole("option")).toHaveText([/Entrenamiento de marcha en cinta/]);
  await intervention.press("Enter");
  await expect(visit.flowsheet.locator("tbody")).toContainText("Entrenamiento de marcha en cinta");
});

plainTest("each rank keeps the order of the host", async ({ plain, page }) => {
  await plain.open(
    `<kx-combobox label="Code"></kx-combobox>`,
    `$("kx-combobox").options = [["c-ten", ""], ["b", "often"], ["a", "of ten"], ["tenth", ""], ["ten", ""], ["tens", ""], ["none", ""]].map(([value, detail]) => ({ value, detail }));`,
  );
  await page.getByRole("combobox", { name: "Code" }).fill("TEN");
  expect(await page.locator("kx-combobox .value").allTextContents()).toEqual(["ten", "tenth", "tens", "c-ten", "a", "b"]);
});
