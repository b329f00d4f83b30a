// What the rooms of the crate may use of each other.

/** Each may use those before it. */
const LAYERS = ["ground", "visit", "account", "claims", "wall"];

const FRONT = "src/lib.rs";
const PACKED = /^src\/ground\/packed(\.rs|\/)/;
/** Shapes, the wall, what each function is told beside its request (it says sentences into answers), and lines of NDJSON: they are the shape of a list. */
const MAY_PACK = /^src\/(wall|ground\/packed|ground\/env|account\/bulk)(\.rs|\/)|\/shapes?\.rs$/;

const layerOf = (file) => LAYERS.indexOf(/^src\/([^/.]+)/.exec(file)?.[1]);

/** What is wrong with the arrows of the crate, one line each. `graph`: file → file → names. */
export function wrongArrows(graph) {
  const wrong = [...graph.keys()].filter((file) => file !== FRONT && layerOf(file) < 0).map((file) => `${file}: lies in none of ${LAYERS.join(", ")}`);
  for (const [from, targets] of graph) {
    for (const [to, names] of targets) {
      const why = (text) => wrong.push(`${from} → ${to} (${[...names].sort().join(", ")}): ${text}`);
      if (to === FRONT) why("the crate's front is for those outside it");
      else if (from !== FRONT && layerOf(from) >= 0 && layerOf(to) > layerOf(from)) why(`${LAYERS[layerOf(from)]} knows nothing of ${LAYERS[layerOf(to)]}`);
      if (PACKED.test(to) && !MAY_PACK.test(from) && from !== FRONT) why("only shapes and the wall read and write what crosses");
    }
  }
  return wrong;
}
