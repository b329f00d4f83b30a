import { html } from "lit";
import { about } from "../code/write.ts";
import { all, press, see } from "../host/act.ts";
import { atDesk, fileText } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-import", parameters: about("import") };

export const Live = liveAtDesk("import", html`<kx-import></kx-import>`);
export const Api = api("import");

type Situation = Parameters<typeof atDesk>[0];

const story = (situation: Situation) => ({ render: () => atDesk(situation, html`<kx-import></kx-import>`) });
const text = (name: string, content: string) => ["kx-file-chosen", { files: [new File([content], name)] as File[] }] as const;
const file = (name: string) => text(name, fileText(name));
const open = press(".toggle");
const read = (state: string) => all(open, see(`[data-state="${state}"]`));
const accepted = all(open, press(".accept"), see("[data-accepted]"));

export const Closed = story({});
export const Open = { ...story({}), play: open };
export const Eligibility271 = { ...story({ done: [file("eligibility-2026.271")] }), play: read("271") };
export const Remittance835 = { ...story({ done: [file("remittance-2026.835")] }), play: read("835") };
export const Claims837 = { ...story({ done: [file("claims-2026.837")] }), play: read("837") };
export const SeveralFiles = {
  ...story({ patient: "crossing", done: [file("eligibility-2026.271"), file("remittance-2026.835")] }),
  play: all(open, see('[data-state="271"]'), see('[data-state="835"]')),
};
export const Refused = { ...story({ done: [text("letter.txt", "Dear colleague,")] }), play: read("refused") };
export const AnotherTransaction = {
  ...story({ done: [text("status.277", fileText("eligibility-2026.271").replace("ST*271", "ST*277").replace("GS*HB", "GS*HN"))] }),
  play: read("other"),
};
export const Reading = {
  ...story({ done: [["kx-file-chosen", { files: [Object.assign(new File([], "remittance.835"), { text: () => new Promise<string>(() => undefined) })] }]] }),
  play: read("reading"),
};
export const AnotherPatients = { ...story({ patient: "ot-only", done: [file("remittance-2026.835")] }), play: all(read("835"), press(".others summary")) };
export const PatientChosen = {
  ...story({ patient: "ot-only", done: [file("remittance-2026.835")] }),
  play: all(read("835"), press(".others summary", ".others li button")),
};
export const Accepted = { ...story({ done: [file("remittance-2026.835")] }), play: accepted };
export const AcceptedFigure = { ...story({ patient: "elsewhere", done: [file("eligibility-2025.271")] }), play: accepted };
export const AcceptedWithOpenLines = {
  ...story({ autoApplyKx: true, done: [["kx-line-added", { code: "97110" }], file("remittance-2026.835")] }),
  play: accepted,
};
export const TheSameAgain = {
  render: () => {
    const place = story({ done: [file("remittance-2026.835")] }).render();
    place.addEventListener("kx-import-accepted", () => queueMicrotask(() => place.dispatchEvent(new CustomEvent(...chosen(file("remittance-2026.835"))))), {
      once: true,
    });
    return place;
  },
  play: all(accepted, see('[data-state="835"]')),
};

function chosen([name, detail]: ReturnType<typeof file>): [string, CustomEventInit] {
  return [name, { detail }];
}
