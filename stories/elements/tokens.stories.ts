import { html } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { tokens as sheet } from "kx-modifier/widgets";
import { tokens } from "../host/manifest.ts";

export default { title: "Tokens" };

/** What the styles call it. */
const inside = (name: string): string => (name === "--kx-control-size" ? "--control" : name.replace("--kx-", "--"));

const KINDS = [
  ["Type sizes", /^--kx-text/, (name: string) => html`<span style=${styleMap({ fontSize: `var(${name})`, lineHeight: "1.2" })}>97110</span>`],
  ["Space and height", /^--kx-(space|pad|gap|control)/, (name: string) => html`<span class="bar" style=${styleMap({ width: `var(${name})` })}></span>`],
  ["Corners", /^--kx-radius/, (name: string) => html`<span class="box" style=${styleMap({ borderRadius: `var(${name})` })}></span>`],
  ["Shadow", /^--kx-shadow/, (name: string) => html`<span class="box" style=${styleMap({ boxShadow: `var(${name})` })}></span>`],
  ["Width and distance of the focus ring", /^--kx-focus-/, (name: string) => html`<span class="bar" style=${styleMap({ width: `var(${name})` })}></span>`],
  ["Colors", /./, (name: string) => html`<span class="box" style=${styleMap({ background: `var(${name})` })}></span>`],
] as const;
const kindOf = (name: string) => KINDS.find(([, pattern]) => pattern.test(name));

export const All = {
  render: () => {
    if (sheet.styleSheet && !document.adoptedStyleSheets.includes(sheet.styleSheet)) document.adoptedStyleSheets.push(sheet.styleSheet);
    const value = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(inside(name));
    return html`
      <article class="tokens">
        <h1>Tokens</h1>
        <p>Set them on a page, or on any element above the widgets. What is not set keeps its default. Contrast of the default colors is tested, light and dark.</p>
        ${KINDS.map(
          ([heading, , sample]) => html`
          <h2>${heading}</h2>
          <table class="api" aria-label=${heading}>
            <thead><tr><th scope="col">Token</th><th scope="col">Now</th><th scope="col">What it is</th></tr></thead>
            <tbody>${tokens
              .filter(({ name }) => kindOf(name)?.[0] === heading)
              .map(
                ({ name, description }) => html`
              <tr><th scope="row"><code>${name}</code></th><td data-label="Now"><span class="sample">${sample(inside(name))} <code>${value(name)}</code></span></td><td data-label="What it is">${description}</td></tr>
            `,
              )}</tbody>
          </table>
        `,
        )}
      </article>
    `;
  },
};
