// The small form of the playground: each field by where it stands in the request.
export const FIELDS = [
  { id: "f-code", label: "Code", path: ["line", "code"] },
  { id: "f-modifiers", label: "Modifiers", path: ["line", "modifiers"], kind: "list", placeholder: "GP 59" },
  { id: "f-allowed", label: "Allowed amount ($)", path: ["line", "allowed"], kind: "money" },
  { id: "f-date", label: "Date of service", path: ["appointment", "date"], kind: "day", placeholder: "2026-07-01" },
  {
    id: "f-discipline",
    label: "Rendering provider",
    path: ["appointment", "renderingProvider", "discipline"],
    options: [
      ["", "Not given"],
      ["PT", "PT"],
      ["PTA", "PTA"],
      ["OT", "OT"],
      ["OTA", "OTA"],
      ["SLP", "SLP"],
    ],
  },
  {
    id: "f-program",
    label: "Coverage",
    path: ["coverage", "program"],
    options: [
      ["medicare-part-b", "Medicare Part B"],
      ["medicare-advantage", "Medicare Advantage"],
      ["other", "Other"],
    ],
  },
  { id: "f-used-pt", label: "PT/SLP used here ($)", path: ["usage", "used", "PT/SLP"], kind: "money" },
  { id: "f-other-pt", label: "PT/SLP used elsewhere ($)", path: ["usage", "otherUsed", "PT/SLP"], kind: "money" },
  { id: "f-used-ot", label: "OT used here ($)", path: ["usage", "used", "OT"], kind: "money" },
  { id: "f-other-ot", label: "OT used elsewhere ($)", path: ["usage", "otherUsed", "OT"], kind: "money" },
  { id: "f-auto", label: "Add KX by itself (auto-apply)", path: ["preferences", "autoApplyKx"], kind: "flag" },
];
