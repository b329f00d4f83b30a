// A claims feed: other providers' lines, each with who billed it, and which counts of them and Medicare's own figure.
import { html, nothing } from "lit";
import type { Voice } from "../shared/explanation.js";
import type { ReadFile } from "./model.js";
import { MOST, more } from "./parts.js";

export function feed({ feed: lines, elsewhere }: ReadFile, voice: Voice) {
  const { text, date, money } = voice;
  if (lines.length === 0) return nothing;
  const others = lines.filter(({ whose }) => whose === "elsewhere");
  const own = lines.length - others.length;
  return html`
    <div>
      <h4>${text("ui.import.feed-lines", { count: others.length })}</h4>
      ${own === 0 ? nothing : html`<p class="hint">${text("ui.import.feed-ours", { count: own })}</p>`}
      ${elsewhere.map((message) => html`<p class="elsewhere">${message}</p>`)}
      ${
        others.length === 0
          ? nothing
          : html`
      <details ?open=${others.length <= 6}>
        <summary>${text("ui.import.lines", { count: others.length })}</summary>
        <table role="table" class="read">
          <thead role="rowgroup">
            <tr role="row">${["date", "code", "provider", "threshold"].map((name) => html`<th role="columnheader">${text(`ui.import.${name}`)}</th>`)}<th role="columnheader" class="amount">${text("ui.import.allowed")}</th></tr>
          </thead>
          <tbody role="rowgroup">
            ${others.slice(0, MOST).map(
              ({ provider, entry: { date: on, code, modifiers, serviceType, allowed } }) => html`
              <tr role="row">
                <td role="cell" data-label=${text("ui.import.date")}>${date(on)}</td>
                <th role="rowheader" scope="row">${code} <span class="hint">${modifiers?.join(" ")}</span></th>
                <td role="cell" class="claim" data-label=${text("ui.import.provider")}>${provider}</td>
                <td role="cell" data-label=${text("ui.import.threshold")}>${serviceType}</td>
                <td role="cell" class="amount" data-label=${text("ui.import.allowed")}>${money(allowed)}</td>
              </tr>
            `,
            )}
          </tbody>
        </table>
        ${more(others.length, voice)}
      </details>`
      }
    </div>
  `;
}
