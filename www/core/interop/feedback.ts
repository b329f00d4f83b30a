// The feedback that a CDS Hooks 2.0 client posts, as answers for the record of attestations. Types: cds-hooks.d.ts.
import type * as Cds from "./cds-hooks.js";
import { byMoment, momentOf, type Moment } from "./moment.js";
import { each, isObject, Left, list, text, wrongType, type Json, type Unread } from "./reading.js";
import { words } from "./words.js";

type Answers = ReturnType<typeof Cds.readFeedback>["answers"];
type Answer = Answers[number];

export const readFeedback: typeof Cds.readFeedback = (request) => {
  if (!isObject(request)) throw wrongType(null, "expected a request", "give { feedback, cards, by, role }");
  const { feedback: posted, cards, by, role, enteredBy } = request;
  if (!isObject(posted) || !Array.isArray(posted.feedback))
    throw wrongType("feedback", "expected the feedback of a CDS client", "give the body that was posted: { feedback: [...] }");
  if (!Array.isArray(cards)) throw wrongType("cards", "expected the cards that were answered", "give a list of { card, asked }");
  const known = new Map(cards.map((given: unknown, index) => answeredCard(given, `cards[${index}]`)));
  const unread: Unread[] = [];
  const answers: { moment: Moment; answer: Answer }[] = [];
  each(posted.feedback, "feedback", unread, (one, path) => {
    const found = typeof one.card === "string" ? known.get(one.card) : undefined;
    if (!found) throw new Left(`${path}.card`, "cds.feedback.other-card");
    const at = text(one.outcomeTimestamp);
    if (at === null) throw new Left(`${path}.outcomeTimestamp`, "cds.feedback.no-time");
    const moment = momentOf(at);
    if (moment === null) throw new Left(`${path}.outcomeTimestamp`, "cds.feedback.bad-time");
    const answer = { at, asked: found.asked, by, role, ...(enteredBy !== undefined && { enteredBy }), ...outcomeOf(one, found.suggestions, path) };
    answers.push({ moment, answer });
  });
  // A client may post several at once, in any order; in the record time never goes back.
  answers.sort((one, other) => byMoment(one.moment, other.moment));
  return { answers: answers.map(({ answer }) => answer), unread };
};

interface AnsweredCard {
  asked: string;
  suggestions: readonly Json[];
}

/** By its UUID: without one nobody can answer a card. */
function answeredCard(given: unknown, path: string): [string, AnsweredCard] {
  const help = "give { card, asked }: the card as it was answered, and the hash of what was asked with it";
  if (!isObject(given)) throw wrongType(path, "expected a card with what was asked", help);
  const { card, asked } = given;
  if (!isObject(card)) throw wrongType(`${path}.card`, "expected a card", help);
  const { uuid, suggestions } = card;
  if (text(uuid) === null) throw wrongType(`${path}.card.uuid`, "expected the UUID of the card", help);
  if (text(asked) === null) throw wrongType(`${path}.asked`, "expected the hash of what was asked", help);
  if (suggestions !== undefined && suggestions !== null && !(Array.isArray(suggestions) && suggestions.every(isObject)))
    throw wrongType(`${path}.card.suggestions`, "expected a list of suggestions", help);
  return [uuid as string, { asked: asked as string, suggestions: suggestions ?? [] }];
}

function outcomeOf(one: Json, suggestions: AnsweredCard["suggestions"], path: string): Pick<Answer, "answer" | "reason"> {
  if (one.outcome === "overridden") return { answer: "leave-kx-off", reason: reasonOf(one.overrideReason, path) };
  if (one.outcome !== "accepted") throw new Left(`${path}.outcome`, "cds.feedback.other-outcome");
  const ids = list(one.acceptedSuggestions, `${path}.acceptedSuggestions`).map((accepted) => (isObject(accepted) ? accepted.id : undefined));
  const accepted = suggestions.filter(({ uuid }) => text(uuid) !== null && ids.includes(uuid));
  const [suggestion, ...more] = accepted;
  if (!suggestion || more.length > 0) throw new Left(`${path}.acceptedSuggestions`, "cds.feedback.no-suggestion");
  // Only "Add KX" changes the claim; a server may write out that the other one changes nothing.
  return Array.isArray(suggestion.actions) && suggestion.actions.length > 0
    ? { answer: "add-kx" }
    : { answer: "leave-kx-off", reason: words("cds.feedback.left-off") };
}

/** The reason's own words where they are known, and what the clinician wrote. */
function reasonOf(given: unknown, path: string): string {
  const { reason, userComment } = given === undefined || given === null ? {} : isObject(given) ? given : fail(path);
  const { code, display } = isObject(reason) ? reason : {};
  const named = text(code) === null ? null : words(`cds.reason.${code}`);
  const parts = [text(display) ?? (named === `cds.reason.${code}` ? text(code) : named), text(userComment)].filter((part) => part !== null);
  return parts.join(": ") || words("cds.feedback.overridden");
}

function fail(path: string): never {
  throw new Left(`${path}.overrideReason`, "fhir.not-an-object");
}
