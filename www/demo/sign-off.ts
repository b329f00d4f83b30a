// Before the visit is signed off: what would hold its claim, and who can answer.
import { html, nothing } from "lit";
import type { HoldReason } from "kx-modifier";
import { noteRead, type Desk } from "kx-modifier/desk";
import { checksOf, sharedCausesOf, type Shared } from "./causes.js";
import { goToLine, goToUsage, isUnattested, toDocumentation } from "./reveal.js";
import { counted, word } from "./words.js";

function readNote(desk: Desk, claim: string, line: string, has: boolean): void {
  const said = desk.text(`ui.claims.note.${has ? "in" : "not-in"}-said`);
  const released = noteRead({ released: desk.released(claim) }, line, desk.practice.releasedBy ?? desk.user, said, has);
  desk.release([{ id: desk.chart.id, claim, released }]);
}

const codeOf = (desk: Desk, id: string): string => desk.visit.lines.find((line) => line.id === id)?.code ?? "";

/** Leads to each of the lines, by their codes. */
const toLines = (desk: Desk, lines: readonly string[]) =>
  lines.map((id, place) => html`${place > 0 ? html`<span aria-hidden="true">·</span>` : nothing}${leading(codeOf(desk, id), () => goToLine(id))}`);

function toCheck(desk: Desk, reasons: readonly HoldReason[]) {
  const warned = checksOf(desk, reasons).map(({ message, lines: [first = "", ...more] }) => {
    const code = codeOf(desk, first);
    if (more.length > 0)
      return html`<li class="check"><span class="lines">${toLines(desk, [first, ...more])}</span> <span class="message">${message}</span></li>`;
    return html`<li class="check">${leading(message.startsWith(code) ? message : `${code}: ${message}`, () => goToLine(first))}</li>`;
  });
  if (!isUnattested(desk)) return warned;
  const says = html`${desk.text("ui.documentation.not-attested")}. ${counted("with-kx", desk.unattested)}`;
  return [...warned, html`<li class="check">${leading(says, toDocumentation)}<span class="next">${desk.answer.checklist.summary}</span></li>`];
}

/** What it is about: a line leads to itself, the totals to where they are entered. */
function about(desk: Desk, { reason, lines }: Shared) {
  const [first] = lines;
  if (lines.length > 1) {
    const count = lines.length;
    const what =
      reason.code === "suggestion" ? word("lines-need-kx", { count }) : word("lines-of", { what: desk.text(`ui.claims.code.${reason.code}`), count });
    return html`<span class="lines"><b>${what}:</b> ${toLines(desk, lines)}</span>`;
  }
  if (first !== undefined) return leading(reason.message, () => goToLine(first));
  return reason.answers.includes("refresh-usage") ? leading(reason.message, () => goToUsage(desk)) : html`<span class="message">${reason.message}</span>`;
}

/** Two answers where 99 hides whether KX is on the line; the second asks the clinician, who adds KX to the note or leaves it off. */
function noteAnswers(desk: Desk, claim: string, { reason, codes, lines: [line] }: Shared, reasons: readonly HoldReason[]) {
  if (reason.released || line === undefined) return nothing;
  const isAsked = codes.includes("modifiers-in-note");
  const isRead = reasons.some((one) => one.line === line && one.code === "modifiers-in-note" && one.released);
  if (!isAsked && !(isRead && codes.includes("suggestion"))) return nothing;
  return html`
    <button type="button" class="in-note" @click=${() => readNote(desk, claim, line, true)}>${desk.text("ui.claims.note.in")}</button>
    ${isAsked ? html`<button type="button" class="in-note" @click=${() => readNote(desk, claim, line, false)}>${desk.text("ui.claims.note.not-in")}</button>` : nothing}
  `;
}

/** A year without an amount: nothing was decided, so nothing can go out. */
const withoutYear = (desk: Desk) => html`
  <section class="sign-off" data-status="hold" aria-labelledby="sign-off">
    <h2 id="sign-off">${word("sign-off")}</h2>
    <p class="outcome" role="status"><b><span aria-hidden="true">!</span> ${word("hold")}: ${desk.text("ui.threshold.year-missing", { year: String(desk.answer.missingYear) })}</b></p>
    <p><a href="#preferences">${word("preferences")}</a></p>
  </section>
`;

/** Leads to what it says; on paper it says it. */
const leading = (says: unknown, act: () => unknown) =>
  html`<button type="button" class="plain message" @click=${act}>${says}</button><span class="on-paper" aria-hidden="true">${says}</span>`;

/** A field of a line, by what the desk calls it. */
const OF_LINE = /^(modifiers|units|allowed) /;

export function signOff(desk: Desk) {
  const { hold, uncoded, unchecked } = desk.answer;
  if (!hold && unchecked.length > 0) return withoutYear(desk);
  const [claim] = hold?.claims ?? [];
  if (!hold || !claim || claim.lines.length + uncoded.length === 0) return nothing;
  const isHeld = claim.status === "hold" || uncoded.length > 0;
  const reasons = claim.reasons;
  const causes = sharedCausesOf(reasons);
  const checks = isHeld ? [] : toCheck(desk, reasons);
  // Words for what is no reason any more: the claim may have gone out as it was then.
  const before = reasons.some(({ released }) => released)
    ? []
    : desk
        .released(claim.id)
        .filter(({ line }) => claim.lines.some(({ id }) => id === line))
        .slice(-1);
  // Somebody's word has let it go already.
  const isReleased = reasons.some(({ released }) => released);
  // What stands in a field is not what counts.
  const isRefused = [...desk.refusals.keys()].some((field) => OF_LINE.test(field));
  const free = isReleased ? hold.summary : checks.length > 0 ? counted("ready", checks.length) : word("ready.none");
  const open = isRefused && !isHeld;
  const held = claim.status === "hold" ? hold.summary : word("codes-missing");
  const summary = isHeld ? held : open ? word("entry-refused") : free;
  return html`
    <section class="sign-off" data-status=${isHeld ? "hold" : claim.status} aria-labelledby="sign-off">
      <h2 id="sign-off">${word("sign-off")}</h2>
      <p class="outcome" role="status">
        <b class="stands"><span aria-hidden="true">${isHeld || open || checks.length > 0 ? "!" : "✓"}</span> ${summary}</b>
        ${isHeld || open ? nothing : html`<b class="refused"><span aria-hidden="true">!</span> ${word("entry-refused")}</b>`}
      </p>
      ${
        reasons.length + uncoded.length + checks.length + before.length === 0
          ? nothing
          : html`
        <ul>
          ${uncoded.map(
            (id) => html`
            <li class="open">
              ${leading(desk.lines("flowsheet").find((line) => line.id === id)?.intervention?.name, () => goToLine(id))}
              <span class="next"><b>${desk.text("ui.claims.who.therapist")}:</b> ${desk.text("ui.flowsheet.code-missing")}</span>
            </li>
          `,
          )}
          ${checks}
          ${before.map(({ by, reason }) => html`<li class="released"><span class="message">${desk.text("ui.claims.released-by", { by, reason })}</span><span class="next">${word("released-before")}</span></li>`)}
          ${causes.map((cause) => {
            const { released, who, nextStep } = cause.reason;
            return html`
            <li class=${released ? "released" : "open"}>
              ${about(desk, cause)}
              ${released ? html`<span class="next">${desk.text("ui.claims.released-by", released)}</span>` : html`<span class="next"><b>${desk.text(`ui.claims.who.${who}`)}:</b> ${nextStep}</span>`}
              ${noteAnswers(desk, claim.id, cause, reasons)}
            </li>
          `;
          })}
        </ul>
        ${desk.can.claims && isHeld ? html`<p><a href="#claims">${desk.text("ui.claims.title")}</a></p>` : nothing}
      `
      }
    </section>
  `;
}
