// The code that stands beside the stories, as files: compiled here for React, Angular and Vue; the plain pages are left to be opened.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, show } from "./lib/run.mjs";
import { widgetNames } from "./widgets.mjs";

const frameworks = join(root, "tests", "consumers");

/** What the panel "Code" shows of each element. */
async function written(work) {
  const esbuild = await import("esbuild");
  const outfile = join(work, "write.mjs");
  await esbuild.build({
    entryPoints: [join(root, "stories", "code", "write.ts")],
    outfile,
    bundle: true,
    format: "esm",
    logLevel: "warning",
    alias: { "kx-modifier/custom-elements.json": join(root, "dist", "custom-elements.json") },
  });
  const { codeOf } = await import(pathToFileURL(outfile));
  return widgetNames().map((name) => ({ name, code: Object.fromEntries(codeOf(name).map(({ page, text }) => [page, text])) }));
}

/** A single-file component as a module. */
function compiled(text, name) {
  const { parse, compileScript } = createRequire(join(frameworks, "package.json"))("vue/compiler-sfc");
  const { descriptor, errors } = parse(text, { filename: `${name}.vue` });
  if (errors.length) throw errors[0];
  const compilerOptions = { isCustomElement: (tag) => tag.startsWith("kx-") };
  return compileScript(descriptor, { id: name, inlineTemplate: true, templateOptions: { compilerOptions } }).content;
}

/** Gives `body` a folder with NAME.html for each element and the package beside them, once all the other code has been compiled. */
export async function withCode(body) {
  const work = mkdtempSync(join(tmpdir(), "kx-code-"));
  try {
    const packages = join(work, "node_modules");
    mkdirSync(packages);
    for (const name of readdirSync(join(frameworks, "node_modules")).filter((name) => !name.startsWith(".")))
      symlinkSync(join(frameworks, "node_modules", name), join(packages, name));
    for (const copy of [join(packages, "kx-modifier"), join(work, "pages", "kx-modifier")]) {
      cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
      cpSync(join(root, "package.json"), join(copy, "package.json"));
    }
    const entries = (await written(work)).flatMap(({ name, code }) => {
      writeFileSync(
        join(work, "pages", `${name}.html`),
        `<!doctype html>\n<html lang="en">\n<title>${name}</title>\n<link rel="icon" href="data:,">\n${code["Plain page"]}\n</html>\n`,
      );
      const files = { [`${name}.react.tsx`]: code.React, [`${name}.angular.ts`]: code.Angular, [`${name}.vue.ts`]: compiled(code.Vue, name) };
      for (const [file, text] of Object.entries(files)) writeFileSync(join(work, file), text);
      return Object.keys(files);
    });
    cpSync(join(frameworks, "tsconfig.json"), join(work, "consumers.json"));
    // What Vue's compiler writes has no types of its own; it is bundled below.
    writeFileSync(join(work, "tsconfig.json"), JSON.stringify({ extends: "./consumers.json", include: ["*.react.tsx", "*.angular.ts"] }));
    await show(join(root, "node_modules", ".bin", "tsc"), ["-p", join(work, "tsconfig.json")]);
    const esbuild = await import("esbuild");
    await esbuild.build({
      absWorkingDir: work,
      entryPoints: entries,
      outdir: join(work, "bundled"),
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      write: false,
      logLevel: "warning",
    });
    await body(join(work, "pages"));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
