import { byTab, expect, on, suggested, test } from "./screen.js";

test("a qualifying code over the threshold gets KX, with the reason in a tooltip", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("-$0.01 Medicare Threshold Remaining (PT/SLP)");
  await expect(visit.ptSlp).toContainText("Threshold reached");

  const line = await visit.addCode("97110");
  await expect(on(line)).toBeVisible();
  await expect(line.locator(".claim")).toHaveText("GP KX");
  await expect(line.getByLabel("Modifiers for 97110")).toHaveValue("GP");
  await expect(visit.said).toContainText("97110: KX added by Auto-Apply: PT/SLP is $0.01 over the threshold");

  const tip = line.getByRole("tooltip");
  await expect(tip).toBeHidden();
  await on(line).hover();
  await expect(tip).toHaveText(
    "KX added by Auto-Apply: PT/SLP is $0.01 over the threshold before this line. KX attests that the services are reasonable, necessary, skilled and documented. So far: 0 of 7 documented.",
  );
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await page.mouse.move(0, 0);
  await byTab(on(line));
  await expect(tip).toBeVisible();
  await expect(on(line)).toHaveAccessibleDescription(/^KX added/);
});

test("Why? shows the eight conditions, met and not met", async ({ visit }) => {
  await visit.open("crossing");
  const line = await visit.addCode("97110");
  const why = line.getByRole("button", { name: "Why? 97110" });
  await expect(line.locator(".conditions")).toBeHidden();
  await why.click();
  await expect(why).toHaveAttribute("aria-expanded", "true");
  await expect(line.locator(".conditions li")).toHaveCount(8);
  await expect(line.locator(".conditions")).toContainText("– Not met Auto-Apply KX Modifier is off.");
  await expect(line.locator(".conditions")).toContainText("✓ Met 97110 is on your auto-apply list for PT/SLP.");
  // The information notice stands in here and nowhere else.
  await expect(line.locator(".explanation .notices")).toContainText("Near the threshold");
  await expect(line.locator(".below > td > .notices")).not.toContainText("Near the threshold");
  await why.click();
  await expect(line.locator(".conditions")).toBeHidden();
});

test("without the preference KX is only suggested", async ({ visit }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await expect(suggested(line)).toBeVisible();
  await expect(line.locator(".claim")).toHaveText("GP");
  await expect(visit.page.getByRole("button", { name: /Claim on hold 1 line needs an answer/ })).toBeVisible();
  // The bar at its edge says it to the eye, and this to the ear.
  await expect(line.locator(".service .unseen")).toHaveText(/On hold/);
});

test("the line that crosses is suggested and can be applied; the next one gets KX", async ({ visit }) => {
  await visit.open("crossing", { autoApply: true });
  await expect(visit.ptSlp.getByRole("heading")).toHaveText("$12.00 Medicare Threshold Remaining (PT/SLP)");
  const crossing = await visit.addCode("97110");
  await expect(suggested(crossing)).toBeVisible();
  await expect(crossing.locator(".notices .warning")).toContainText("This line takes PT/SLP $19.40 over the threshold.");
  await expect(visit.after(visit.ptSlp)).toHaveText("-$19.40");
  const next = await visit.addCode("97140");
  await expect(on(next)).toBeVisible();

  await crossing.getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(on(crossing)).toBeFocused();
  await expect(crossing.getByLabel("Modifiers for 97110")).toHaveValue("GP KX");
  await expect(visit.page.getByText("Claim on hold")).toHaveCount(0);
});

test("a suggestion can be left off", async ({ visit }) => {
  await visit.open("crossing", { autoApply: true });
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Leave KX off 97110" }).click();
  await expect(line.getByText("– KX off")).toBeVisible();
  await expect(line.getByRole("dialog").getByRole("button").first()).toBeFocused();
  await line.getByRole("dialog").getByRole("button", { name: "Skip reason" }).click();
  await expect(line.getByRole("button", { name: /^Undo/ })).toBeFocused();
  await expect(visit.page.getByText("Claim on hold")).toHaveCount(0);
});

test("one action takes KX off, a reason can be given, and it can be undone", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Remove KX from 97110" }).click();
  await expect(on(line)).toHaveCount(0);
  await expect(line.locator(".claim")).toHaveText("GP");
  await expect(line.locator(".notices .warning")).toContainText(/without KX, Medicare denies the line/i);
  await expect(visit.said).toHaveText("97110: no KX on the line.");
  const dialog = line.getByRole("dialog", { name: "Why no KX on 97110?" });
  await dialog.getByRole("button", { name: "Documentation is incomplete" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(line.getByRole("button", { name: /^Undo/ })).toBeFocused();
  await expect(line.locator(".notices .warning")).toContainText("“Documentation is incomplete”");
  await line.getByRole("button", { name: /^Undo/ }).click();
  await expect(on(line)).toBeFocused();
  await expect(line.locator(".claim")).toHaveText("GP KX");
  await expect(line.locator(".notices", { hasText: "denies" })).toHaveCount(0);
});

test("a reason of one's own is written down, also later", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Remove KX from 97110" }).click();
  await visit.page.keyboard.press("Escape");
  await line.getByRole("button", { name: "Give reason 97110" }).click();
  await line.getByRole("dialog").getByLabel("Other reason").fill("Patient pays");
  await line.getByRole("dialog").getByLabel("Other reason").press("Enter");
  await expect(line.locator(".notices .warning")).toContainText("“Patient pays”");
});

test("the question why closes when the person goes on elsewhere", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Remove KX from 97110" }).click();
  await expect(line.getByRole("dialog")).toBeVisible();
  await page.getByRole("heading", { name: "Treatment" }).click();
  await expect(line.getByRole("dialog")).toHaveCount(0);
  await expect(line.getByText("– KX off")).toBeVisible();
});

test("an applied suggestion can be taken back, and waits for an answer again", async ({ visit }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await line.getByRole("button", { name: "Add KX to 97110" }).click();
  await expect(on(line)).toBeVisible();
  await line.getByRole("button", { name: "Undo adding KX to 97110" }).click();
  await expect(line.getByRole("button", { name: "Add KX to 97110" })).toBeFocused();
  await expect(line.locator(".claim")).toHaveText("GP");
});

test("KX that the line had of its own comes back on undo", async ({ visit }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("gp kx");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  await expect(on(line)).toBeVisible();
  await line.getByRole("button", { name: "Remove KX from 97110" }).click();
  await expect(line.locator(".claim")).toHaveText("GP");
  await line.getByRole("button", { name: /^Undo/ }).click();
  await expect(line.locator(".claim")).toHaveText("GP KX");
});

test("modifiers and amounts that the core refuses are explained and change nothing", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  const modifiers = line.getByLabel("Modifiers for 97110");
  await modifiers.fill("GP 59 76 XU CQ");
  await modifiers.press("Enter");
  await expect(modifiers).toHaveAttribute("aria-invalid", "true");
  await expect(modifiers).toHaveAccessibleDescription("Modifiers: A line has room for four modifiers. Remove one.");
  await expect(line.locator(".claim")).toHaveText("GP KX");

  const allowed = line.getByLabel("Allowed amount for 97110");
  await allowed.fill("31.405");
  await allowed.press("Tab");
  await expect(allowed).toHaveAccessibleDescription("Allowed amount: Enter at most two decimals, such as 1,200.50.");
  // What the fees say still stands.
  await expect(visit.after(visit.ptSlp)).toHaveText("-$30.22");
  await allowed.fill("31.40");
  await allowed.press("Tab");
  await expect(allowed).toHaveAttribute("aria-invalid", "false");
  await expect(visit.after(visit.ptSlp)).toHaveText("-$31.41");
});

test("where all four places are taken nothing offers to add KX", async ({ visit }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("GP 59 76 XU");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  await expect(line.locator(".notices .error")).toContainText(/the line already has four modifiers/i);
  await expect(line.getByRole("button", { name: /^Add KX/ })).toHaveCount(0);
  await expect(line.getByRole("button", { name: "Edit modifiers on 97110" })).toBeVisible();
  await expect(line.locator(".claim")).toHaveText("GP 59 76 XU");
});

test("a code off the list can be typed; what is no code is refused", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  const line = await visit.addCode("A1234");
  await expect(line).toContainText("Not on the therapy code list");
  await visit.addCode("9999-9");
  await expect(page.getByRole("combobox", { name: "Search for a code" })).toHaveAccessibleDescription("Enter a five-character code, such as 97110.");
  await expect(visit.treatment.locator("tbody")).toHaveCount(1);
});

test("removing a line takes its amount back", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.addCode("97110");
  await visit.addCode("97140");
  await expect(visit.after(visit.ptSlp)).toHaveText("-$41.45");
  await page.getByRole("button", { name: "Remove line 97110" }).click();
  await expect(visit.after(visit.ptSlp)).toHaveText("-$15.83");
  await expect(page.getByRole("button", { name: "Remove line 97140" })).toBeFocused();
  await page.getByRole("button", { name: "Remove line 97140" }).click();
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$12\.00/);
  await expect(page.getByRole("combobox", { name: "Search for a code" })).toBeFocused();
});
