// Files that are no X12: pVerify's eligibility response, and CMS's claims feeds.
import type { ReadPatient, UsageEntry } from "kx-modifier";
import type { FeedLine } from "../widgets/import/model.js";
import type { Practice } from "./chart.js";
import type { Functions } from "./functions.js";
import type { Text } from "./text.js";

/** X12 begins with its own letters; JSON, and each of its lines, with a bracket. */
export const isJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

const NONE = { amounts: [], entries: [], claims: [], unread: [] };

/** Null where it is neither, or nothing reads it. */
export function readJson(kx: Functions, { ours = [] }: Practice, text: string): Text | null {
  const value = parsed(text);
  if (typeof value === "object" && value !== null && "MedicareInfoSummary" in value) {
    if (!kx.amountsFromPverify) return null;
    // Whose it is, is for a person to say, and so is the day of the check.
    return { ...NONE, identity: { kind: "pverify", message: "", date: null, patients: [{ name: "", memberId: null, positions: [0, 1] }] }, response: value };
  }
  if (!kx.readExplanationsOfBenefit || ours.length === 0) return null;
  const { lines, asOf, unread } = kx.readExplanationsOfBenefit(text, { ours: [...ours] });
  const feed = lines.map(({ whose, provider, entry }): FeedLine & { entry: UsageEntry } => ({ whose, provider: provider.name || (provider.npi ?? ""), entry }));
  return {
    ...NONE,
    identity: { kind: "eob", message: "", date: asOf, patients: patientsOf(lines.map(({ entry }) => entry.patient)) },
    feed,
    unread: unread.map(({ path, reason }) => ({ segment: path, reason })),
  };
}

function patientsOf(whose: readonly ReadPatient[]): Text["identity"]["patients"] {
  const patients = new Map<string, ReadPatient & { positions: number[] }>();
  whose.forEach((patient, position) => {
    const key = JSON.stringify(patient);
    const known = patients.get(key);
    if (known) known.positions.push(position);
    else patients.set(key, { ...patient, positions: [position] });
  });
  return [...patients.values()];
}
