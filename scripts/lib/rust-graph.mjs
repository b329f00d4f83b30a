// Which file of the crate uses which, read from its paths: `use`, and paths that are written where they are needed. `mod x;` alone is no
// use. Whoever takes a name that is passed on (`pub use`) uses the file that passes it on, and that one uses the next.
import { behindGroup, rustTokens } from "./rust-tokens.mjs";

const isName = (token) => /^[\p{L}_]/u.test(token ?? "");

/** src/lib.rs is the crate, src/a.rs and src/a/mod.rs are `a`. */
function moduleOf(path) {
  const parts = path
    .replace(/^src\//, "")
    .replace(/\.rs$/, "")
    .split("/");
  if (["mod", "lib"].includes(parts.at(-1))) parts.pop();
  return parts.join("::");
}

const join = (module, name) => (module === "" ? name : `${module}::${name}`);
const parentOf = (module) => module.split("::").slice(0, -1).join("::");

/** `a::{b, c::{self as d, *}}` as one path for each name: `[{ path: ["a", "b"], as: "b" }, …]`. Ends at `from.end`. */
function pathsOf(list, from, before = []) {
  const path = [...before];
  let place = from;
  for (;;) {
    const token = list[place];
    if (token === "{") {
      const end = behindGroup(list, place);
      const leaves = [];
      for (place += 1; place < end - 1; ) {
        if (list[place] === ",") place += 1;
        else {
          const branch = pathsOf(list, place, path);
          leaves.push(...branch.leaves);
          place = branch.end;
        }
      }
      return { leaves, end };
    }
    if (token === "*") return { leaves: [{ path, as: "*" }], end: place + 1 };
    if (isName(token)) path.push(token);
    if (list[place + 1] === "::" || token === "::") {
      place += 1;
      continue;
    }
    const renamed = list[place + 1] === "as";
    if (path.at(-1) === "self" && path.length > 1) path.pop();
    return { leaves: [{ path, as: renamed ? list[place + 2] : path.at(-1) }], end: place + (renamed ? 3 : 1) };
  }
}

/** What a file says: its uses, its paths and its macros, each with the module it stands in. */
function readFile(path, text) {
  const { tokens: list, testModules } = rustTokens(text);
  const said = {
    path,
    testModules: testModules.map((name) => join(moduleOf(path), name)),
    modules: new Set([moduleOf(path)]),
    uses: [],
    paths: [],
    calls: [],
    macros: [],
    macroUse: new Set(),
  };
  const inside = [{ module: moduleOf(path), end: list.length }];
  for (let place = 0; place < list.length; place += 1) {
    while (place >= inside.at(-1).end) inside.pop();
    const { module } = inside.at(-1);
    const [token, next] = [list[place], list[place + 1]];
    if (token === "path" && list[place - 1] === "[" && list[place - 2] === "#") throw new Error(`${path}: #[path] puts a module where its name does not say`);
    if (token === "mod" && isName(next)) {
      if (list[place + 2] === "{") {
        const inner = join(module, next);
        said.modules.add(inner);
        inside.push({ module: inner, end: behindGroup(list, place + 2) });
      }
      const attribute = list.slice(Math.max(0, place - 8), place).join(" ");
      if (/# \[ macro_use \]( pub)?$/.test(attribute)) said.macroUse.add(join(module, next));
      place += 1;
    } else if (token === "macro_rules" && next === "!") {
      const exported = list
        .slice(Math.max(0, place - 12), place)
        .join(" ")
        .includes("# [ macro_export ]");
      said.macros.push({ name: list[place + 2], exported });
      place += 2;
    } else if (token === "use" && list[place - 1] !== "[") {
      const { leaves, end } = pathsOf(list, place + 1);
      said.uses.push(...leaves.map((leaf) => ({ ...leaf, module })));
      place = end - 1;
    } else if (isName(token)) {
      const whole = [token];
      while (list[place + 1] === "::" && isName(list[place + 2])) {
        whole.push(list[place + 2]);
        place += 2;
      }
      if (whole.length > 1 || ["crate", "self", "super"].includes(token)) said.paths.push({ path: whole, module });
      else if (next === "!") said.calls.push(token);
    }
  }
  return said;
}

/** `files`: text by path ("src/a/mod.rs"). Gives file → file → the names that are taken. */
export function rustGraph(files) {
  const all = Object.entries(files).map(([path, text]) => readFile(path, text));
  const forTests = all.flatMap(({ testModules }) => testModules);
  const said = all.filter(({ path }) => !forTests.some((module) => `${moduleOf(path)}::`.startsWith(`${module}::`)));
  const fileOf = new Map(said.flatMap(({ path, modules }) => [...modules].map((module) => [module, path])));
  const imports = new Map();
  const globs = said.flatMap(({ uses }) => uses.filter(({ as }) => as === "*"));
  for (const { uses } of said) for (const { as, path, module } of uses) if (as !== "*") imports.set(join(module, as), { path, module });
  const macroUse = new Set(said.flatMap(({ macroUse: modules }) => [...modules].map((module) => fileOf.get(module))));
  const macros = new Map(said.flatMap(({ path, macros: own }) => own.map(({ name, exported }) => [name, { path, exported }])));
  const arrows = new Map(said.map(({ path }) => [path, new Map()]));

  /** Where a path leads: the module it ends in and the name taken from it; null for other crates and for what is in scope already. */
  function resolve([first, ...rest], module, from, seen = new Set()) {
    const here = `${module} ${first} ${rest.join(" ")}`;
    if (seen.has(here)) return;
    seen.add(here);
    let at;
    if (first === "crate") at = "";
    else if (first === "self") at = module;
    else if (first === "super") at = parentOf(module);
    else if (fileOf.has(join(module, first)) && first !== undefined) at = join(module, first);
    else {
      // A name that is in scope leads on where its `use` leads; the `use` itself has been counted.
      const taken = imports.get(join(module, first));
      if (taken && rest.length > 0 && leadsToModule(taken)) resolve([...taken.path, ...rest], taken.module, from, seen);
      // Or it came with all of a module.
      const all = taken ? undefined : globs.find((glob) => glob.module === module && leadsToModule({ path: [...glob.path, first], module }));
      if (all && rest.length > 0) resolve([...all.path, first, ...rest], module, from, seen);
      return;
    }
    while (rest[0] === "super") {
      at = parentOf(at);
      rest = rest.slice(1);
    }
    while (rest.length > 0 && fileOf.has(join(at, rest[0]))) at = join(at, rest.shift());
    const [name, ...more] = rest;
    const macro = at === "" && macros.get(name);
    if (macro?.exported) return take(from, macro.path, name);
    take(from, fileOf.get(at), name ?? "self");
    const passed = imports.get(join(at, name));
    if (passed && more.length > 0 && leadsToModule(passed)) resolve([...passed.path, ...more], passed.module, from, seen);
  }

  /** Whether a `use` names a module and no item of one. */
  function leadsToModule({ path, module }, depth = 0) {
    if (depth > 16) return false;
    const [first, ...rest] = path;
    let at =
      first === "crate" ? "" : first === "self" ? module : first === "super" ? parentOf(module) : fileOf.has(join(module, first)) ? join(module, first) : null;
    if (at === null) {
      const taken = imports.get(join(module, first));
      return taken !== undefined && taken.path !== path && leadsToModule({ path: [...taken.path, ...rest], module: taken.module }, depth + 1);
    }
    for (const name of rest) {
      if (name === "super") at = parentOf(at);
      else if (fileOf.has(join(at, name))) at = join(at, name);
      else {
        const passed = imports.get(join(at, name));
        return passed !== undefined && leadsToModule(passed, depth + 1);
      }
    }
    return true;
  }

  function take(from, to, name) {
    if (to === undefined || to === from) return;
    const names = arrows.get(from).get(to) ?? new Set();
    arrows.get(from).set(to, names.add(name));
  }

  for (const { path: from, uses, paths, calls, macros: own } of said) {
    for (const { path, as, module } of uses) resolve(as === "*" ? [...path, "*"] : path, module, from);
    for (const { path, module } of paths) resolve(path, module, from);
    for (const name of calls) {
      const macro = macros.get(name);
      if (macro && macroUse.has(macro.path) && !own.some((one) => one.name === name)) take(from, macro.path, `${name}!`);
    }
  }
  return arrows;
}
