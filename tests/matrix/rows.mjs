// Every row of the matrix by its name: a function that installs the tarball somewhere, asserts KX on a line and one copy of each module,
// and gives what there is to say of it.
import { BROWSERS } from "./rows/browsers.mjs";
import { BUNDLERS } from "./rows/bundlers.mjs";
import { COMPILERS } from "./rows/compilers.mjs";
import { PAGES } from "./rows/pages.mjs";
import { RUNTIMES } from "./rows/runtimes.mjs";
import { SERVERS } from "./rows/servers.mjs";
import { TEST_RUNNERS } from "./rows/test-runners.mjs";

// What takes longest begins first, so that nothing long is left alone at the end.
export const ROWS = { ...BUNDLERS, ...SERVERS, ...BROWSERS, ...TEST_RUNNERS, ...RUNTIMES, ...COMPILERS, ...PAGES };
