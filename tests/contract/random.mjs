// What the generators of bad requests share.
export { makeRng } from "../reading/random.mjs";

export const chance = (rng, p) => rng() < p;
export const int = (rng, from, to) => from + Math.floor(rng() * (to - from + 1));
export const pick = (rng, list) => list[Math.floor(rng() * list.length)];
export const shuffle = (rng, list) =>
  list
    .map((one) => [rng(), one])
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one);

/** FNV-1a: a seed for each request by its name, so that adding requests to one kind moves no others. */
export function seedOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
/** Gives an object a field now and then. */
export const maybe = (rng, p, object, key, make) => {
  if (chance(rng, p)) object[key] = make();
};
