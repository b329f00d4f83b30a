// The line of the first page: an amount used elsewhere is typed, and the package says what that means for KX.
import init, { decide, KxError } from "kx-modifier";
import "kx-modifier/widgets/chip/define";
import "kx-modifier/widgets/threshold/define";

const place = document.getElementById("live") as HTMLElement;
const threshold = document.createElement("kx-threshold");
const chip = document.createElement("kx-chip");
let modifiers = ["GP"];
let declined: string | null = null;
let otherUsed = "400.00";

const asked = (other: string) =>
  decide({
    line: { code: "97110", modifiers, allowed: "31.40", ...(declined !== null && { kxDeclined: declined }) },
    appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
    coverage: { program: "medicare-part-b" },
    preferences: { autoApplyKx: true },
    usage: { used: { "PT/SLP": "2090.00" }, otherUsed: { "PT/SLP": other || "0.00" } },
  });

function show(): void {
  const decision = asked(otherUsed);
  threshold.display = decision.thresholds?.["PT/SLP"] ?? null;
  threshold.otherUsed = otherUsed;
  threshold.refusal = null;
  chip.decision = decision;
  chip.declined = declined;
}

threshold.addEventListener("kx-usage-changed", ({ detail }) => {
  try {
    asked(detail.amount);
    otherUsed = detail.amount;
    show();
  } catch (error) {
    if (!(error instanceof KxError)) throw error;
    threshold.refusal = { text: detail.amount, code: error.code };
  }
});
const takes = (next: string[], why: string | null) => {
  modifiers = next.filter((modifier) => modifier !== "KX" || why !== null);
  declined = why;
  show();
};
chip.addEventListener("kx-applied", () => takes(modifiers, null));
chip.addEventListener("kx-removed", ({ detail }) => takes(detail.modifiers, detail.reason));
chip.addEventListener("kx-restored", ({ detail }) => takes(detail.modifiers, null));

await init();
chip.line = "1";
chip.code = "97110";
const line = document.createElement("div");
const name = document.createElement("p");
const title = document.createElement("h2");
const hint = document.createElement("p");
line.className = "card line";
name.textContent = "97110 · therapeutic exercise · GP · $31.40";
hint.className = "quiet-text";
title.textContent = "Try it: the package runs in this page";
hint.textContent = "Change the amount used elsewhere to 300.00: the line then needs no KX.";
line.append(name, chip);
show();
place.replaceChildren(title, threshold, line, hint);
