// What the week and the month of a made-up clinic share: how their rows are read, and who works there.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

const spec = join(dirname(fileURLToPath(import.meta.url)), "..", "spec");
export const rows = (name) => parse(readFileSync(join(spec, `${name}.csv`), "utf8"), { columns: true });
export const words = (text) => text.split(" ").filter(Boolean);

export const THERAPISTS = { PT: "Kim Lee, PT", OT: "Ola Grant, OT", SLP: "Sol Reyes, SLP" };
export const PLAN_OF_CARE = { PT: "GP", OT: "GO", SLP: "GN" };
export const RELEASED_BY = "Sam Sample, billing";
export const LEFT_OFF = "Not medically necessary";

/** The record with a question and a clinician's answer at its end. */
export function attested(kx, record, { at, scope, decision, answer }) {
  const asked = kx.askAttestation({ record, at, scope, decision });
  const grown = [...record, asked];
  const said = { by: THERAPISTS[scope.discipline], role: "therapist", answer, ...(answer === "leave-kx-off" && { reason: LEFT_OFF }) };
  return [...grown, kx.answerAttestation({ record: grown, at, asked: asked.hash, ...said })];
}

/** What is seen of a held claim. */
export const seen = ({ id, status, amount, reasons, lines: all }) => ({
  id,
  status,
  amount,
  reasons: reasons.map(({ line, code }) => `${line ?? "-"}:${code}`),
  lines: all.map(({ id: line, outcome: { action, modifiers, remaining, remainingAfter } }) => ({ id: line, action, modifiers, remaining, remainingAfter })),
});
