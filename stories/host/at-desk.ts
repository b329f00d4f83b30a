// A story of an appointment: a made-up patient, and what a person did, as the events of the elements.
import { render, type TemplateResult } from "lit";
import * as kx from "kx-modifier";
import { Desk, listen, show, type Kept, type Practice } from "kx-modifier/desk";
import type { KxEventDetails, KxEventName } from "kx-modifier/widgets";
import { practice as sample } from "../../www/demo/practice.ts";
import peers from "../../www/demo/sample-peers.json?raw";

const files = import.meta.glob<string>("../../www/demo/samples-x12/*", { query: "?raw", import: "default", eager: true });

/** The text of one of the sample files. */
export function fileText(name: string): string {
  const text = name === "sample-peers.json" ? peers : files[`../../www/demo/samples-x12/${name}`];
  if (text === undefined) throw new Error(`there is no sample file ${name}`);
  return text;
}

/** The made-up practice of the appointment screen, with its files at hand and a worklist of a length to be looked at. */
export const practice: Practice = { ...sample, others: (sample.others ?? []).slice(0, 150), readSample: async (name) => fileText(name) };

type Done = { [Name in KxEventName]: readonly [Name, KxEventDetails[Name]] }[KxEventName];

interface Situation extends Partial<Omit<Kept, "visits">> {
  practice?: Practice;
  /** What a person did, one after the other. */
  done?: readonly Done[];
  /** Looks through all patients: for the worklist, and for the claims that wait. */
  look?: boolean;
}

export function atDesk({ practice: at = practice, done = [], look = false, ...kept }: Situation, template: TemplateResult): HTMLElement {
  const place = document.createElement("div");
  const changed = (): void => {
    render(template, place);
    show(desk, place);
  };
  const desk: Desk = new Desk(
    kx,
    at,
    { patient: "used-up", autoApplyKx: false, visits: {}, ...kept },
    { keep: async () => true, changed, say: () => undefined },
  );
  listen(desk, place);
  changed();
  for (const [name, detail] of done) place.dispatchEvent(new CustomEvent(name, { detail }));
  if (look) void Promise.all([desk.lookThroughPatients(), desk.lookThroughClaims()]);
  return place;
}
