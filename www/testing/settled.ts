// When widgets, and the host that answers them, have drawn.
import { elementsIn, isDrawn, type Container } from "./tree.js";

// As they were when this was imported: a test may put clocks of its own in their place later.
const later = globalThis.setTimeout;
export const now: () => number = performance.now.bind(performance);

/** A turn of the event loop: what a host does behind an event is done, too. */
export const turn = (delay = 0): Promise<void> =>
  new Promise((resolve) => {
    later(resolve, delay);
  });

/** So often may drawing bring about more drawing: widgets inside widgets take two or three. */
const ROUNDS = 50;

/** Waits until every widget in the container has drawn: what the host did in answer to an event included, if it did so within a turn of the
 *  event loop. Fake timers do not matter.
 *  @example
 *  const chip = getChip(document, { id: "a" });
 *  chip.decision = fixtures.overThreshold.decision;
 *  await settled();
 *  textOf(getByShadowRole(chip, "button", { name: /^Remove KX/ })); // "Remove KX from 97110" */
export async function settled(container: Container = document): Promise<void> {
  let pending = pendingIn(container);
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(pending.map(({ updateComplete }) => updateComplete));
    await turn();
    pending = pendingIn(container);
    if (pending.length === 0) return;
  }
  throw new Error(
    `still drawing after ${ROUNDS} rounds: ${[...new Set(pending.map(({ localName }) => `<${localName}>`))].join(", ")}. Does the host set a property at each update?`,
  );
}

const pendingIn = (container: Container) =>
  elementsIn(container)
    .filter(isDrawn)
    .filter(({ isUpdatePending }) => isUpdatePending);
