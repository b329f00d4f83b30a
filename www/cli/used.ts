// read-pverify and read-eob: what was used, from eligibility as JSON and from CMS's claims feeds.
import { amountsFromPverify, identifyX12, KxError, otherUsedFromEligibility, readEligibility271, type EligibilityAmount, type ReadPatient } from "kx-modifier";
import { readExplanationsOfBenefit } from "kx-modifier/fhir";
import { BadFile } from "./complaint.js";
import { nameOf, parseJson, x12Text } from "./input.js";
import type { FileCommand } from "./run.js";
import { left } from "./x12.js";

type Pverify = ReturnType<typeof amountsFromPverify>;

export const pverify = (checked: string): FileCommand<Pverify> => ({
  read: (text, file) => amountsFromPverify({ response: parseJson(file, Buffer.from(text)) as object, checked }),
  isFinding: ({ unread }) => unread.length > 0,
  view: {
    columns: [{ head: "threshold" }, { head: "reported as" }, { head: "amount", right: true }, { head: "from" }, { head: "to" }],
    rows: ({ amounts }) => amounts.map((one) => [one.serviceType, one.kind, one.amount, one.from ?? "", one.to ?? ""]),
    below: ({ unread }) => left("not read", unread),
  },
});

type Lines = ReturnType<typeof readExplanationsOfBenefit>;
type Answer = ReturnType<typeof otherUsedFromEligibility>;
interface Feed extends Lines {
  /** By patient and year: what other providers used, and by what. `asOf`: the newest day of the lines, or the figures' day. */
  usedElsewhere: ({ patient: ReadPatient; year: number; asOf: string } & Pick<Answer, "otherUsed" | "elsewhere" | "notices">)[];
}

/** Medicare's own figures and the day of each, by member ID. */
export type Figures = ReadonlyMap<string, { amount: EligibilityAmount; day: string }[]>;

const plainId = (id: string | null): string | null => id?.replace(/[-\s]/g, "").toUpperCase() ?? null;

export async function figuresOf(files: readonly string[]): Promise<Figures> {
  const figures = new Map<string, { amount: EligibilityAmount; day: string }[]>();
  for (const file of files) {
    try {
      const text = await x12Text(file, null);
      const { date } = identifyX12(text);
      for (const amount of readEligibility271(text).amounts) {
        const id = plainId(amount.patient.memberId);
        if (id !== null && date !== null) figures.set(id, [...(figures.get(id) ?? []), { amount, day: date }]);
      }
    } catch (error) {
      throw error instanceof KxError ? new BadFile(nameOf(file), error) : error;
    }
  }
  return figures;
}

/** A line that is no therapy is no finding: a feed has the whole of a patient's care. */
const isTherapy = ({ reason }: { reason: string }): boolean => reason !== "the line needs exactly one of GP, GO or GN";

export const feed = (ours: readonly string[], figures: Figures): FileCommand<Feed> => ({
  read: (text) => {
    const read = readExplanationsOfBenefit(text, { ours: [...ours] });
    return { ...read, usedElsewhere: usedElsewhere(read, figures) };
  },
  isFinding: ({ unread, usedElsewhere }) => unread.some(isTherapy) || usedElsewhere.some(({ notices }) => notices.some(({ severity }) => severity !== "info")),
  view: {
    columns: [
      { head: "whose" },
      { head: "billing NPI" },
      { head: "patient" },
      { head: "date" },
      { head: "code" },
      { head: "modifiers" },
      { head: "threshold" },
      { head: "allowed", right: true },
      { head: "status" },
    ],
    rows: ({ lines }) =>
      lines.map(({ whose, provider, entry }) => [
        whose,
        provider.npi ?? "",
        entry.patient.memberId ?? entry.patient.name,
        entry.date,
        entry.code ?? "",
        (entry.modifiers ?? []).join(" "),
        entry.serviceType,
        entry.allowed,
        entry.status ?? "",
      ]),
    below: ({ unread, usedElsewhere }) => ({
      columns: [{ head: "used elsewhere, or skipped" }, { head: "reason" }],
      rows: [
        ...usedElsewhere.flatMap(({ patient, year, elsewhere, notices }) =>
          [...elsewhere, ...notices].map(({ message }) => [`${patient.memberId ?? patient.name} ${year}`, message]),
        ),
        ...unread.map(({ path, reason }) => [path, reason]),
      ],
    }),
  },
});

function usedElsewhere({ lines }: Lines, figures: Figures): Feed["usedElsewhere"] {
  const groups = new Map<string, Lines["lines"]>();
  for (const line of lines) {
    const { patient, date } = line.entry;
    const key = JSON.stringify([patient, date.slice(0, 4)]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].flatMap(([key, theirs]) => {
    const [patient, year] = JSON.parse(key) as [ReadPatient, string];
    const elsewhere = theirs.filter(({ whose }) => whose === "elsewhere").map(({ entry }) => entry);
    if (elsewhere.length === 0) return [];
    // Figures of another year say nothing of this one.
    const known = (figures.get(plainId(patient.memberId) ?? "") ?? []).filter(({ day }) => day.startsWith(year));
    const days = (known.length > 0 ? known.map(({ day }) => day) : elsewhere.map(({ posted, date }) => posted ?? date)).filter((day) => day.startsWith(year));
    const asOf = [`${year}-01-01`, ...days].sort().at(-1) ?? "";
    // Our own lines of the feed are what Medicare's figure holds of ours.
    const entries = theirs.filter(({ whose }) => whose === "ours").map(({ entry }) => entry);
    const amounts = known.map(({ amount }) => amount);
    const { otherUsed, elsewhere: counted, notices } = otherUsedFromEligibility({ date: asOf, asOf, amounts, entries, elsewhere });
    return [{ patient, year: Number(year), asOf, otherUsed, elsewhere: counted, notices }];
  });
}
