// The frame around the pages: which there are, and which of them is shown.
import { html } from "lit";
import { versions } from "kx-modifier";
import type { Desk } from "./desk.js";
import { account } from "./pages/account.js";
import { appointment } from "./pages/appointment.js";
import { comparativeBilling } from "./pages/comparative-billing.js";

const PAGES = [
  { address: "#appointment", name: "Appointment", body: appointment },
  { address: "#account", name: "Account", body: account },
  { address: "#comparative-billing", name: "Comparative billing", body: comparativeBilling },
] as const;

/** An address that is none of ours shows the first page. */
const pageAt = (hash: string) => PAGES.find(({ address }) => address === hash) ?? PAGES[0];

export const titleAt = (hash: string): string => `${pageAt(hash).name}: KX modifier`;

export function page(desk: Desk, hash: string) {
  const here = pageAt(hash);
  return html`
    <header>
      <h1 tabindex="-1">${here.name}</h1>
      <p>Medicare KX modifier, sample data</p>
      <nav aria-label="Pages">
        ${PAGES.map(({ address, name }) => html`<a href=${address} aria-current=${address === here.address ? "page" : "false"}>${name}</a>`)}
      </nav>
    </header>
    <main>${here.body(desk)}</main>
    ${footer(desk)}
  `;
}

function footer({ stored }: Desk) {
  const { package: version, revision, rules } = versions();
  const where = { yes: "What you enter is kept in this browser.", no: "This browser keeps nothing: a reload starts over.", pending: "What you enter is kept in this browser." }[stored];
  return html`
    <footer>
      <p>This is no legal or billing advice. Nothing is sent anywhere. <span data-stored=${stored}>${where}</span></p>
      <p>kx-modifier ${version} (${revision}), rules ${rules}</p>
    </footer>
  `;
}
