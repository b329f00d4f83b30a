import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

// Two folders up are the packages.
export default { output: "export", outputFileTracingRoot: dirname(dirname(dirname(fileURLToPath(import.meta.url)))) };
