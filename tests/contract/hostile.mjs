// What a caller may put into a request and no request of the contract has. Each is made anew: nothing is shared between requests.
import { pick } from "./random.mjs";

class Plain {
  constructor(code) {
    this.code = code;
  }
}
class WithAccessor {
  get code() {
    return "97110";
  }
}

const cycle = () => {
  const own = {};
  own.own = own;
  return own;
};
const ring = () => {
  const list = [];
  list.push([list]);
  return list;
};
const deep = (depth, wrap) => {
  let value = 1;
  for (let count = 0; count < depth; count++) value = wrap(value);
  return value;
};
const boxed = (name) => (value) => ({ [name]: value });

const EMPTY = [() => null, () => undefined];
const NUMBERS = [
  () => NaN,
  () => Infinity,
  () => -Infinity,
  () => -0,
  () => 0,
  () => 1,
  () => -1,
  () => 1.5,
  () => 12.34,
  () => 2 ** 31,
  () => 2 ** 53,
  () => 2 ** 63,
  () => 1e300,
  () => 5e-324,
  () => 256,
  () => 4294967296,
  () => 97110,
];
const BIGINTS = [() => 0n, () => 1n, () => -5n, () => 2n ** 63n - 1n, () => 2n ** 63n, () => 2n ** 64n, () => -(2n ** 63n) - 1n];
const TEXTS = [
  () => "",
  () => " ",
  () => "x",
  () => "null",
  () => "0",
  () => "1e3",
  () => "PT",
  () => "2026-02-30",
  () => "-0",
  () => "-0.00",
  () => "00012.5",
  () => ".5",
  () => "5.",
  () => "999999999.99",
  () => "1000000000",
  () => "\u0000",
  () => "a\u001fb\u001fc\u001fd\u001fe",
  () => "\u001fwrong-type\u001f\u001fmine\u001fmine",
  () => "\ud800",
  () => "x\udc00",
  () => "é",
  () => "e\u0301",
  () => "😀".repeat(25),
  () => "x".repeat(41),
  () => "x".repeat(40),
  () => "`",
  () => "{why}",
  () => "９７１１０",
  () => "97110\u00a0",
  () => "kx",
  () => "ＫＸ",
  () => "ß",
];
const LISTS = [
  () => [],
  () => [null],
  () => [undefined],
  () => [[]],
  () => [{}],
  () => new Array(3),
  () => [, "GP"],
  () => ["GP", , "KX"],
  () => Object.assign(["GP"], { extra: 1 }),
  () => ({ 0: "GP", length: 1 }),
  () =>
    (function give() {
      return arguments;
    })("GP"),
  () => new (class List extends Array {})("GP", "KX"),
];
const OBJECTS = [
  () => ({}),
  () => ({ surprise: 1 }),
  () => Object.create(null),
  () => Object.create({ code: "97110" }),
  () => new Plain("97110"),
  () => new WithAccessor(),
  () => Object.freeze({ code: "97110" }),
  () => new Proxy({ code: "97110" }, {}),
  () => ({
    toJSON() {
      return "97110";
    },
  }),
  () => ({
    toString() {
      return "97110";
    },
    valueOf() {
      return 1;
    },
  }),
  () => ({
    [Symbol.toPrimitive]() {
      throw new Error("mine");
    },
  }),
  () => ({ [Symbol("own")]: 1 }),
  () => Object.defineProperty({}, "hidden", { value: 1 }),
  () => JSON.parse('{"__proto__":{"code":"97110"}}'),
];
const INSTANCES = [
  () => new Map([["code", "97110"]]),
  () => new Map(),
  () => new Map([[1, 2]]),
  () =>
    new Map([
      ["code", "97110"],
      ["code2", 1],
    ]),
  () => new Set(["GP"]),
  () => new Set(),
  () => new Date(0),
  () => new Date(NaN),
  () => /x/u,
  () => new String("97110"),
  () => new Number(5),
  () => new Boolean(true),
  () => Object(1n),
  () => Object(Symbol("s")),
  () => {
    const error = new Error("x");
    delete error.stack;
    return error;
  },
  () => new Uint8Array([57, 55]),
  () => new ArrayBuffer(2),
  () => new DataView(new ArrayBuffer(2)),
  () => new Float64Array(1),
  () => new BigInt64Array(1),
  () => new WeakMap(),
  () => new WeakSet(),
  () => Promise.resolve("97110"),
  () => new URL("https://example.org/"),
  () => [][Symbol.iterator](),
  () =>
    (function* give() {
      yield "GP";
    })(),
  () => new Map([["GP", 1]]).keys(),
];
const CALLABLE = [
  () => function named() {},
  () => () => "97110",
  () => class Named {},
  () => async () => {},
  () => Object.assign(() => 1, { code: "97110" }),
  () => Symbol("s"),
  () => Symbol(),
  () => Symbol.iterator,
  () => Math.max,
];
const DEEP = [
  cycle,
  ring,
  ...[10, 14, 15, 16, 17, 18, 60].flatMap((depth) => [() => deep(depth, boxed("in")), () => deep(depth, (value) => [value])]),
  () => deep(1500, boxed("a")),
];
const TRUTH = [() => true, () => false];

const ALL = [EMPTY, EMPTY, NUMBERS, NUMBERS, BIGINTS, TEXTS, TEXTS, TEXTS, LISTS, LISTS, OBJECTS, OBJECTS, INSTANCES, CALLABLE, DEEP, TRUTH];

export const hostile = (rng) => pick(rng, pick(rng, ALL))();

/** JSON text of what may have been made hostile before. */
function asText(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return "{}";
  }
}

/** Wrong, and near to what stood there. */
export function near(rng, value) {
  if (typeof value === "string") {
    const options = [
      () => value.toLowerCase(),
      () => value.toUpperCase(),
      () => ` ${value}`,
      () => `${value} `,
      () => value.slice(1),
      () => value.slice(0, -1),
      () => value + pick(rng, ["0", "x", "\n", ".", "\u0000", "é"]),
      () => new String(value),
      () => [value],
      () => ({ value }),
      () => Number(value),
      () => Number(value.replace(/\D/g, "")),
      () => BigInt(value.replace(/\D/g, "") || 0),
      () => null,
      () => value.split(""),
      () => Symbol(value),
    ];
    return pick(rng, options)();
  }
  if (typeof value === "number")
    return pick(rng, [
      String(value),
      value + 0.5,
      -value,
      value * 1e9,
      Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n,
      new Number(value),
      NaN,
      value + 1e-9,
      null,
    ]);
  if (typeof value === "boolean") return pick(rng, [String(value), Number(value), new Boolean(value), null, !value]);
  if (Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype) {
    return pick(rng, [
      () => new Set(value),
      () => value[Symbol.iterator](),
      () => ({ ...value }),
      () => ({ ...value, length: value.length }),
      () => value[0],
      () => [value],
      () => [...value, , value[0]],
      () => value.concat(value),
      () => [],
      () => {
        const holes = new Array(value.length + 1);
        value.forEach((one, index) => {
          holes[index + 1] = one;
        });
        return holes;
      },
      () => Object.setPrototypeOf([...value], null),
      () => Object.freeze([...value]),
      () => new Proxy(value, {}),
      () => [...value, undefined],
      () => value.toReversed(),
      () => asText(value),
    ])();
  }
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return pick(rng, [
      () => new Map(Object.entries(value)),
      () => Object.entries(value),
      () => [value],
      () => Object.assign(Object.create(null), value),
      () => Object.create(value),
      () => Object.assign(new (class Given {})(), value),
      () => Object.freeze({ ...value }),
      () => new Proxy(value, {}),
      () => asText(value),
      () => Object.values(value),
      () => ({
        ...value,
        toJSON() {
          return {};
        },
      }),
      () => ({ ...value, [Symbol("own")]: 1 }),
      () => ({ ...value, [Symbol.iterator]: null }),
      () => new Set(Object.entries(value)),
      () => Object.defineProperties(() => 1, { own: { value, enumerable: true } }),
      () => ({ ...value, nothing: undefined }),
    ])();
  }
  return hostile(rng);
}
