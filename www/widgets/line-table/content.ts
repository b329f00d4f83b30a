// What a form takes along of lines, and lines again from that.
import type { ShownLine } from "../shared/model.js";

/** A line as a person entered it, and the modifiers that go on the claim; null where no decision is known. */
export interface LineContent extends Pick<ShownLine, "id" | "code" | "modifiers" | "units" | "allowed" | "kxDeclined"> {
  intervention?: string;
  done?: boolean;
  claimModifiers: readonly string[] | null;
}

export const contentOf = (lines: readonly ShownLine[]): LineContent[] =>
  lines.map(({ id, code, modifiers, units, allowed, kxDeclined, intervention, done, decision }) => ({
    id,
    code,
    modifiers,
    units,
    allowed,
    kxDeclined,
    ...(intervention ? { intervention: intervention.name, done: done === true } : {}),
    claimModifiers: decision?.modifiers ?? null,
  }));

const isContent = (one: unknown): one is LineContent => typeof (one as LineContent | null)?.id === "string";
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Lines as they were entered. One that is as it was keeps its decision; what belongs on another one is for the host to decide. */
export function linesFrom(content: unknown, present: readonly ShownLine[]): ShownLine[] {
  const now = new Map(contentOf(present).map((one, place) => [one.id, { written: JSON.stringify(one), line: present[place] }]));
  return (Array.isArray(content) ? content : []).filter(isContent).map((one) => {
    const there = now.get(one.id);
    if (there?.line && there.written === JSON.stringify(one)) return there.line;
    return {
      id: one.id,
      code: text(one.code),
      description: there?.line?.code === one.code ? there.line.description : "",
      modifiers: text(one.modifiers),
      units: text(one.units),
      allowed: text(one.allowed),
      expected: null,
      kxDeclined: typeof one.kxDeclined === "string" ? one.kxDeclined : null,
      decision: null,
      refused: { modifiers: undefined, units: undefined, allowed: undefined },
      ...(one.intervention === undefined
        ? {}
        : { intervention: there?.line?.intervention ?? { name: text(one.intervention), choices: [] }, done: one.done === true }),
    };
  });
}
