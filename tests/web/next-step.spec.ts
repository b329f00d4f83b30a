// No line is left without a next step, and none is offered that does not lead on.
import { expect, test } from "./screen.js";

test("totals of last year lead to the eligibility check, and a check of the year makes the balance known", async ({ visit, page }) => {
  await visit.open("last-year");
  const line = await visit.addCode("97110");
  const hold = page.locator(".strip .hold");
  await expect(hold).toContainText("Totals are from 2025. Check 2026.");
  await expect(page.locator(".strip kx-threshold")).toContainText("PT/SLP: totals are from 2025, check 2026");
  await visit.treatment.getByRole("button", { name: "Enter eligibility check" }).click();
  const check = visit.ptSlp.locator("kx-eligibility");
  const amount = check.getByLabel("Amount from the eligibility check");
  await expect(amount).toBeFocused();
  await amount.fill("300");
  await amount.press("Enter");
  await expect(check.locator("dl").last()).toContainText("no 2026 amounts here");
  await check.getByRole("button", { name: "Enter $300.00 as used elsewhere" }).click();
  // What was used in 2025 counts nothing in 2026.
  await expect(visit.ptSlp.locator(".before b")).toHaveText("$2,180.00");
  await expect(line.getByText("No KX needed")).toBeVisible();
  await expect(hold).toHaveCount(0);
  // Nobody has checked the other threshold.
  await expect(visit.ot).toContainText("OT threshold remaining: not known");
  await check.getByRole("button", { name: /^Undo the eligibility check/ }).click();
  await expect(hold).toContainText("Totals are from 2025. Check 2026.");
});

test("an intervention that is done without a code waits, and says for what", async ({ visit, page }) => {
  await visit.open("used-up");
  const name = "Balance Training on One Leg";
  const line = await visit.addIntervention(name);
  const waits = page.locator(".strip .hold");
  await expect(line.getByText("Choose the code that was billed.")).toHaveCount(0);
  await line.getByRole("checkbox", { name: `Done ${name}` }).check();
  await expect(line.getByText("Choose the code that was billed.")).toBeVisible();
  await expect(waits).toContainText("1 line needs an answer");
  const signOff = page.locator(".sign-off");
  await expect(signOff.locator("li")).toContainText(`${name} Therapist: Choose the code that was billed.`);
  await line.getByRole("combobox", { name: `Code for ${name}` }).selectOption("97112");
  await expect(line.getByText("Choose the code that was billed.")).toHaveCount(0);
  // Where there is one code, nobody chooses it.
  const gait = await visit.addIntervention("Treadmill Gait Training");
  await expect(gait.getByRole("combobox", { name: /^Code for/ })).toHaveValue("97116");
});

test("with 99 the note is looked at, and a biller says that KX is there", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("GP 99");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  await expect(line).toContainText("Check the note (item 19 / NTE02) for KX");
  await expect(line.getByRole("button", { name: /^Leave KX off/ })).toHaveCount(0);
  const signOff = page.locator(".sign-off");
  // One cause, one row.
  await expect(signOff.locator("li")).toHaveCount(1);
  await expect(signOff.locator("li")).toContainText("Biller: Check the claim note for KX.");
  // Without KX in the note the clinician decides, who may add it there.
  await signOff.getByRole("button", { name: "No KX in the note" }).click();
  await expect(signOff).toContainText("The claim is on hold.");
  await expect(signOff.locator("li.open")).toContainText("Therapist: Add KX to the claim note only if the service is necessary and documented.");
  await signOff.getByRole("button", { name: "KX is in the note" }).click();
  await expect(signOff).not.toHaveAttribute("data-status", "hold");
  await expect(signOff.locator("li.released").first()).toContainText("KX is in the claim note.");
  await expect(signOff.getByRole("link")).toHaveCount(0);
});

test("below the threshold KX in the note is early, and its absence is an answer", async ({ visit, page }) => {
  await visit.open("elsewhere");
  const line = await visit.addCode("97110");
  await line.getByLabel("Modifiers for 97110").fill("GP 99");
  await line.getByLabel("Modifiers for 97110").press("Enter");
  const signOff = page.locator(".sign-off");
  await expect(signOff.locator("li")).toContainText("KX there is too early");
  await signOff.getByRole("button", { name: "No KX in the note" }).click();
  await expect(signOff).not.toHaveAttribute("data-status", "hold");
  await expect(signOff.locator("li.released")).toContainText("KX is not in the claim note.");
});

test("a code of another discipline is asked about before and after KX, above and in the sign-off", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97165");
  const question = "97165 is a code for OT, but the rendering provider's discipline is PT. Check the code or the provider.";
  await expect(line.locator(".notices")).toContainText(`${question} If both are right, decide on KX`);
  await expect(page.locator(".sign-off")).toContainText("but 97165 is a code for OT, not PT.");
  await line.getByRole("button", { name: "Add KX to 97165" }).click();
  await expect(line.locator(".of-others")).toContainText(question);
  await expect(line).not.toContainText("decide on KX");
  await expect(page.locator(".sign-off li.check").filter({ hasText: question })).toHaveCount(1);
});

test("once KX is decided, nobody is asked about the auto-apply list or told that KX is off", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97035");
  await expect(line.locator(".notices")).toHaveText(
    /^\s*! Warning PT\/SLP is \$0\.01 over the threshold before this line\. 97035 is not on your auto-apply list: decide on KX\.\s*$/,
  );
  await line.getByRole("button", { name: "Add KX to 97035" }).click();
  await expect(page.locator(".sign-off")).toContainText("the record is incomplete");
  await expect(page.locator(".sign-off")).not.toContainText("auto-apply list");
  await expect(line.locator(".below > td > .notices")).toHaveCount(0);
  await line.getByRole("button", { name: "Why? 97035" }).click();
  await expect(line).not.toContainText("Auto-Apply KX Modifier is off");
});

test("lines with one cause are one row of the sign-off", async ({ visit, page }) => {
  await visit.open("used-up");
  for (const code of ["97110", "97140", "97112"]) await visit.addCode(code);
  const row = page.locator(".sign-off li");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("3 lines need a KX decision:");
  await expect(row.getByRole("button", { name: /^97/ })).toHaveText(["97110", "97140", "97112"]);
  await row.getByRole("button", { name: "97140" }).click();
  await expect(visit.line("97140").locator("button:focus")).toHaveCount(1);
});

test("a code that others bill says so in the search and on the line", async ({ visit, page }) => {
  await visit.open("used-up");
  await page.getByRole("combobox", { name: "Search for a code" }).fill("92507");
  await expect(visit.treatment.getByRole("option")).toContainText("SLP");
  const line = await visit.addCode("92507");
  await expect(line.locator(".of-others")).toContainText(
    "92507 is on your auto-apply list for SLP, but the provider's discipline is PT. Check the code or the provider.",
  );
  await expect((await visit.addCode("97110")).locator(".of-others")).toHaveCount(0);
});
