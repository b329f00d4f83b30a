// Requests to packed bytes (src/ground/packed/read.rs tells the form). Nothing here knows a field of the contract. Only plain data is packed:
// anything else takes the slow road.

const encoder = new TextEncoder();
/** Deeper than any request: a cycle, or a mistake that the other road names. */
const DEEPEST = 16;
/** Of a list's elements only those with at most so many names may leave them out. */
const MOST_NAMES = 16;
const LONG_TEXT = 1 << 16;
/** Requests that fit are packed where the module reads them; others in memory of the packer's own, of which it keeps no more than is usual. */
export const WINDOW = 1 << 14;
const USUAL = 1 << 20;
const PLAIN = Object.prototype;
/** Thrown and caught here, where something is no plain data. */
const ODD = {};

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const of = Object.getPrototypeOf(value);
  // Read, not asked for with `in`, which takes as long as packing a field.
  return (of === PLAIN || of === null) && (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === undefined;
}

/** Names that somebody has given to all objects would be read as fields of each. */
function isPolluted(): boolean {
  for (const _ in PLAIN) return true;
  return false;
}

/** The names that the next element of a list may leave out. */
function namesOf(value: Record<string, unknown>): readonly string[] | null {
  const names = Object.keys(value);
  return names.length > MOST_NAMES ? null : names;
}

export interface Packer {
  /**
   * Packs the values, one behind the other; gives how many bytes they are, or -1 where one is no plain data. They are written to `memory`
   * from `place` on, where there is a window's room, unless `elsewhere()` has them.
   */
  pack(values: readonly unknown[], memory: Uint8Array<ArrayBuffer>, place: number): number;
  /** What was packed last, where it is not in the window. */
  elsewhere(): Uint8Array | null;
  /** From here on packs elsewhere: somebody else needs the window. */
  leave(): void;
}

/**
 * Requests may have getters, which may call the package again: whoever is called while packing takes another packer, and the window too.
 */
export function createPacker(): Packer {
  let own = new Uint8Array(0);
  let ownView = new DataView(own.buffer);
  let inMemory = own;
  let from = 0;
  let window = own;
  let windowView = ownView;
  // Where is written now.
  let size = 0;
  let bytes = own;
  let view = ownView;
  /** Where the values of the elements that are being packed end, for each depth. */
  const ends = new Int32Array(MOST_NAMES * (DEEPEST + 1));

  function grow(used: number, more: number): void {
    while (size < used + more) size *= 2;
    const written = bytes.subarray(0, used);
    if (own.length < size) {
      own = new Uint8Array(size);
      ownView = new DataView(own.buffer);
    }
    own.set(written);
    size = own.length;
    bytes = own;
    view = ownView;
  }

  /** The same place, with room for what is written there without asking. */
  function room(at: number): number {
    if (at + 32 > size) grow(at, 32);
    return at;
  }

  // Each function takes the place of its first byte and gives the place behind its last.

  /** `mask`: 128 for a text, 0 for a name. */
  function text(value: string, at: number, mask: number): number {
    const length = value.length;
    if (length > LONG_TEXT) return longText(value, at, mask);
    if (at + length * 3 + 16 > size) grow(at, length * 3 + 16);
    if (length < 128) {
      const to = bytes;
      let next = at + 1;
      let bits = 0;
      for (let index = 0; index < length; index++) {
        const unit = value.charCodeAt(index);
        bits |= unit;
        to[next++] = unit;
      }
      if (bits < 128) {
        to[at] = mask | length;
        return next;
      }
    }
    const { written } = encoder.encodeInto(value, bytes.subarray(at + 5));
    bytes[at] = mask ? 4 : 255;
    view.setUint32(at + 1, written, true);
    return at + 5 + written;
  }

  /** A file's text: the room for it is measured, not guessed. */
  function longText(value: string, at: number, mask: number): number {
    const encoded = encoder.encode(value);
    if (at + encoded.length + 16 > size) grow(at, encoded.length + 16);
    bytes.set(encoded, at + 5);
    bytes[at] = mask ? 4 : 255;
    view.setUint32(at + 1, encoded.length, true);
    return at + 5 + encoded.length;
  }

  function object(value: Record<string, unknown>, at: number, depth: number): number {
    let count = 0;
    let next = at + 5;
    for (const name in value) {
      const one = value[name];
      next = text(name, next, 0);
      // Most are texts, and a call that may call itself is not made part of its caller.
      next = typeof one === "string" ? text(one, next, 128) : any(one, next, depth);
      count++;
    }
    bytes[at] = 6;
    view.setUint32(at + 1, count, true);
    return next;
  }

  /** Of objects with the same names in the same order only the first says them. */
  function list(value: readonly unknown[], at: number, depth: number): number {
    const count = value.length;
    bytes[at] = 5;
    view.setUint32(at + 1, count, true);
    let next = at + 5;
    let names: readonly string[] | null = null;
    for (let index = 0; index < count; index++) {
      const one = value[index];
      if (!isPlain(one) || depth >= DEEPEST) {
        next = any(one, next, depth);
        names = null;
        continue;
      }
      if (names === null) {
        next = object(one, room(next), depth + 1);
      } else {
        const from = next;
        next = element(one, names, from, depth + 1);
        if (bytes[from] === 8) continue;
      }
      names = namesOf(one);
    }
    return next;
  }

  /** An object behind one with these names. Where its own are others, what was packed is packed with names after all: a getter is asked once. */
  function element(value: Record<string, unknown>, names: readonly string[], at: number, depth: number): number {
    room(at);
    const first = depth * MOST_NAMES;
    let next = at + 2;
    let same = true;
    let count = 0;
    for (const name in value) {
      if (same) {
        if (name === names[count]) {
          const one = value[name];
          next = typeof one === "string" ? text(one, next, 128) : any(one, next, depth);
          ends[first + count++] = next;
          continue;
        }
        same = false;
        next = named(names, first, count, at, next);
      }
      next = any(value[name], text(name, next, 0), depth);
      count++;
    }
    if (same && count !== names.length) {
      same = false;
      next = named(names, first, count, at, next);
    }
    if (same) {
      bytes[at] = 8;
      bytes[at + 1] = count;
    } else {
      view.setUint32(at + 1, count, true);
    }
    return next;
  }

  /** Puts names before so many values that were packed without. */
  function named(names: readonly string[], first: number, count: number, at: number, end: number): number {
    const values = bytes.slice(at + 2, end);
    bytes[at] = 6;
    let next = at + 5;
    let from = 0;
    for (let index = 0; index < count; index++) {
      next = text(names[index]!, next, 0);
      const to = ends[first + index]! - at - 2;
      if (next + to - from + 16 > size) grow(next, to - from + 16);
      bytes.set(values.subarray(from, to), next);
      next += to - from;
      from = to;
    }
    return next;
  }

  function any(value: unknown, at: number, depth: number): number {
    if (typeof value === "string") return text(value, at, 128);
    room(at);
    if (typeof value === "object" && value !== null) {
      if (depth >= DEEPEST) throw ODD;
      if (Array.isArray(value)) return list(value, at, depth + 1);
      if (!isPlain(value)) throw ODD;
      return object(value, at, depth + 1);
    }
    if (value === undefined || value === null) {
      bytes[at] = 0;
      return at + 1;
    }
    if (typeof value === "boolean") {
      bytes[at] = value ? 2 : 1;
      return at + 1;
    }
    if (typeof value !== "number") throw ODD;
    bytes[at] = 3;
    view.setFloat64(at + 1, value, true);
    return at + 9;
  }

  function begin(memory: Uint8Array<ArrayBuffer>, place: number): void {
    if (memory !== inMemory || place !== from) {
      inMemory = memory;
      from = place;
      window = memory.subarray(place, place + WINDOW);
      windowView = new DataView(memory.buffer, place, WINDOW);
    }
    if (own.length > USUAL) {
      own = new Uint8Array(0);
      ownView = new DataView(own.buffer);
    }
    size = WINDOW;
    bytes = window;
    view = windowView;
  }

  return {
    elsewhere: () => (bytes === window ? null : bytes),
    leave() {
      if (bytes === window) grow(size, 0);
    },
    pack(values, memory, place) {
      if (isPolluted()) return -1;
      begin(memory, place);
      let at = 0;
      try {
        for (let index = 0; index < values.length; index++) at = any(values[index], at, 0);
      } catch (thrown) {
        if (thrown === ODD) return -1;
        throw thrown;
      }
      return at;
    },
  };
}
