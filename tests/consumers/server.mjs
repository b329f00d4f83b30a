// On a server the components are their tags, and nothing needs a DOM.
import assert from "node:assert/strict";
import { KxChip } from "kx-modifier/react/chip";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

assert.equal(renderToString(createElement(KxChip, { line: "a", code: "97110", id: "chip", onKxApplied() {} })), '<kx-chip id="chip"></kx-chip>');

// One component brings one element; out of the whole it is the same one.
assert.deepEqual([customElements.get("kx-chip") !== undefined, customElements.get("kx-threshold")], [true, undefined]);
const all = await import("kx-modifier/react");
assert.equal(all.KxChip, KxChip);
for (const [name, component] of Object.entries(all)) assert.equal(component.displayName, name);
