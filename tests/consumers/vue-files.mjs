// Vue's own compiler for `.vue` files, as a plugin of esbuild: what a project's bundler does with them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const vueFiles = (folder) => ({
  name: "vue-files",
  setup(build) {
    const { compileScript, parse } = createRequire(join(folder, "index.js"))("vue/compiler-sfc");
    build.onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor, errors } = parse(readFileSync(path, "utf8"), { filename: path });
      if (errors.length) return { errors: errors.map(({ message }) => ({ text: message })) };
      const compilerOptions = { isCustomElement: (tag) => tag.startsWith("kx-") };
      const { content } = compileScript(descriptor, { id: "documented", inlineTemplate: true, templateOptions: { compilerOptions } });
      return { contents: content, loader: "ts", resolveDir: folder };
    });
  },
});
