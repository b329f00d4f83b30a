// The functions of the package, each one call into the module. Types: index.d.ts.
import type * as Kx from "./index.js";
import baked from "#made/versions.js";
import { call } from "./instance.js";

export { KxError } from "./error.js";
export { loadSync as initSync } from "./instance.js";

export const versions: typeof Kx.versions = () => ({ ...baked, years: [...baked.years] });
export const decide: typeof Kx.decide = (request) => call("decide", request);
export const thresholds: typeof Kx.thresholds = (request) => call("thresholds", request);
export const decideAppointment: typeof Kx.decideAppointment = (request) => call("decideAppointment", request);
export const decideAll: typeof Kx.decideAll = (requests) => call("decideAll", requests);
export const traitsToEvaluate: typeof Kx.traitsToEvaluate = (request) => call("traitsToEvaluate", request);
export const therapyCodes: typeof Kx.therapyCodes = () => call("therapyCodes");
