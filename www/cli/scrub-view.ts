// scrub-837 as a table.
import type { Scrubbed } from "./scrub.js";
import type { View } from "./sink.js";
import { left } from "./x12.js";

export const view: View<Scrubbed> = {
  columns: [
    { head: "claim" },
    { head: "line", right: true },
    { head: "date" },
    { head: "code" },
    { head: "modifiers" },
    { head: "allowed", right: true },
    { head: "remaining before", right: true },
    { head: "KX" },
    { head: "findings" },
  ],
  rows: ({ claims }) =>
    claims.flatMap((claim) =>
      claim.lines.map((line, index) => [
        claim.id,
        line.id,
        line.date ?? "",
        line.code,
        line.modifiers.join(" "),
        line.allowed ?? "",
        line.before ?? "",
        line.kx ?? "",
        [...(index === 0 ? claim.notices : []), ...line.findings].map(({ severity, message }) => `${severity}: ${message}`),
      ]),
    ),
  below: ({ skipped }) => left("skipped", skipped),
};
