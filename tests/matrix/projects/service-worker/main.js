// The page asks an address that only its service worker answers.
import "./kx-modifier/dist/widgets/standalone.js";
import { request } from "./request.js";

const output = document.body.appendChild(document.createElement("output"));
const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
await navigator.serviceWorker.register("./service-worker.js", { type: "module" });
await controlled;
const response = await fetch("./decide", { method: "POST", body: JSON.stringify(request) });
const { decision, compiled } = await response.json();
Object.assign(document.body.appendChild(document.createElement("kx-chip")), { code: "97110", decision });
output.dataset.compiled = compiled;
output.textContent = decision.modifiers.join(" ");
