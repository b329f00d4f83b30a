// The one running instance of the module: loading it, calling into it, and replacing it after a trap.
import { createGlue, type Glue } from "#made/glue.js";
import { KxError } from "./error.js";

type Source = string | URL | Response | BufferSource | WebAssembly.Module;

let module: WebAssembly.Module | null = null;
let glue: Glue | null = null;
let loading: Promise<void> | null = null;
let started = 0;
/** What each new instance is told before anything else. */
let told: Parameters<typeof call> | null = null;

function start(compiled: WebAssembly.Module): void {
  const fresh = createGlue();
  fresh.initSync({ module: compiled });
  if (told) invoke(fresh, ...told);
  module = compiled;
  glue = fresh;
  started += 1;
}

async function compile(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (typeof Response === "function" && source instanceof Response) {
    if (!source.ok) throw new Error(`the module could not be fetched: ${source.status} ${source.statusText}`.trim());
    // Not compileStreaming: it refuses a server that names another media type, and the module is small.
    source = await source.arrayBuffer();
  }
  return WebAssembly.compile(source as BufferSource);
}

/** Counts the instances: what was handed out by an earlier one is gone. */
export const epoch = (): number => started;

/** Loads once. A failure is not remembered: the next call tries again. */
export function load(source: () => Source): Promise<void> {
  loading ??= (async () => {
    try {
      if (!glue) start(await compile(source()));
    } catch (error) {
      loading = null;
      throw error;
    }
  })();
  return loading;
}

export function loadSync(source: BufferSource | WebAssembly.Module): void {
  if (!glue) start(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
  loading ??= Promise.resolve();
}

interface Refusal { code: string; path: string | null; message: string; help: string }

function isRefusal(thrown: unknown): thrown is Refusal {
  return typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown && "help" in thrown;
}

function invoke(on: Glue, name: Exclude<keyof Glue, "initSync">, ...request: unknown[]): unknown {
  return (on[name] as (...request: unknown[]) => unknown)(...request);
}

/** Calls a function of the module. What it refuses becomes a `KxError`; after anything else the instance is not to be trusted. */
export function call<Answer>(name: Exclude<keyof Glue, "initSync">, ...request: unknown[]): Answer {
  if (!glue) {
    throw new KxError({
      code: "not-initialized",
      path: null,
      message: "the module is not loaded",
      help: "await init() once before the first call, or call initSync(bytes)",
    });
  }
  try {
    return invoke(glue, name, ...request) as Answer;
  } catch (thrown) {
    if (isRefusal(thrown)) throw new KxError(thrown);
    glue = null;
    if (module) start(module);
    throw thrown;
  }
}

/** Sets something that outlives the instance. The data is copied, so that nobody changes it after it was looked at. */
export function tell(name: Exclude<keyof Glue, "initSync">, data: unknown, ...rest: unknown[]): void {
  call(name, data, ...rest);
  told = [name, JSON.parse(JSON.stringify(data)), ...rest];
}

/** For clearing up, where nothing is to be done without an instance. */
export function callIfLoaded(name: Exclude<keyof Glue, "initSync">, ...request: unknown[]): void {
  if (glue) call(name, ...request);
}
