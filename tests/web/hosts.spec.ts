// Widgets below a host that keeps its own state: what comes late, what was asked about and is no longer there, and what nobody has said.
import { expect, test } from "./plain.js";

/** Lines as a host sets them. */
const LINES = `
  const lineOf = (id, more = {}) => ({ id, code: "97110", description: "exercise", modifiers: "GP", units: "1", allowed: "", expected: null, kxDeclined: null, decision: suggested, refused: {}, ...more });
`;
const TWO = `
  const lines = [lineOf("a"), lineOf("b", { code: "97140" })];
  $("kx-treatment").lines = lines;
  window.set = (allowed) => { $("kx-treatment").lines = lines.map((line) => (line.id === "a" ? { ...line, allowed } : line)); };
  document.addEventListener("kx-line-changed", (event) => window.heard.push([event.type, event.detail]));
`;

test("a code that a host adds later leaves the search field once it has come", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment>`,
    `${LINES} const treatment = $("kx-treatment");
    window.refuse = true;
    treatment.codes = [{ code: "97110", description: "exercise" }, { code: "97140", description: "manual therapy" }];
    treatment.lines = [lineOf("old")];
    window.come = (...lines) => { treatment.lines = lines.map(([id, code]) => lineOf(id, { code })); };
    window.forget = () => treatment.forget();
    window.refusal = (refusal) => { treatment.refusal = refusal; };`,
  );
  const search = page.getByRole("combobox", { name: "Search for a code" });
  await search.fill("exercise");
  await search.press("Enter");
  await expect(search).toHaveValue("exercise");
  // The lines again, and another one: what was typed is still on its way.
  await page.evaluate(`come(["old", "97110"], ["b", "97140"])`);
  await expect(page.getByLabel("Modifiers for 97140")).toBeVisible();
  await expect(search).toHaveValue("exercise");
  await page.evaluate(`come(["old", "97110"], ["b", "97140"], ["c", "97110"])`);
  await expect(search).toHaveValue("");
  // The next code is being typed by then.
  await search.fill("97140");
  await search.press("Enter");
  await search.fill("971");
  await page.evaluate(`come(["d", "97140"])`);
  await expect(page.getByLabel("Modifiers for 97140")).toHaveCount(1);
  await expect(search).toHaveValue("971");
  // Another patient.
  await search.fill("97140");
  await search.press("Enter");
  await page.evaluate(`refusal({ text: "97140", message: "We have no contract for this code." })`);
  await expect(search).toHaveAccessibleDescription("We have no contract for this code.");
  await expect(search).toHaveValue("97140");
  await page.evaluate(`refusal(null); forget();`);
  await expect(search).toHaveValue("");
});

test("an intervention that a host adds later leaves its search field too", async ({ plain, page }) => {
  await plain.open(
    `<kx-flowsheet></kx-flowsheet>`,
    `${LINES} const flowsheet = $("kx-flowsheet");
    document.addEventListener("kx-intervention-added", (event) => event.preventDefault());
    flowsheet.interventions = [{ name: "Squats", codes: ["97110"] }];
    window.come = () => { flowsheet.lines = [lineOf("a", { intervention: { name: "Squats", choices: [] }, done: false })]; };`,
  );
  const search = page.locator("kx-combobox").getByRole("combobox");
  await search.fill("squ");
  await expect(search).toHaveAttribute("aria-expanded", "true");
  await search.press("Enter");
  await expect(search).toHaveValue("squ");
  await expect(search, "what was chosen is not asked for any more").toHaveAttribute("aria-expanded", "false");
  await page.evaluate("come()");
  await expect(search).toHaveValue("");
});

test("what is typed in place of an amount that is asked about takes the question away, also where it is refused", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment><kx-threshold><kx-eligibility></kx-eligibility></kx-threshold>`,
    `${LINES}${TWO}
    Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], otherUsed: "10.00" });
    Object.assign($("kx-eligibility"), { day: "2026-07-01", threshold: "2480.00" });`,
  );
  await page.getByRole("button", { name: /^Enter eligibility check/ }).click();
  for (const field of [
    page.getByLabel("Allowed amount for 97110"),
    page.getByLabel("Other Medicare Threshold Used (PT/SLP)"),
    page.getByLabel("Amount from the eligibility check"),
  ]) {
    await field.fill("99999");
    await field.press("Enter");
    await expect(page.getByRole("button", { name: "Keep" })).toHaveCount(1);
    await expect(field).toHaveAccessibleDescription(/is more than twice/);
    await field.fill("31.405");
    await field.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("button", { name: "Keep" })).toHaveCount(0);
    await expect(field).not.toHaveAccessibleDescription(/is more than twice/);
    await field.fill("31.40");
    await field.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "false");
    await expect(page.getByRole("button", { name: "Keep" })).toHaveCount(0);
  }
  expect(JSON.stringify(await plain.heard())).not.toContain("99999");
});

test("what a host refused before does not stand beside the question about another amount", async ({ plain, page }) => {
  await plain.open(
    `<kx-treatment></kx-treatment><kx-threshold></kx-threshold>`,
    `${LINES} const refusal = { text: "600.00", message: "At most $500 for one line." };
    $("kx-treatment").lines = [lineOf("a", { refused: { allowed: refusal } })];
    Object.assign($("kx-threshold"), { display: buckets["PT/SLP"], otherUsed: "10.00", refusal });`,
  );
  for (const field of [page.getByLabel("Allowed amount for 97110"), page.getByLabel("Other Medicare Threshold Used (PT/SLP)")]) {
    await expect(field).toHaveAccessibleDescription(/At most \$500/);
    await field.fill("99999");
    await field.press("Enter");
    await expect(field).toHaveValue("99,999.00");
    await expect(field).toHaveAccessibleDescription(/^\$99,999\.00 is more than twice/);
    await page.getByRole("button", { name: "Change" }).click();
    await expect(field).toHaveValue("600.00");
    await expect(field).toHaveAccessibleDescription(/At most \$500/);
  }
});

test("each line is asked about by itself, until the host says something else of it", async ({ plain, page }) => {
  await plain.open(`<kx-treatment></kx-treatment>`, `${LINES}${TWO}`);
  const [first, second] = [page.getByLabel("Allowed amount for 97110"), page.getByLabel("Allowed amount for 97140")];
  const keep = page.getByRole("button", { name: "Keep" });
  await first.fill("99999");
  await first.press("Enter");
  await second.fill("28");
  await second.press("Enter");
  await expect(keep).toHaveCount(1);
  await expect(first).toHaveValue("99,999.00");
  await second.fill("88888");
  await second.press("Enter");
  await expect(keep).toHaveCount(2);
  await expect(second).toHaveAccessibleDescription(/^\$88,888\.00 is more than twice/);
  await page
    .getByRole("group", { name: /^\$88,888\.00/ })
    .getByRole("button", { name: "Keep" })
    .click();
  await expect(keep).toHaveCount(1);
  await page.evaluate(`set("31.40")`);
  await expect(keep).toHaveCount(0);
  await expect(first).toHaveValue("31.40");
  expect((await plain.heard()).map(([, detail]) => detail)).toEqual([
    { id: "b", change: { allowed: "28" } },
    { id: "b", change: { allowed: "88888" } },
  ]);
});

test("a threshold says nothing of booked visits that nobody has told it of, and no source that has no name", async ({ plain, page }) => {
  await plain.open(
    `<kx-threshold></kx-threshold><kx-treatment></kx-treatment>`,
    `${LINES} $("kx-threshold").display = buckets["PT/SLP"];
    $("kx-treatment").lines = [lineOf("a", { expected: "31.40" })];
    window.none = () => { $("kx-threshold").projection = ""; $("kx-treatment").feesSource = "fee schedule of 2026"; };`,
  );
  await expect(page.locator("kx-threshold").getByRole("heading")).toBeVisible();
  await expect(page.getByText("No visits booked")).toHaveCount(0);
  await expect(page.locator(".fees")).toHaveText("An amount you enter replaces the expected amount.");
  await page.evaluate("none()");
  await expect(page.getByText("No visits booked")).toBeVisible();
  await expect(page.locator(".fees")).toHaveText("Expected amounts: fee schedule of 2026. An amount you enter replaces the expected amount.");
});

test("a heading beside a search stays where it is when a refusal stands below the field", async ({ plain, page }) => {
  await plain.open(`<kx-treatment></kx-treatment>`, `window.refusal = (refusal) => { $("kx-treatment").refusal = refusal; };`);
  const heading = page.getByRole("heading", { name: "Treatment" });
  for (const width of [1280, 700, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate("refusal(null)");
    await expect(page.locator('[part="refusal"]')).toHaveCount(0);
    const before = await heading.boundingBox();
    await page.evaluate(`refusal({ text: "x", message: "We have no contract for this code." })`);
    await expect(page.locator('[part="refusal"]')).toBeVisible();
    expect(await heading.boundingBox()).toEqual(before);
    // Beside the field, on one line with it.
    const field = await page.getByRole("combobox").boundingBox();
    if (before && field && width > 600) expect(Math.abs(before.y + before.height / 2 - (field.y + field.height / 2))).toBeLessThan(2);
  }
});

test("what asks for a word of release has the width of the list", async ({ plain, page }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  await plain.open(
    `<kx-claims></kx-claims>`,
    `const { claims: [claim] } = rules.holdClaims({
      claims: [{ id: "c-1", lines: [{ id: "1", date: "2026-09-14", code: "97110", modifiers: ["GP"], allowed: "31.40" }] }],
      renderingProvider: { discipline: "PT" }, coverage: { program: "medicare-part-b" }, usage: { used: { "PT/SLP": "2500.00" } } });
    $("kx-claims").rows = [{ id: "a", name: "Ana Ruiz", therapist: "Kim Lee, PT", claim, since: "2026-09-14", released: [], error: null }];`,
  );
  const claims = page.locator("kx-claims");
  await claims.getByRole("button", { name: "Release Ana Ruiz" }).click();
  const reason = await claims.getByLabel("Reason").boundingBox();
  expect(reason?.width).toBeGreaterThan(320);
  const buttons = await claims.locator(".acts button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(buttons).size).toBe(1);
  for (const name of ["Release 1 claim", "Cancel"]) {
    const height = (await claims.getByRole("button", { name, exact: true }).boundingBox())?.height;
    expect(height).toBeLessThan(48);
  }
  // The claim's own cells end above it.
  const box = await claims.locator(".word").boundingBox();
  const own = await claims.locator("tbody .who").boundingBox();
  expect(box && own && own.y + own.height <= box.y).toBe(true);
});
