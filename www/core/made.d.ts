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
