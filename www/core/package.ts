// The package over one compiled module: loading it, calling into it, and replacing an instance that is not to be trusted any more.
import type * as Kx from "./index.js";
import { KxError } from "./error.js";
import type { Glue } from "./glue.js";
import { createPacker, type Packer, WINDOW } from "./pack.js";
import { openerOf } from "./session.js";
import { createUnpacker, type Unpacker } from "./unpack.js";
import { formatsOf } from "./wording.js";

// From here, so that what each entry begins with is one file less to load.
export { inlined } from "./inline.js";

export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

interface Running {
  readonly glue: Glue;
  readonly wasm: ReturnType<Glue["initSync"]>;
  readonly unpacker: Unpacker;
  readonly head: number;
  bytes: Uint8Array<ArrayBuffer>;
  words: Uint32Array<ArrayBuffer>;
}

async function compile(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  // Before anything is asked about `Response`: Node loads all of its fetch for the name alone, which takes longer than compiling.
  if (ArrayBuffer.isView(source) || source instanceof ArrayBuffer) return WebAssembly.compile(source);
  let from: Response | BufferSource | string | URL = source;
  if (typeof from === "string" || from instanceof URL) from = await fetch(from);
  if (typeof Response === "function" && from instanceof Response) {
    if (!from.ok) throw new Error(`the module could not be fetched: ${from.status} ${from.statusText}`.trim());
    // Not compileStreaming: it refuses a server that names another media type, and the module is small.
    from = await from.arrayBuffer();
  }
  return WebAssembly.compile(from as BufferSource);
}

/** How many requests of a list are answered together: their texts are one long string, which costs less than many. */
const TOGETHER = 64;

const NO_FIELDS: readonly string[] = [];

/** A packer that nobody is packing with. Requests may have getters that call the package again. */
const idle = [createPacker()];

/** The functions of one module, and what loads it. `createGlue` starts a new instance each time. */
export function createPackage(
  createGlue: () => Glue,
  versions: ReturnType<typeof Kx.versions>,
  methods: readonly string[],
  literals: Parameters<typeof createUnpacker>[1] = {},
) {
  let module: WebAssembly.Module | null = null;
  let running: Running | null = null;
  let loading: Promise<void> | null = null;
  let started = 0;
  /** Who writes where the next call's request would be put. */
  let packing: Packer | null = null;
  /** What each new instance is told before anything else. */
  let wording: Kx.Wording | null = null;
  /** As they were packed, so that nobody changes them after they were looked at. */
  let packs: Uint8Array<ArrayBuffer> | null = null;
  let current = versions;

  function start(compiled: WebAssembly.Module): void {
    const glue = createGlue();
    const wasm = glue.initSync({ module: compiled });
    const { buffer } = wasm.memory;
    running = {
      glue,
      wasm,
      unpacker: createUnpacker(wasm.memory, literals),
      head: wasm.head() >>> 2,
      bytes: new Uint8Array(buffer),
      words: new Uint32Array(buffer),
    };
    module = compiled;
    started += 1;
    if (wording) tell(running, wording);
    if (packs) {
      const to = wasm.room(packs.length) >>> 0;
      refresh(running);
      running.bytes.set(packs, to);
      rule(running, packs.length);
    }
  }

  /** Loads once. A failure is not remembered: the next call tries again. */
  function load(source: () => Source | Promise<Source>): Promise<void> {
    loading ??= (async () => {
      try {
        if (!running) start(await compile(await source()));
      } catch (error) {
        loading = null;
        throw error;
      }
    })();
    return loading;
  }

  function loadSync(source: BufferSource | WebAssembly.Module): void {
    if (!running) start(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
    loading ??= Promise.resolve();
  }

  /** The running instance; a fresh one in the place of one that trapped. Every call begins here. */
  function instance(): Running {
    if (packing !== null) {
      packing.leave();
      packing = null;
    }
    if (running) return running;
    if (module) {
      start(module);
      return running!;
    }
    throw new KxError({
      code: "not-initialized",
      path: null,
      message: "the module is not loaded",
      help: "await init() once before the first call, or call initSync(bytes)",
    });
  }

  /** Nothing of an instance that trapped is used again. */
  function trapped(on: Running): void {
    if (running !== on) return;
    running = null;
    // Its sessions are lost at once, not when the next instance starts.
    started += 1;
  }

  /** Runs what may trap. */
  function guarded<Result>(on: Running, run: () => Result): Result {
    try {
      return run();
    } catch (thrown) {
      trapped(on);
      throw thrown;
    }
  }

  function refresh(on: Running): void {
    // Memory that has grown has a new buffer, and the views of the old one are empty.
    if (on.bytes.length !== 0) return;
    const { buffer } = on.wasm.memory;
    on.bytes = new Uint8Array(buffer);
    on.words = new Uint32Array(buffer);
  }

  /** What came back: the answer, or the refusal as an error. */
  function answered(on: Running, result: number): unknown {
    refresh(on);
    const answer = on.unpacker.answer(on.words[on.head]!, on.words[on.head + 1]!, result < 0 ? ~result : result);
    if (result < 0) throw new KxError(answer as ConstructorParameters<typeof KxError>[0]);
    return answer;
  }

  /** Packs plain data into the module; gives the request's length, or null where it is none. */
  function sendPlain(on: Running, values: readonly unknown[]): number | null {
    const packer = idle.pop() ?? createPacker();
    try {
      const place = on.wasm.room(WINDOW) >>> 0;
      refresh(on);
      packing = packer;
      const length = packer.pack(values, on.bytes, place);
      packing = null;
      const elsewhere = packer.elsewhere();
      if (elsewhere !== null && length > 0) {
        const to = on.wasm.room(length) >>> 0;
        refresh(on);
        on.bytes.set(elsewhere.subarray(0, length), to);
      }
      return length < 0 ? null : length;
    } finally {
      packing = null;
      if (idle.length === 0) idle.push(packer);
    }
  }

  /** The same for whatever is given. `fields` says where in the request a value is, for what is no plain data. */
  function send(on: Running, values: readonly unknown[], fields: readonly string[]): number {
    const plain = sendPlain(on, values);
    if (plain !== null) return plain;
    let length = 0;
    values.forEach((value, index) => {
      const result = guarded(on, () => on.glue.pack(value, length, fields[index] ?? ""));
      if (result < 0) answered(on, result);
      length = result;
    });
    return length;
  }

  function call(run: (on: Running, length: number) => number, values: readonly unknown[], fields: readonly string[] = []): unknown {
    const on = instance();
    const length = send(on, values, fields);
    return answered(
      on,
      guarded(on, () => run(on, length)),
    );
  }

  /** `call` for what is called most: without a function made for each call. */
  function callFunction(index: number, request: unknown): unknown {
    const on = instance();
    const length = send(on, [request], NO_FIELDS);
    let result: number;
    try {
      result = on.wasm.call(index, length);
    } catch (thrown) {
      trapped(on);
      throw thrown;
    }
    return answered(on, result);
  }

  /** The same for the methods of a session. */
  function callSession(handle: number, method: number, values: readonly unknown[], fields: readonly string[]): unknown {
    const on = instance();
    const length = send(on, values, fields);
    let result: number;
    try {
      result = on.wasm.session_call(handle, method, length);
    } catch (thrown) {
      trapped(on);
      throw thrown;
    }
    return answered(on, result);
  }

  function tell(on: Running, told: Kx.Wording | null): void {
    // First, because what it reads may call the package, which takes the place of a request that was sent.
    const { money, day, number, capital } = formatsOf(told);
    const length = told === null ? 0 : send(on, [told], []);
    answered(
      on,
      guarded(on, () => on.glue.use_wording(length, money, day, number, capital)),
    );
  }

  function useWording(given: Kx.Wording | null): void {
    tell(instance(), given);
    // A copy, so that nobody changes it after it was looked at.
    wording = given && JSON.parse(JSON.stringify(given));
  }

  /** Gives what `versions` tells from then on. */
  function rule(on: Running, length: number): Pick<ReturnType<typeof Kx.versions>, "packs" | "years"> {
    return answered(
      on,
      guarded(on, () => on.wasm.use_rules(length)),
    ) as ReturnType<typeof Kx.versions>;
  }

  function useRules(given: Kx.RulePack[] | null): void {
    const on = instance();
    const length = given === null || given === undefined ? 0 : send(on, [given], ["packs"]);
    const from = on.wasm.room(0) >>> 0;
    refresh(on);
    const packed = length === 0 ? null : on.bytes.slice(from, from + length);
    const { packs: ids, years } = rule(on, length);
    packs = packed;
    current = { ...versions, packs: ids, years };
  }

  /** The bytes of an answer that is text. */
  function lines(on: Running, result: number): Uint8Array {
    if (result < 0) answered(on, result);
    refresh(on);
    const from = on.words[on.head + 1]!;
    return on.bytes.slice(from, from + result);
  }

  return {
    load,
    loadSync,
    useWording,
    useRules,
    versions: () => ({ ...current, packs: [...current.packs], years: [...current.years] }),
    openAppointment: openerOf({
      epoch: () => started,
      open: (context) => call((on, length) => on.wasm.session_open(length), [context]) as number,
      methods,
      call: callSession,
      close: (handle) => running?.wasm.session_close(handle),
    }),

    /** For the build. */
    table: () => call((on) => on.glue.table(), []),

    // What the table of functions is made of; `index` is a function's place in it.
    nothing: (index: number) => () => call((on, length) => on.wasm.call(index, length), []),
    request: (index: number) => (request: unknown) => callFunction(index, request),
    /** The text of a file; anything else is refused by the function. */
    file: (index: number) => (text: unknown) => callFunction(index, typeof text === "string" ? text : null),
    /** Each request is answered by itself. `others`: what else may be asked for, and where that stands in the table. */
    each: (index: number, unreadable: "in-place" | "refused", others: { readonly [answer: string]: number }) => {
      function one(place: number, request: unknown): unknown {
        try {
          return callFunction(place, request);
        } catch (thrown) {
          // What cannot be packed is refused before the function sees it.
          if (!(thrown instanceof KxError)) throw thrown;
          return { error: { code: thrown.code, path: thrown.path, message: thrown.message, help: thrown.help } };
        }
      }
      return (requests: unknown, options?: { answer?: string } | null) => {
        const place = placeOf(index, others, options);
        if (!Array.isArray(requests)) return call((on, length) => on.wasm.refuse_list(place, length), [requests]);
        const answers: unknown[] = [];
        for (let from = 0; from < requests.length; from += TOGETHER) {
          const together: unknown[] = [];
          for (let at = from; at < requests.length && at < from + TOGETHER; at++) together.push(requests[at]);
          const on = instance();
          const length = sendPlain(on, [together]);
          if (length !== null)
            answers.push(
              ...(answered(
                on,
                guarded(on, () => on.wasm.call_each(place, length)),
              ) as unknown[]),
            );
          else if (unreadable === "refused") return call((again, all) => again.wasm.call_each(place, all), [requests]);
          else for (const request of together) answers.push(one(place, request));
        }
        return answers;
      };
    },
    /** Lines of NDJSON, and one more argument. */
    lines: (index: number, name: string, field: string) => (given: unknown, beside?: unknown) => {
      // A text or a number would pass for a list of bytes.
      if (!(given instanceof Uint8Array)) {
        const help = "give the lines as a Uint8Array of UTF-8 text, such as new TextEncoder().encode(text)";
        throw new KxError({ code: "wrong-type", path: name, message: "expected bytes", help });
      }
      const on = instance();
      const length = send(on, [beside], [field]);
      const packed = on.bytes.slice(on.wasm.room(0) >>> 0, (on.wasm.room(0) >>> 0) + length);
      const to = on.wasm.room(given.length + length) >>> 0;
      refresh(on);
      on.bytes.set(given, to);
      on.bytes.set(packed, to + given.length);
      return lines(
        on,
        guarded(on, () => on.wasm.call_lines(index, given.length, given.length + length)),
      );
    },
  };
}

function placeOf(index: number, others: { readonly [answer: string]: number }, options?: { answer?: string } | null): number {
  if (options === undefined || options === null || Object.keys(others).length === 0) return index;
  const unknown = Object.keys(options).find((name) => name !== "answer");
  if (unknown !== undefined) {
    throw new KxError({
      code: "unknown-field",
      path: `options.${unknown}`,
      message: `\`${unknown}\` is not a field here`,
      help: "the fields here are `answer`",
    });
  }
  const { answer } = options;
  if (answer === undefined || answer === null) return index;
  if (Object.hasOwn(others, answer)) return others[answer]!;
  const help = `use one of ${Object.keys(others)
    .map((name) => `\`${name}\``)
    .join(", ")}`;
  throw new KxError({ code: "unknown-value", path: "options.answer", message: "the answer is none that can be asked for", help });
}
