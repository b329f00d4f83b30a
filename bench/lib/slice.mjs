// What is timed: whole passes over all cases, so that every slice of a contender has the same work, whoever's turn it is. Shared by Node
// and the page.
let sink = 0;

/** Uses what was answered, so that no compiler leaves the work out. */
export function use(answer) {
  sink ^= answer?.tooltip?.length ?? answer?.length ?? 1;
  return sink;
}

/** One call an item. */
export const each = (items, run) => ({
  items,
  pass() {
    for (let i = 0; i < items; i++) use(run(i));
  },
});
export const eachAwaited = (items, run) => ({
  items,
  async pass() {
    for (let i = 0; i < items; i++) use(await run(i));
  },
});
/** One call for all items. */
export const whole = (items, run) => ({
  items,
  pass() {
    use(run());
  },
});

/**
 * Milliseconds of work that this process has done. On a machine that others use too, the time on the wall also tells how long they ran in
 * between: a contender with a long pass would pay for them, and one with a short pass would not. A page knows the wall only.
 */
const worked = globalThis.process?.cpuUsage
  ? () => {
      const { user, system } = globalThis.process.cpuUsage();
      return (user + system) / 1000;
    }
  : () => performance.now();

/** Nanoseconds an item, over whole passes that take at least so long. */
export async function slice({ items, pass }, milliseconds) {
  let passes = 0,
    elapsed = 0;
  const started = worked();
  do {
    const waiting = pass();
    // Awaiting where nothing is to be waited for would be timed as well.
    if (waiting !== undefined) await waiting;
    passes += 1;
    elapsed = worked() - started;
  } while (elapsed < milliseconds);
  return (elapsed * 1e6) / (passes * items);
}
