// Files of the package by their paths, as a page without a bundler has them.
import init, { decide } from "./kx-modifier/dist/visit/index.js";
import "./kx-modifier/dist/widgets/standalone.js";
import { request } from "./request.js";

const output = document.body.appendChild(document.createElement("output"));
await init();
const decision = decide(request);
Object.assign(document.body.appendChild(document.createElement("kx-chip")), { code: "97110", decision });
output.textContent = decision.modifiers.join(" ");
