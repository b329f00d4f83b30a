// The page draws what a module worker decided.
import "./kx-modifier/dist/widgets/standalone.js";
import { request } from "./request.js";

const output = document.body.appendChild(document.createElement("output"));
const worker = new Worker("./worker.js", { type: "module" });
worker.onmessage = ({ data: { decision, compiled } }) => {
  Object.assign(document.body.appendChild(document.createElement("kx-chip")), { code: "97110", decision });
  output.dataset.compiled = compiled;
  output.textContent = decision.modifiers.join(" ");
};
worker.onerror = ({ message }) => {
  output.textContent = message || "the worker failed";
};
worker.postMessage(request);
