// On a server the components are their tags, and nothing needs a DOM.
import assert from "node:assert/strict";
import { KxChip } from "kx-modifier/react";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

assert.equal(renderToString(createElement(KxChip, { line: "a", code: "97110", id: "chip", onKxApplied() {} })), '<kx-chip id="chip"></kx-chip>');
