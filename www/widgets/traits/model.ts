// Templates as a practice writes them: paragraph questions, each with traits whose prompts are evaluated for an appointment.
import type { Trait } from "kx-modifier";
import type { Question, Template } from "../shared/model.js";

export interface AppointmentType {
  id: string;
  name: string;
  /** Ids of the templates it uses. */
  templates: readonly string[];
}

/** What `traitsToEvaluate` answers. */
export interface Evaluation {
  evaluate: readonly Trait[];
  skipped: readonly { trait: Trait; reason: string }[];
  /** Those that are skipped are so because the threshold is not known. */
  notChecked?: boolean;
  /** They go by the balance after today's lines. */
  afterLines?: boolean;
}

/** What a clinician wrote to a prompt. */
export interface PromptAnswer extends Pick<Trait, "name" | "prompt"> {
  answer: string;
}

export const answerTo = (answers: readonly PromptAnswer[], { name, prompt }: Pick<Trait, "name" | "prompt">): string =>
  answers.find((one) => one.name === name && one.prompt === prompt)?.answer ?? "";

/** What was written to prompts that are not asked any more, as when the template has changed since. */
export const answeredBefore = (answers: readonly PromptAnswer[], { evaluate, skipped }: Evaluation): PromptAnswer[] => {
  const asked = [...evaluate, ...skipped.map(({ trait }) => trait)];
  return answers.filter(({ name, prompt, answer }) => answer !== "" && !asked.some((one) => one.name === name && one.prompt === prompt));
};

const replaced = <Item>(list: readonly Item[], place: number, item: Item): Item[] => list.map((old, index) => (index === place ? item : old));
const without = <Item>(list: readonly Item[], place: number): Item[] => list.filter((_, index) => index !== place);

/** With the item one place further up or down; at an end nothing moves. */
export function moved<Item>(list: readonly Item[], place: number, by: -1 | 1): readonly Item[] {
  const [item, other] = [list[place], list[place + by]];
  if (item === undefined || other === undefined) return list;
  return replaced(replaced(list, place, other), place + by, item);
}

const freshId = (questions: readonly Question[]): string => {
  const taken = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (taken.has(`question-${number}`)) number += 1;
  return `question-${number}`;
};

export const withQuestion = (template: Template): Template => ({
  ...template,
  questions: [...template.questions, { id: freshId(template.questions), label: "", traits: [] }],
});

export const changeQuestion = (template: Template, place: number, change: Partial<Question>): Template => {
  const question = template.questions[place];
  return question ? { ...template, questions: replaced(template.questions, place, { ...question, ...change }) } : template;
};

export const removeQuestion = (template: Template, place: number): Template => ({ ...template, questions: without(template.questions, place) });
export const moveQuestion = (template: Template, place: number, by: -1 | 1): Template => ({ ...template, questions: moved(template.questions, place, by) });

const traitsOf = (template: Template, question: number, change: (traits: readonly Trait[]) => readonly Trait[]): Template =>
  changeQuestion(template, question, { traits: change(template.questions[question]?.traits ?? []) });

/** Medicare's threshold is what this element is for, so a new trait starts with it asked. */
export const withTrait = (template: Template, question: number): Template =>
  traitsOf(template, question, (traits) => [...traits, { name: "", prompt: "", onlyIfMedicareReached: true }]);
export const changeTrait = (template: Template, question: number, place: number, change: Partial<Trait>): Template =>
  traitsOf(template, question, (traits) => traits.map((trait, index) => (index === place ? { ...trait, ...change } : trait)));
export const removeTrait = (template: Template, question: number, place: number): Template => traitsOf(template, question, (traits) => without(traits, place));
export const moveTrait = (template: Template, question: number, place: number, by: -1 | 1): Template =>
  traitsOf(template, question, (traits) => moved(traits, place, by));

/** The traits of a template that say something; a new one that is still empty is none yet. */
export const writtenTraits = (template: Template): Trait[] =>
  template.questions.flatMap(({ traits }) => traits.filter(({ name, prompt }) => name.trim() !== "" && prompt.trim() !== ""));
