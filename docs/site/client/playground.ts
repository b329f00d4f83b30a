// The playground: the package asks and answers, the widgets draw; here is only what connects them.
import init, { type Decision, decide, type DecisionRequest, KxError, versions } from "kx-modifier";
import { fixtures } from "kx-modifier/testing";
import "kx-modifier/widgets/chip/define";
import "kx-modifier/widgets/threshold/define";
import { asHash, changed, fields, fill, fromHash, type Json, written } from "./request.js";

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const json = find<HTMLTextAreaElement>("request");
const situation = find<HTMLSelectElement>("situation");
const chip = document.querySelector("kx-chip") as HTMLElementTagNameMap["kx-chip"];
const [pt, ot] = [...document.querySelectorAll("kx-threshold")] as HTMLElementTagNameMap["kx-threshold"][];

let request: Json = fixtures.overThreshold.request as unknown as Json;

const item = (text: string, kind: string, sign: string) => {
  const entry = document.createElement("li");
  const mark = document.createElement("strong");
  entry.className = kind;
  mark.textContent = sign;
  entry.append(mark, ` ${text}`);
  return entry;
};

function draw(decision: Decision): void {
  const line = (request.line ?? {}) as Json;
  find("line-code").textContent = String(line.code ?? "");
  find("line-modifiers").textContent = decision.modifiers.join(" ");
  chip.code = String(line.code ?? "");
  chip.decision = decision;
  chip.declined = typeof line.kxDeclined === "string" ? line.kxDeclined : null;
  for (const [card, bucket] of [
    [pt, "PT/SLP"],
    [ot, "OT"],
  ] as const) {
    if (!card) continue;
    card.hidden = decision.thresholds === null;
    if (decision.thresholds) card.display = decision.thresholds[bucket];
    card.otherUsed = ((request.usage as Json | undefined)?.otherUsed as Record<string, string> | undefined)?.[bucket] ?? "";
  }
  find("tooltip").textContent = decision.tooltip;
  find("conditions").replaceChildren(...decision.conditions.map(({ met, explanation }) => item(explanation, met ? "met" : "open", met ? "Met" : "Not met")));
  const words = { error: "Error", warning: "Warning", info: "Note" };
  find("notices").replaceChildren(...decision.notices.map(({ severity, message }) => item(message, severity, words[severity])));
  find("notices-title").hidden = decision.notices.length === 0;
  find("answer").textContent = JSON.stringify(decision, null, 2);
  find("said").textContent = `${decision.action}. ${decision.tooltip}`;
}

function refuse(words: string, more: string): void {
  const title = document.createElement("strong");
  const help = document.createElement("p");
  title.textContent = words;
  help.textContent = more;
  find("refused").replaceChildren(title, help);
}

/** Asks, and shows the answer or why there is none. */
function ask(): void {
  let refused = false;
  try {
    draw(decide(request as unknown as DecisionRequest));
  } catch (error) {
    if (!(error instanceof KxError)) throw error;
    refused = true;
    refuse(error.path ? `${error.path}: ${error.message}` : error.message, `${error.help} (${error.code})`);
  }
  find("shown").hidden = refused;
  find("refused").hidden = !refused;
}

/** Another request, written wherever it is not being typed. */
function take(next: Json): void {
  request = next;
  fill(request);
  if (document.activeElement !== json) json.value = written(request);
  history.replaceState(null, "", `#${asHash(request)}`);
  ask();
}
const ofLine = (change: Json) => take({ ...request, line: { ...(request.line as Json), ...change } });
const undeclined = () => {
  const { kxDeclined: _why, kxDeclinedBecause: _reason, ...line } = request.line as Json;
  request = { ...request, line };
};

json.addEventListener("input", () => {
  try {
    const next = JSON.parse(json.value);
    if (next === null || typeof next !== "object" || Array.isArray(next)) throw new SyntaxError("a request is an object in braces");
    take(next);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuse("This is not JSON yet.", error.message);
    find("shown").hidden = true;
    find("refused").hidden = false;
  }
});
json.addEventListener("blur", () => {
  if (find("refused").hidden) json.value = written(request);
});
for (const field of fields) find(field.id).addEventListener("input", () => take(changed(request, field)));

chip.addEventListener("kx-applied", () => {
  const { modifiers = [] } = request.line as { modifiers?: string[] };
  undeclined();
  ofLine({ modifiers: [...modifiers, "KX"] });
});
chip.addEventListener("kx-removed", ({ detail: { modifiers, reason, because } }) =>
  ofLine({ modifiers, kxDeclined: reason, ...(because && { kxDeclinedBecause: because }) }),
);
chip.addEventListener("kx-restored", ({ detail: { modifiers } }) => {
  undeclined();
  ofLine({ modifiers });
});
chip.addEventListener("kx-way-out", ({ detail: { modifiers } }) => ofLine({ modifiers }));

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
for (const [name, { decision }] of Object.entries(fixtures)) situation.add(new Option(`${words(name)}: ${decision.action}`, name));
situation.addEventListener("change", () => take(fixtures[situation.value as keyof typeof fixtures].request as unknown as Json));

const share = find<HTMLButtonElement>("share");
share.addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.href);
  share.textContent = "Link copied";
  setTimeout(() => {
    share.textContent = "Copy link";
  }, 2000);
});
addEventListener("hashchange", () => {
  const shared = fromHash(location.hash);
  if (shared && asHash(shared) !== asHash(request)) take(shared);
});

try {
  await init();
  find("before").hidden = true;
  find("rules").textContent = `Version ${versions().package}, rules ${versions().rules}`;
  take(fromHash(location.hash) ?? request);
} catch (error) {
  if (!(error instanceof KxError)) throw error;
  find("before").textContent = `${error.message}: ${error.help}`;
}
