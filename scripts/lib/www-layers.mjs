// What the folders of www/ may import, for dependency-cruiser: the types that a file names count as what it runs.
const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const CORE_ENTRY = "^www/core/(index|url|visit|interop/fhir)\\.d\\.ts$";
const NETWORK = "^(node:)?(http|https|http2|net|tls|dgram|child_process)$";
const TYPES = ["type-only"];

export default {
  forbidden: [
    never("circle", "no file needs another that needs it", {}, { circular: true }),
    never("core", "the loader knows no widget, no desk and no command line", { path: "^www/core/" }, { path: "^www/(?!core/)" }),
    never("core-interop", "the package without FHIR knows nothing of it", { path: "^www/core/[^/]+$" }, { path: "^www/core/interop/" }),
    never(
      "interop",
      "interop maps: it loads no module",
      { path: "^www/core/interop/" },
      {
        pathNot: ["^www/core/interop/", "^www/core/error\\.ts$", "^(#made|target/package)/labels\\.(js|d\\.ts)$", "^@medplum/fhirtypes$"],
        dependencyTypesNot: TYPES,
      },
    ),
    never(
      "cli",
      "the command line knows the package's entry and what Node has",
      { path: "^www/cli/" },
      { pathNot: ["^www/cli/", CORE_ENTRY, "node_modules/string-width/"], dependencyTypesNot: ["core"] },
    ),
    never("cli-network", "the command line sends nothing", { path: "^www/cli/" }, { path: NETWORK }),
    never(
      "widgets",
      "a widget knows properties in and events out",
      { path: "^www/widgets/" },
      { path: "^www/(?!widgets/|core/error\\.ts$)", dependencyTypesNot: TYPES },
    ),
    never(
      "widgets-types",
      "of the core a widget knows what the entry declares",
      { path: "^www/widgets/" },
      { path: "^www/(?!widgets/|core/error\\.ts$)", pathNot: CORE_ENTRY },
    ),
    never(
      "desk",
      "a desk knows the widgets, and is given the functions that it calls",
      { path: "^www/desk/" },
      { path: "^www/(?!desk/|widgets/)", dependencyTypesNot: TYPES },
    ),
    never("desk-types", "of the core a desk knows what the entry declares", { path: "^www/desk/" }, { path: "^www/(?!desk/|widgets/)", pathNot: CORE_ENTRY }),
    never(
      "testing",
      "what finds things for a host's tests needs no widget and no test library",
      { path: "^www/testing/" },
      { pathNot: ["^www/testing/", CORE_ENTRY] },
    ),
    never("demo", "the page uses the package's entries, as any host does", { path: "^www/demo/" }, { path: "^www/(?!demo/)", dependencyTypesNot: ["aliased"] }),
    // `./index.js` is index.d.ts to TypeScript wherever there is one, and the sources behind it to who runs it.
    never(
      "declared",
      "who runs something takes it from the file that makes it",
      { path: "\\.ts$", pathNot: "\\.d\\.ts$" },
      { path: "^www/.*\\.d\\.ts$", dependencyTypesNot: ["type-only", "aliased"] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    webpackConfig: { fileName: "scripts/lib/www-resolve.cjs" },
    doNotFollow: { path: "node_modules" },
  },
};
