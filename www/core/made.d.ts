// What the build makes from the Rust side.
declare module "#made/labels.js" {
  /** The rows of data/wording/en/ui.csv that are no labels of the widgets: id to text. */
  const labels: { readonly [id: string]: string };
  export default labels;
}
declare module "#made/ui-labels.js" {
  type Labels = { readonly [id: string]: string };
  /** The labels of the widgets: id to text. */
  const labels: Labels;
  export default labels;
  /** Those that few of them need. */
  export const denial: Labels;
  export const due: Labels;
  export const release: Labels;
  export const review: Labels;
  export const stake: Labels;
}
declare module "kx-modifier/wording/*" {
  import type { Wording } from "kx-modifier";
  /** The rows of a language of data/wording. */
  const wording: Wording & { readonly labels: { readonly [id: string]: string } };
  export default wording;
}
