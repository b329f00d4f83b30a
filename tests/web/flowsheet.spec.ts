import { byTab, expect, on, suggested, test } from "./screen.js";

const NAME = "Cervical Thrust Manipulation (HVLAT)";

test("an intervention gets KX only once it is marked as done", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addIntervention(NAME);
  await expect(line.getByText("No KX needed")).toHaveCount(0);
  await line.getByRole("combobox", { name: `Code for ${NAME}` }).selectOption("97110");
  await expect(line.getByText("Not done: not on the claim")).toBeVisible();
  await line.getByRole("button", { name: "Why? 97110" }).click();
  await expect(line.locator(".conditions")).toContainText("– Not met The intervention is not marked as done.");

  await line.getByRole("checkbox", { name: `Done ${NAME}` }).check();
  await expect(on(line)).toBeVisible();
  await expect(line.locator(".claim")).toHaveText("GP KX");
  await byTab(on(line));
  await expect(line.getByRole("tooltip")).toContainText("KX added");
  await expect(line.locator(".conditions")).toContainText("✓ Met The intervention is marked as done.");

  await line.getByRole("checkbox", { name: `Done ${NAME}` }).uncheck();
  await expect(on(line)).toHaveCount(0);
});

test("both sections count as one appointment, in the order of adding", async ({ visit }) => {
  await visit.open("crossing", { autoApply: true });
  const intervention = await visit.addIntervention(NAME, "97140");
  const code = await visit.addCode("97110");
  // Not done, so its amount does not count and the code crosses.
  await expect(suggested(code)).toBeVisible();
  await expect(visit.after(visit.ptSlp)).toHaveText("-$19.40");
  await intervention.getByRole("checkbox").check();
  // Done, and added first: it crosses, and the code comes after.
  await expect(suggested(intervention)).toBeVisible();
  await expect(on(code)).toBeVisible();
  await expect(visit.after(visit.ptSlp)).toHaveText("-$41.45");
});
