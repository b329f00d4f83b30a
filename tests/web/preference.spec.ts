import { expect, on, suggested, test } from "./screen.js";

test("the switch turns suggestions into KX, says so, and back", async ({ visit, page }) => {
  await visit.open("used-up");
  const line = await visit.addCode("97110");
  await expect(suggested(line)).toBeVisible();
  await page.getByRole("link", { name: "Off", exact: true }).click();
  await expect(visit.switch).toHaveAttribute("aria-checked", "false");

  await visit.switch.click();
  await expect(visit.switch).toHaveAttribute("aria-checked", "true");
  await expect(page.locator("kx-auto-apply").getByRole("status")).toHaveText("Setting updated successfully");
  await visit.turnTo("Appointment");
  await expect(on(line)).toBeVisible();
  await page.getByRole("link", { name: "On", exact: true }).click();

  await visit.switch.click();
  await expect(visit.switch).toHaveAttribute("aria-checked", "false");
  await expect(page.locator("kx-auto-apply").getByRole("status")).toHaveText("Setting updated successfully");
  await visit.turnTo("Appointment");
  await expect(suggested(line)).toBeVisible();
});

test("what was typed survives a reload", async ({ visit, page }) => {
  await visit.open("crossing", { autoApply: true });
  await visit.addCode("97110");
  const declined = await visit.addCode("97140");
  await declined.getByRole("button", { name: "Remove KX from 97140" }).click();
  await declined.getByRole("dialog").getByRole("button", { name: "Documentation is incomplete" }).click();
  const intervention = await visit.addIntervention("Treadmill Gait Training", "97116");
  await intervention.getByRole("checkbox").check();
  await visit.unfold();
  await visit.otherUsed("OT").fill("100.50");
  await visit.otherUsed("OT").press("Enter");
  await expect(visit.ot.getByRole("heading")).toHaveText(/^\$2,069\.25/);
  await visit.kept();

  await page.reload();
  await expect(page.getByLabel("Patient")).toHaveValue("crossing");
  await expect(page.getByRole("link", { name: "On", exact: true })).toBeVisible();
  await expect(suggested(visit.line("97110"))).toBeVisible();
  await expect(visit.line("97140").locator(".notices .warning")).toContainText("“Documentation is incomplete”");
  await expect(visit.flowsheet.getByRole("checkbox")).toBeChecked();
  await expect(visit.otherUsed("OT")).toHaveValue("100.50");
  await expect(visit.after(visit.ptSlp)).toHaveText("-$64.89");
});

test("each patient keeps their own lines; start over clears one of them", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await page.getByLabel("Patient").selectOption("elsewhere");
  await expect(visit.treatment.locator("tbody")).toHaveCount(0);
  await visit.addCode("97140");
  await visit.otherUsed("PT/SLP").fill("1");
  await visit.otherUsed("PT/SLP").press("Enter");
  await expect(visit.after(visit.ptSlp)).toHaveText("$811.17");

  await page.getByRole("button", { name: "Clear this visit" }).click();
  await expect(visit.treatment.locator("tbody")).toHaveCount(0);
  await expect(visit.otherUsed("PT/SLP")).toHaveValue("450.00");
  await expect(visit.ptSlp.getByRole("heading")).toHaveText(/^\$390\.00/);
  await visit.kept();
  await page.reload();
  await expect(visit.treatment.locator("tbody")).toHaveCount(0);
  await page.getByLabel("Patient").selectOption("used-up");
  await expect(visit.line("97110")).toBeVisible();
});

test("a browser that keeps nothing still works, and says so", async ({ visit, page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("no storage here", "SecurityError");
    };
  });
  await visit.open("used-up", { autoApply: true });
  await expect(on(await visit.addCode("97110"))).toBeVisible();
  await expect(page.getByText("This browser cannot save your entries. Reloading the page clears them.")).toBeVisible();
});

test("what an earlier version kept is still understood", async ({ visit, page }) => {
  await visit.open("used-up", { autoApply: true });
  await visit.kept();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("kx-modifier-appointment");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const line = {
            id: "line-1",
            section: "treatment",
            code: "97110",
            modifiers: ["GP"],
            allowed: "",
            done: false,
            kxDeclined: null,
            hadKx: false,
            intervention: null,
          };
          const writing = opening.result.transaction("screen", "readwrite");
          writing
            .objectStore("screen")
            .put({ patient: "used-up", autoApplyKx: true, visits: { "used-up": { lines: [line], otherUsed: {}, nextLine: 2 } } }, "kept");
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  await expect(on(visit.line("97110"))).toBeVisible();
  await expect(visit.line("97110").locator(".expected")).toHaveCount(0);
  await visit.addCode("97140");
  await expect(visit.line("97140").locator(".expected")).toHaveText("Expected $27.83");
});

test("the search finds every label, whatever its accents, and says where there is none", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  const settings = page.locator(".preference:visible");
  const all = await settings.count();
  await page.getByLabel("Search").fill("paste a rule");
  await expect(settings).toHaveCount(1);
  await expect(page.locator("kx-rules")).toBeVisible();
  await page.getByLabel("Search").fill("codes to leave out");
  await expect(page.getByLabel("Codes to leave out (OT)")).toBeVisible();
  await expect(settings).toHaveCount(1);
  await page.getByLabel("Search").fill("no such words");
  await expect(page.getByText("No setting matches “no such words”.")).toBeVisible();
  await page.getByLabel("Search").fill("");
  await expect(settings).toHaveCount(all);
  await page.locator("#language").selectOption("es");
  // Of the lists and of the packs.
  await page.getByLabel("Buscar").fill("codigos");
  await expect(settings).toHaveCount(2);
});

test("what is chosen and typed stands in one column, below its name where that is narrow", async ({ visit, page }) => {
  await visit.open();
  await visit.turnTo("Preferences");
  const edges = () =>
    page
      .locator(".preferences :is(.setting, .preference) > :is(input, select)")
      .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]);
  expect(await edges()).toHaveLength(1);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await edges()).toHaveLength(1);
  const [label, field] = [await page.locator("label[for=codeList]").boundingBox(), await page.locator("#codeList").boundingBox()];
  expect(field?.y).toBeGreaterThan(label?.y ?? 0);
  expect(Math.abs((field?.x ?? 0) - (label?.x ?? 0))).toBeLessThan(2);
});
