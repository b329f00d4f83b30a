// The widgets in other people's pages: React, Vue, Angular and plain ones, built with the packed tarball and driven in a real browser.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alone, root, show } from "../lib/check.mjs";
import { snippetsOf } from "../lib/snippets.mjs";
import { build } from "../build.mjs";
import { ensureHeadless, ensurePackages } from "../lib/tools.mjs";

const source = join(root, "tests", "consumers");
const PAGES = [
  "plain.ts",
  "react.tsx",
  "react-wrapped.tsx",
  "vue.ts",
  "angular.ts",
  "documented-react.tsx",
  "documented-vue.ts",
  "documented-angular.ts",
  "documented-claims.tsx",
  "readme-react.tsx",
];

export const label = "the widgets in React, Vue, Angular and plain pages";
export async function run() {
  await build();
  await ensurePackages(join(root, "tests"), "what the tests need");
  await ensurePackages(source, "React, Vue and Angular for the tests");
  const chromium = await ensureHeadless();
  const work = mkdtempSync(join(tmpdir(), "kx-consumers-"));
  try {
    const packages = join(work, "node_modules");
    await unpackInto(work, packages);
    for (const name of readdirSync(source).filter((name) => /\.(ts|tsx|js|mjs)$|^(package|tsconfig|tsconfig\.testing)\.json$/.test(name)))
      cpSync(join(source, name), join(work, name));
    for (const page of ["frameworks.md", "testing.md"])
      for (const { name, text } of snippetsOf(readFileSync(join(root, "docs", page), "utf8"))) if (name) writeFileSync(join(work, name), text);
    const readme = snippetsOf(readFileSync(join(root, "README.md"), "utf8"));
    writeFileSync(join(work, "Kx.tsx"), readme.find(({ text }) => text.includes("export function Kx")).text);
    await show(join(root, "node_modules", ".bin", "tsc"), ["-p", join(work, "tsconfig.json")]);
    await show(join(root, "node_modules", ".bin", "tsc"), ["-p", join(work, "tsconfig.testing.json")]);
    await show(process.execPath, ["server.mjs"], { cwd: work });
    await show(join(source, "node_modules", ".bin", "vitest"), ["run", "--root", work], { cwd: work, env: { ...process.env, CHROMIUM: chromium } });
    await buildPages(work, join(work, "pages"));
    cpSync(join(packages, "kx-modifier", "dist"), join(work, "pages", "kx-modifier"), { recursive: true });
    cpSync(join(packages, "kx-modifier", "dist"), join(work, "pages", "kx-modifier", "dist"), { recursive: true });
    cpSync(join(source, "script-tag.js"), join(work, "pages", "script-tag.js"));
    cpSync(join(work, "treatment.spec.ts"), join(work, "pages", "treatment.spec.ts"));
    const plain = readme.find(({ lang, text }) => lang === "html" && text.includes('type="module"')).text;
    writeFileSync(join(work, "pages", "readme.html"), plain);
    await show(join(root, "tests", "node_modules", ".bin", "playwright"), ["test", "-c", "consumers/playwright.config.ts"], {
      cwd: join(root, "tests"),
      env: { ...process.env, CHROMIUM: chromium, KX_CONSUMERS: join(work, "pages") },
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The tarball unpacked beside the installed packages: what `npm install` would make, without the network. */
async function unpackInto(work, packages) {
  mkdirSync(join(packages, "kx-modifier"), { recursive: true });
  for (const name of readdirSync(join(source, "node_modules")).filter((name) => !name.startsWith(".")))
    symlinkSync(join(source, "node_modules", name), join(packages, name));
  // Two of it would not run each other's tests.
  symlinkSync(join(root, "tests", "node_modules", "@playwright"), join(packages, "@playwright"));
  await show("npm", ["pack", "--silent", "--pack-destination", work]);
  const tarball = readdirSync(work).find((name) => name.endsWith(".tgz"));
  await show("tar", ["-xzf", join(work, tarball), "-C", join(packages, "kx-modifier"), "--strip-components=1"]);
}

async function buildPages(work, outdir) {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: work,
    entryPoints: PAGES,
    outdir,
    bundle: true,
    format: "esm",
    target: "es2022",
    plugins: [(await import("../../tests/consumers/vue-files.mjs")).vueFiles(work)],
    // Templates are compiled in the page.
    alias: { vue: "vue/dist/vue.esm-bundler.js" },
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    logLevel: "warning",
  });
}

await alone(import.meta, run);
