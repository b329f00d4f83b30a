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
    { shown: 2, picked: ["97110"], left: "" },
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

test("what a host calls to bring a line, a record and a list into view works without scrolling", () => {
  assert.deepEqual(
    inPage(`
      const line = { id: 'a "b"', code: "97110", description: "", modifiers: "GP", units: "1", allowed: "", expected: null, kxDeclined: null, decision: null };
      const treatment = place("<kx-treatment></kx-treatment>");
      treatment.lines = [line];
      const there = [await treatment.reveal(line.id), treatment.shadowRoot.activeElement?.id, await treatment.reveal("c")];
      const account = place("<kx-account></kx-account>");
      account.lines = [{ ...line, date: "2026-07-01", serviceType: "PT/SLP", before: null, after: null, standing: null, kx: "correct", modifiers: ["GP"] }];
      there.push(await account.reveal(line.id), await account.reveal("c"));
      const record = place("<kx-documentation></kx-documentation>");
      await record.updateComplete;
      await record.reveal?.();
      log(there);
    `),
    [true, 'modifiers-a "b"', false, true, false],
  );
});

test("a word releases what is shown of a claim, one by one and in bulk", () => {
  for (const bulk of [false, true]) {
    const found = inPage(`
      const kx = await import("kx-modifier");
      await kx.default();
      const line = { id: "a", date: "2026-07-01", code: "97110", modifiers: [], allowed: "31.40" };
      const request = (released) => ({ claims: [{ id: "c1", lines: [line] }], renderingProvider: { discipline: "PT" }, coverage: { program: "medicare-part-b" }, usage: { used: { "PT/SLP": "2500.00" } }, released });
      const claim = kx.holdClaims(request([])).claims[0];
      const list = place("<kx-claims></kx-claims>");
      const row = { id: "p", name: "Ana", claim, days: { from: "2026-07-01", to: "2026-07-01" }, error: null };
      list.by = "Bea Biller";
      list.rows = [row];
      list.view = { who: "biller", selected: ${bulk} ? [JSON.stringify(["p", "c1"])] : [] };
      const changes = [];
      list.addEventListener("kx-claims-changed", ({ detail }) => changes.push(detail));
      const root = list.shadowRoot;
      const release = async (reason) => {
        await list.updateComplete;
        root.querySelector(${bulk} ? ".selection button" : "tbody .do button").click();
        await list.updateComplete;
        await list.updateComplete;
        const field = root.querySelector("#reason");
        field.value = reason;
        field.dispatchEvent(new window.Event("input", { bubbles: true }));
        root.querySelector(".word .primary").click();
        await list.updateComplete;
        await list.updateComplete;
      };
      await release("modifier checked");
      const after = kx.holdClaims(request(changes[0].claims[0].released)).claims[0];
      const said = root.textContent.includes("1 claim stays on hold for another reason.");
      const partly = [changes[0].claims[0].released[0].codes, after.status, said];
      list.rows = [{ ...row, claim: after, released: changes[0].claims[0].released }];
      list.view = { selected: ${bulk} ? [JSON.stringify(["p", "c1"])] : [] };
      await release("record checked");
      log([claim.reasons.map(({ code, who }) => [code, who]), partly, kx.holdClaims(request(changes[1].claims[0].released)).claims[0].status]);
    `);
    assert.deepEqual(found, [
      [
        ["suggestion", "therapist"],
        ["therapy-modifier-missing", "biller"],
      ],
      [["therapy-modifier-missing"], "hold", true],
      "release",
    ]);
  }
});
