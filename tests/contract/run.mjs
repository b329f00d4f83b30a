// One request on one package, and what came of it as text.
import { canonical } from "./canonical.mjs";
import { NotDeclared } from "./checked.mjs";

export function run(api, steps) {
  const taken = [];
  const answers = [];
  const outcomes = [];
  let session = null;
  for (const step of steps) {
    const [name, ...args] = typeof step === "function" ? step(answers) : step;
    const given = canonical(args, { sorted: false });
    taken.push(`${name}(${given.slice(1, -1)})`);
    const ofSession = name.startsWith("session.");
    if (ofSession && !session) {
      outcomes.push("no session");
      continue;
    }
    let outcome;
    try {
      const answer = ofSession ? session[name.slice("session.".length)](...args) : api[name](...args);
      answers.push(answer);
      if (name === "openAppointment") session = answer;
      outcome = canonical(shown(name, answer));
    } catch (error) {
      if (error instanceof NotDeclared) throw error;
      answers.push(null);
      if (!(error instanceof api.KxError)) {
        // Whether an open session outlives such an error is the glue's affair, so what comes after it is left out.
        outcomes.push(`throws ${error instanceof Error ? error.name : typeof error}`);
        break;
      }
      const { code, path, message, help } = error;
      outcome = `refuses ${canonical({ code, path, message, help })}`;
    }
    outcomes.push(outcome);
    if (canonical(args, { sorted: false }) !== given) outcomes.push("the arguments were changed");
  }
  session?.close();
  return { steps: taken, outcomes };
}

function shown(name, answer) {
  if (name === "openAppointment") return "a session";
  // The package's own version and revision are other ones at every commit.
  if (name === "versions") {
    const { rules, years } = answer;
    return { rules, years };
  }
  if (answer instanceof Uint8Array) return lines(answer);
  return answer;
}

/** 1.0 and 1 are one JSON number, and the order of fields is nobody's business. */
function lines(bytes) {
  const texts = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).split("\n");
  const last = texts.pop();
  return { lines: texts.map((text) => JSON.parse(text)), last };
}
