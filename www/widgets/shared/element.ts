// What every widget shares: its words in the reader's language, amounts and dates as that language writes them, and its tag.
import { ContextConsumer } from "@lit/context";
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { CivilDate, Money } from "kx-modifier";
import { dateIn, moneyIn, timeIn } from "./format.js";
import { MADE_HERE, register, type WidgetClass } from "./register.js";
import type { Voice } from "./explanation.js";
import { phrase, wordingContext, type Wording } from "./wording.js";

/**
 * The base of all widgets.
 *
 * @cssprop [--kx-ink] Text
 * @cssprop [--kx-quiet] Text that stands back
 * @cssprop [--kx-surface] Ground of cards and controls
 * @cssprop [--kx-ground] Ground of the page
 * @cssprop [--kx-line] Lines between things
 * @cssprop [--kx-edge] Edges of controls
 * @cssprop [--kx-accent] What can be pressed, and what is in order
 * @cssprop [--kx-on-accent] Text on the accent
 * @cssprop [--kx-accent-wash] Ground of what is in order
 * @cssprop [--kx-amber] What needs a look
 * @cssprop [--kx-amber-wash] Ground of what needs a look
 * @cssprop [--kx-red] What is wrong
 * @cssprop [--kx-red-wash] Ground of what is wrong
 * @cssprop [--kx-tip] Ground of the tooltip
 * @cssprop [--kx-on-tip] Text on it
 * @cssprop [--kx-below] What is below its threshold (the ink: the accent is what can be pressed)
 * @cssprop [--kx-below-wash] Its ground
 * @cssprop [--kx-added] Chip: KX was added
 * @cssprop [--kx-on-added] Text on that
 * @cssprop [--kx-check] Chip: KX is to be checked
 * @cssprop [--kx-check-wash] Its ground
 * @cssprop [--kx-blocked] Chip: KX is blocked
 * @cssprop [--kx-blocked-wash] Its ground
 * @cssprop [--kx-declined] Chip: KX was declined
 * @cssprop [--kx-declined-edge] Its edge
 * @cssprop [--kx-focus] The ring around what has the focus (the accent)
 * @cssprop [--kx-focus-width] How thick it is (3px)
 * @cssprop [--kx-focus-offset] How far it stands off (2px)
 * @cssprop [--kx-shadow] Under what floats
 * @cssprop [--kx-text] Size of text (1rem)
 * @cssprop [--kx-text-small] Of labels and hints (0.875rem)
 * @cssprop [--kx-text-code] Of codes (1.125rem)
 * @cssprop [--kx-text-large] Of headings (1.125rem)
 * @cssprop [--kx-text-figure] Of a balance (2rem)
 * @cssprop [--kx-control-size] Height of controls (40px, compact 32px)
 * @cssprop [--kx-pad] Padding of cards (24px, compact 16px)
 * @cssprop [--kx-gap] Space between things (16px, compact 12px)
 * @cssprop [--kx-space-1] Small steps of space (4px)
 * @cssprop [--kx-space-2] Twice that (8px)
 * @cssprop [--kx-space-3] Three times (12px)
 * @cssprop [--kx-space-4] Four times (16px)
 * @cssprop [--kx-radius] Corners of cards (12px)
 * @cssprop [--kx-radius-control] Corners of controls and notes (8px)
 * @cssprop [--kx-radius-bar] Corners of bars (4px)
 * @cssprop [--kx-radius-pill] Corners of chips, badges and switches (999px)
 */
export abstract class KxElement extends LitElement {
  static readonly madeHere = MADE_HERE;
  static readonly widget: string;
  static readonly holds: readonly WidgetClass[] = [];
  /** English labels of its own, beside those that all widgets carry. */
  protected static readonly labels: { readonly [id: string]: string } = {};

  /** Registers the widget, and those it holds under their own tags. Doing it again is harmless.
   *  Throws `KxError` "tag-taken" where the tag is another element's, and "tag-invalid". */
  static define(tag?: string): void {
    // biome-ignore lint/complexity/noThisInStatic: the class that it is called on, which may inherit it
    register(this as unknown as WidgetClass, tag);
  }

  /** The language of labels, amounts and dates. Without it the nearest `<kx-wording>` says, and else it is English. */
  @property({ attribute: false }) wording: Wording | null = null;

  /** How close things stand; what is inside follows it. Null: as further up, or comfortable. */
  @property({ reflect: true }) density: "comfortable" | "compact" | null = null;

  private readonly provided = new ContextConsumer(this, { context: wordingContext, subscribe: true });

  /** For templates that several widgets share. */
  protected readonly voice: Voice = {
    text: (id, args) => this.text(id, args),
    date: (day) => this.date(day),
    money: (amount) => this.money(amount),
    remains: (amount) => this.remains(amount),
  };

  private get words(): Wording | null {
    return this.wording ?? this.provided.value ?? null;
  }

  protected get locale(): string {
    return this.words?.locale ?? "en-US";
  }

  /** What it draws, by its id. A selector would need `CSS.escape`, which jsdom has not. */
  protected byId(id: string): HTMLElement | null {
    return this.shadowRoot?.getElementById(id) ?? null;
  }

  /** What it draws, by its `data-line` or `data-patient`. */
  protected byData(name: "line" | "patient" | "denial", value: string): HTMLElement | null {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(`[data-${name}]`)].find(({ dataset }) => dataset[name] === value) ?? null;
  }

  /** A label by its id, with `{name}` filled in; `count` also chooses between `.one` and `.other`. */
  protected text(id: string, args?: { readonly [name: string]: string | number }): string {
    return phrase(this.words, id, args, (this.constructor as typeof KxElement).labels);
  }

  /** An amount as text, exactly, in dollars as the language writes them. */
  protected money(amount: Money): string {
    const written = moneyIn(this.words?.locale, amount);
    // From right to left a minus sign would go to the other end of its amount.
    return amount.startsWith("-") && getComputedStyle(this).direction === "rtl" ? `\u200e${written}` : written;
  }

  /** What remains: below zero it says "over by", and the amount has no minus sign. */
  protected remains(amount: Money): string {
    return amount.startsWith("-") ? this.text("ui.over-by", { amount: this.money(amount.slice(1)) }) : this.money(amount);
  }

  /** A day as the language writes it. */
  protected date(day: CivilDate): string {
    return dateIn(this.words?.locale, day);
  }

  /** A time of day, "09:30", as the language writes it. */
  protected time(time: string): string {
    return timeIn(this.words?.locale, time);
  }

  /** A share of 1 in percent, with one decimal if nothing else is wanted. */
  protected percent(share: number, decimals = 1): string {
    return new Intl.NumberFormat(this.locale, { style: "percent", minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(share);
  }

  /** A round amount on an axis. */
  protected dollars(amount: number): string {
    return new Intl.NumberFormat(this.locale, { style: "currency", currency: "USD", maximumFractionDigits: 0 }).format(amount);
  }

  /** Names of the months, short. */
  protected months(): string[] {
    const name = new Intl.DateTimeFormat(this.locale, { month: "short", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2000, month, 1)));
  }
}
