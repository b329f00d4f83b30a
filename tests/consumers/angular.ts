// Angular: a standalone component that knows of custom elements.
import "@angular/compiler";
import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "kx-modifier/widgets/define";
import type { KxEventMap } from "kx-modifier/widgets";
import { applied, ready, removed, restored, said, shown, START } from "./host.js";

@Component({
  selector: "host-screen",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <kx-threshold [display]="now().bucket" [otherUsed]="otherUsed()" (kx-usage-changed)="use($event)"></kx-threshold>
    <kx-chip line="a" code="97110" [decision]="now().decision" [declined]="line().kxDeclined" (kx-applied)="apply()" (kx-removed)="remove($event)" (kx-restored)="restore($event)"></kx-chip>
    <output>{{ words() }}</output>
  `,
})
class Screen {
  readonly line = signal(START);
  readonly otherUsed = signal("400.00");
  readonly now = computed(() => shown(this.line(), this.otherUsed()));
  readonly words = computed(() => said(this.now()));

  apply(): void {
    this.line.set(applied());
  }
  remove({ detail }: KxEventMap["kx-removed"]): void {
    this.line.set(removed(detail));
  }
  restore({ detail }: KxEventMap["kx-restored"]): void {
    this.line.set(restored(detail));
  }
  use({ detail }: KxEventMap["kx-usage-changed"]): void {
    this.otherUsed.set(detail.amount);
  }
}

await ready;
document.body.appendChild(document.createElement("host-screen"));
await bootstrapApplication(Screen, { providers: [provideZonelessChangeDetection()] });
