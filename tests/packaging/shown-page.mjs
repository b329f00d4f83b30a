// The page on which the examples of `kx-modifier/testing` and of the desk's functions stand, in jsdom.
import { JSDOM } from "jsdom";

/** A page where a server's would be: what is imported later finds it. */
export function openPage() {
  const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true, url: "http://host.test/" });
  for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
  const { document, AbortController, Event, CustomEvent, EventTarget, KeyboardEvent } = window;
  Object.assign(globalThis, { window, document, AbortController, Event, CustomEvent, EventTarget, KeyboardEvent });
}

/** Two lines, 97110 to be checked and 97140 blocked by GA; the balance of PT/SLP; a patient in the worklist. */
export async function fillPage({ fixtures, settled }) {
  const line = (id, code, { request, decision }) => ({
    ...{ id, code, decision, description: "", units: "1", allowed: "31.40", expected: null },
    modifiers: request.line.modifiers.join(" "),
    kxDeclined: null,
  });
  document.body.innerHTML = "<kx-treatment></kx-treatment><kx-threshold></kx-threshold><kx-worklist></kx-worklist>";
  const { thresholds } = fixtures.overThreshold.decision;
  const item = { kind: "reached", severity: "warning", serviceType: "PT/SLP", line: null, due: null, message: "Reached.", nextStep: "Plan." };
  const set = (tag, values) => Object.assign(document.querySelector(tag), values);
  set("kx-treatment", { lines: [line("a", "97110", fixtures.autoApplyOff), line("b", "97140", fixtures.blockedByGa)] });
  set("kx-threshold", { display: thresholds["PT/SLP"] });
  set("kx-worklist", { rows: [{ id: "p1", name: "Ana Ruiz", thresholds, items: [item], error: null }] });
  await settled();
}
