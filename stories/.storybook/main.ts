// How the stories are built. They see the package as its users do: by what package.json exports, from dist/.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StorybookConfig } from "@storybook/web-components-vite";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The exports of package.json as a bundler reads them; the first that fits is taken, as they are written. */
function entries(): { find: RegExp; replacement: string }[] {
  const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    name: string;
    exports: { [entry: string]: string | { default: string } };
  };
  return Object.entries(exports).map(([entry, target]) => ({
    find: new RegExp(`^${entry.replace(".", name).replaceAll(".", "\\.").replace("*", "([^/]+)")}$`),
    replacement: join(root, typeof target === "string" ? target : target.default).replace("*", "$1"),
  }));
}

const config: StorybookConfig = {
  framework: { name: "@storybook/web-components-vite", options: {} },
  stories: ["../elements/*.stories.ts"],
  // Nothing is sent and nothing is asked of the network, when building and when looking.
  core: { disableTelemetry: true, enableCrashReports: false, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  // A page without an icon asks for one.
  previewHead: (head) => `${head}<link rel="icon" href="data:,">`,
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      alias: entries(),
      // The stories and the elements have one Lit.
      dedupe: ["lit", "lit-html", "lit-element", "@lit/reactive-element"],
    },
    // Storybook's own parts are larger than Vite likes.
    // Browsers that know light-dark(): what it would be made of follows no theme that a script chooses.
    build: { ...vite.build, chunkSizeWarningLimit: 4000, cssTarget: ["chrome123", "firefox120", "safari17.5"] },
  }),
};

export default config;
