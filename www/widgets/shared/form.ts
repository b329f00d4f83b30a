// Widgets whose content goes with a form: as JSON under their name, reset, restored and validated as a native field is.
import { property } from "lit/decorators.js";
import { send, type KxEventName } from "./events.js";
import { InputElement } from "./input.js";

/** What keeps a form from being sent, and where it stands. */
export interface Fault {
  message: string;
  anchor: HTMLElement | null;
}

/** A widget that a form takes along. What it holds is what its host has set. */
export abstract class FormElement extends InputElement {
  /** What a person changes it by. */
  protected static readonly changes: readonly KxEventName[] = [];

  /** Under which name a form sends the value. Without a name it sends none. */
  @property({ reflect: true }) name = "";

  /** Before a person changed anything. */
  private initial: string | null = null;
  private sent: string | null = null;
  private fault: Fault | null = null;

  constructor() {
    super();
    const keep = (): void => {
      this.initial ??= this.value;
    };
    for (const name of (this.constructor as typeof FormElement).changes) this.addEventListener(name, keep, { capture: true });
    this.addController({ hostUpdated: () => this.report() });
  }

  /** What a person has entered, as data. */
  protected abstract get content(): unknown;
  /** Shows such data until the host sets its own. */
  protected abstract restore(content: unknown): void;
  /** What was refused and stands in a field still. */
  protected abstract findFault(): Fault | null;

  /** What was entered, as JSON; empty where nothing was. */
  get value(): string {
    return this.content === null ? "" : JSON.stringify(this.content);
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals?.form ?? null;
  }

  /** Whether something in it is refused. */
  get validity(): ValidityState | undefined {
    return this.internals?.validity;
  }

  /** What to type in place of what is refused; empty where nothing is. */
  get validationMessage(): string {
    return this.fault?.message ?? "";
  }

  /** Whether a form asks it at all: not where it is read only or disabled. */
  get willValidate(): boolean {
    return this.internals?.willValidate ?? false;
  }

  /** False where something in it is refused. */
  checkValidity(): boolean {
    return this.internals?.checkValidity() ?? true;
  }

  /** The same, and shows what is refused. */
  reportValidity(): boolean {
    return this.internals?.reportValidity() ?? true;
  }

  /** Puts away what was typed and refused, for a host that shows another patient in the same element. */
  forget(): void {
    this.initial = null;
    this.requestUpdate();
  }

  /** @internal */
  formResetCallback(): void {
    const { initial } = this;
    this.forget();
    if (initial !== null) this.bringBack(initial, "reset");
  }

  /** @internal */
  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.bringBack(state, "restored");
  }

  private bringBack(value: string, because: "reset" | "restored"): void {
    const before = this.value;
    const content = read(value);
    // A host with a state of its own has set what it is to show already.
    if (content !== undefined && send(this, "kx-form-restored", { value: content, because }) && this.value === before) this.restore(content);
  }

  private report(): void {
    const { value } = this;
    if (value !== this.sent) this.internals?.setFormValue?.(value || null);
    this.sent = value;
    this.fault = this.locked ? null : this.findFault();
    if (this.fault === null) this.internals?.setValidity?.({});
    else this.internals?.setValidity?.({ customError: true }, this.fault.message, this.fault.anchor ?? undefined);
  }
}

/** State that a browser has kept may be of another version. */
function read(value: string): unknown {
  try {
    return value === "" ? null : JSON.parse(value);
  } catch {
    return undefined;
  }
}
