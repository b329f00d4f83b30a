// The same in Angular.
import "@angular/compiler";
import { provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { ready } from "./lines";
import { Treatment } from "./treatment.component";

await ready;
document.body.appendChild(document.createElement("app-treatment"));
await bootstrapApplication(Treatment, { providers: [provideZonelessChangeDetection()] });
