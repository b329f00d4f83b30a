// Circles among files, and among the rooms that files lie in. An arrow goes from who uses to who is used.

/** Groups of nodes that reach each other, each in the order of its names (Tarjan). `arrows`: Map of a node to those it points to. */
export function circles(arrows) {
  const state = new Map();
  const stack = [];
  const found = [];
  const visit = (node) => {
    const own = { index: state.size, low: state.size, open: true };
    state.set(node, own);
    stack.push(node);
    for (const next of arrows.get(node) ?? []) {
      const there = state.get(next) ?? visit(next);
      if (there.open) own.low = Math.min(own.low, there.low);
    }
    if (own.low === own.index) {
      const group = stack.splice(stack.indexOf(node));
      for (const one of group) state.get(one).open = false;
      if (group.length > 1) found.push(group.sort());
    }
    return own;
  };
  for (const node of arrows.keys()) if (!state.has(node)) visit(node);
  return found.sort((one, other) => (one[0] < other[0] ? -1 : 1));
}

/**
 * Circles among what lies side by side in a folder: its files, and its folders each as a whole with all below them. Two files that are no
 * circle can make one of their folders.
 */
export function roomCircles(arrows) {
  const beside = new Map();
  for (const [from, targets] of arrows) {
    for (const to of targets) {
      const [one, other] = [from.split("/"), to.split("/")];
      const depth = one.findIndex((part, place) => part !== other[place]);
      if (depth < 0) continue;
      const folder = one.slice(0, depth).join("/");
      const rooms = beside.get(folder) ?? new Map();
      beside.set(folder, rooms);
      const room = one.slice(0, depth + 1).join("/");
      rooms.set(room, (rooms.get(room) ?? new Set()).add(other.slice(0, depth + 1).join("/")));
    }
  }
  // Where all are files it is the files' circle, and said already.
  return [...beside.values()].flatMap((rooms) => circles(rooms)).filter((group) => group.some((room) => !arrows.has(room)));
}

/** What makes a group a circle: its inner arrows, with the names that are taken where they are known. */
export function within(group, arrows) {
  const inside = (file) => group.find((room) => file === room || file.startsWith(`${room}/`));
  return [...arrows].flatMap(([from, targets]) =>
    [...targets].flatMap((entry) => {
      const [to, names] = Array.isArray(entry) ? entry : [entry, []];
      const [one, other] = [inside(from), inside(to)];
      return one === undefined || other === undefined || one === other ? [] : [`${from} → ${to}${names.size ? ` (${[...names].sort().join(", ")})` : ""}`];
    }),
  );
}
