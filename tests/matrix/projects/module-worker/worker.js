import "./counted.js";
import init, { decide } from "./kx-modifier/dist/visit/index.js";

self.onmessage = async ({ data }) => {
  await init();
  self.postMessage({ decision: decide(data), compiled: self.compiledModules });
};
