// A plain page: tags, properties and events.
import "kx-modifier/widgets/define";
import { applied, ready, removed, restored, said, shown, START } from "./host.js";

await ready;
document.body.innerHTML = `<kx-threshold></kx-threshold><kx-chip line="a" code="97110"></kx-chip><output></output>`;

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`the page has lost its ${tag}`);
  return found;
}
const [panel, chip, output] = [element("kx-threshold"), element("kx-chip"), element("output")];
let [line, otherUsed] = [START, "400.00"];

function show(): void {
  const now = shown(line, otherUsed);
  panel.display = now.bucket;
  panel.otherUsed = otherUsed;
  chip.decision = now.decision;
  chip.declined = line.kxDeclined;
  output.textContent = said(now);
}
document.addEventListener("kx-applied", () => {
  line = applied();
  show();
});
chip.addEventListener("kx-removed", ({ detail }) => {
  line = removed(detail);
  show();
});
chip.addEventListener("kx-restored", ({ detail }) => {
  line = restored(detail);
  show();
});
panel.addEventListener("kx-usage-changed", ({ detail }) => {
  otherUsed = detail.amount;
  show();
});
show();
