// The widgets from the tarball in plain Node: importable without a DOM, every entry there, and the metadata true to the classes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const consumer = process.env.KX_CONSUMER;
assert.ok(consumer, "KX_CONSUMER names the project that has the tarball installed: run `node scripts/check/package.mjs`");
const require = createRequire(join(consumer, "index.js"));
const folder = join(consumer, "node_modules", "kx-modifier");
const source = new URL("../../www/widgets/", import.meta.url);
const names = readdirSync(source).filter((name) => name !== "shared" && existsSync(new URL(`${name}/element.ts`, source)));
const manifest = JSON.parse(readFileSync(join(folder, "dist", "custom-elements.json"), "utf8"));
const elements = manifest.modules.flatMap(({ path, declarations = [] }) =>
  declarations.filter(({ customElement, tagName }) => customElement && tagName).map((declaration) => ({ path, ...declaration })),
);

/** Sent by what all of them share. */
const FORM_EVENT = "kx-form-restored";
const { tokens } = await import(pathToFileURL(join(folder, "dist", "widgets", "index.js")));

const script = (text) =>
  execFileSync(process.execPath, ["--input-type=module", "-e", text], { cwd: consumer, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

test("every entry is imported in plain Node, and the one with all classes registers nothing", () => {
  assert.ok(names.length >= 11);
  assert.equal(
    script(`
    const { KxChip, KxThreshold, defineWidgets } = await import("kx-modifier/widgets");
    console.log(KxChip.name.length > 0, typeof defineWidgets, customElements.get("kx-chip"));
    for (const name of ${JSON.stringify(names)}) {
      const module = await import(\`kx-modifier/widgets/\${name}\`);
      if (Object.keys(module).length !== 1) throw new Error(name);
    }
    console.log(customElements.get("kx-threshold"));
    for (const name of ${JSON.stringify(names)}) await import(\`kx-modifier/widgets/\${name}/define\`);
    await import("kx-modifier/widgets/define");
    console.log(customElements.get("kx-threshold") === KxThreshold, customElements.get("kx-chip") === KxChip);
    await import("kx-modifier/widgets/jsx");
    console.log((await import("kx-modifier/labels/es")).default.locale);
  `),
    "true function undefined\nundefined\ntrue true\nes-US",
  );
});

test("tags of one's own, twice; a tag that is taken or none at all is refused and nothing is registered", () => {
  assert.equal(
    script(
      `
    import { defineWidgets, KxChip } from "kx-modifier/widgets";
    import { KxError } from "kx-modifier";
    customElements.define("foreign-thing", class extends HTMLElement {});
    for (const tags of [{ threshold: "foreign-thing" }, { threshold: "nohyphen" }, { treshold: "acme-threshold" }]) {
      try { defineWidgets(tags); } catch (error) { console.log(error instanceof KxError, error.code, error.path, error.help.length > 0, customElements.get("kx-chip")); }
    }
    defineWidgets({ chip: "acme-chip" });
    defineWidgets({ chip: "acme-chip" });
    defineWidgets();
    console.log(customElements.get("acme-chip") === KxChip, KxChip.isPrototypeOf(customElements.get("kx-chip")), customElements.get("kx-treatment") !== undefined);
  `.replaceAll("extends HTMLElement", "extends Object"),
    ),
    [
      "true tag-taken foreign-thing true undefined",
      "true tag-invalid nohyphen true undefined",
      "true unknown-field treshold true undefined",
      "true true true",
    ].join("\n"),
  );
});

test("the manifest describes every element: properties, events that are declared, parts and tokens", () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), names.map((name) => `kx-${name}`).sort());
  const declared = readFileSync(join(folder, "dist", "widgets", "shared", "events.d.ts"), "utf8");
  for (const { path, tagName, description, members = [], events = [], cssParts = [], cssProperties = [] } of elements) {
    assert.ok(existsSync(join(folder, path)), path);
    assert.ok(description, tagName);
    for (const { name, description } of members) assert.ok(description, `${tagName} ${name}`);
    for (const { name } of events) assert.ok(declared.includes(`"${name}"`), `${tagName} ${name}`);
    const text = readFileSync(new URL(`${tagName.slice(3)}/element.ts`, source), "utf8");
    for (const { name } of events)
      if (!["kx-treatment", "kx-flowsheet"].includes(tagName) && name !== FORM_EVENT) assert.ok(text.includes(`"${name}"`), `${tagName} sends ${name}`);
    assert.equal(
      events.some(({ name }) => name === FORM_EVENT),
      members.some(({ name }) => name === "formResetCallback" || name === "validationMessage"),
      `${tagName} takes part in forms and says so`,
    );
    if (tagName === "kx-wording") continue;
    assert.ok(cssParts.length > 0, tagName);
    assert.ok(
      cssProperties.some(({ name }) => name === "--kx-accent"),
      tagName,
    );
  }
  const webTypes = JSON.parse(readFileSync(join(folder, "dist", "web-types.json"), "utf8"));
  assert.deepEqual(webTypes.contributions.html.elements.map(({ name }) => name).sort(), elements.map(({ tagName }) => tagName).sort());
  const { customElements: named, "web-types": types } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  assert.ok(existsSync(join(folder, named)) && existsSync(join(folder, types)));
});

test("what a widget sends stands in its comment, which its React component is made of", () => {
  const sent = elements.flatMap(({ tagName, events = [] }) => {
    const folder = new URL(`${tagName.slice(3)}/`, source);
    const text = readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(new URL(name, folder), "utf8"))
      .join("\n");
    return [...text.matchAll(/\bsend\(\w+, "(kx-[a-z-]+)"/g)].map(([, name]) => ({ tagName, name, documented: events.some((event) => event.name === name) }));
  });
  assert.ok(sent.length >= 20, `${sent.length} events`);
  assert.deepEqual(
    sent.filter(({ documented }) => !documented),
    [],
  );
});

test("what the chip of a line sends is heard from the table that holds the line", () => {
  const events = (tag) => elements.find(({ tagName }) => tagName === tag).events.map(({ name }) => name);
  for (const table of ["kx-treatment", "kx-flowsheet"])
    assert.deepEqual(
      events("kx-chip").filter((name) => !events(table).includes(name)),
      [],
      table,
    );
});

test("the documented parts are those that the templates name", () => {
  const below = (folder) =>
    readdirSync(new URL(folder, source))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(new URL(`${folder}${name}`, source), "utf8"))
      .join("\n");
  const named = (text) =>
    [...text.matchAll(/(?:\s|")part="([a-z -]+)"/g)]
      .flatMap(([, list]) => list.split(" "))
      .concat([...text.matchAll(/exportparts="([^"]+)"/g)].flatMap(([, list]) => list.split(",").map((part) => part.split(":").at(-1).trim())));
  const shared = named(below("shared/") + below("line-table/"));
  for (const { tagName, cssParts = [] } of elements) {
    const own = named(below(`${tagName.slice(3)}/`));
    const documented = cssParts.map(({ name }) => name);
    for (const part of documented) assert.ok([...own, ...shared].includes(part), `${tagName}: no ${part}`);
    for (const part of own) assert.ok(documented.includes(part), `${tagName}: ${part} is not documented`);
  }
});

test("every widget is in each list: tags, React components, defineWidgets", () => {
  const tags = readFileSync(join(folder, "dist", "widgets", "made", "tags.d.ts"), "utf8");
  const react = readFileSync(join(folder, "dist", "widgets", "made", "react.d.ts"), "utf8");
  for (const name of names) assert.ok(tags.includes(`"kx-${name}"`) && react.includes(`"./react/${name}.js"`), name);
  assert.equal(
    script(
      `(await import("kx-modifier/widgets")).defineWidgets(); console.log(${JSON.stringify(names)}.filter((name) => !customElements.get("kx-" + name)).join());`,
    ),
    "",
  );
});

test("every documented token is one that the styles read", () => {
  const { cssText } = tokens;
  const read = [...cssText.matchAll(/var\((--kx-[a-z0-9-]+)/g)].map(([, name]) => name);
  const documented = elements.find(({ tagName }) => tagName === "kx-chip").cssProperties.map(({ name }) => name);
  assert.deepEqual([...new Set(documented)].sort(), [...new Set(read)].sort());
});

const STANDALONE = [join("desk", "standalone.js"), join("widgets", "standalone.js")];

test("the files for plain pages are imported on a server, which gets no globals of a page by it", () => {
  for (const name of STANDALONE)
    assert.equal(
      script(`
      const { KxChip, defineWidgets } = await import("kx-modifier/${name.replaceAll("\\", "/").slice(0, -3)}");
      defineWidgets();
      console.log(typeof KxChip, ["HTMLElement", "customElements", "document", "window"].filter((one) => one in globalThis).join());`),
      "function",
      name,
    );
});

test("components of React begin with what marks them for clients", () => {
  for (const path of ["react.js", ...names.map((name) => `react/${name}.js`)])
    assert.ok(readFileSync(join(folder, "dist", "widgets", path), "utf8").startsWith('"use client";'), path);
});

test("the import map names a file that is there for each entry of a page, and nothing stands in it twice with another Lit", () => {
  const { imports } = JSON.parse(readFileSync(join(folder, "dist", "import-map.json"), "utf8"));
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  for (const [name, path] of Object.entries(imports)) assert.ok(existsSync(join(folder, "..", path)), name);
  const wanted = Object.keys(exports).filter((entry) => exports[entry].default?.endsWith(".js") && !/^\.\/react|jsx$|\*/.test(entry));
  assert.deepEqual(
    wanted.map((entry) => `kx-modifier${entry.slice(1)}`).filter((name) => !imports[name]),
    [],
  );
  for (const name of names) assert.ok(imports[`kx-modifier/widgets/${name}/define`], name);
  for (const path of new Set(Object.values(imports))) {
    const text = readFileSync(join(folder, "..", path), "utf8");
    assert.ok(!/(?:from|import)"(?:lit|@lit)/.test(text), `${path} asks for a package`);
  }
});

test("Lit is not inside, except in the file for plain pages, which keeps its licence", () => {
  const files = readdirSync(join(folder, "dist"), { recursive: true }).filter((name) => name.endsWith(".js"));
  const withLit = files.filter((name) => readFileSync(join(folder, "dist", name), "utf8").includes("litElementVersions"));
  assert.deepEqual(withLit.sort(), STANDALONE);
  for (const name of STANDALONE) assert.match(readFileSync(join(folder, "dist", name), "utf8"), /lit-html[^*]*BSD 3-Clause License/);
  assert.ok(require.resolve("lit"));
});
