import { serve } from "../contract/watched-site.mjs";
import { expect, on, Screen, test } from "./screen.js";

test.use({ serviceWorkers: "allow" });

test("the page works after its server is gone", async ({ page }) => {
  const { server, address } = await serve(0);
  const visit = await new Screen(page, address).open("used-up", { autoApply: true });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  });
  await visit.addCode("97110");
  await visit.kept();

  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await page.reload();
  await expect(on(visit.line("97110"))).toBeVisible();
  await visit.addCode("97140");
  await expect(on(visit.line("97140"))).toBeVisible();
  await page.getByRole("button", { name: "Show clearinghouse files" }).click();
  await page.getByRole("button", { name: "835 remittance" }).click();
  await expect(page.getByText("Remittance (835) paid on Sep 11, 2026.", { exact: true })).toBeVisible();
});

test("the page may only ask its own origin", async ({ request, address }) => {
  const policy = (await request.get(address)).headers()["content-security-policy"];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
});

test("a page whose rules do not load says so", async ({ page, address }) => {
  await page.route("**/kx-modifier.wasm", (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto(address);
  await expect(page.getByText("The KX rules did not load. Reload the page.")).toBeVisible();
});
