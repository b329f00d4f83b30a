// The module as a file of its own.
import "./counted.js";
import init, { decide } from "kx-modifier/visit/url";
import { request } from "./request.js";
import { say } from "./say.js";

await init();
say(decide(request));
