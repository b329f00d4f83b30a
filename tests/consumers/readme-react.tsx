// The line of the README with a decision of its own in React: one that crosses the threshold by its amount.
import init from "kx-modifier";
import { createRoot } from "react-dom/client";
import { Kx } from "./Kx";

const root = document.body.appendChild(document.createElement("main"));
await init();
createRoot(root).render(
  <Kx
    request={{
      line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
      appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
      coverage: { program: "medicare-part-b" },
      usage: { used: { "PT/SLP": "2460.00" } },
    }}
  />,
);
