// Answers from tokens and one run of text (src/ground/packed/write.rs tells the form). Nothing here knows a field of the contract.

// Not without the byte order mark: what is cut from a run is counted from its first letter.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A text that is cut from a longer run keeps all of it alive: beyond this size each is made by itself. */
const LONG_RUN = 1 << 20;
/** Up to here texts are made one by one instead of cut from a run. */
const SHORT_RUN = 32;
/** Room for the texts and shapes of the module, of which there are less than half as many. Its size is a power of two. */
const ROOM_BITS = 11;
const ROOM = 1 << ROOM_BITS;
/** The kind of token that begins an object. */
const OBJECT = 3;

export interface Unpacker {
  /** The answer whose tokens begin at an address and whose run of text is so many bytes long. */
  answer(tokens: number, text: number, length: number): unknown;
}

/** How an object with some names is made. */
type Maker = (next: () => unknown) => object;

/** One property after the other: for names that the build did not see. */
function maker(names: string): Maker {
  const each = names.split(",");
  return (next) => {
    const object: Record<string, unknown> = {};
    for (const name of each) object[name] = next();
    return object;
  };
}

/** `literals`: how objects with these names are made at once, which is several times quicker. */
export function createUnpacker(memory: WebAssembly.Memory, literals: { readonly [names: string]: Maker } = {}): Unpacker {
  let bytes = new Uint8Array(memory.buffer);
  let words = new Uint32Array(memory.buffer);
  let at = 0;
  let run = "";
  let cut = 0;
  /** Where the next text of a long run begins; 0 where texts are cut from `run`. */
  let address = 0;

  // What is fixed in the module has an address for good. Equal texts may share one, so the length tells too.
  // Each keeps the place that it got: were one to give way to another, two that are asked for in turns would be made over and over.
  const tokens = new Uint32Array(ROOM);
  const lengths = new Uint32Array(ROOM);
  const texts: string[] = new Array(ROOM).fill("");
  const makers: Maker[] = new Array(ROOM).fill(maker);
  let remembered = 0;

  const float = new Float64Array(1);
  const halves = new Uint32Array(float.buffer);

  /** A modifier, an amount: a text of ASCII that is made sooner than the decoder is called. */
  function brief(at: number, length: number): string {
    switch (length) {
      case 1:
        return String.fromCharCode(bytes[at]!);
      case 2:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!);
      case 3:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!);
      case 4:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
      case 5:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!);
      case 6:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!);
      case 7:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!);
      case 8:
        return String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!);
      default:
        return fixed(at, length);
    }
  }

  function isAscii(from: number, length: number): boolean {
    let bits = 0;
    for (let place = from; place < from + length; place++) bits |= bytes[place]!;
    return bits < 128;
  }

  const fixed = (from: number, length: number): string => decoder.decode(bytes.subarray(from, from + length));

  /** Where a text or shape is remembered; it is now, if it was not. */
  function slotOf(token: number): number {
    const length = words[at++]!;
    let slot = Math.imul(token, 0x9e3779b1) >>> (32 - ROOM_BITS);
    while (tokens[slot] !== token || lengths[slot] !== length) {
      // No token that is remembered is a zero.
      if (tokens[slot] === 0) return remember(slot, token, length);
      slot = (slot + 1) & (ROOM - 1);
    }
    return slot;
  }

  function remember(slot: number, token: number, length: number): number {
    if (++remembered > ROOM / 2) {
      tokens.fill(0);
      remembered = 1;
    }
    tokens[slot] = token;
    lengths[slot] = length;
    const text = fixed(token >>> 3, length);
    texts[slot] = text;
    if ((token & 7) === OBJECT) makers[slot] = literals[text] ?? maker(text);
    return slot;
  }

  function text(units: number): string {
    if (address === 0) {
      const start = cut;
      cut += units;
      return run.slice(start, cut);
    }
    const start = address;
    address += units;
    return units <= SHORT_RUN ? brief(start, units) : fixed(start, units);
  }

  function next(): unknown {
    const token = words[at++]!;
    const what = token >>> 3;
    switch (token & 7) {
      case 0:
        return what === 0 ? null : what === 2;
      case 1:
        return text(what);
      case 2:
        return texts[slotOf(token)];
      case OBJECT:
        return makers[slotOf(token)]!(next);
      case 4: {
        const list: unknown[] = [];
        for (let index = 0; index < what; index++) list.push(next());
        return list;
      }
      case 5:
        return what;
      case 6:
        halves[0] = words[at++]!;
        halves[1] = words[at++]!;
        return float[0];
      default: {
        const object: Record<string, unknown> = {};
        for (let index = 0; index < what; index++) {
          const name = next() as string;
          object[name] = next();
        }
        return object;
      }
    }
  }

  return {
    answer(tokensAt, textAt, length) {
      if (bytes.length === 0) {
        bytes = new Uint8Array(memory.buffer);
        words = new Uint32Array(memory.buffer);
      }
      at = tokensAt >>> 2;
      cut = 0;
      address = 0;
      run = "";
      if (length <= SHORT_RUN && isAscii(textAt, length)) address = textAt;
      else if (length > 0) run = fixed(textAt, length);
      // In a long run without a letter beyond ASCII a unit is a byte.
      if (length > LONG_RUN && run.length === length) {
        run = "";
        address = textAt;
      }
      const answer = next();
      run = "";
      return answer;
    },
  };
}
