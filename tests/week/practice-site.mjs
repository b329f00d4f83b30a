// The appointment screen with another practice's patients in place of the samples.
import { join } from "node:path";
import { root } from "../../scripts/lib/run.mjs";
import { serveSite } from "../../scripts/site.mjs";
import { buildWatchedSite } from "../contract/watched-site.mjs";

const NOTHING_ELSE = { fees: {}, feesSource: "", interventions: [], templates: [], appointmentTypes: [] };

/** `inputs`: what the practice is made of. */
export function practiceSite(name, inputs, practice) {
  const folder = join(root, "target", `${name}-site`);
  const contents = `export const practice = ${JSON.stringify({ ...NOTHING_ELSE, ...practice })};`;
  const plugin = {
    name,
    setup(build) {
      build.onLoad({ filter: /demo[/\\]practice\.ts$/ }, () => ({ loader: "js", contents }));
    },
  };
  return {
    site: folder,
    build: () => buildWatchedSite({ folder, inputs, plugins: [plugin] }),
    serve: (port) => serveSite(folder, port),
  };
}
