// Where an item of the worklist leads, and the way back to the list as it was left.
import { claimIdOf, type Desk } from "kx-modifier/desk";
import type { KxEvent, KxEventDetails } from "kx-modifier/widgets";

type Opened = KxEventDetails["kx-patient-opened"];
type OpenedClaim = KxEventDetails["kx-claim-opened"];

/** What the browser's history holds of a list. */
interface Left {
  view?: KxEventDetails["kx-worklist-viewed"]["view"] | KxEventDetails["kx-claims-viewed"]["view"];
  scroll?: number;
  opened?: Opened | OpenedClaim;
}

/** The pages that one leaves for a patient and comes back to. */
const LISTS = ["#worklist", "#claims"];

/** Safari takes a hundred changes of the history in half a minute. */
const PAUSE = 400;

const left = (): Left => (history.state ?? {}) as Left;
const leave = (change: Left): void => history.replaceState({ ...left(), ...change }, "");

export class Journey {
  /** What the next page is opened for. */
  private target: Opened | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly app: HTMLElement,
  ) {
    history.scrollRestoration = "manual";
    app.addEventListener("kx-worklist-viewed", ({ detail }) => leave({ view: detail.view }));
    app.addEventListener("kx-patient-opened", (event) => this.open(event));
    app.addEventListener("kx-claims-viewed", ({ detail }) => leave({ view: detail.view }));
    app.addEventListener("kx-claim-opened", (event) => this.openClaim(event));
    window.addEventListener("scroll", () => {
      const list = location.hash;
      if (!LISTS.includes(list)) return;
      clearTimeout(this.pause);
      this.pause = setTimeout(() => location.hash === list && leave({ scroll: window.scrollY }), PAUSE);
    });
  }

  /** After the page has been drawn. Says whether the focus has its place. */
  async arrive(looked: Promise<void> | null): Promise<boolean> {
    clearTimeout(this.pause);
    const { target } = this;
    this.target = null;
    if (target?.item) return this.reveal(target);
    const list = this.app.querySelector<HTMLElementTagNameMap["kx-worklist"] | HTMLElementTagNameMap["kx-claims"]>("kx-worklist, kx-claims");
    const { view, scroll, opened } = left();
    if (list && view) Object.assign(list, { view });
    if (!list || scroll === undefined) {
      window.scrollTo(0, 0);
      return false;
    }
    if (list.rows.length === 0) await looked;
    await list.updateComplete;
    const found = (list.restoreFocus as (opened?: object) => boolean).call(list, opened);
    window.scrollTo(0, scroll);
    return found;
  }

  private openClaim({ detail }: KxEvent<"kx-claim-opened">): void {
    leave({ scroll: window.scrollY, opened: detail });
    const line = detail.reason?.line ?? null;
    // A line that waits since an earlier day is in the account.
    const isOfVisit = detail.claim === claimIdOf(this.desk.chart);
    const first = this.desk.chart.billed.find(({ claim }) => claim === detail.claim)?.id ?? null;
    this.target = { id: detail.id, item: { kind: "suggestion", line: line ?? (isOfVisit ? null : first), serviceType: null, due: null } };
    if (isOfVisit && line === null) this.target = null;
    location.hash = isOfVisit ? "#appointment" : "#account";
  }

  private open({ detail }: KxEvent<"kx-patient-opened">): void {
    leave({ scroll: window.scrollY, opened: detail });
    const { item } = detail;
    // What holds the claim as a whole is said at the top of its visit.
    this.target = item?.kind === "suggestion" && item.line === null ? null : detail;
    // A due date with an id is a reviewer's letter's.
    if (item?.kind === "due" && item.line) location.hash = "#review";
    else location.hash = item?.line && !this.isOpen(item.line) ? "#account" : "#appointment";
  }

  /** A line of the visit; every other one was billed. */
  private isOpen = (line: string): boolean => this.desk.visit.lines.some(({ id }) => id === line);

  private async reveal({ item }: Opened): Promise<boolean> {
    const { app } = this;
    if (!item || location.hash === "#review") return false;
    if (item.line && location.hash === "#account") return (await app.querySelector("kx-account")?.reveal(item.line)) ?? false;
    if (item.line) {
      for (const table of app.querySelectorAll<HTMLElementTagNameMap["kx-treatment"]>("kx-treatment, kx-flowsheet"))
        if (await table.reveal(item.line)) return true;
      return false;
    }
    if (item.kind === "documentation" || item.kind === "due") {
      await app.querySelector("kx-documentation")?.reveal();
      return true;
    }
    const card = app.querySelector<HTMLElement>(`kx-threshold[data-bucket="${item.serviceType}"]:not([slim])`);
    if (!card) return false;
    const folded = card.closest("details");
    if (folded) folded.open = true;
    card.tabIndex = -1;
    card.focus();
    card.scrollIntoView({ block: "center" });
    return true;
  }
}
