import { ContextProvider } from "@lit/context";
import { css, html, LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { MADE_HERE, register, type WidgetClass } from "../shared/register.js";
import { wordingContext, type Wording } from "../shared/wording.js";

/**
 * Gives all widgets inside it their language.
 *
 * @element kx-wording
 * @slot - The part of the page that speaks this language
 */
export class KxWording extends LitElement {
  // Without a box of its own: what is inside lies as if this were not there.
  static override styles = css`:host { display: contents; }`;
  static readonly madeHere = MADE_HERE;
  static readonly widget = "wording";
  static readonly holds: readonly WidgetClass[] = [];

  /** Registers the element. Doing it again is harmless. Throws `KxError` "tag-taken" and "tag-invalid". */
  static define(tag?: string): void {
    // biome-ignore lint/complexity/noThisInStatic: the class that it is called on, which may inherit it
    register(this as unknown as WidgetClass, tag);
  }

  /** Locale and labels. Null: English. */
  @property({ attribute: false }) wording: Wording | null = null;

  private readonly provider = new ContextProvider(this, { context: wordingContext, initialValue: null });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("wording")) this.provider.setValue(this.wording);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
