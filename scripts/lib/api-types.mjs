// What the declarations of the package's entries say, as API Extractor reports it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, Stop } from "./run.mjs";

/** Each report and its entry. `kx-modifier/url` has the declarations of the whole, `visit` a part of them: `names.txt` has which. */
const ENTRIES = {
  core: "index",
  fhir: "interop/fhir",
  "cds-hooks": "interop/cds-hooks",
  desk: "desk/index",
  widgets: "widgets/index",
  jsx: "widgets/jsx",
  react: "widgets/react",
  testing: "testing/index",
};
/** Made of the classes that `widgets` reports. */
const OVER_CLASSES = new Set(["jsx", "react"]);

/** File and text of each report. */
export function typeReports() {
  const { Extractor, ExtractorConfig } = createRequire(join(root, "tests", "package.json"))("@microsoft/api-extractor");
  mkdirSync(join(root, "target"), { recursive: true });
  const folder = mkdtempSync(join(root, "target", "api-"));
  const quiet = { default: { logLevel: "none" } };
  const report = ([name, entry]) => {
    const file = join(root, "dist", `${entry}.d.ts`);
    const compilerOptions = { target: "es2022", module: "nodenext", lib: ["es2022", "dom", "dom.iterable"], types: [], strict: true, skipLibCheck: true };
    const config = ExtractorConfig.prepare({
      packageJsonFullPath: join(root, "package.json"),
      configObject: {
        projectFolder: root,
        mainEntryPointFilePath: file,
        newlineKind: "lf",
        compiler: { overrideTsconfig: { compilerOptions, files: [file] } },
        apiReport: {
          enabled: true,
          reportFileName: name,
          reportFolder: `${folder}/`,
          reportTempFolder: `${folder}/`,
          includeForgottenExports: !OVER_CLASSES.has(name),
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: { compilerMessageReporting: quiet, extractorMessageReporting: quiet, tsdocMessageReporting: quiet },
      },
    });
    const said = [];
    const { succeeded } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === "error") said.push(message.text);
        message.handled = true;
      },
    });
    if (!succeeded) throw new Stop(`API Extractor cannot read ${entry}.d.ts:\n${said.join("\n")}`);
    return [`${name}.api.md`, readFileSync(join(folder, `${name}.api.md`), "utf8")];
  };
  try {
    return Object.fromEntries(Object.entries(ENTRIES).map(report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
