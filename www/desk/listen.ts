// What each event of a widget does at the desk.
import type { KxEvent, KxEventName } from "../widgets/shared/events.js";
import { isByHand } from "../widgets/shared/ways.js";
import type { Desk } from "./desk.js";
import {
  acceptCheck,
  addCode,
  addIntervention,
  answerPrompt,
  applyKx,
  changeLine,
  leaveKxOff,
  removeLine,
  restoreKx,
  setAttestation,
  setDocumentation,
  setModifiers,
  setOtherUsed,
  unapplyKx,
  undoCheck,
} from "./visit.js";

type Acts = { [Name in KxEventName]?: (detail: KxEvent<Name>["detail"]) => void };

const actsOf = (desk: Desk): Acts => {
  const modifiers = (id: string): string => desk.visit.lines.find((line) => line.id === id)?.modifiers.join(" ") ?? "";
  // The core may refuse a fifth modifier; the field with the four is where that is put right.
  const ofKx = (id: string) => [`modifiers ${id}`, modifiers(id)] as const;
  const sample = async (name: string): Promise<string> => (await desk.practice.readSample?.(name)) ?? "";
  return {
    "kx-auto-apply-changed": ({ on }) => void desk.set({ autoApplyKx: on }),
    "kx-usage-changed": ({ serviceType, amount }) => desk.attempt(setOtherUsed(desk.visit, serviceType, amount), `other ${serviceType}`, amount),
    "kx-eligibility-asked": (figure) => desk.check(figure),
    "kx-eligibility-accepted": ({ serviceType }) => {
      const split = desk.checks.get(serviceType)?.split;
      if (split) desk.attempt(acceptCheck(desk.visit, serviceType, split.elsewhere, split.asOf), `other ${serviceType}`, split.elsewhere);
    },
    "kx-eligibility-undone": ({ serviceType }) => desk.attempt(undoCheck(desk.visit, serviceType), `other ${serviceType}`, ""),
    "kx-line-added": ({ code }) => desk.attempt(addCode(desk.visit, desk.chart, code), "code", code),
    "kx-intervention-added": ({ name }) => desk.attempt(addIntervention(desk.visit, desk.chart, name), "intervention", name),
    "kx-line-removed": ({ id }) => desk.attempt(removeLine(desk.visit, id), `line ${id}`, ""),
    "kx-line-changed": ({ id, change }) => {
      const [field, value] = Object.entries(change)[0] as [string, string | boolean];
      desk.attempt(changeLine(desk.visit, id, change), `${field} ${id}`, String(value));
    },
    "kx-applied": ({ id }) => desk.attempt(applyKx(desk.visit, id), ...ofKx(id)),
    "kx-removed": ({ id, reason, because }) => desk.attempt(leaveKxOff(desk.visit, id, reason, because), ...ofKx(id)),
    "kx-restored": ({ id, undone }) => desk.attempt(undone === "applied" ? unapplyKx(desk.visit, id) : restoreKx(desk.visit, id), ...ofKx(id)),
    "kx-way-out": ({ id, action, modifiers }) => {
      if (!isByHand(action)) desk.attempt(setModifiers(desk.visit, id, modifiers), ...ofKx(id));
    },
    "kx-documentation-changed": ({ field, value }) =>
      desk.attempt(
        setDocumentation(desk.visit, field, value),
        `documentation ${field}`,
        String(value ?? ""),
        desk.visit.documentation.attestation ? desk.text("ui.desk.attest-again") : "",
      ),
    "kx-attestation-changed": ({ by }) => desk.attempt(setAttestation(desk.visit, desk.chart, by), "documentation attestation", by ?? ""),
    "kx-peer-file-chosen": ({ file }) => void desk.comparePeers(file.name, file.text()),
    "kx-sample-peers-asked": () => void desk.comparePeers(desk.practice.samplePeers ?? "", sample(desk.practice.samplePeers ?? "")),
    "kx-file-chosen": ({ files }) => void desk.imports.read(files),
    "kx-sample-file-asked": ({ name }) => void desk.imports.read([{ name, text: () => sample(name) }]),
    "kx-patient-chosen": ({ file, patient }) => desk.imports.choose(file, desk.chart, patient),
    "kx-check-dated": ({ file, day }) => desk.imports.date(file, day),
    "kx-import-accepted": ({ file }) => desk.acceptImport(file),
    "kx-import-dismissed": ({ file }) => desk.imports.dismiss(file),
    "kx-import-undone": ({ id }) => desk.undoImport(id),
    "kx-prompt-answered": (given) => desk.attempt(answerPrompt(desk.visit, given), `answer ${given.name}`, given.answer),
    "kx-pack-added": ({ text }) => void desk.addPacks(text),
    "kx-pack-removed": ({ id }) => void desk.removePack(id),
    "kx-template-changed": ({ template }) => void desk.setTemplate(template),
    "kx-appointment-type-changed": ({ id, template, on }) => void desk.useTemplate(id, template, on),
    "kx-patient-opened": ({ id }) => desk.openChart(id),
    "kx-worklist-changed": ({ patients }) => desk.handle(patients),
  };
};

/** Brings what the widgets below say to the desk. What it gives back ends that. */
export function listen(desk: Desk, root: EventTarget): () => void {
  const ended = new AbortController();
  for (const [name, act] of Object.entries(actsOf(desk))) {
    root.addEventListener(name, (event) => (act as (detail: unknown) => void)((event as CustomEvent).detail), { signal: ended.signal });
  }
  return () => ended.abort();
}
