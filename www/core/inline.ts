// Reads what scripts/lib/inline.mjs writes.

/** The bytes of an inlined module. The text begins with each byte once, in their order: so it tells what its characters stand for. */
export function inlined(text: string): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(384);
  const bytes = new Uint8Array(text.length);
  let written = 0;
  let shift = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index);
    if (letter === 124) shift = 128;
    else if (letter === 126) shift = 256;
    else {
      if (written < 256) table[shift + letter] = written;
      bytes[written++] = table[shift + letter]!;
      shift = 0;
    }
  }
  return bytes.subarray(256, written);
}
