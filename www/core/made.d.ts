// What the build makes from the Rust side.
declare module "#made/labels.js" {
  /** The rows of data/wording/en/ui.csv that are no labels of the widgets: id to text. */
  const labels: { readonly [id: string]: string };
  export default labels;
}
declare module "#made/ui-labels.js" {
  /** The labels of the widgets: id to text. */
  const labels: { readonly [id: string]: string };
  export default labels;
}
declare module "kx-modifier/wording/*" {
  import type { Wording } from "kx-modifier";
  /** The rows of a language of data/wording. */
  const wording: Wording & { readonly labels: { readonly [id: string]: string } };
  export default wording;
}
