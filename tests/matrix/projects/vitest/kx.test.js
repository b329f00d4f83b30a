import "./counted.js";
import init, { decide } from "kx-modifier/visit";
import "kx-modifier/widgets/chip/define";
import { expect, test } from "vitest";
import { request } from "./request.js";

test("KX is on the line, and the chip can take it off", async () => {
  await init();
  const decision = decide(request);
  expect(decision.modifiers).toEqual(["GP", "KX"]);
  const chip = Object.assign(document.createElement("kx-chip"), { code: "97110", decision });
  document.body.append(chip);
  await chip.updateComplete;
  expect([...chip.shadowRoot.querySelectorAll("button")].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim())).toContain("Remove KX from 97110");
  expect(globalThis.litElementVersions).toHaveLength(1);
  expect(globalThis.compiledModules).toBe(1);
});
