// Entries by their names, which the package's import map knows: the widgets and the desk are one file.
import init, { decide } from "kx-modifier/visit";
import { Desk } from "kx-modifier/desk";
import "kx-modifier/widgets/chip/define";
import { request } from "./request.js";

const output = document.body.appendChild(document.createElement("output"));
await init();
const decision = decide(request);
Object.assign(document.body.appendChild(document.createElement("kx-chip")), { code: "97110", decision });
output.textContent = typeof Desk === "function" ? decision.modifiers.join(" ") : "no desk";
