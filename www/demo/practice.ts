// The made-up practice of the page: its patients, fees, interventions, templates and sample files.
import type { Practice } from "kx-modifier/desk";
import { crowd } from "./crowd.js";
import { fees } from "./fees.js";
import { interventions } from "./interventions.js";
import { charts } from "./samples.js";
import { assignees } from "./therapists.js";
import { word } from "./words.js";

const types = ["Physical therapy follow-up", "Occupational therapy follow-up", "Speech therapy follow-up"];

export const practice: Practice = {
  charts,
  others: crowd,
  today: "2026-09-14",
  assignees,
  // A made-up NPI: the one of the sample feed that is this practice's.
  ours: ["1234567893"],
  fees,
  get feesSource() {
    return word("fees");
  },
  interventions,
  templates: [
    {
      id: "template-1",
      name: "Follow-up note",
      questions: [
        {
          id: "question-1",
          label: "Assessment",
          traits: [
            { name: "Medical necessity", prompt: "Explain why today's services needed a therapist's skill.", onlyIfMedicareReached: true },
            { name: "Progress", prompt: "Summarize measured progress since the last report.", onlyIfMedicareReached: false },
          ],
        },
      ],
    },
  ],
  appointmentTypes: types.map((name, place) => ({ id: `type-${place + 1}`, name, templates: place === 0 ? ["template-1"] : [] })),
  sampleFiles: ({ date }) => {
    const year = date.slice(0, 4);
    // Their dates are what they are, whichever years are known.
    if (year !== "2025" && year !== "2026") return [];
    return [
      { name: `eligibility-${year}.271`, label: word("eligibility") },
      { name: `remittance-${year}.835`, label: word("remittance") },
      { name: `claims-${year}.837`, label: word("claims") },
      ...(year === "2026"
        ? [
            { name: "pverify-2026.json", label: word("pverify") },
            { name: "feed-2026.ndjson", label: word("feed") },
          ]
        : []),
    ];
  },
  samplePeers: "sample-peers.json",
  readSample: async (name) => (await fetch(name === "sample-peers.json" ? name : `samples-x12/${name}`)).text(),
};
