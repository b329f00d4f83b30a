// Makes a request bad, in one place or in several at once: which of several faults is said is part of what has to stay.
import { types } from "node:util";
import { hostile, near } from "./hostile.mjs";
import { chance, int, pick, shuffle } from "./random.mjs";

const STRANGERS = [
  "surprise",
  "allowed",
  "code",
  "date",
  "id",
  "program",
  "modifer",
  "Code",
  "code ",
  "",
  "__proto__",
  "constructor",
  "toString",
  "length",
  "0",
  "a.b",
  "a[0]",
  "é",
  "\u001f",
  "\u0000",
  "\ud800",
  "x".repeat(60),
];

const isPlain = (value) =>
  typeof value === "object" && value !== null && !types.isArgumentsObject(value) && [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));

/** Every place below `root`, as the object and the name in it. Getters are left alone. */
function places(root) {
  const found = [];
  const seen = new Set();
  const walk = (object) => {
    if (!isPlain(object) || Object.isFrozen(object) || seen.has(object) || found.length > 5000) return;
    seen.add(object);
    for (const name of Object.keys(object)) {
      const { value, get } = Object.getOwnPropertyDescriptor(object, name);
      if (get) continue;
      found.push({ object, name, value });
      walk(value);
    }
  };
  walk(root);
  return found;
}

function rename(object, name, to) {
  // In its own place, because the order of fields may tell which fault is said.
  const entries = Object.entries(Object.getOwnPropertyDescriptors(object));
  for (const [key] of entries) delete object[key];
  for (const [key, descriptor] of entries) Object.defineProperty(object, key === name ? to : key, descriptor);
}

const define = (object, name, value, enumerable = true) => Object.defineProperty(object, name, { value, enumerable, configurable: true, writable: true });
const getter = (object, name, get) => Object.defineProperty(object, name, { get, enumerable: true, configurable: true });

/** `api`: for a getter that calls the package while the package reads. */
const FAULTS = [
  [8, (rng, { object, name }) => define(object, name, hostile(rng))],
  [6, (rng, { object, name, value }) => define(object, name, near(rng, value))],
  [
    4,
    (_, { object, name }) => {
      if (Array.isArray(object)) object.splice(Number(name), 1);
      else delete object[name];
    },
  ],
  [
    3,
    (rng, { object, name }) => {
      if (!Array.isArray(object))
        rename(object, name, pick(rng, [`${name}s`, name.slice(1), name.toUpperCase(), ` ${name}`, `${name}\u0000`, name.replace(/(.)(.)/, "$2$1")]));
    },
  ],
  [
    5,
    (rng, { object }) => {
      const name = pick(rng, STRANGERS);
      if (!(Array.isArray(object) && name === "length")) define(object, name, chance(rng, 0.5) ? 1 : hostile(rng));
    },
  ],
  [
    1,
    (rng, { object }) => {
      if (!Array.isArray(object)) {
        const order = shuffle(rng, Object.keys(object));
        const copy = Object.getOwnPropertyDescriptors(object);
        for (const name of order) {
          delete object[name];
          Object.defineProperty(object, name, copy[name]);
        }
      }
    },
  ],
  [
    1,
    (_, { object, name, value }) =>
      getter(object, name, function same() {
        return value;
      }),
  ],
  // Only where nothing else is odd: what is no plain data is read a second time.
  [
    1,
    (rng, { object, name, value }, { alone }) => {
      if (!alone) return;
      let calls = 0;
      const other = hostile(rng);
      getter(object, name, function changing() {
        calls += 1;
        return calls === 1 ? value : other;
      });
    },
  ],
  [
    1,
    (rng, { object, name }) => {
      const Thrown = pick(rng, [RangeError, TypeError, Error]);
      getter(object, name, function throwing() {
        throw new Thrown("mine");
      });
    },
  ],
  [1, (_, { object, name, value }) => define(object, name, value, false)],
  [
    1,
    (_, { object, name, value }, { api }) =>
      getter(object, name, function calling() {
        api.thresholds({ date: "2026-01-01" });
        return value;
      }),
  ],
  [1, (_, { object, name }, { root }) => define(object, name, root)],
  [
    1,
    (_, { object, name, value }) => {
      if (Array.isArray(value)) value.length += 1;
      else define(object, name, [value]);
    },
  ],
  [
    2,
    (rng, { object, value }) => {
      if (Array.isArray(object)) object.push(value, hostile(rng));
    },
  ],
];
const WHEEL = FAULTS.flatMap(([weight, fault]) => Array(weight).fill(fault));

const AMOUNT = /^-?\d+\.\d{1,2}$/;

/** Spoils the arguments of a call in place. */
export function spoil(rng, args, api) {
  if (chance(rng, 0.02)) {
    args.length = 0;
    return args;
  }
  if (chance(rng, 0.02)) args.push(hostile(rng));
  const faults = pick(rng, [1, 1, 1, 1, 1, 2, 2, 3, 6]);
  for (let count = 0; count < faults; count++) {
    const all = places(args);
    if (all.length === 0) break;
    if (chance(rng, 0.06)) {
      const amounts = all.filter(({ value }) => typeof value === "string" && AMOUNT.test(value));
      if (amounts.length) {
        const { object, name, value } = pick(rng, amounts);
        define(object, name, Number(value));
        continue;
      }
    }
    // The top would be hit too seldom among hundreds of lines.
    const depth = chance(rng, 0.3) ? all.slice(0, int(rng, 1, Math.min(8, all.length))) : all;
    const place = pick(rng, depth);
    // Of the list of arguments itself nothing but its values reaches the package.
    const fault = place.object === args ? FAULTS[int(rng, 0, 1)][1] : pick(rng, WHEEL);
    try {
      fault(rng, place, { api, root: args[0], alone: faults === 1 });
    } catch {
      // What an earlier fault made hostile cannot always be made worse.
    }
  }
  return args;
}
