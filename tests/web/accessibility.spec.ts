import type { Page } from "@playwright/test";
import { expectNoViolations, expectNoViolationsOfColor, violations } from "./axe.js";
import { byTab, expect, on, test, type Screen } from "./screen.js";

const STATES: { [name: string]: (visit: Screen) => Promise<unknown> } = {
  "nothing entered": (visit) => visit.open(),
  "KX on a line, its tooltip and its conditions": async (visit) => {
    await visit.open("used-up", { autoApply: true });
    const line = await visit.addCode("97110");
    await line.getByRole("button", { name: "Why? 97110" }).click();
    await byTab(on(line));
  },
  "suggested, left off, and refused text": async (visit) => {
    await visit.open("crossing", { autoApply: true });
    await visit.addCode("97110");
    const second = await visit.addCode("97140");
    await second.getByRole("button", { name: "Remove KX from 97140" }).click();
    await second.getByLabel("Modifiers for 97140").fill("GP?");
    await second.getByLabel("Modifiers for 97140").press("Enter");
    await visit.unfold();
    await visit.otherUsed("OT").fill("none");
    await visit.otherUsed("OT").press("Enter");
    await expect(visit.page.locator("[aria-invalid=true]")).toHaveCount(2);
  },
  "flowsheet with and without a code": async (visit) => {
    await visit.open("used-up", { autoApply: true });
    await (await visit.addIntervention("Transfer Training", "97530")).getByRole("checkbox").check();
    await visit.addIntervention("Balance Training on One Leg");
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
    await visit.documentation.getByRole("button", { name: "Attest with an incomplete record" }).click();
    await expect(visit.documentation.locator(".facts")).toContainText("Documentation attested by");
  },
  "eligibility check": async (visit) => {
    await visit.open("elsewhere");
    for (const [bucket, amount] of [
      ["PT/SLP", "100"],
      ["OT", "none"],
    ] as const) {
      if (bucket === "OT") await visit.unfold();
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
    await visit.page.locator(".cell:not(.booked)", { hasText: "Sample Patient A" }).click();
    await expect(visit.ptSlp).toBeVisible();
  },
  "a guided situation, a line on hold": async (visit) => {
    await visit.open();
    await visit.page.getByRole("button", { name: /Over the threshold/ }).click();
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

test("what is wrong is found, and within a part what is wrong there", async ({ page }) => {
  await page.setContent('<html lang="en"><title>Sample</title><main><h1>Sample</h1><img src="data:,"></main><footer><input></footer></html>');
  const [image, field] = [expect.stringMatching(/^image-alt: <img/), expect.stringMatching(/^label: <input/)];
  expect(await violations(page)).toEqual([image, field]);
  expect(await violations(page, { within: "footer" })).toEqual([field]);
  expect(await violations(page, { rules: ["color-contrast"] })).toEqual([]);
});

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing: ${name}, light and dark`, async ({ visit, page }) => {
    // Axe reads colours as they are at that moment, in the middle of a transition too.
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await reach(visit);
    await expectNoViolations(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectNoViolationsOfColor(page);
  });
}

/** From a wide window to a phone's, as a person narrows it: in none of them does the page scroll sideways, and axe reads the narrowest. */
async function expectToFit(page: Page) {
  for (const width of [1440, 900, 640, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${width} px` }).toBeLessThanOrEqual(width);
  }
  await expectNoViolations(page);
}

test("an appointment scrolls sideways at no width", async ({ visit, page }) => {
  await visit.open("crossing", { autoApply: true });
  await visit.addCode("97110");
  await visit.addCode("92507");
  const line = await visit.addCode("97140");
  await line.getByRole("button", { name: "Why? 97140" }).click();
  await byTab(on(line));
  await expect(line.getByRole("tooltip")).toBeVisible();
  await visit.showDocumentation();
  await visit.addIntervention("Cervical Thrust Manipulation (HVLAT)", "97140");
  await page.getByLabel("Modifiers for 97110").fill("too long for this");
  await page.getByLabel("Modifiers for 97110").press("Enter");
  await expect(page.locator(".refusal")).toBeVisible();
  await expectToFit(page);
});

/** A page, and what has to be there before it is looked at. */
const PAGES: {
  [name in "Calendar" | "Account" | "Worklist" | "Claims" | "Comparative billing" | "Templates" | "Preferences"]: (page: Page) => Promise<unknown>;
} = {
  Calendar: (page) => expect(page.locator(".day:not(.over) .cell").first()).toBeVisible(),
  Account: (page) => expect(page.locator("svg[role=img]").first()).toBeVisible(),
  Worklist: (page) => expect(page.locator("kx-worklist").getByRole("status")).toHaveText(/of 2,000/, { timeout: 20_000 }),
  Claims: (page) => expect(page.locator("kx-claims .count")).toHaveText(/claims on hold/, { timeout: 20_000 }),
  "Comparative billing": async (page) => {
    await page.getByRole("button", { name: "Load sample percentages" }).click();
    await expect(page.locator("svg[role=img]").first()).toBeVisible();
  },
  Templates: (page) => expect(page.locator("kx-traits")).toBeVisible(),
  Preferences: (page) => expect(page.locator("[data-setting]").first()).toBeVisible(),
};

// Each page is a test of its own: all of them in one have to be done within one test's time, on a busy machine too.
for (const [name, isThere] of Object.entries(PAGES)) {
  test(`${name} scrolls sideways at no width`, async ({ visit, page }) => {
    await visit.open("review");
    await visit.turnTo(name as keyof typeof PAGES);
    await isThere(page);
    await expectToFit(page);
  });
}

// And drawn at once on the narrowest, which no wider one came before.
test("a page opened on a phone fits it", async ({ visit, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await visit.open("review");
  await visit.turnTo("Account");
  await PAGES.Account(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

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
    await expect.poll(() => smallTargets(page)).toEqual([]);
  });
}

/** Those that can be seen and pressed and are less than 24 px; a box within its label is as large as the label. */
async function smallTargets(page: Page): Promise<string[]> {
  const targets = page.locator("button:visible, input:visible, select:visible, textarea:visible, summary:visible, nav a:visible");
  return targets.evaluateAll((found) => {
    // Between being found and being looked at a row may have been drawn anew.
    const all = found.filter(({ isConnected }) => isConnected);
    if (all.length < 8) return ["there is hardly anything to press"];
    return all
      .filter((target) => {
        // A file is chosen by the label of its field.
        const label = target.closest("label") ?? (target.matches("[type=file]") ? (target as HTMLInputElement).labels?.[0] : undefined);
        const { width, height } = (label ?? target).getBoundingClientRect();
        return Math.min(width, height) < 24;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}
