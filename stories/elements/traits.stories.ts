import { html } from "lit";
import { about } from "../code/write.ts";
import { all, press } from "../host/act.ts";
import { atDesk, practice } from "../host/at-desk.ts";
import { api } from "../host/api.ts";
import { liveAtDesk } from "../host/live.ts";

export default { title: "kx-traits", parameters: about("traits") };

export const Live = liveAtDesk("traits", html`<kx-traits></kx-traits>`);
export const Api = api("traits");

type Situation = Parameters<typeof atDesk>[0];

const [template] = practice.templates;
if (!template) throw new Error("the made-up practice has no template");
const story = (situation: Situation) => ({ render: () => atDesk(situation, html`<kx-traits></kx-traits>`) });
const evaluated = (situation: Situation) => ({ render: () => atDesk(situation, html`<kx-traits data-evaluation></kx-traits>`) });

export const Template = story({});
export const EmptyTemplate = story({ templates: [{ ...template, questions: [] }] });
export const WithoutAppointmentTypes = story({ appointmentTypes: [] });
export const QuestionAdded = { ...story({}), play: press("#add-question") };
export const Removed = { ...story({}), play: press(".trait .actions button:last-child") };
export const RemovedAndUndone = { ...story({}), play: all(press(".trait .actions button:last-child"), press("#undo")) };
export const Kept = story({ done: [["kx-template-changed", { template: { ...template, name: "Follow-up note, short" } }]] });
export const EvaluatedWhereReached = evaluated({});
export const SkippedWhereNotReached = evaluated({ patient: "elsewhere" });
export const NotUsedByTheAppointmentType = evaluated({ patient: "ot-only" });
const [trait] = template.questions.flatMap(({ traits }) => traits);
if (!trait) throw new Error("the made-up template has no trait");
const answered = ["kx-prompt-answered", { name: trait.name, prompt: trait.prompt, answer: "Cues for weight shift.\nGait is unsafe without them." }] as const;
export const Answered = evaluated({ done: [answered] });
export const AnsweredBefore = evaluated({ done: [answered], templates: [{ ...template, questions: [] }] });
