// Traits of a template: created, named, ordered and removed without a mouse, and kept.
import { expectInOrder } from "./axe.js";
import { expect, test, type Screen } from "./screen.js";

async function open(visit: Screen) {
  await visit.open();
  await visit.page.goto(`${visit.address}#templates`);
  const traits = visit.page.locator("kx-traits");
  await expect(traits.getByLabel("Template name")).toHaveValue("Follow-up note");
  return traits;
}

const names = (traits: Awaited<ReturnType<typeof open>>) =>
  traits.getByLabel("Trait name").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test("traits are moved by keys, and the focus goes with them", async ({ visit, page }) => {
  const traits = await open(visit);
  expect(await names(traits)).toEqual(["Medical necessity", "Progress"]);
  await expect(traits.getByRole("button", { name: "Move up Medical necessity" })).toHaveAttribute("aria-disabled", "true");
  await traits.getByRole("button", { name: "Move down Medical necessity" }).press("Enter");
  await expect.poll(() => names(traits)).toEqual(["Progress", "Medical necessity"]);
  await expect(traits.getByRole("button", { name: "Move down Medical necessity" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await names(traits)).toEqual(["Progress", "Medical necessity"]);
});

test("what is removed can be brought back", async ({ visit, page }) => {
  const traits = await open(visit);
  await traits.getByRole("button", { name: "Remove trait Progress" }).click();
  await expect.poll(() => names(traits)).toEqual(["Medical necessity"]);
  await expect(traits.getByText("Progress removed.")).toBeVisible();
  await expect(traits.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => names(traits)).toEqual(["Medical necessity", "Progress"]);
});

test("templates are kept over a reload, with the types that use them", async ({ visit, page }) => {
  const traits = await open(visit);
  await traits.getByLabel("Trait name").first().fill("Skill");
  await traits.getByLabel("Trait name").first().press("Enter");
  await traits.getByLabel("Speech therapy follow-up").check();
  await traits.getByLabel("Physical therapy follow-up").uncheck();
  await visit.kept();
  await page.reload();
  await expect(traits.getByLabel("Trait name").first()).toHaveValue("Skill");
  await expect(traits.getByLabel("Speech therapy follow-up")).toBeChecked();
  await expect(traits.getByLabel("Physical therapy follow-up")).not.toBeChecked();
});

test("a template without a name is asked for one, and keeps the one it had", async ({ visit, page }) => {
  const traits = await open(visit);
  const name = traits.getByLabel("Template name");
  await name.fill(" ");
  await name.press("Enter");
  await expect(name).toHaveAccessibleDescription("Enter a name for the template.");
  await expect(page.getByText("Template saved")).toHaveCount(0);
  await expect(name).toHaveValue("Follow-up note");
  await name.fill("Monthly note");
  await name.press("Enter");
  await expect(traits.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText("Template saved").first()).toBeVisible();
});

test("a host that cancels a change keeps the template as it was", async ({ visit }) => {
  const traits = await open(visit);
  await traits.evaluate((element) => {
    for (const name of ["kx-template-changed", "kx-appointment-type-changed"]) {
      element.addEventListener(name, (event) => {
        event.preventDefault();
        event.stopPropagation();
      });
    }
  });
  await traits.getByRole("button", { name: "Remove trait Progress" }).click();
  expect(await names(traits)).toEqual(["Medical necessity", "Progress"]);
  await expect(traits.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await traits.getByLabel("Speech therapy follow-up").click();
  await expect(traits.getByLabel("Speech therapy follow-up")).not.toBeChecked();
  await traits.getByLabel("Template name").fill("Another");
  await traits.getByLabel("Template name").press("Enter");
  await expect(traits.getByLabel("Template name")).toHaveValue("Follow-up note");
});

test("a prompt is answered, the answer stays with the visit, and shows where the prompt is not asked any more", async ({ visit, page }) => {
  await visit.open("used-up");
  const prompts = page.locator("kx-traits .evaluation");
  const heard = page.evaluate(
    () => new Promise((resolve) => document.addEventListener("kx-prompt-answered", (event) => resolve(event.detail), { once: true })),
  );
  await expect(page.locator("kx-traits")).toContainText("0 of 2 prompts answered.");
  const field = prompts.getByLabel("Answer Medical necessity");
  await expect(field).toHaveAccessibleDescription("Explain why today's services needed a therapist's skill.");
  await field.focus();
  await page.keyboard.type("Cues for weight shift.\nGait is unsafe without them.");
  await page.keyboard.press("Tab");
  expect(await heard).toEqual({
    name: "Medical necessity",
    prompt: "Explain why today's services needed a therapist's skill.",
    answer: "Cues for weight shift.\nGait is unsafe without them.",
  });
  await expect(prompts.getByLabel("Answer Progress")).toBeFocused();
  await expect(page.locator("kx-traits")).toContainText("1 of 2 prompts answered.");
  await visit.kept();
  await page.reload();
  await expect(field).toHaveValue("Cues for weight shift.\nGait is unsafe without them.");
  // On paper it is text.
  await page.emulateMedia({ media: "print" });
  await expect(field).toBeHidden();
  await expect(prompts.locator(".written").first()).toHaveText(/^Cues for weight shift\.\s+Gait is unsafe/);
  await page.emulateMedia({ media: "screen" });

  await page.getByLabel("Patient").selectOption("crossing");
  await expect(prompts).not.toContainText("Cues");
  await page.getByLabel("Patient").selectOption("used-up");
  await visit.turnTo("Templates");
  await page.getByRole("button", { name: "Remove trait Medical necessity" }).click();
  await visit.turnTo("Appointment");
  await expect(prompts.locator("li", { hasText: "Answered before" })).toContainText("Cues for weight shift.");
});

for (const [width, scheme] of [
  [1280, "light"],
  [320, "dark"],
] as const) {
  test(`axe finds nothing, and nothing is cut off: ${width} px, ${scheme}`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    const traits = await open(visit);
    await traits.getByRole("button", { name: "Remove trait Progress" }).click();
    await expectInOrder(page);
  });
}
