// Reads what scripts/lib/inline.mjs writes.

/** Two characters of the text say that the next one stands for another byte. */
const NEXT = 124;
const AFTER = 126;

/** The bytes of an inlined module. The text begins with each byte once, in their order: so it tells what its characters stand for. */
export function inlined(text: string): Uint8Array<ArrayBuffer> {
  // This runs once and before anything is compiled to be quick: the fewer steps in a round, the sooner it is through.
  const letters = new TextEncoder().encode(text);
  const table = new Uint8Array(384);
  const end = letters.length;
  let at = 0;
  const letter = (): number => {
    const found = letters[at++]!;
    if (found === NEXT) return 128 + letters[at++]!;
    return found === AFTER ? 256 + letters[at++]! : found;
  };
  for (let byte = 0; byte < 256; byte++) table[letter()] = byte;
  // In the place of the letters, of which there are more.
  let to = 0;
  while (at < end) {
    let found = letters[at++]!;
    if (found === NEXT) found = 128 + letters[at++]!;
    else if (found === AFTER) found = 256 + letters[at++]!;
    letters[to++] = table[found]!;
  }
  return letters.subarray(0, to);
}
