// Starts the page: loads the rules, brings back what was typed, and passes each event of a widget to the desk.
import { render } from "lit";
import init from "kx-modifier";
import "../widgets/account/define.js";
import "../widgets/auto-apply/define.js";
import "../widgets/comparative-billing/define.js";
import "../widgets/documentation/define.js";
import "../widgets/eligibility/define.js";
import "../widgets/flowsheet/define.js";
import "../widgets/import/define.js";
import "../widgets/threshold/define.js";
import "../widgets/treatment/define.js";
import type { KxEvent, KxEventName } from "../widgets/shared/events.js";
import { tokens } from "../widgets/shared/tokens.js";
import { SAMPLE_PEERS } from "./comparison.js";
import { Desk } from "./desk.js";
import { sampleFile } from "./imports.js";
import { load } from "./storage.js";
import { page, titleAt } from "./view.js";
import { acceptCheck, addCode, addIntervention, applyKx, changeLine, leaveKxOff, removeLine, restoreKx, setAttestation, setDocumentation, setOtherUsed, undoCheck } from "./visit.js";

const app = document.querySelector<HTMLElement>("#app")!;
const announcer = document.querySelector<HTMLElement>("#announcer")!;

function say(text: string): void {
  announcer.textContent = "";
  // In a later frame: a region that is emptied and filled at once has not changed.
  if (text) requestAnimationFrame(() => { announcer.textContent = text; });
}

function on<Name extends KxEventName>(name: Name, act: (detail: KxEvent<Name>["detail"]) => void): void {
  app.addEventListener(name, (event) => act((event as unknown as KxEvent<Name>).detail));
}

function listen(desk: Desk): void {
  const modifiers = (id: string): string => desk.visit.lines.find((line) => line.id === id)?.modifiers.join(" ") ?? "";
  on("kx-auto-apply-changed", ({ on }) => void desk.set({ autoApplyKx: on }));
  on("kx-usage-changed", ({ serviceType, amount }) => desk.attempt(setOtherUsed(desk.visit, serviceType, amount), `other ${serviceType}`, amount));
  on("kx-eligibility-asked", (figure) => desk.check(figure));
  on("kx-eligibility-accepted", ({ serviceType }) => {
    const split = desk.checks.get(serviceType)?.split;
    if (split) desk.attempt(acceptCheck(desk.visit, serviceType, split.elsewhere, split.asOf), `other ${serviceType}`, split.elsewhere);
  });
  on("kx-eligibility-undone", ({ serviceType }) => desk.attempt(undoCheck(desk.visit, serviceType), `other ${serviceType}`, ""));
  on("kx-line-added", ({ code }) => desk.attempt(addCode(desk.visit, desk.sample, code), "code", code));
  on("kx-intervention-added", ({ name }) => desk.attempt(addIntervention(desk.visit, desk.sample, name), "intervention", name));
  on("kx-line-removed", ({ id }) => desk.attempt(removeLine(desk.visit, id), `line ${id}`, ""));
  on("kx-line-changed", ({ id, change }) => {
    const [field, value] = Object.entries(change)[0] as [string, string | boolean];
    desk.attempt(changeLine(desk.visit, id, change), `${field} ${id}`, String(value));
  });
  // The core may refuse a fifth modifier; the field with the four is where that is put right.
  on("kx-applied", ({ id }) => desk.attempt(applyKx(desk.visit, id), `modifiers ${id}`, modifiers(id)));
  on("kx-removed", ({ id, reason }) => desk.attempt(leaveKxOff(desk.visit, id, reason), `modifiers ${id}`, modifiers(id)));
  on("kx-documentation-changed", ({ field, value }) => desk.attempt(setDocumentation(desk.visit, field, value), `documentation ${field}`, String(value ?? "")));
  on("kx-attestation-changed", ({ by }) => desk.attempt(setAttestation(desk.visit, desk.sample, by), "documentation attestation", by ?? ""));
  on("kx-peer-file-chosen", ({ file }) => void desk.comparePeers(file.name, file.text()));
  on("kx-sample-peers-asked", () => void desk.comparePeers(SAMPLE_PEERS, fetch(SAMPLE_PEERS).then((response) => response.text())));
  on("kx-file-chosen", ({ files }) => void desk.imports.read(files));
  on("kx-sample-file-asked", ({ name }) => void desk.imports.read([sampleFile(name)]));
  on("kx-patient-chosen", ({ file, patient }) => desk.imports.choose(file, desk.sample, patient));
  on("kx-import-accepted", ({ file }) => desk.acceptImport(file));
  on("kx-import-dismissed", ({ file }) => desk.imports.dismiss(file));
  on("kx-import-undone", ({ id }) => desk.undoImport(id));
  on("kx-restored", ({ id }) => desk.attempt(restoreKx(desk.visit, id), `modifiers ${id}`, modifiers(id)));
}

async function start(): Promise<void> {
  const [kept] = await Promise.all([load(), init()]);
  app.textContent = "";
  const desk: Desk = new Desk(kept ?? { patient: "used-up", autoApplyKx: false, visits: {} }, () => show(), say);
  const show = () => render(page(desk, location.hash), app);
  listen(desk);
  show();
  document.title = titleAt(location.hash);
  // A file that misses the panel would open in place of the page, and what is half typed would be gone.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    show();
    document.title = titleAt(location.hash);
    // Whoever listens hears where they are; whoever looks is at the top.
    app.querySelector<HTMLElement>("h1")?.focus();
  });
  if (kept) desk.stored = "yes";
}

if (tokens.styleSheet) document.adoptedStyleSheets = [tokens.styleSheet];
start().catch((error: unknown) => {
  app.textContent = "The rules could not be loaded. Reload the page to try again.";
  console.error(error);
});
// A page without a service worker is the same page; it only needs the network.
navigator.serviceWorker?.register("service-worker.js").catch(() => undefined);
