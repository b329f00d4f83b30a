// Widgets that a person enters something in: as a whole they can be read only, as a signed note is, or disabled, as by a fieldset.
import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { KxElement } from "./element.js";

type Lock = "open" | "readonly" | "disabled";

/** The same in every copy of this package on a page. */
const FOLLOW = Symbol.for("kx-modifier.lock");

interface Follower extends Element {
  [FOLLOW](lock: Lock): void;
}
const isFollower = (element: Element): element is Follower => FOLLOW in element;

// What is marked `reads` only looks at what is there: a filter, an order.
const TYPED = "input:not([type=checkbox], [type=radio], [type=file], .reads), textarea";
const CHOSEN = "input:is([type=checkbox], [type=radio]), select:not(.reads)";

/**
 * A widget with something to enter.
 *
 * @csspart lock - What says that it is read only
 */
export abstract class InputElement extends KxElement {
  /** Takes part in forms and fieldsets. */
  static readonly formAssociated = true;

  /** Everything can be read, copied and printed, and nothing can be changed: a signed note. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Nothing can be changed, or submitted with a form. A `<fieldset disabled>` around it does the same. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** By itself or by a fieldset. */
  @state() private isOff = false;
  /** Of the widget that this one stands in. */
  @state() private around: Lock = "open";

  // jsdom has little of it, older ones nothing.
  protected readonly internals: ElementInternals | undefined = this.attachInternals?.();
  private all!: HTMLFieldSetElement;

  constructor() {
    super();
    this.addController({ hostUpdated: () => this.turnKey() });
  }

  private get lock(): Lock {
    if (this.disabled || this.isOff || this.around === "disabled") return "disabled";
    return this.readonly || this.around === "readonly" ? "readonly" : "open";
  }

  /** Whether nothing can be changed, by whatever it is. */
  get locked(): boolean {
    return this.lock !== "open";
  }

  /** @internal */
  formDisabledCallback(isOff: boolean): void {
    this.isOff = isOff;
  }

  /** @internal */
  [FOLLOW](lock: Lock): void {
    this.around = lock;
  }

  // All stands in a fieldset, so that the browser disables whatever is inside.
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.all = document.createElement("fieldset");
    for (const type of ["mousedown", "click", "keydown"]) this.all.addEventListener(type, (event) => this.hold(event), { capture: true });
    // What was put into a slot later.
    this.all.addEventListener("slotchange", () => this.turnKey());
    root.append(this.all);
    // Lit draws before the styles that it has put there itself where a page cannot share them, and they stand outside.
    this.renderOptions.renderBefore = null;
    return this.all;
  }

  /** Says that it is read only; what stands inside another widget leaves that to it. */
  protected lockNote() {
    return this.lock === "readonly" && this.around === "open"
      ? html`<p class="lock" part="lock" id="lock"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" fill-rule="evenodd" /></svg> ${this.text("ui.lock.readonly")}</p>`
      : nothing;
  }

  private turnKey(): void {
    const { all, lock } = this;
    const isReadOnly = lock === "readonly";
    const isNamed = isReadOnly && this.around === "open";
    all.disabled = lock === "disabled";
    all.dataset.lock = lock;
    mark(all, "role", isNamed ? "group" : "presentation");
    mark(all, "aria-describedby", isNamed ? "lock" : null);
    for (const field of all.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED)) field.readOnly = isReadOnly;
    for (const control of all.querySelectorAll(`${CHOSEN}, [role=switch]`)) {
      const group = control.matches("[type=radio]") ? control.closest("fieldset:not([data-lock])") : null;
      mark(group, "role", isReadOnly ? "radiogroup" : null);
      mark(group ?? control, "aria-readonly", isReadOnly ? "true" : null);
    }
    for (const inner of [...all.querySelectorAll("*"), ...this.children]) if (isFollower(inner)) inner[FOLLOW](lock);
  }

  /** HTML knows boxes, radios and lists that are read only by name alone. */
  private hold(event: Event): void {
    if (this.lock !== "readonly" || !(event.target instanceof Element) || !event.target.matches(CHOSEN)) return;
    const isList = event.target.matches("select");
    if (event instanceof KeyboardEvent ? isList && event.key !== "Tab" : isList || event.type === "click") event.preventDefault();
  }
}

function mark(element: Element | null, attribute: string, value: string | null): void {
  if (value === null) element?.removeAttribute(attribute);
  else element?.setAttribute(attribute, value);
}
