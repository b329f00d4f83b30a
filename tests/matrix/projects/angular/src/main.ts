import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { decide } from "kx-modifier/visit";
import "kx-modifier/widgets/chip/define";
import { ready } from "./kx";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<kx-chip code="97110" [decision]="decision"></kx-chip><output>{{ decision.modifiers.join(" ") }}</output>`,
})
class App {
  readonly decision = decide({
    line: { code: "97110", modifiers: ["GP"] },
    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used: { "PT/SLP": "2480.00" } },
  });
}

ready.then(() => bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }));
