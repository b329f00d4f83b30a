// What the build makes from the Rust side.
declare module "#made/glue.js" {
  export interface Glue {
    initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
    decide(request: unknown): unknown;
    thresholds(request: unknown): unknown;
    decideAppointment(request: unknown): unknown;
    decideAll(requests: unknown): unknown;
    traitsToEvaluate(request: unknown): unknown;
    therapyCodes(): unknown;
    documentationChecklist(request: unknown): unknown;
    projectCrossing(request: unknown): unknown;
    estimateAllowed(request: unknown): unknown;
    otherUsedFromEligibility(request: unknown): unknown;
    audit(request: unknown): unknown;
    compareBilling(request: unknown): unknown;
    readEligibility271(text: unknown): unknown;
    readRemittance835(text: unknown): unknown;
    readClaim837(text: unknown): unknown;
    identifyX12(text: unknown): unknown;
    describeProjection(request: unknown): unknown;
    worklist(patients: unknown): unknown;
    previewImport(request: unknown): unknown;
    matchPatient(request: unknown): unknown;
    scrubClaims(request: unknown): unknown;
    decideNdjson(requests: Uint8Array): Uint8Array;
    auditNdjson(lines: Uint8Array, policy: unknown): Uint8Array;
    useWording(wording: unknown, formats: object): void;
    sessionOpen(context: unknown): number;
    sessionClose(handle: number): void;
    sessionDecide(handle: number, line: unknown): unknown;
    sessionAdd(handle: number, line: unknown): unknown;
    sessionUpdate(handle: number, line: unknown): unknown;
    sessionRemove(handle: number, id: unknown): unknown;
    sessionSetOtherUsed(handle: number, serviceType: unknown, amount: unknown): unknown;
    sessionSetAutoApplyKx(handle: number, on: unknown): unknown;
    sessionThresholds(handle: number): unknown;
    sessionLines(handle: number): unknown;
  }
  export function createGlue(): Glue;
}
declare module "#made/versions.js" {
  const versions: { package: string; revision: string; rules: string; years: number[] };
  export default versions;
}
declare module "#made/wasm-inline.js" {
  const base64: string;
  export default base64;
}
declare module "#made/labels.js" {
  /** The rows of data/wording/en/ui.csv that are no labels of the widgets: id to text. */
  const labels: { readonly [id: string]: string };
  export default labels;
}
declare module "#made/ui-labels.js" {
  /** The labels of the widgets: id to text. */
  const labels: { readonly [id: string]: string };
  export default labels;
}
