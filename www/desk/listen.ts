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
  endAnswer,
  isWord,
  leaveKxOff,
  removeLine,
  restoreKx,
  setAttestation,
  setDocumentation,
  setModifiers,
  setOtherUsed,
  unapplyKx,
  undoCheck,
  type Visit,
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
    "kx-line-added": ({ code }) => {
      if (isWord(code)) desk.refuse("code", { text: code, code: "code-invalid" });
      else desk.attempt(addCode(desk.visit, desk.chart, code, desk.isTherapy(code)), "code", code);
    },
    "kx-intervention-added": ({ name }) => {
      const chosen = desk.practice.interventions.find((one) => (one.label ?? one.name) === name);
      desk.attempt(addIntervention(desk.visit, desk.chart, chosen?.name ?? name, chosen?.codes), "intervention", name);
    },
    "kx-line-removed": ({ id }) => desk.attempt(removeLine(desk.visit, id), `line ${id}`, ""),
    "kx-line-changed": ({ id, change }) => {
      const [field, value] = Object.entries(change)[0] as [string, string | boolean];
      const next = changeLine(desk.visit, desk.chart, id, change);
      desk.attempt("modifiers" in change && desk.takesKxOff(next, id) ? endAnswer(next, id) : next, `${field} ${id}`, String(value));
    },
    // Nobody has been asked, so nothing is attested: the line says so, and the history who added KX.
    "kx-applied": ({ id }) => desk.attempt(applyKx(desk.visit, id), ...ofKx(id)),
    "kx-attested": ({ id, by, covers, lines }) =>
      desk.attest(
        id,
        { by, covers, answer: "add-kx" },
        (visit) =>
          (lines ?? [id]).reduce((so, one) => {
            const isOn = so.lines.find((line) => line.id === one)?.modifiers.includes("KX");
            return isOn || desk.addsByItself(so, one) ? so : applyKx(so, one);
          }, visit),
        lines,
      ),
    "kx-removed": ({ id, reason, because }) => {
      const leftOff = (visit: Visit): Visit => leaveKxOff(visit, id, reason, because);
      // Why it was left off is the answer; without a reason there is none yet.
      const by = desk.clinician;
      if (because === null || by === null) desk.attempt(leftOff(desk.visit), ...ofKx(id));
      else desk.attest(id, { by, covers: "line", answer: "leave-kx-off", reason }, leftOff);
    },
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
    "kx-attestation-changed": ({ by }) => desk.attempt(setAttestation(desk.visit, desk.today, by), "documentation attestation", by ?? ""),
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
    "kx-claim-opened": ({ id }) => desk.openChart(id),
    "kx-claims-changed": ({ claims }) => desk.release(claims),
    "kx-denial-attested": ({ id, by }) => desk.answerDenial(id, { by, answer: "add-kx" }),
    "kx-denial-left-off": ({ id, by, reason }) => desk.answerDenial(id, { by, answer: "leave-kx-off", reason }),
    "kx-review-item-marked": ({ review, item, notApplicable }) =>
      desk.answerReview(review, (before) => {
        const others = before.notApplicable.filter((one) => one !== item);
        return { ...before, notApplicable: notApplicable ? [...others, item] : others };
      }),
    "kx-review-sent": ({ review, sent }) => desk.answerReview(review, (before) => ({ ...before, sent })),
    "kx-worklist-changed": ({ patients }) => desk.handle(patients),
  };
};

/** Brings what the widgets below say to the desk; what somebody canceled before it came here is left. What it gives back ends that.
 *  @example
 *  import * as kx from "kx-modifier";
 *  const chart: Chart = {
 *    id: "visit-1", patient: "Ana Ruiz", memberId: null, date: "2026-07-01", appointmentType: "Follow-up",
 *    coverage: { program: "medicare-part-b", name: "Medicare Part B" },
 *    provider: { name: "Kim Lee, PT", discipline: "PT", planOfCare: ["GP"] },
 *    used: { "PT/SLP": "2080.00" }, otherUsed: { "PT/SLP": "400.00" }, asOf: "2026-07-01", billed: [], booked: [],
 *  };
 *  const practice: Practice = { charts: [chart], fees: {}, feesSource: "", interventions: [], templates: [], appointmentTypes: [] };
 *  const kept: Kept = { patient: "visit-1", autoApplyKx: true, visits: {} };
 *  const host: Host = { keep: async () => true, say: () => {}, changed: () => {} };
 *  const desk = new Desk(kx, practice, kept, host);
 *  const { body } = document;
 *  const end = listen(desk, body);
 *  const detail = { code: "97110" };
 *  body.dispatchEvent(new CustomEvent("kx-line-added", { detail }));
 *  desk.visit.lines.map(({ code }) => code); // ["97110"]
 *  end(); */
export function listen(desk: Desk, root: EventTarget): () => void {
  const ended = new AbortController();
  for (const [name, act] of Object.entries(actsOf(desk))) {
    const take = (event: Event): void => {
      if (!event.defaultPrevented) (act as (detail: unknown) => void)((event as CustomEvent).detail);
    };
    root.addEventListener(name, take, { signal: ended.signal });
  }
  return () => ended.abort();
}
