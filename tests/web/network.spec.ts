// A page with everything of the package asks for its files and for the module, and for nothing else: every request is seen, and what is not of
// the page's own origin is refused.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, normalize } from "node:path";
import { expect, test } from "@playwright/test";

test.use({ serviceWorkers: "allow" });

const root = join(import.meta.dirname, "..", "..");
const dist = join(root, "dist");
const origin = "http://localhost";
const TYPES: Record<string, string> = { js: "text/javascript; charset=utf-8", wasm: "application/wasm" };

const corpus = readdirSync(join(root, "fuzz", "corpus", "json")).map((name) => {
  const text = readFileSync(join(root, "fuzz", "corpus", "json", name), "utf8");
  return [text.slice(0, text.indexOf("\n")), text.slice(text.indexOf("\n") + 1)] as const;
});

const USER = `
  import initWhole, * as whole from "/index.js";
  import initByUrl, * as byUrl from "/url.js";
  import initVisit, * as visit from "/visit/index.js";
  import initVisitByUrl, * as visitByUrl from "/visit/url.js";
  import * as fhir from "/interop/fhir.js";
  import * as cdsHooks from "/interop/cds-hooks.js";
  import * as testing from "/testing/index.js";
  import * as widgets from "/widgets/standalone.js";
  import spanish from "/wording/es.js";
  import labels from "/labels/es.js";
  // First those that fetch: an entry with its module inside finds it loaded.
  await Promise.all([initByUrl(), initVisitByUrl()]);
  await Promise.all([initWhole(), initVisit()]);
  window.kx = { whole, byUrl, visit, visitByUrl, fhir, cdsHooks, testing, widgets, spanish, labels };
  document.title = "ready";
`;

test("a page asks for its files and the modules, and using them asks for nothing", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("websocket", (socket) => asked.push(`websocket ${socket.url()}`));
  await page.context().route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) return route.abort();
    const name = url.pathname.slice(1);
    if (name === "")
      return route.fulfill({
        contentType: "text/html",
        body: '<!doctype html><title>user</title><link rel="icon" href="data:,"><script type="module" src="/user.js"></script>',
      });
    if (name === "user.js") return route.fulfill({ contentType: TYPES.js ?? "", body: USER });
    const file = join(dist, normalize(name));
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: TYPES[name.split(".").at(-1) ?? ""] ?? "", body: readFileSync(file) });
  });
  await page.goto(`${origin}/`);
  await expect(page).toHaveTitle("ready");
  const own = asked.map((url) => (url.startsWith(`${origin}/`) ? url.slice(origin.length + 1) : url)).filter((name) => name !== "data:,");
  expect(own.filter((name) => !/^(|user\.js|[\w/-]+\.js|kx-modifier\.wasm|visit\/kx-modifier\.wasm)$/.test(name))).toEqual([]);
  expect(own.filter((name) => name.endsWith(".wasm")).sort()).toEqual(["kx-modifier.wasm", "visit/kx-modifier.wasm"]);

  const before = asked.length;
  const used = await page.evaluate(async (requests) => {
    type Functions = Record<string, (...given: unknown[]) => unknown>;
    const { whole, byUrl, widgets, labels, spanish } = (window as unknown as { kx: Record<string, Functions> }).kx as unknown as Record<string, Functions>;
    let calls = 0;
    for (const kx of [whole, byUrl] as Functions[]) {
      for (const [name, request] of requests) {
        if (!kx[name]) continue;
        try {
          kx[name](...(request.trim() === "" ? [] : [request.startsWith("ISA") ? request : JSON.parse(request)]));
          calls += 1;
        } catch (error) {
          if ((error as Error).name !== "KxError") throw error;
        }
      }
    }
    (whole as Functions).useWording?.((spanish as unknown as { default?: unknown }) ?? null);
    const tags = Object.values(widgets as object).flatMap((one) =>
      typeof one === "function" && one.prototype instanceof HTMLElement ? [customElements.getName(one as CustomElementConstructor)] : [],
    );
    const elements = tags.filter((tag) => tag !== null).map((tag) => document.body.appendChild(document.createElement(tag)));
    for (const element of elements) Object.assign(element, { labels });
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const button of elements.flatMap((element) => [...(element.shadowRoot?.querySelectorAll("button") ?? [])])) button.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { calls, elements: elements.length };
  }, corpus);
  expect(used.calls).toBeGreaterThan(40);
  expect(used.elements).toBeGreaterThan(15);
  expect(asked.slice(before)).toEqual([]);
});

test("the screen asks its own server alone", async ({ page }) => {
  const site = process.env.KX_SITE ?? "";
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  await page.goto(site);
  await expect(page.locator("kx-treatment")).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((url) => new URL(url).protocol.startsWith("http") && new URL(url).origin !== new URL(site).origin)).toEqual([]);
});
