// On paper: whose it is and when it was printed, and nothing to press.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./screen.js";

/** What can be pressed or typed into and is on the paper, through every shadow root. A chip's face is text there, and so is a field. */
const controls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot) walk(element.shadowRoot);
        const isControl = element.matches("button:not(.face), summary, input[type=checkbox], input[type=radio], input[type=file], nav a");
        const isFramed = element.matches("input, select") && Number.parseFloat(getComputedStyle(element).borderTopWidth) > 0;
        const framed = isFramed && getComputedStyle(element).borderTopColor !== "rgba(0, 0, 0, 0)";
        if ((isControl || framed) && element.checkVisibility() && element.getClientRects().length > 0) found.push(element.outerHTML.slice(0, 100));
      }
    };
    walk(document);
    return found;
  });

/** The practice's, whatever day the test runs on. */
const TODAY = "Sep 14, 2026";

/** Where the first line of each stands, whatever its size. */
const baselines = (all: Locator): Promise<number[]> =>
  all.evaluateAll((elements) =>
    elements.map((element) => {
      const mark = document.createElement("span");
      mark.style.display = "inline-block";
      element.prepend(mark);
      const { bottom } = mark.getBoundingClientRect();
      mark.remove();
      return Math.round(bottom * 10) / 10;
    }),
  );

test("every page is printed by a button of one word and look in one corner", async ({ visit, page }) => {
  await visit.open();
  const looks = new Set<string>();
  for (const name of ["Appointment", "Calendar", "Account", "Review packet", "Worklist", "Claims", "Comparative billing", "Templates", "Preferences"]) {
    if (name !== "Appointment") await visit.turnTo(name);
    const button = page.getByRole("button", { name: /^Print/ });
    await expect(button, name).toHaveText("Print");
    looks.add(
      await button.evaluate((one) => {
        const heading = document.querySelector("h1")?.getBoundingClientRect();
        const { right, top, bottom, width, height } = one.getBoundingClientRect();
        const isBeside = heading !== undefined && top < heading.bottom && bottom > heading.top;
        return [Math.round(right), width, height, getComputedStyle(one).borderColor, getComputedStyle(one).color, isBeside].join();
      }),
    );
  }
  expect([...looks]).toEqual([expect.stringMatching(/true$/)]);
});

test("an appointment prints its patient, member ID and day, and no controls", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await (await visit.addIntervention("Treadmill Gait Training", "97116")).getByRole("checkbox").check();
  await visit.addIntervention("Group Exercise");
  await page.emulateMedia({ media: "print" });
  const head = page.locator(".print-head");
  await expect(head).toContainText("Sample Patient A");
  await expect(head).toContainText("SAMPLEA0001");
  await expect(head).toContainText(TODAY);
  await expect(visit.line("97110")).toContainText("97110");
  await expect(visit.ptSlp).toContainText("After today's lines");
  expect(await controls(page)).toEqual([]);
});

test("the paper of an appointment has KX in a column of its own, and what is open by name", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  const declined = await visit.addCode("97140");
  await declined.getByRole("button", { name: "Leave KX off 97140" }).click();
  await declined.getByRole("dialog").getByRole("button", { name: "Documentation is incomplete" }).click();
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".paper");
  await expect(paper.locator(".paper-lines th")).toHaveText(["Service", "Modifiers", "Units", "Allowed amount", "KX modifier"]);
  await expect(paper.locator(".paper-lines tbody tr")).toHaveText([/^97110 .*GP.*Not decided\s*$/s, /^97140 .*KX off: Documentation is incomplete\s*$/s]);
  await expect(paper.locator(".paper-thresholds tbody tr")).toHaveText([/^PT\/SLP/, /^OT/]);
  await expect(paper.locator("li").first()).toContainText("☐");
  await expect(page.getByText("No interventions yet")).toBeHidden();
  await expect(page.locator("h1")).toBeHidden();
  // One sheet of letter paper at 12 mm.
  expect(await paper.evaluate((section) => section.getBoundingClientRect().bottom)).toBeLessThan(960);
});

test("the paper of a year without an amount says so, and what the record lacks", async ({ visit, page }) => {
  await visit.open("next-year");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".paper-open")).toHaveText("! The record is incomplete: 0 of 7 documented.");
  await expect(page.locator(".paper .paper-over")).toHaveText("? The 2027 threshold amount is missing.");
  const paper = page.locator(".paper");
  await expect(paper).toContainText("0 of 7 documented. Documentation not attested.");
  await expect(paper.locator("li")).toHaveCount(7);
  await expect(paper.locator(".paper-signature dt").first()).toHaveText(/, once the record is complete$/);
  // A prompt without an answer has a line to write on.
  const answer = paper.locator(".unanswered dd").first();
  await expect(answer).toHaveText("Answer:");
  expect(await answer.evaluate((one) => getComputedStyle(one, "::after").borderBlockEndWidth)).toBe("1px");
});

test("an open record prints without its buttons", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.showDocumentation();
  await page.emulateMedia({ media: "print" });
  expect(await controls(page)).toEqual([]);
});

test("an account prints its patient, and a page of no patient only the day", async ({ visit, page }) => {
  await visit.open("review");
  await visit.turnTo("Account");
  await expect(page.locator("kx-account .lines")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toContainText("Sample Patient F");
  await expect(page.locator(".print-head")).toContainText("SAMPLEF0006");
  expect(await controls(page)).toEqual([]);
  await page.emulateMedia({ media: "screen" });
  await visit.turnTo("Comparative billing");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toHaveText(new RegExp(`^\\s*Printed on\\s*${TODAY}\\s*$`));
});

/** How many sheets the browser prints. */
const sheets = async (page: Page): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true, format: "Letter" })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

for (const language of ["en", "es"])
  test(`${language}: an account over the threshold takes three sheets, its dates apart and its findings below each other`, async ({ visit, page }) => {
    await visit.open("review");
    await page.getByLabel("Language").selectOption(language);
    await page.goto(`${visit.address}#account`);
    const lines = page.locator("kx-account .lines");
    await expect(lines).toBeVisible();
    expect(await sheets(page)).toBe(3);
    await page.setViewportSize({ width: 726, height: 900 });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(lines.locator(".before")).toHaveCount(0);
    const gap = await lines.locator("tbody tr:not(.findings)").evaluateAll((rows) =>
      Math.min(
        ...rows.map((row) => {
          const [date, processed] = [...row.querySelectorAll(".date, .processed")].map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            return words.getBoundingClientRect();
          });
          return (processed?.left ?? 0) - (date?.right ?? 0);
        }),
      ),
    );
    expect(gap).toBeGreaterThan(9);
    // Beside a sign and a word of any length.
    const begins = await lines.locator(".findings li > span:last-child").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(begins.length).toBeGreaterThan(1);
    expect(new Set(begins).size).toBe(1);
    // An amount and its words stand on one line.
    const tall = await lines.locator(".after.over").evaluateAll((cells) =>
      Math.max(
        ...cells.map((cell) => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          return words.getBoundingClientRect().height;
        }),
      ),
    );
    expect(tall).toBeLessThan(18);
    // The name of a code takes two lines at most, and what is said of KX one; two where it is long.
    const linesOf = (all: Locator): Promise<number[]> =>
      all.evaluateAll((elements) =>
        elements.map((element) => {
          const words = document.createRange();
          words.selectNodeContents(element);
          return Math.round(words.getBoundingClientRect().height / 13);
        }),
      );
    const named = await linesOf(lines.locator("td.service"));
    expect(named.filter((count) => count <= 2).length / named.length).toBeGreaterThan(0.8);
    expect(Math.max(...(await linesOf(lines.locator("td.verdict > span:first-child"))))).toBe(language === "en" ? 1 : 2);
    for (const row of (await lines.locator("tbody tr:not(.findings)").all()).slice(0, 4)) expect(new Set(await baselines(row.locator("td"))).size).toBe(1);
    // The total is never alone on a sheet.
    for (const row of [lines.locator("tfoot tr").first(), lines.locator("tbody tr").last()]) await expect(row).toHaveCSS("break-before", "avoid");
  });

test("the pictures of two thresholds stand on the first sheet of an account", async ({ visit, page }) => {
  await visit.open("crossing");
  await visit.turnTo("Account");
  await expect(page.locator("kx-account .lines")).toBeVisible();
  await page.setViewportSize({ width: 726, height: 950 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const pictures = page.locator("kx-account .balance");
  await expect(pictures).toHaveCount(2);
  expect(await pictures.last().evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(950);
});

test("no account is wider than a sheet, whoever's it is", async ({ visit, page }) => {
  await visit.open();
  const ids = await page.locator("#patient option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  for (const language of ["en", "es"]) {
    await page.getByRole("combobox", { name: /^(Language|Idioma)$/ }).selectOption(language);
    for (const id of ids) {
      await page.goto(`${visit.address}#appointment`);
      await page.locator("#patient").selectOption(id);
      await page.goto(`${visit.address}#account`);
      await expect(page.locator("kx-account section").first()).toBeVisible();
      await page.setViewportSize({ width: 726, height: 900 });
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${language} ${id}`).toBeLessThanOrEqual(726);
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  }
});

test("a year of 66 lines takes three sheets", async ({ visit, page }) => {
  await visit.open("last-year");
  await visit.turnTo("Account");
  await expect(page.locator("kx-account .lines")).toBeVisible();
  expect(await sheets(page)).toBe(3);
});

test("the worklist prints close together, and its head on each sheet", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Worklist");
  expect(await sheets(page)).toBeLessThanOrEqual(10);
  await page.emulateMedia({ media: "print" });
  // What the marks mean, and whose row it is at a glance; the last sheet has more than a row or two.
  await expect(page.locator("kx-worklist .marks span")).toHaveText([
    "☐ Done",
    "✕ Error",
    "! Warning",
    "i Note",
    "? Check KX",
    "○ Below threshold",
    "◔ Near threshold",
    "● Threshold reached",
    "▲ Over medical review threshold",
  ]);
  await expect(page.locator("kx-worklist tbody .open").first()).toHaveCSS("font-weight", "600");
  for (const [place, rule] of [
    [1, "avoid"],
    [4, "avoid"],
    [5, "auto"],
  ] as const)
    await expect(page.locator(`kx-worklist tbody:nth-last-of-type(${place}) tr`).first()).toHaveCSS("break-before", rule);
  // A browser repeats no button.
  const heads = page.locator("kx-worklist thead button");
  for (const head of await heads.all()) await expect(head).toHaveCSS("display", "contents");
  // Whose list it is, and a box before each item to be ticked by hand; none before what is done.
  await expect(page.locator(".paper-head")).toContainText("Sample Clinic North, Sample Clinic South · NPI 1234567893");
  const box = page.locator("kx-worklist .step").first();
  const width = () => box.evaluate((step) => getComputedStyle(step, "::before").width);
  expect(await width()).toBe("7px");
  await page.locator("kx-worklist").evaluate((element) => {
    (element as HTMLElementTagNameMap["kx-worklist"]).view = { status: "done" };
  });
  await expect(page.locator("kx-worklist table.todo")).toHaveCount(0);
});

test("each reason of a claim on paper names the therapist who answers", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Claims");
  const second = page.locator("kx-claims tbody tr:not(:first-child) .due", { hasText: "Therapist" }).first();
  await expect(second).toContainText("Sample");
  await expect(second.locator(".hint")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(second.locator(".hint")).toBeVisible();
  await expect(page.locator("kx-claims .marks span")).toHaveText(["☐ Done", "✕ Error", "! Warning", "i Note", "? Check KX"]);
  await expect(page.locator("kx-claims tbody .open").first()).toHaveCSS("font-weight", "600");
});

test("the calendar prints a visit in a row, and begins below its head", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Calendar");
  expect(await sheets(page)).toBeLessThanOrEqual(2);
  await expect(page.locator(".legend")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  // A browser repeats the head of a table.
  const month = page.locator("main > .calendar-page .month").first();
  await expect(month).toHaveText(/^\s*September 2026\s*Day\s*Time\s*Patient\s*Therapist\s*Threshold and KX\s*$/);
  await expect(month).toHaveCSS("display", "table-header-group");
  // The signs that stand there, and no others.
  await expect(page.locator(".legend li")).toHaveText([/^◔ Near/, /^● Threshold reached:/, /^▲ Over the medical review/, /^\? Not checked:/]);
  // What a visit begins with stands on one line, and its day with the first of them.
  const day = page.locator("main > .calendar-page .day").first();
  const first = day.locator(".cell").first();
  const parts = await baselines(first.locator("time, .whom b, .by, .flag"));
  expect(parts.length).toBe(4);
  expect(new Set(parts).size).toBe(1);
  await expect(day).toHaveCSS("align-items", "baseline");
  // The month of today ends on the first sheet of letter paper, and no last day of a month is alone on one.
  await page.setViewportSize({ width: 726, height: 950 });
  expect(
    await page
      .locator("main > .calendar-page")
      .first()
      .evaluate((month) => month.getBoundingClientRect().bottom),
  ).toBeLessThan(950);
  await expect(page.locator("main > .calendar-page .day:last-child").first()).toHaveCSS("break-before", "avoid");
  const leftOut = page.getByText(/^Not printed: \d+ earlier visits to finish\.$/);
  await expect(leftOut).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(leftOut).toBeHidden();
  await page.locator(".earlier summary").click();
  await page.emulateMedia({ media: "print" });
  await expect(leftOut).toBeHidden();
});

test("an example of what to type is not printed as if it had been typed", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  await page.emulateMedia({ media: "print" });
  const field = page.locator("input[placeholder]").first();
  expect(await field.evaluate((input) => getComputedStyle(input, "::placeholder").color)).toBe("rgba(0, 0, 0, 0)");
});

test("preferences and templates print what they are set to, and nothing where there is nothing to read", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  expect(await sheets(page)).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("kx-about")).toBeHidden();
  await expect(page.locator(".code-list .none")).toHaveCount(4);
  // What it is called is light, and what it is set to is not; how to add what is added on a screen is not told.
  for (const name of [page.locator(".setting label").first(), page.locator("kx-auto-apply .name")]) await expect(name).toHaveCSS("font-weight", "400");
  const chosen = [page.locator(".preferences select").first(), page.locator(".code-list .none").first(), page.locator("kx-auto-apply .state")];
  for (const value of chosen) await expect(value).toHaveCSS("font-weight", "600");
  await expect(page.locator("kx-rules h2 + .hint")).toBeHidden();
  for (const none of await page.locator(".code-list .none").all()) await expect(none).toBeVisible();
  const left = (locator: ReturnType<Page["locator"]>) =>
    locator.evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]);
  const values = await left(page.locator(".preferences .setting :is(select, .none)"));
  expect(values).toHaveLength(1);
  expect(await left(page.locator("kx-auto-apply .state"))).toEqual(values);
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".code-list .none").first()).toBeHidden();
  await page.getByLabel("Codes to add (OT)").fill("97110");
  await page.getByLabel("Codes to add (OT)").blur();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".code-list .none").filter({ visible: true })).toHaveCount(3);
  await page.emulateMedia({ media: "screen" });
  await visit.turnTo("Templates");
  await page.getByRole("button", { name: "Create a new trait" }).click();
  await page.emulateMedia({ media: "print" });
  const empty = page.locator("kx-traits .field[data-none]");
  await expect(empty).not.toHaveCount(0);
  for (const field of await empty.all()) expect(await field.evaluate((one) => getComputedStyle(one, "::after").content)).toBe('"Not set"');
  expect(await left(page.locator("kx-traits .field:not([data-none]) > :is(input, textarea)"))).toHaveLength(1);
});

test("a patient without a letter prints a page with a head", async ({ visit, page }) => {
  await visit.open("review");
  await visit.turnTo("Review packet");
  expect(await sheets(page)).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".print-head")).toContainText("SAMPLEF0006");
});
