// The package with each of its answers held against its declarations: the first that is not as declared ends the test.
import { answerErrors } from "./schema.mjs";
import { isWatched, watch } from "./watch.mjs";

/** No refusal: nothing that expects one may take it for one. */
export class NotDeclared extends Error {}

function seen(name, answer) {
  const problems = answerErrors(name, answer);
  if (problems.length)
    throw new NotDeclared(`${name} answers what is not declared:\n${problems.slice(0, 5).join("\n")}\n${JSON.stringify(answer)?.slice(0, 2000)}`);
}

/** A loaded entry of the package; what is no function of the rules stays as it is. */
export function checked(api) {
  return Object.fromEntries(Object.entries(api).map(([name, value]) => [name, isWatched(name, value) ? watch(name, value, seen) : value]));
}
