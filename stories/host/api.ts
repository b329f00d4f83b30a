// The page "API" of an element, from custom-elements.json.
import { html, nothing, type TemplateResult } from "lit";
import { declared, type Member, words } from "./manifest.ts";

const table = (heading: string, columns: readonly string[], rows: readonly (readonly (string | undefined | TemplateResult)[])[]) =>
  rows.length === 0
    ? nothing
    : html`
      <h2>${heading}</h2>
      <table class="api" aria-label=${heading}>
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${rows.map(
          ([first, ...rest]) => html`
          <tr><th scope="row"><code>${first}</code></th>${rest.map((cell, place) => html`<td data-label=${columns[place + 1] ?? ""}>${typeof cell === "string" ? words(cell) : (cell ?? "")}</td>`)}</tr>
        `,
        )}</tbody>
      </table>
    `;

const code = (text: string | undefined) => (text === undefined ? html`` : html`<code>${text}</code>`);
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

export const api = (name: string) => ({
  parameters: { controls: { disable: true } },
  render: () => {
    const { description, members = [], events = [], slots = [], cssParts = [] } = declared(name);
    const fields = members.filter(({ kind }) => kind === "field").sort(byName);
    const row = ({ name, attribute, type, default: given, description }: Member) => [name, code(attribute), code(type?.text), code(given), description];
    return html`
      <article data-api>
        <h1>kx-${name}</h1>
        <p>${words(description)}</p>
        ${table("Properties", ["Property", "Attribute", "Type", "Default", "What it is"], fields.filter(({ readonly }) => !readonly).map(row))}
        ${table(
          "What can only be read",
          ["Property", "Type", "What it is"],
          fields.filter(({ readonly }) => readonly).map(({ name, type, description }) => [name, code(type?.text), description]),
        )}
        ${table(
          "Methods",
          ["Method", "What it does"],
          members
            .filter(({ kind }) => kind === "method")
            .sort(byName)
            .map(({ name, description }) => [`${name}()`, description]),
        )}
        ${table(
          "Events",
          ["Event", "Type", "When"],
          events.map(({ name, type, description }) => [name, code(type?.text), description]),
        )}
        ${table(
          "Slots",
          ["Slot", "What goes there"],
          slots.map(({ name, description }) => [name || "(default)", description]),
        )}
        ${table(
          "Parts",
          ["Part", "What it is"],
          [...cssParts].sort(byName).map(({ name, description }) => [name, description]),
        )}
        <p>Tokens are the same for all elements: see the page <a href="./?path=/story/tokens--all" target="_top">Tokens</a>.</p>
      </article>
    `;
  },
});
