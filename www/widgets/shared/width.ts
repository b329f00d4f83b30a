// How wide a drawing may be. A drawing that is scaled to fit would shrink its words with it.
import type { ReactiveController, ReactiveControllerHost } from "lit";

export class Width implements ReactiveController {
  value = 720;

  private observer: ResizeObserver | null = null;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    // jsdom lays nothing out.
    if (typeof ResizeObserver === "undefined") return;
    this.observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === 0 || width === this.value) return;
      this.value = width;
      // In the next frame: drawn at once it could change its own width, which the browser reports as a loop.
      requestAnimationFrame(() => this.host.requestUpdate());
    });
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = null;
  }
}
