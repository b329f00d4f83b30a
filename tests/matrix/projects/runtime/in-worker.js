import "./counted.js";
import init, { decide } from "kx-modifier/visit";
import { request } from "./request.js";

await init();
self.postMessage(`${decide(request).modifiers.join(" ")} ${self.compiledModules}`);
