// Random numbers that are the same on every machine and in every run: contenders are to be given the same cases, and so are two runs.

/** Mulberry32: small, quick, and even enough for cases. */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return { next, whole, pick: (list) => list[Math.floor(next() * list.length)], chance: (share) => next() < share };
}

/** Cents as the text that requests carry. */
export const money = (cents) => `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;

export const dateIn = ({ whole }, year) => `${year}-${String(whole(1, 12)).padStart(2, "0")}-${String(whole(1, 28)).padStart(2, "0")}`;
