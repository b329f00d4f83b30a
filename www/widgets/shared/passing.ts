// A message that goes after a while. It stays while somebody is at it, and is said once.
import { html, type ReactiveController, type ReactiveControllerHost } from "lit";

const WHILE = 6000;

export class Passing implements ReactiveController {
  private given = "";
  private shown = "";
  private readonly held = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly message: string }) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { message } = this.host;
    if (message === this.given) return;
    this.given = message;
    clearTimeout(this.timer);
    if (message === "") this.pass();
    else {
      this.shown = message;
      this.timer = setTimeout(() => this.pass(), WHILE);
    }
  }

  hostDisconnected(): void {
    this.held.clear();
    this.pass();
  }

  template() {
    const hold = ({ type }: Event) => void this.held.add(type === "focus" ? "blur" : "pointerleave");
    const letGo = ({ type }: Event): void => {
      this.held.delete(type);
      if (this.timer === undefined) this.pass();
    };
    return html`<p role="status" class="passing" tabindex="-1" @pointerenter=${hold} @focus=${hold} @pointerleave=${letGo} @blur=${letGo}>${this.shown}</p>`;
  }

  private pass(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.held.size > 0) return;
    this.shown = "";
    this.host.requestUpdate();
  }
}
