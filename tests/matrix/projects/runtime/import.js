// Two imports of an entry are one package, with one module.
import "./counted.js";
import init, { decide } from "kx-modifier/visit";
import { request } from "./request.js";
import { say } from "./say.js";

await init();
const again = await import("kx-modifier/visit");
if (again.decide !== decide) throw new Error("two copies of the package");
await again.default();
say(again.decide(request));
