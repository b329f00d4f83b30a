// Lines of JSON text, sound and spoilt as values and as text.
import * as accounts from "../reading/account-random.mjs";
import { chance, int, pick } from "./random.mjs";
import { spoil } from "./spoil.mjs";

const VALUES = [
  "null",
  "true",
  "0",
  "-0",
  "-0.0",
  "1.0",
  "1e3",
  "1E400",
  "-1e-400",
  "9223372036854775807",
  "9223372036854775808",
  "-9223372036854775809",
  "123456789012345678901234567890",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\ud83d\\ude00"',
  '"\\u001f"',
  "[]",
  "{}",
  "[null]",
  '{"a":{"a":1,"a":2}}',
  '"97110"',
  '"\\/"',
];
const BROKEN = [
  "NaN",
  "Infinity",
  "'x'",
  "undefined",
  "01",
  "+1",
  ".5",
  "5.",
  "1e",
  '"\\x"',
  '"\\u12"',
  '"',
  "[1,]",
  "{,}",
  '{"a"}',
  "{a:1}",
  "tru",
  "//",
  "[",
  "{",
  '{"a":',
  "]",
  "\u0001",
  '"\t"',
  "[".repeat(200),
  "[".repeat(15) + "]".repeat(15),
  "[".repeat(17) + "]".repeat(17),
  "[".repeat(130) + "]".repeat(130),
];

/** A field's name in the text, with its colon: where another value, or the same field once more, can be put. */
const field = (rng, text) => {
  const all = [...text.matchAll(/"(?:[^"\\]|\\.)*":/g)];
  return all.length ? pick(rng, all) : null;
};

const MISTAKES = [
  (rng, text) => {
    const at = field(rng, text);
    return at ? `${text.slice(0, at.index)}${at[0]}${pick(rng, VALUES)},${text.slice(at.index)}` : text;
  },
  (rng, text) => {
    const at = field(rng, text);
    return at ? `${text.slice(0, at.index)}${at[0]}${pick(rng, BROKEN)},${text.slice(at.index)}` : text;
  },
  (rng, text) => text.replace(/\}$/, () => `,${field(rng, text)?.[0] ?? '"line":'}${pick(rng, VALUES)}}`),
  (rng, text) => text.slice(0, int(rng, 0, text.length)),
  (rng, text) => text + pick(rng, ["x", "}", ",", " ", "{}", "\u0000", text]),
  (rng, text) => pick(rng, ["\ufeff", " ", "\t", "\u00a0", "x", ","]) + text,
  (rng, text) => {
    const at = int(rng, 0, text.length);
    return text.slice(0, at) + pick(rng, ["\u0000", "é", "\\", '"', "{", "}", "[", ":", ",", " ", "\u2028"]) + text.slice(at);
  },
  (rng) => pick(rng, [...VALUES, ...BROKEN]),
  (_, text) => text.replace(/"([a-zA-Z]+)":/g, (_whole, name) => `"\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}":`),
];

function spoilt(rng, value, api) {
  let text = JSON.stringify(value);
  if (chance(rng, 0.6)) {
    const args = spoil(rng, [structuredClone(value)], api);
    // What has no JSON text stays as it was.
    try {
      text = JSON.stringify(args[0]) ?? "null";
    } catch {
      /* a cycle, a bigint, a getter that throws */
    }
  }
  return chance(rng, 0.6) ? pick(rng, MISTAKES)(rng, text) : text;
}

function bytes(rng, texts) {
  const end = pick(rng, ["\n", "\n", "\n", "\r\n"]);
  const text = texts.join(end) + (chance(rng, 0.7) ? end : "") + (chance(rng, 0.05) ? "\n\n" : "");
  const encoded = new TextEncoder().encode(text);
  if (encoded.length && chance(rng, 0.05)) encoded[int(rng, 0, encoded.length - 1)] = pick(rng, [0xff, 0xc0, 0x80, 0xed, 0x00, 0x0a]);
  return encoded;
}

const blank = (rng, texts) => texts.flatMap((text) => (chance(rng, 0.03) ? [text, pick(rng, ["", " ", "\t"])] : [text]));

/** The bytes in one of the other shapes that bytes and what is none of them come in. */
function given(rng, encoded) {
  const text = new TextDecoder().decode(encoded);
  return pick(rng, [
    () => text,
    () => Buffer.from(encoded),
    () => encoded.buffer,
    () => [...encoded],
    () => new Uint8ClampedArray(encoded),
    () => new DataView(encoded.buffer),
    () => new (class Own extends Uint8Array {})(encoded),
    () => new Uint8Array([0, ...encoded]).subarray(1),
    () => null,
    () => undefined,
    () => 5,
    () => ({ length: 1, 0: 10 }),
    () => new Uint16Array(2),
  ])();
}

export function decideLines(rng, api) {
  const texts = accounts.randomDecisions(rng).map((request) => (chance(rng, 0.5) ? spoilt(rng, request, api) : JSON.stringify(request)));
  const encoded = bytes(rng, blank(rng, texts));
  return [chance(rng, 0.06) ? given(rng, encoded) : encoded];
}

export function auditLines(rng, api) {
  const { rows, policy } = accounts.randomAuditNdjson(rng);
  const texts = rows.map(({ beneficiary, line }) => {
    const row = { beneficiary, ...line };
    if (chance(rng, 0.03)) delete row.beneficiary;
    return chance(rng, 0.15) ? spoilt(rng, row, api) : JSON.stringify(row);
  });
  const encoded = bytes(rng, blank(rng, texts));
  const args = [chance(rng, 0.05) ? given(rng, encoded) : encoded];
  if (policy !== undefined || chance(rng, 0.1)) args.push(...(chance(rng, 0.25) ? spoil(rng, [policy ?? {}], api) : [policy]));
  return args;
}
