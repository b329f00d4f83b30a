// Reads what scripts/lib/inline.mjs writes.

/** `inline.wat`, assembled; a test holds the two together. */
const READER =
  "AGFzbQEAAAABBgFgAX8BfwMCAQAFAwEAAQcRAgZtZW1vcnkCAARyZWFkAAAKdwF1AQR/QYADIQFBgAMhAwNAIAEtAAAhAiABQQFqIQEgAkECckH+AEYEQCABLQAAIAJB+gBrQQZ0aiECIAFBAWohAQsgBEGAAkkEQCACIAQ6AAAgBEEBaiEEBSADIAItAAA6AAAgA0EBaiEDCyAAIAFLDQALIAML";
/** Where the letters begin, behind the table of what they stand for. */
const LETTERS = 384;
const PAGE = 65536;

/** The bytes of an inlined module. The text begins with each byte once, in their order: so it tells what its characters stand for. */
export function inlined(text: string): Uint8Array<ArrayBuffer> {
  // Not a loop of JavaScript: it would run once, before anything is compiled to be quick, and take longer than compiling the module.
  const reader = new WebAssembly.Module(Uint8Array.from(atob(READER), (letter) => letter.charCodeAt(0)));
  const { memory, read } = new WebAssembly.Instance(reader).exports as { memory: WebAssembly.Memory; read(end: number): number };
  memory.grow(Math.ceil((LETTERS + text.length) / PAGE));
  const bytes = new Uint8Array(memory.buffer);
  const { written } = new TextEncoder().encodeInto(text, bytes.subarray(LETTERS));
  return bytes.subarray(LETTERS, read(LETTERS + written));
}
