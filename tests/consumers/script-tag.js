// A page without a bundler: the file for plain pages and the default entry, by their addresses.
import init, { decide } from "/kx-modifier/index.js";
import "/kx-modifier/widgets/standalone.js";

await init();
document.body.innerHTML = `<kx-threshold></kx-threshold><kx-chip line="a" code="97110"></kx-chip><output></output>`;
const [panel, chip, output] = ["kx-threshold", "kx-chip", "output"].map((tag) => document.querySelector(tag));
let line = { code: "97110", modifiers: ["GP"] };
let otherUsed = "400.00";

function show() {
  const decision = decide({
    line,
    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    usage: { used: { "PT/SLP": "2080.00" }, otherUsed: { "PT/SLP": otherUsed } },
  });
  Object.assign(panel, { display: decision.thresholds["PT/SLP"], otherUsed });
  Object.assign(chip, { decision, declined: line.kxDeclined ?? null });
  output.textContent = `${decision.modifiers.join(" ")} ${line.kxDeclined ?? ""}`.trim();
}
const withKx = { code: "97110", modifiers: ["GP", "KX"] };
chip.addEventListener("kx-applied", () => {
  line = withKx;
  show();
});
chip.addEventListener("kx-removed", ({ detail }) => {
  line = { code: "97110", modifiers: ["GP"], kxDeclined: detail.reason };
  show();
});
chip.addEventListener("kx-restored", ({ detail }) => {
  line = detail.undone === "applied" ? { code: "97110", modifiers: ["GP"] } : withKx;
  show();
});
panel.addEventListener("kx-usage-changed", ({ detail }) => {
  otherUsed = detail.amount;
  show();
});
show();
