import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe.js";
import { expect, on, test, type Screen } from "./screen.js";

const STATES: { [name: string]: (visit: Screen) => Promise<unknown> } = {
  "nothing entered": (visit) => visit.open(),
  "KX on a line, its tooltip and its conditions": async (visit) => {
    await visit.open("used-up", { autoApply: true });
    const line = await visit.addCode("97110");
    await line.getByRole("button", { name: "Why? 97110" }).click();
    await on(line).focus();
  },
  "suggested, left off, and refused text": async (visit) => {
    await visit.open("crossing", { autoApply: true });
    await visit.addCode("97110");
    const second = await visit.addCode("97140");
    await second.getByRole("button", { name: "Remove KX from 97140" }).click();
    await second.getByLabel("Modifiers for 97140").fill("GP?");
    await second.getByLabel("Modifiers for 97140").press("Enter");
    await visit.otherUsed("OT").fill("none");
    await visit.otherUsed("OT").press("Enter");
    await expect(visit.page.locator("[aria-invalid=true]")).toHaveCount(2);
  },
  "flowsheet with and without a code": async (visit) => {
    await visit.open("used-up", { autoApply: true });
    await (await visit.addIntervention("Transfer Training", "97530")).getByRole("checkbox").check();
    await visit.addIntervention("Group Exercise");
  },
  "open documentation, attested": async (visit) => {
    await visit.open("used-up", { autoApply: true });
    await visit.addCode("97150");
    await visit.showDocumentation();
    await visit.completeRecord();
    await visit.documentation.locator('[data-item="complexity"]').getByRole("radio", { name: "No", exact: true }).check();
    await visit.documentation.getByRole("button", { name: "Source for The complexity of the service" }).click();
    await visit.documentation.getByLabel("Treatment days since last progress report").fill("-1");
    await visit.documentation.getByLabel("Treatment days since last progress report").press("Enter");
    await visit.documentation.getByLabel("Attested by").fill("Sample Therapist");
    await visit.documentation.getByRole("button", { name: "Attest", exact: true }).click();
    await visit.documentation.getByRole("button", { name: "Attest anyway" }).click();
    await expect(visit.documentation.locator(".facts")).toContainText("Attested by");
  },
  "eligibility check": async (visit) => {
    await visit.open("elsewhere");
    for (const [bucket, amount] of [
      ["PT/SLP", "100"],
      ["OT", "none"],
    ] as const) {
      await visit.page.getByRole("button", { name: `Enter eligibility check (${bucket})` }).click();
      const field = visit.page.locator(`kx-threshold[data-bucket="${bucket}"]:not([slim])`).getByLabel("Amount from the eligibility check");
      await field.fill(amount);
      await field.press("Enter");
    }
    await expect(visit.page.getByRole("button", { name: /as used elsewhere$/ })).toBeVisible();
    await expect(visit.page.locator("[aria-invalid=true]")).toBeVisible();
  },
  "account with findings": async (visit) => {
    await visit.open("review");
    await visit.turnTo("Account");
    await expect(visit.page.locator("kx-account .findings")).not.toHaveCount(0);
  },
  "comparative billing with a refused file": async (visit) => {
    await visit.open();
    await visit.turnTo("Comparative billing");
    await visit.page.getByRole("button", { name: "Load sample percentages" }).click();
    await expect(visit.page.getByText("Peer percentages from sample-peers.json")).toBeVisible();
    await visit.page.getByLabel("Peer file (JSON)").setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from("{") });
    await expect(visit.page.getByRole("alert")).toBeVisible();
  },
  "drawer of the calendar": async (visit) => {
    await visit.open();
    await visit.turnTo("Calendar");
    await visit.page.getByRole("button", { name: /Sample Patient B/ }).click();
    await visit.page.getByRole("dialog").getByText("Medicare Threshold Remaining", { exact: true }).click();
    await expect(visit.ptSlp).toBeVisible();
  },
  "a guided situation, a line on hold": async (visit) => {
    await visit.open();
    await visit.page.getByRole("button", { name: /who is over the threshold/ }).click();
    await visit.addCode("97110");
    await expect(visit.page.locator(".callout")).toContainText("Step 2 of 2");
  },
  "preferences, searched in vain": async (visit) => {
    await visit.open();
    await visit.turnTo("Preferences");
    await visit.page.getByLabel("Search").fill("fax");
  },
  "open list": async (visit) => {
    await visit.open();
    await visit.page.getByRole("combobox", { name: "Search for a code" }).fill("gait");
    await expect(visit.treatment.getByRole("option")).not.toHaveCount(0);
  },
  "not Medicare": async (visit) => {
    await visit.open("not-medicare");
    await visit.addCode("97110");
  },
  "past medical review": async (visit) => {
    await visit.open("review", { autoApply: true });
    await visit.addCode("92507");
  },
  "totals of last year": async (visit) => {
    await visit.open("last-year");
    await visit.addCode("97110");
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing: ${name}, ${colorScheme}`, async ({ visit, page }) => {
      // Axe reads colours as they are at that moment, in the middle of a transition too.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await reach(visit);
      await expectNoViolations(page);
    });
  }
}

for (const width of [320, 390, 640, 900, 1440]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ visit, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit.open("crossing", { autoApply: true });
    await visit.addCode("97110");
    await visit.addCode("92507");
    const line = await visit.addCode("97140");
    await line.getByRole("button", { name: "Why? 97140" }).click();
    await on(line).focus();
    await expect(line.getByRole("tooltip")).toBeVisible();
    await visit.showDocumentation();
    await visit.addIntervention("Cervical Thrust Manipulation (HVLAT)", "97140");
    await page.getByLabel("Modifiers for 97110").fill("too long for this");
    await page.getByLabel("Modifiers for 97110").press("Enter");
    await expect(page.locator(".refusal")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (width === 320) await expectNoViolations(page);
  });
}

/** A page, and what has to be there before it is looked at. */
const PAGES: { [name in "Calendar" | "Account" | "Worklist" | "Comparative billing" | "Templates" | "Preferences"]: (page: Page) => Promise<unknown> } = {
  Calendar: (page) => expect(page.locator(".cell").first()).toBeVisible(),
  Account: (page) => expect(page.locator("svg[role=img]").first()).toBeVisible(),
  Worklist: (page) => expect(page.locator("kx-worklist").getByRole("status")).toHaveText(/of 2,000/, { timeout: 20_000 }),
  "Comparative billing": async (page) => {
    await page.getByRole("button", { name: "Load sample percentages" }).click();
    await expect(page.locator("svg[role=img]").first()).toBeVisible();
  },
  Templates: (page) => expect(page.locator("kx-traits")).toBeVisible(),
  Preferences: (page) => expect(page.locator("[data-setting]").first()).toBeVisible(),
};

// Each page is a test of its own: all of them in one have to be done within one test's time, on a busy machine too.
for (const [name, isThere] of Object.entries(PAGES)) {
  for (const width of [320, 390, 640, 900, 1440]) {
    test(`${name} does not scroll sideways at ${width} px`, async ({ visit, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await visit.open("review");
      await visit.turnTo(name as keyof typeof PAGES);
      await isThere(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (width === 320) await expectNoViolations(page);
    });
  }
}

test("wider text spacing cuts nothing off", async ({ visit, page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await visit.open("crossing", { autoApply: true });
  await visit.addCode("97110");
  await visit.showDocumentation();
  await page.evaluate(() => {
    const { style } = document.documentElement;
    for (const [name, value] of [
      ["line-height", "1.5"],
      ["letter-spacing", "0.12em"],
      ["word-spacing", "0.16em"],
    ] as const)
      style.setProperty(name, value);
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  const cut = await page
    .locator("button:visible")
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
  expect(cut).toEqual([]);
});

test("every target of an appointment is at least 24 px in both directions", async ({ visit, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await visit.open("crossing", { autoApply: true });
  await visit.addCode("97110");
  await visit.addCode("97140");
  await visit.addIntervention("Transfer Training", "97530");
  await visit.showDocumentation();
  expect(await smallTargets(page)).toEqual([]);
});

for (const name of ["Calendar", "Templates", "Preferences", "Worklist"] as const) {
  test(`every target of ${name} is at least 24 px in both directions`, async ({ visit, page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await visit.open("crossing");
    await visit.turnTo(name);
    await PAGES[name](page);
    // A row that takes another place while it is looked at has no size for that moment.
    await expect.poll(() => smallTargets(page)).toEqual([]);
  });
}

/** Those that can be seen and pressed and are less than 24 px; a box within its label is as large as the label. */
async function smallTargets(page: Page): Promise<string[]> {
  const targets = page.locator("button:visible, input:visible, select:visible, textarea:visible, summary:visible, nav a");
  return targets.evaluateAll((all) => {
    if (all.length < 8) throw new Error("there is hardly anything to press");
    return all
      .filter((target) => {
        const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
        return Math.min(width, height) < 24;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}
