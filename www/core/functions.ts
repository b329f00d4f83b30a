// The functions of the package, each one call into the module. Types: index.d.ts.
import type * as Kx from "./index.js";
import baked from "#made/versions.js";
import { KxError } from "./error.js";
import { call } from "./instance.js";

export { KxError };
export { loadSync as initSync } from "./instance.js";
export { openAppointment } from "./session.js";
export { useWording } from "./wording.js";

export const versions: typeof Kx.versions = () => ({ ...baked, years: [...baked.years] });
export const decide: typeof Kx.decide = (request) => call("decide", request);
export const thresholds: typeof Kx.thresholds = (request) => call("thresholds", request);
export const decideAppointment: typeof Kx.decideAppointment = (request) => call("decideAppointment", request);
export const decideAll: typeof Kx.decideAll = (requests) => call("decideAll", requests);
export const traitsToEvaluate: typeof Kx.traitsToEvaluate = (request) => call("traitsToEvaluate", request);
export const therapyCodes: typeof Kx.therapyCodes = () => call("therapyCodes");
export const documentationChecklist: typeof Kx.documentationChecklist = (request) => call("documentationChecklist", request);
export const projectCrossing: typeof Kx.projectCrossing = (request) => call("projectCrossing", request);
export const estimateAllowed: typeof Kx.estimateAllowed = (request) => call("estimateAllowed", request);
export const otherUsedFromEligibility: typeof Kx.otherUsedFromEligibility = (request) => call("otherUsedFromEligibility", request);
export const audit: typeof Kx.audit = (request) => call("audit", request);
export const compareBilling: typeof Kx.compareBilling = (request) => call("compareBilling", request);
export const readEligibility271: typeof Kx.readEligibility271 = (text) => call("readEligibility271", text);
export const readRemittance835: typeof Kx.readRemittance835 = (text) => call("readRemittance835", text);
export const readClaim837: typeof Kx.readClaim837 = (text) => call("readClaim837", text);
export const previewImport: typeof Kx.previewImport = (request) => call("previewImport", request);
export const matchPatient: typeof Kx.matchPatient = (request) => call("matchPatient", request);
export const scrubClaims: typeof Kx.scrubClaims = (request) => call("scrubClaims", request);
export const describeProjection: typeof Kx.describeProjection = (request) => call("describeProjection", request);
export const worklist: typeof Kx.worklist = (patients) => call("worklist", patients);
export const identifyX12: typeof Kx.identifyX12 = (text) => call("identifyX12", text);
export const decideNdjson: typeof Kx.decideNdjson = (requests) => call("decideNdjson", bytes(requests, "requests"));
export const auditNdjson: typeof Kx.auditNdjson = (lines, policy) => call("auditNdjson", bytes(lines, "lines"), policy);

/** The glue would take text or a number for an empty list of bytes. */
function bytes(value: unknown, path: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new KxError({ code: "wrong-type", path, message: "expected bytes", help: "give the lines as a Uint8Array of UTF-8 text, such as new TextEncoder().encode(text)" });
}
