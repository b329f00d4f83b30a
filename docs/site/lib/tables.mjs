// Pages that are tables: written from the rows and the source that the package is built of.
import { json, rows, text } from "./files.mjs";

const cell = (value) =>
  String(value ?? "")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ");
export const table = (heads, lines) =>
  [`| ${heads.join(" | ")} |`, `|${"---|".repeat(heads.length)}`, ...lines.map((line) => `| ${line.map(cell).join(" | ")} |`)].join("\n");
const dollars = (amount) => (amount ? `$${Number(amount).toLocaleString("en-US")}` : "");

export function codes() {
  const documented = new Map(
    rows("data/documented_codes.csv").map((row) => [row.code, [row.pt_slp === "Y" && "PT/SLP", row.ot === "Y" && "OT"].filter(Boolean)]),
  );
  const lines = rows("data/therapy_codes.csv").map((row) => [
    `\`${row.code}\``,
    [row.description, row.from && `(from ${row.from})`, row.to && `(to ${row.to})`].filter(Boolean).join(" "),
    row.class,
    [row.pt === "Y" && "PT", row.ot === "Y" && "OT", row.slp === "Y" && "SLP"].filter(Boolean).join(", "),
    documented.get(row.code)?.join(", ") ?? "",
    row.confirmed,
    row.source,
  ]);
  return `Medicare's therapy codes as the package knows them, with short descriptions of our own. **Auto-apply** names the thresholds for which the code is on the documented qualifying list, where KX can be added by itself. A code that is not **confirmed** is only suggested.

${table(["code", "description", "therapy", "billed by", "auto-apply", "confirmed", "source"], lines)}`;
}

export function years() {
  const amounts = rows("data/thresholds.csv").map((row) => [row.year, dollars(row.pt_slp), dollars(row.ot), dollars(row.medical_review), row.source]);
  const days = rows("data/deadlines.csv").map((row) => [
    `\`${row.id}\``,
    row.counted_from,
    row.years ? `${row.years} year${row.years === "1" ? "" : "s"}` : `${row.days} days`,
    row.contractors,
    row.source,
  ]);
  const plans = rows("data/plans.csv").map((row) => [row.payer, row.follows, row.from, row.read, row.source]);
  return `## Thresholds by calendar year

A date in a year without a row gives an error that says how to supply an amount. Last year's amount is never used.

${table(["year", "PT and SLP together", "OT", "medical review", "source"], amounts)}

## Deadlines

${table(["deadline", "counted from", "how long", "contractors", "source"], days)}

## Medicare Advantage payers whose policy was read

${table(["payer", "follows the threshold", "since", "read", "source"], plans)}`;
}

/** Notices with their weight, as the crate's table of them says. */
export function notices() {
  const source = text("src/visit/decision/notices.rs");
  const found = [...source.matchAll(/((?: *\/\/\/ .*\n)+) *\w+ = "([a-z-]+)" (Error|Warning|Info)/g)].map(([, comment, code, weight]) => [
    `\`${code}\``,
    weight.toLowerCase(),
    comment.replaceAll("///", "").trim().replace(/\s+/g, " "),
  ]);
  if (found.length < 20) throw new Error("the table of notices is written otherwise than it is read");
  const codes = [...text("src/ground/error.rs").matchAll(/\/\/\/ (.*)\n *\w+ = "([a-z0-9-]+)"/g)].map(([, what, code]) => [`\`${code}\``, what]);
  return `## Notices

A decision, an audit or a claim on hold says these by \`code\`, with a sentence for people in \`message\`.

${table(["code", "severity", "what it says"], found)}

## Errors

A request that is wrong throws a \`KxError\` with one of these as \`code\`, the \`path\` in the request and \`help\`. It changes nothing.

${table(["code", "what is wrong"], codes)}

\`module-not-loaded\`, \`not-initialized\` and \`session-lost\` come from loading the module. \`tag-invalid\` and \`tag-taken\` come from registering a widget.`;
}

function typed({ type, enum: values, $ref, anyOf, items }, of) {
  if (anyOf) return anyOf.map((one) => typed(one, of)).join(" or ");
  if ($ref) return $ref.split("/").at(-1) in of ? $ref.split("/").at(-1) : "";
  if (values) return values.map((value) => `\`${value}\``).join(", ");
  if (items) return `list of ${typed(items, of)}`;
  return [type]
    .flat()
    .filter((one) => one !== "null")
    .join(" or ");
}

export function packSchema() {
  const { definitions, description } = json("dist/rules.schema.json");
  const parts = ["pack", "threshold", "code"].map((name) => {
    const { properties, required } = definitions[name];
    const lines = Object.entries(properties).map(([field, schema]) => [
      `\`${field}\``,
      typed(schema, definitions),
      required.includes(field) ? "needed" : "",
      schema.description ?? "",
    ]);
    return `### ${name[0].toUpperCase()}${name.slice(1)}\n\n${table(["field", "value", "", "meaning"], lines)}`;
  });
  return `## Fields of a rule pack

${description.replaceAll(" FILE", " `FILE`").replace("`kx-modifier rules check `FILE``", "`kx-modifier rules check FILE`").replace("--rules `FILE`", "`--rules FILE`")} The file is \`kx-modifier/rules.schema.json\`.

${parts.join("\n\n")}`;
}
