// The made-up practice of the page: its patients, fees, interventions, templates and sample files.
import type { Practice } from "kx-modifier/desk";
import { crowd } from "./crowd.js";
import { fees } from "./fees.js";
import { interventions } from "./interventions.js";
import { charts } from "./samples.js";
import { assignees } from "./therapists.js";
import { word } from "./words.js";

const TYPES = ["type.pt", "type.ot", "type.slp"] as const;

const PEERS = "sample-peers.json";

/** All that is made up has happened by then. */
const TODAY = "2026-09-14";

export const practice: Practice = {
  charts,
  others: crowd,
  today: TODAY,
  location: "Sample Clinic North",
  get releasedBy() {
    return `Sam Sample, ${word("billing")}`;
  },
  get assignees() {
    return assignees();
  },
  get addRules() {
    return { href: "#preferences", words: word("add-amounts") };
  },
  // A made-up NPI: the one of the sample feed that is this practice's.
  ours: ["1234567893"],
  fees,
  get feesSource() {
    return word("fees");
  },
  interventions,
  get templates() {
    return [
      {
        id: "template-1",
        name: word("template.name"),
        questions: [
          {
            id: "question-1",
            label: word("template.question"),
            traits: [
              { name: word("template.necessity"), prompt: word("template.necessity-prompt"), onlyIfMedicareReached: true },
              { name: word("template.progress"), prompt: word("template.progress-prompt"), onlyIfMedicareReached: false },
            ],
          },
        ],
      },
    ];
  },
  get appointmentTypes() {
    return TYPES.map((type, place) => ({ id: `type-${place + 1}`, name: word(type), templates: place === 0 ? ["template-1"] : [] }));
  },
  sampleFiles: ({ date }) => {
    const year = date.slice(0, 4);
    // Their dates are what they are, whichever years are known.
    if (year !== "2025" && year !== "2026") return [];
    return [
      { name: `eligibility-${year}.271`, label: word("eligibility") },
      { name: `remittance-${year}.835`, label: word("remittance") },
      { name: `claims-${year}.837`, label: word("claims-837") },
      ...(year === "2026"
        ? [
            { name: "denials-2026.835", label: word("denials") },
            { name: "pverify-2026.json", label: word("pverify") },
            { name: "feed-2026.ndjson", label: word("feed") },
          ]
        : []),
    ];
  },
  samplePeers: PEERS,
  readSample: async (name) => {
    if (name !== PEERS) return (await fetch(`samples-x12/${name}`)).text();
    const text = await (await fetch(name)).text();
    return text.replace("Sample state", word("peers.state")).replace("Sample jurisdiction", word("peers.jurisdiction"));
  },
};
