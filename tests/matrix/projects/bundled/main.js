// The same page for each bundler: KX on a line by the recipe's `ready`, and a chip that shows it.
import { decide } from "kx-modifier/visit/url";
import "kx-modifier/widgets/chip/define";
import { ready } from "./kx.js";

const output = document.body.appendChild(document.createElement("output"));
ready.then(
  () => {
    const decision = decide({
      line: { code: "97110", modifiers: ["GP"] },
      appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
      coverage: { program: "medicare-part-b" },
      preferences: { autoApplyKx: true },
      usage: { used: { "PT/SLP": "2480.00" } },
    });
    const chip = document.body.appendChild(document.createElement("kx-chip"));
    Object.assign(chip, { code: "97110", decision });
    output.textContent = decision.modifiers.join(" ");
  },
  ({ code, message, help }) => {
    output.textContent = `${code}: ${message}; ${help}`;
  },
);
