// Bytes as text that goes through every bundler, minifier and page unchanged: printable ASCII without quotes, backslashes and what ends a
// script. Base64 hides repetitions from a server's compression (+ 36 % for the module); \xNN, into which esbuild turns anything beyond
// ASCII, costs 10 %, and this 3 %. `www/core/inline.ts` reads it.

/** What a rare byte begins with; never a byte of its own and never a second character. */
const SHIFTS = ["|", "~"];
const LETTERS = [...Array(0x7f - 0x20).keys()]
  .map((index) => String.fromCharCode(0x20 + index))
  .filter((letter) => !"\"'`\\$<".includes(letter) && !SHIFTS.includes(letter));

/** One character for each of the most frequent bytes, two for the others. In the order of the bytes, since neighbours occur in like places. */
function codes(bytes) {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] += 1;
  const frequent = new Set([...counts.keys()].sort((one, other) => counts[other] - counts[one] || one - other).slice(0, LETTERS.length));
  const rare = [...counts.keys()].filter((byte) => !frequent.has(byte));
  const result = [];
  [...frequent]
    .sort((one, other) => one - other)
    .forEach((byte, index) => {
      result[byte] = LETTERS[index];
    });
  rare.forEach((byte, index) => {
    result[byte] = SHIFTS[Math.floor(index / LETTERS.length)] + LETTERS[index % LETTERS.length];
  });
  return result;
}

/** The codes of all 256 bytes in their order, from which a reader learns them, and then the bytes. */
export function inline(bytes) {
  const table = codes(bytes);
  let text = table.join("");
  for (const byte of bytes) text += table[byte];
  return text;
}
