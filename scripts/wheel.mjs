// `npm run wheel`: the Python wheels of a release, kept in target/wheels or in a folder that is named, and how to install them.
import { join, relative, resolve } from "node:path";
import { main, root } from "./lib/run.mjs";
import { ensureNodeAndRust, ensurePython } from "./lib/tools.mjs";
import { buildJobs, buildWheel, WHEEL, WHEEL_LABEL } from "./lib/wheel.mjs";

await main(async () => {
  const folder = process.argv[2] ? resolve(process.argv[2]) : join(root, "target", "wheels");
  ensureNodeAndRust();
  const python = await ensurePython(WHEEL, WHEEL_LABEL);
  const [wheel, jobs] = [await buildWheel(python, folder), await buildJobs(python, folder)].map((path) => relative(process.cwd(), path));
  console.log(`\npip install ${wheel}`);
  console.log(`pip install '${wheel}[arrow]'   # with Arrow columns`);
  console.log(`pip install ${wheel} ${jobs}   # with the Spark jobs`);
});
