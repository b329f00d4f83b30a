// The widgets in jsdom, where a host's own unit tests meet them: nothing is laid out there, and much of a browser is missing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const jsdom = pathToFileURL(createRequire(new URL("../package.json", import.meta.url)).resolve("jsdom")).href;

/** What the script logs. As a test runner takes packages for a page: by the condition "browser". */
const inPage = (script) =>
  JSON.parse(
    execFileSync(process.execPath, ["--conditions", "browser", "--input-type=module"], {
      cwd: process.env.KX_CONSUMER,
      encoding: "utf8",
      stdio: ["pipe", "pipe", "inherit"],
      input: `
        import { JSDOM } from ${JSON.stringify(jsdom)};
        const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true, url: "http://host.test/" });
        for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
        Object.assign(globalThis, { window, document: window.document, Event: window.Event, CustomEvent: window.CustomEvent, EventTarget: window.EventTarget });
        await import("kx-modifier/widgets/define");
        const place = (html) => { document.body.innerHTML = html; return document.body.firstElementChild; };
        const log = (value) => console.log(JSON.stringify(value));
        ${script}
      `,
    }),
  );

test("the combobox filters, picks by keyboard and scrolls nothing", () => {
  assert.deepEqual(
    inPage(`
      const box = place('<kx-combobox label="Code"></kx-combobox>');
      box.options = [{ value: "97110", detail: "exercise" }, { value: "97140", detail: "manual therapy" }];
      await box.updateComplete;
      const picked = [];
      document.addEventListener("kx-picked", ({ detail }) => picked.push(detail.value));
      const field = box.shadowRoot.querySelector("input");
      const press = (key) => field.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      field.value = "9";
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
      await box.updateComplete;
      const shown = [...box.shadowRoot.querySelectorAll("[role=option]")].length;
      press("ArrowDown");
      await box.updateComplete;
      press("Enter");
      await box.updateComplete;
      log({ shown, picked, left: field.value });
    `),
    { shown: 2, picked: ["97140"], left: "" },
  );
});

test("every widget is drawn and locked without a browser's forms, observers and scrolling", () => {
  assert.deepEqual(
    inPage(`
      const { KxElement } = await import("kx-modifier/widgets");
      const tags = Object.keys((await import("kx-modifier/widgets"))).filter((name) => /^Kx[A-Z]/.test(name) && name !== "KxElement")
        .map((name) => "kx-" + name.slice(2).replace(/(?!^)([A-Z])/g, "-$1").toLowerCase());
      const all = place("<form>" + tags.map((tag) => "<" + tag + " name='x'></" + tag + ">").join("") + "</form>");
      for (const element of all.children) await element.updateComplete;
      for (const element of all.children) element.readonly = true;
      for (const element of all.children) await element.updateComplete;
      const drawn = [...all.children].filter((element) => element.shadowRoot);
      log({ drawn: drawn.length === tags.length, many: tags.length > 12, locked: [...all.children].filter(({ locked }) => locked).length > 9 });
    `),
    { drawn: true, many: true, locked: true },
  );
});
