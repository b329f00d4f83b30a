export const request = {
  line: { code: "97110", modifiers: ["GP"] },
  appointment: { date: "2026-07-01", renderingProvider: { discipline: "PT" } },
  coverage: { program: "medicare-part-b" },
  preferences: { autoApplyKx: true },
  usage: { used: { "PT/SLP": "2480.00" } },
};
