// Contenders take turns: in each round every one runs for a slice, so that whatever else the machine does hits all alike. A ratio is the
// median over the rounds of what was measured in the same round.
export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/**
 * `contenders`: by name, something with `run(): Promise<{ ns } | { failed }>`. Answers what each took in each round; one that fails is out,
 * with the reason.
 */
export async function interleave(contenders, rounds, progress = () => {}) {
  const times = {},
    failed = {};
  const names = Object.keys(contenders);
  for (const name of names) times[name] = [];
  for (let round = 0; round < rounds; round++) {
    progress(round + 1, rounds);
    // Each round begins with another one, so that nobody always runs behind the same neighbour.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      if (failed[name]) continue;
      const { ns, failed: why } = await contenders[name].run();
      if (why !== undefined) failed[name] = why;
      else times[name].push(ns);
    }
  }
  for (const name of Object.keys(failed)) delete times[name];
  return { times, failed };
}

export const ratio = (times, base) => median(times.map((time, round) => time / base[round]));
