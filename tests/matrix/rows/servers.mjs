// A page that is drawn on a server first, and by the browser again.
import assert from "node:assert/strict";
import { join } from "node:path";
import { copies, opened } from "../opened.mjs";
import { installInto, runIn, whileServed } from "../project.mjs";

export const SERVERS = {
  async sveltekit(row) {
    installInto(row, "sveltekit");
    await runIn(row, process.execPath, [join(row.installed, "vite", "bin", "vite.js"), "build"], { NODE_ENV: "production" });
    const { loaders, modules, bytes } = copies(join(row.folder, "build", "client"));
    assert.deepEqual({ loaders, modules }, { loaders: 1, modules: 0 }, "copies in what was built for the browser");
    await whileServed(
      () => [process.execPath, "build/index.js"],
      { cwd: row.folder },
      async (address) => {
        const html = await (await fetch(address)).text();
        assert.match(html, /Decided on the server: GP KX/);
        await opened(row.browser, address);
      },
    );
    return `on a server and in the browser, ${Math.round(bytes / 1000)} kB of JavaScript`;
  },
};
