// The panel "Code": how a page uses the element, in four kinds of pages.
import * as React from "react";
import { AddonPanel, SyntaxHighlighter } from "storybook/internal/components";
import { addons, types, useParameter } from "storybook/manager-api";
import type { Code } from "../code/write.ts";

const PANEL = "kx-modifier/code";
const element = React.createElement;

function Panel() {
  const code = useParameter<Code | null>("code", null);
  const [wanted, want] = React.useState("Plain page");
  const shown = code?.find(({ page }) => page === wanted) ?? code?.[0];
  if (!code || !shown) return null;
  return element(
    React.Fragment,
    null,
    element(
      "div",
      { role: "group", "aria-label": "Kind of page", style: { display: "flex", gap: 8, padding: 12 } },
      ...code.map(({ page }) =>
        element(
          "button",
          {
            key: page,
            type: "button",
            "aria-pressed": page === shown.page,
            style: {
              padding: "4px 12px",
              borderRadius: 4,
              border: "1px solid currentColor",
              background: "none",
              color: "inherit",
              font: "inherit",
              fontWeight: page === shown.page ? 700 : 400,
              cursor: "pointer",
            },
            onClick: () => want(page),
          },
          page,
        ),
      ),
    ),
    element(SyntaxHighlighter, { language: shown.language, copyable: true, padded: true, format: false, children: shown.text }),
  );
}

addons.register(PANEL, () => {
  addons.add(PANEL, {
    type: types.PANEL,
    title: "Code",
    paramKey: "code",
    render: ({ active = false }) => element(AddonPanel, { active, children: element(Panel) }),
  });
});
addons.setConfig({ layout: { selectedPanel: PANEL, panelPosition: "bottom" } });
