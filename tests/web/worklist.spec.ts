// The worklist: sorted, filtered, printed, by keyboard, and never standing still.
import { expectInOrder } from "./axe.js";
import { expect, test, type Screen } from "./screen.js";

// Two thousand patients are looked at in each of these, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

async function open(visit: Screen) {
  await visit.open();
  await visit.page.goto(`${visit.address}#worklist`);
  const list = visit.page.locator("kx-worklist");
  await visit.wholeWorklist();
  return list;
}

const shown = async (text: string | null): Promise<number> => Number(/^(\d+) of/.exec(text ?? "")?.[1]);

test("filters show what they count, together what has one of them", async ({ visit }) => {
  const list = await open(visit);
  const count = async (kind: string) => Number(await list.locator(`[data-kind="${kind}"] b`).textContent());
  const [reached, near] = [await count("reached"), await count("near")];
  expect(reached).toBeGreaterThan(10);
  await list.locator('[data-kind="reached"]').click();
  await expect(list.locator(".count")).toHaveText(new RegExp(`^\\d+ of 2,000 patients · ${reached} items$`));
  for (const step of await list.locator("tbody .step").all()) await expect(step).toContainText("Threshold reached");
  await list.locator('[data-kind="near"]').click();
  const both = await shown(await list.locator(".count").textContent());
  expect(both).toBeGreaterThan(Math.max(reached, near) - 1);
  expect(both).toBeLessThanOrEqual(reached + near);
});

test("where nothing fits it says so, and one press clears the filters", async ({ visit, page }) => {
  const list = await open(visit);
  const all = await list.locator(".count").textContent();
  await expect(list.getByRole("button", { name: "Clear filters" })).toHaveCount(0);
  await list.locator('[data-kind="near"]').click();
  await list.getByLabel("Patient or therapist").fill("no such name");
  await expect(list.locator(".count")).toHaveText("0 of 2,000 patients · 0 items");
  await expect(list.locator("table")).toHaveCount(0);
  await expect(list.getByText("No open items match. Clear the filters to see them all.")).toBeVisible();
  await list.getByRole("button", { name: "Clear filters" }).press("Enter");
  await expect(list.locator(".count")).toHaveText(all ?? "");
  await expect(list.getByLabel("Patient or therapist")).toBeFocused();
  await page.keyboard.type("gale");
  await expect(list.locator("tbody .therapist").first()).toHaveText("Gale Sample");
  await list.getByLabel("Patient or therapist").fill("SAMPLEF0006");
  await expect(list.locator("tbody")).toHaveCount(1);
  await list.getByLabel("Show", { exact: true }).selectOption("snoozed");
  await list.getByLabel("Patient or therapist").fill("");
  await expect(list.getByText("Nothing is snoozed.")).toBeVisible();
  await list.getByRole("button", { name: "Show open items" }).click();
  await expect(list.locator(".count")).toHaveText(all ?? "");
});

test("headings sort, and say so", async ({ visit }) => {
  const list = await open(visit);
  const column = (selector: string) =>
    list
      .locator(`tbody ${selector}`)
      .allTextContents()
      .then((all) => all.map((text) => text.trim()));
  const heading = list.locator("thead th.name");
  await expect(list.locator("thead th.urgency")).toHaveAttribute("aria-sort", "ascending");
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  const up = await column(".open");
  expect(up).toEqual([...up].sort((one, other) => new Intl.Collator("en-US", { numeric: true }).compare(one, other)));
  await heading.getByRole("button").press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  expect((await column(".open"))[0]).not.toBe(up[0]);
  await list.getByLabel("Sort by").selectOption("used");
  const left = (await column(".left")).slice(0, 5);
  for (const text of left) expect(text).toContain("over by $");
  await list.locator("thead th.due").getByRole("button").click();
  // A patient stands by the first day on which anything is due.
  const due = await list
    .locator("tbody")
    .evaluateAll((rows) =>
      rows
        .map((row) =>
          Math.min(...[...row.querySelectorAll(".due")].map(({ textContent }) => Date.parse(textContent ?? "")).filter((day) => !Number.isNaN(day))),
        )
        .filter(Number.isFinite),
    );
  expect(due.length).toBeGreaterThan(20);
  expect(due).toEqual([...due].sort((one, other) => one - other));
  await list.locator("thead th.visit").getByRole("button").click();
  await expect(list.locator("thead th.visit")).toHaveAttribute("aria-sort", "ascending");
});

test("each patient has the next visit, the therapist and a balance, or why there is none", async ({ visit }) => {
  const list = await open(visit);
  const row = (id: string) => list.locator(`tbody[data-patient="${id}"]`);
  await expect(row("review").locator("td.left")).toHaveText(/PT\/SLP\s+▲\s+over by \$555\.10/);
  await expect(row("review").locator("td.visit")).toHaveText(/Sep 14, 2026\s*2:45 PM/);
  await expect(row("review").locator("td.therapist")).toHaveText("Gale Sample");
  // A billed line is corrected within 365 days of its date of service.
  await expect(row("review").locator("tr", { hasText: "KX missing" }).locator(".due")).toHaveText("Aug 6, 2027");
  await list.getByLabel("Patient or therapist").fill("Sample Patient G");
  await expect(row("last-year").locator("td.left")).toHaveText("Not known");
  await expect(row("last-year").locator(".why")).toHaveText(/^Remaining not known\. The usage totals are dated Dec 30, 2025, another calendar year/);
});

test("patients are selected with Space, a range with Shift, and what is done with them is undone", async ({ visit, page }) => {
  const list = await open(visit);
  const all = await shown(await list.locator(".count").textContent());
  const box = (place: number) => list.locator("tbody .pick input").nth(place);
  await box(1).focus();
  await page.keyboard.press("Space");
  await box(4).focus();
  await page.keyboard.press("Shift+Space");
  await expect(list.locator(".how-many")).toHaveText("4 selected");
  await expect(list.locator("thead .pick input")).toHaveJSProperty("indeterminate", true);
  // Nothing moves away below the pointer, and the keyboard has a way to the actions and back.
  await page.keyboard.press("Enter");
  await expect(list.getByRole("button", { name: "Mark done", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box(4)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(list.getByText(/^\d+ items marked done\.$/)).toBeVisible();
  await expect(list.locator(".count")).toHaveText(new RegExp(`^${all - 4} of 2,000 patients`));
  await page.keyboard.press("Enter");
  await expect(list.locator(".count")).toHaveText(new RegExp(`^${all} of 2,000 patients`));
  await expect(list.getByText("Undone.")).toBeVisible();

  await list.getByLabel(/^Select all patients shown: \d+$/).check();
  await expect(list.locator(".how-many")).toHaveText(`${all} selected`);
  await list.getByRole("button", { name: "Clear selection" }).click();
  await expect(list.locator(".how-many")).toHaveCount(0);
});

test("what was done, assigned and snoozed stays over a reload, and is opened again", async ({ visit, page }) => {
  const list = await open(visit);
  // What is left of the patient then is less urgent, and further down.
  await list.getByRole("button", { name: /^Show all/ }).click();
  await list.getByRole("button", { name: "Done KX missing, Sample Patient F" }).click();
  await expect(list.locator('tbody[data-patient="review"]')).not.toContainText("KX missing");
  await list.getByLabel("Select Sample Patient G").check();
  await list.getByLabel("Assign to").selectOption("Billing, A to M");
  await list.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(list.getByText("1 patient assigned to Billing, A to M.")).toBeVisible();
  await expect(list.locator('tbody[data-patient="last-year"]')).toContainText("Assigned to: Billing, A to M");
  await list.getByLabel("Select Sample Patient G").check();
  await list.getByLabel("Snooze until").fill("2026-09-30");
  await list.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(list.getByText("3 items snoozed until Sep 30, 2026.")).toBeVisible();
  await visit.kept();
  await page.reload();
  await visit.wholeWorklist();
  await expect(list.locator('tbody[data-patient="last-year"]')).toHaveCount(0);
  await list.getByLabel("Show", { exact: true }).selectOption("snoozed");
  await expect(list.locator('tbody[data-patient="last-year"]')).toContainText("Snoozed until Sep 30, 2026");
  await list.getByLabel("Show", { exact: true }).selectOption("done");
  await list.getByRole("button", { name: "Reopen KX missing, Sample Patient F" }).click();
  await expect(list.getByText("Nothing has been marked done yet.")).toBeVisible();
  await list.getByRole("button", { name: "Show open items" }).click();
  await expect(list.locator('tbody[data-patient="review"]')).toContainText("KX missing");
});

test("the file has what is shown, quoted, and nothing in it is a formula", async ({ visit, page }) => {
  const list = await open(visit);
  await list.getByLabel("Patient or therapist").fill("Sample Patient F");
  const [file] = await Promise.all([page.waitForEvent("download"), list.getByRole("button", { name: "Export 3 items (CSV)" }).click()]);
  expect(file.suggestedFilename()).toBe("kx-worklist-2026-09-14.csv");
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(await file.path(), "utf8");
  const [heads, first, ...rest] = text.split("\r\n");
  expect(heads).toBe(
    "\ufeffPatient,Member ID,To do,Details,Next step,Due by,Remaining (PT/SLP),Remaining (OT),Next visit,Therapist,Assigned to,Clinic,Lines without a KX decision,Denied lines,Over the threshold without KX (billed or not)",
  );
  expect(first).toMatch(
    /^Sample Patient F,SAMPLEF0006,Medical review,"PT\/SLP is \$35\.10 over the .*",Keep the record ready\. .*,,-555\.10,2480\.00,2026-09-14 14:45,Gale Sample,,Sample Clinic North,0\.00,0\.00,157\.06$/,
  );
  expect(rest).toHaveLength(3);

  const csv = await list.evaluate((element) => {
    const widget = element as HTMLElementTagNameMap["kx-worklist"];
    const odd = { ...widget.rows[0], id: "odd", name: '=HYPERLINK("http://x")', memberId: "+1", therapist: "@sum", nextVisit: null };
    return new Promise<string>((resolve) => {
      widget.addEventListener(
        "kx-worklist-exported",
        (event) => {
          event.preventDefault();
          resolve(event.detail.csv);
        },
        { once: true },
      );
      widget.view = {};
      widget.rows = [
        odd as never,
        { ...odd, id: "tab", name: "\t=1", items: [{ ...(widget.rows.find(({ items }) => items.length)?.items[0] as object) }] } as never,
      ];
      void widget.updateComplete.then(() => widget.shadowRoot?.querySelector<HTMLButtonElement>(".export")?.click());
    });
  });
  for (const line of csv.split("\r\n").slice(1)) for (const cell of line.split(",")) expect(cell).not.toMatch(/^"?\s*[=+@]/);
  expect(csv).toContain("'\t=1,'+1");
});

test("a patient who could not be checked counts everywhere, and is in the file with the reason", async ({ visit, page }) => {
  const list = await open(visit);
  const numbers = (text: string | null) => Number(/\d+/.exec(text ?? "")?.[0]);
  const kinds = await list.locator(".kind b").allTextContents();
  const items = numbers(await list.locator("#status option").first().textContent());
  expect(kinds.reduce((sum, count) => sum + Number(count), 0)).toBe(items);
  await expect(list.locator(".count")).toHaveText(new RegExp(` · ${items} items$`));
  await expect(list.locator(".export")).toHaveText(`Export ${items} items (CSV)`);
  await list.locator('[data-kind="unread"]').click();
  await expect(list.locator("tbody")).toHaveCount(1);
  const [file] = await Promise.all([page.waitForEvent("download"), list.getByRole("button", { name: "Export 1 item (CSV)" }).click()]);
  const { readFile } = await import("node:fs/promises");
  const [, row] = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(row).toContain("Sample Patient H,SAMPLEH0008,Not checked,The 2027 threshold is missing. Add it with a rule pack.,,");
});

test("no item is cut, its label is said once, and its next step comes on demand", async ({ visit }) => {
  const list = await open(visit);
  const item = list.locator('tbody[data-patient="review"] td.step', { hasText: "KX missing" }).first();
  expect((await item.boundingBox())?.height).toBeLessThan(100);
  const cut = await list
    .locator("td.step, .message, .therapist, .open")
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== "visible").length);
  expect(cut).toBe(0);
  await expect(item.locator(".message")).not.toContainText("KX missing");
  await expect(item.locator(".next")).toBeHidden();
  const more = item.getByRole("button", { name: "Details: KX missing, Sample Patient F" });
  await more.press("Enter");
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(item.locator(".next")).toBeVisible();
  await more.press("Enter");
  await expect(item.locator(".next")).toBeHidden();
});

test("what is overdue comes first, then unbilled lines, today's visits and what is due by its day; what is past a year is last", async ({ visit, page }) => {
  const list = await open(visit);
  await list.evaluate((element) => {
    const widget = element as HTMLElementTagNameMap["kx-worklist"];
    const [one] = widget.rows;
    const row = (id: string, kind: string, due: string | null, more = {}) => {
      const item = { kind, severity: "warning", serviceType: "PT/SLP", line: kind === "reached" ? null : id, due, message: `${id}.`, nextStep: "Next." };
      return { ...one, id, name: id, error: null, thresholds: null, nextVisit: null, handling: undefined, items: [item], ...more };
    };
    widget.day = "2026-09-14";
    widget.rows = [
      row("past a year", "missing-kx", "2026-07-09"),
      row("no day", "reached", null),
      row("due in October", "denied", "2026-10-01"),
      row("due in September", "denied", "2026-09-20"),
      row("overdue", "documentation", "2026-09-01"),
      row("visit today", "reached", null, { nextVisit: { date: "2026-09-14" } }),
      row("unbilled", "missing-kx", null),
    ] as never;
  });
  await expect(list.locator("tbody .open")).toHaveText(["overdue", "unbilled", "visit today", "due in September", "due in October", "no day", "past a year"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Worklist");
});

test("one sign and one colour for what is said on the appointment too", async ({ visit }) => {
  const list = await open(visit);
  await expect(list.locator(".step.error .badge", { hasText: "Threshold reached" }).first()).toContainText("●");
  await expect(list.locator(".step.warning .badge", { hasText: "Threshold reached" })).toHaveCount(0);
});

test("at 900 pixels what can be done ends where the table does", async ({ visit, page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  const list = await open(visit);
  await visit.wholeWorklist();
  const over = () =>
    list.evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll("tbody .do button") ?? [])]
        // Its words: a plain button has no edge.
        .filter((button) => {
          const words = button.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(button).paddingRight);
          return words > (button.closest("tbody")?.getBoundingClientRect().right ?? 0) + 0.5;
        })
        .map((button) => button.textContent?.trim()),
    );
  await expect.poll(over).toEqual([]);
});

test("a due day that is over says by how much, and no next visit is before today", async ({ visit }) => {
  const list = await open(visit);
  await visit.wholeWorklist();
  // What is past a year is on the last page.
  await list.getByLabel("Patient or therapist").fill("Sample Patient E");
  // Billed Jul 9, 2025: due a year later, 67 days before the practice's today.
  const overdue = list.locator('tbody[data-patient="elsewhere"]');
  await expect(overdue.locator(".due").first()).toHaveText(/^Jul 9, 2026\s+past one year$/);
  await expect(overdue.locator(".visit")).toHaveText("None booked");
  // Nothing hurries it any more.
  await expect(overdue.locator(".late")).toHaveCount(0);
});

test("the heads stay below the selection, which is at the thumb in one hand", async ({ visit, page }) => {
  const list = await open(visit);
  await list.locator("tbody .pick input").nth(2).check();
  await list.locator("tbody").nth(40).scrollIntoViewIfNeeded();
  const [bar, head] = [await list.locator(".selection").boundingBox(), await list.locator("thead th.name").boundingBox()];
  if (!bar || !head) throw new Error("nothing is selected");
  expect(head.y).toBeGreaterThanOrEqual(bar.y + bar.height - 1);
  expect(head.y).toBeLessThan(200);
  await page.setViewportSize({ width: 390, height: 800 });
  const thumb = await list.locator(".selection").boundingBox();
  expect((thumb?.y ?? 0) + (thumb?.height ?? 0)).toBeCloseTo(800, 0);
});

test("what gets the focus going back is not below the heads or the bar of a selection", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  for (const [name, hash] of [
    ["kx-worklist", "worklist"],
    ["kx-claims", "claims"],
  ] as const) {
    await page.goto(`${visit.address}#${hash}`);
    const list = page.locator(name);
    await expect(list.locator("tbody").nth(20)).toBeVisible({ timeout: 60_000 });
    await list.locator("tbody .pick input").nth(20).check();
    for (let back = 0; back < 25; back += 1) {
      await page.keyboard.press("Shift+Tab");
      const covered = await list.evaluate((element) => {
        const focused = element.shadowRoot?.activeElement as HTMLElement;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const above = element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
        return above && !focused.contains(above) && !above.contains(focused) ? `${focused.className} below ${above.className}` : "";
      });
      expect(covered, `${name}, ${back}`).toBe("");
    }
  }
});

test("a locked list is looked at and not changed", async ({ visit, page }) => {
  const list = await open(visit);
  await list.evaluate((element) => {
    (element as HTMLElementTagNameMap["kx-worklist"]).readonly = true;
  });
  await expect(list.getByText("Locked. You can read this but not change it.")).toBeVisible();
  await expect(list.getByRole("button", { name: /^Done/ })).toHaveCount(0);
  await expect(list.locator("tbody .pick input").first()).toBeHidden();
  await list.locator('[data-kind="unread"]').click();
  await expect(list.locator("tbody")).toHaveCount(1);
  await list.locator("#order").selectOption("name");
  await list.locator("tbody .open").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
});

test("an item opens on what it is about, and Back returns to the list as it was", async ({ visit, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  const list = await open(visit);
  await list.getByLabel("Sort by").selectOption("name");
  await list.locator('[data-kind="reached"]').click();
  await list.locator("tbody .pick input").nth(30).check();
  const button = list.locator("tbody .item").nth(35);
  await button.scrollIntoViewIfNeeded();
  const [top, name] = [await page.evaluate(() => window.scrollY), await button.textContent()];
  expect(top).toBeGreaterThan(500);
  await button.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
  await expect(page.locator("kx-threshold:focus")).toHaveCount(1);
  await page.goBack();
  await visit.wholeWorklist();
  await expect(list.locator('[data-kind="reached"]')).toHaveAttribute("aria-pressed", "true");
  await expect(list.getByLabel("Sort by")).toHaveValue("name");
  await expect(list.locator(".how-many")).toHaveText("1 selected");
  await expect(list.locator("tbody .item").nth(35)).toBeFocused();
  expect(await list.locator("tbody .item").nth(35).textContent()).toBe(name);
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - top)).toBeLessThan(80);

  // A billed line is on the account.
  await list.getByRole("button", { name: "Clear filters" }).click();
  await list.getByLabel("Sort by").selectOption("urgency");
  await list.getByRole("button", { name: "KX missing (Error) Sample Patient F" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  const line = page.locator("kx-account tbody tr:focus");
  await expect(line).toContainText("KX missing");
  await expect(line).toBeInViewport();
});

test("an open suggestion opens on its line", async ({ visit, page }) => {
  await visit.open("used-up");
  await visit.addCode("97110");
  await visit.kept();
  await page.goto(`${visit.address}#worklist`);
  const list = page.locator("kx-worklist");
  await visit.wholeWorklist();
  await list.getByRole("button", { name: "Check KX Sample Patient A" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Appointment");
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
    });
  await expect.poll(focused).toMatch(/97110/);
});

test("fifty a page, turned by keyboard, all of them on demand and on paper", async ({ visit, page }) => {
  const list = await open(visit);
  const all = await shown(await list.locator(".count").textContent());
  expect(all).toBeGreaterThan(100);
  const pager = list.getByRole("navigation", { name: "Pages of the list" });
  await expect(list.locator("tbody")).toHaveCount(50);
  await expect(pager).toContainText(`1–50 of ${all} patients`);
  await expect(pager.getByRole("button", { name: "Previous" })).toBeDisabled();
  const first = await list.locator("tbody .open").first().textContent();
  await pager.getByRole("button", { name: "Next" }).press("Enter");
  await expect(pager).toContainText(`51–100 of ${all} patients`);
  // What is read next is the first patient of the page.
  await expect(list.locator("tbody .open").first()).toBeFocused();
  await expect(list.locator("tbody .open").first()).not.toHaveText(first ?? "");
  await page.reload();
  await visit.wholeWorklist();
  await pager.getByRole("button", { name: `Show all ${all}` }).click();
  await expect(list.locator("tbody")).toHaveCount(all);
  await pager.getByRole("button", { name: "Show 50 at a time" }).click();
  await expect(list.locator("tbody")).toHaveCount(50);
  await page.goto(`${visit.address}#calendar`);
  await page.goto(`${visit.address}#worklist`);
  await visit.wholeWorklist();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(list.locator("tbody")).toHaveCount(all);
  await expect(list.locator(".on-paper")).toHaveText(/^Worklist · Open, Most urgent · \d+ items · [A-Z][a-z]{2} \d+, \d{4}\s*☐ Done/);
  await expect(list.locator(".on-paper")).toHaveCount(1);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(list.locator("tbody")).toHaveCount(50);
});

test("the page answers while patients are looked at", async ({ visit, page }) => {
  await visit.open();
  await page.evaluate(() => {
    const longest = { pause: 0, frames: 0 };
    (window as unknown as { longest: typeof longest }).longest = longest;
    let last = performance.now();
    const frame = (now: number) => {
      longest.pause = Math.max(longest.pause, now - last);
      longest.frames += 1;
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.goto(`${visit.address}#worklist`);
  await visit.wholeWorklist();
  const { frames, pause } = await page.evaluate(() => (window as unknown as { longest: { pause: number; frames: number } }).longest);
  // Shown in portions: the page was drawn again and again while it worked.
  expect(frames).toBeGreaterThan(10);
  test.info().annotations.push({ type: "longest pause between frames", description: `${Math.round(pause)} ms` });
});

test("axe finds nothing, and nothing is cut off, from a wide window to a phone's, light and dark", async ({ visit, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const list = await open(visit);
  await list.locator('[data-kind="missing-kx"]').click();
  await list.locator("tbody .pick input").first().check();
  for (const [width, colorScheme] of [
    [1280, "light"],
    [900, "dark"],
    [640, "light"],
    [320, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (width < 640) await list.getByRole("button", { name: "Filters" }).click();
    await expectInOrder(page);
  }
});
