// The other patients of the made-up practice, so that its worklist is as long as a real one. Drawn by a fixed rule: the same at every visit.
import type { AuditLine } from "kx-modifier";
import type { Chart } from "kx-modifier/desk";
import { entriesOfLines } from "./accounts.js";
import { deniedOf } from "./denied.js";
import { PLAN_OF_CARE, therapist } from "./therapists.js";
import { word } from "./words.js";
import { waitingOf } from "./waiting.js";

const COUNT = 1992;
const DISCIPLINES = ["PT", "PT", "PT", "OT", "SLP"] as const;
const CLINICS = ["Sample Clinic North", "Sample Clinic South"] as const;
const TYPES = { PT: "type.pt", OT: "type.ot", SLP: "type.slp" } as const;

const CODES = { PT: "97110", OT: "97530", SLP: "92507" } as const;
/** Cents: of a visit, and of the threshold that all of them are under. */
const VISIT = 9846;
const THRESHOLD = 248_000;

const dollarsOf = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** Days that many patients have in common: written once each. */
const days = new Map<number, string>();
function civil(moment: number): string {
  const day = days.get(moment) ?? new Date(moment).toISOString().slice(0, 10);
  days.set(moment, day);
  return day;
}

/** A line every sixth day from January on, processed ten days later, up to what was used. One lands on the threshold, and those behind it carry KX. */
function billed(first: number, discipline: keyof typeof CODES, used: number): AuditLine[] {
  const lines: AuditLine[] = [];
  for (let done = 0; done < used; ) {
    const cents = Math.min(VISIT, used - done, done < THRESHOLD ? THRESHOLD - done : VISIT);
    const place = lines.length + 1;
    const day = (later: number) => civil(Date.UTC(2026, 0, 5 + place * 6 + later));
    const modifiers = done < THRESHOLD ? [...PLAN_OF_CARE[discipline]] : [...PLAN_OF_CARE[discipline], "KX"];
    lines.push({ id: `${place}`, claim: `S${first + place}`, date: day(0), posted: day(10), code: CODES[discipline], modifiers, allowed: dollarsOf(cents) });
    done += cents;
  }
  return lines;
}

/** Four visits in five weeks, a quarter of an hour after the one before; none for every ninth patient. */
function booked(place: number, discipline: keyof typeof CODES): Chart["booked"] {
  if (place % 9 === 8) return [];
  const [hour, quarter] = [8 + (place % 9), (place * 7) % 4];
  const time = `${String(hour).padStart(2, "0")}:${String(quarter * 15).padStart(2, "0")}`;
  return [1, 8, 15, 29].map((later) => {
    const date = civil(Date.UTC(2026, 8, 14 + later + (place % 4)));
    return { date, time, allowed: dollarsOf(VISIT), serviceType: discipline === "OT" ? "OT" : "PT/SLP" };
  });
}

/** A linear congruential generator after Numerical Recipes. */
function* drawn(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

export const crowd: readonly Chart[] = (() => {
  const draw = drawn(2026);
  const below = (end: number): number => Math.floor((draw.next().value / 2 ** 32) * end);
  return Array.from({ length: COUNT }, (_, place): Chart => {
    const discipline = DISCIPLINES[below(DISCIPLINES.length)] ?? "PT";
    // Most are far from the threshold, few beyond it. In cents.
    const dollars = [800, 1600, 2300, 2479, 2900, 3400][[0, 0, 0, 1, 1, 1, 2, 3, 4, 5][below(10)] ?? 0] ?? 0;
    const used = below(dollars) * 100 + below(100);
    const id = `crowd-${place + 1}`;
    const { program, plan } =
      below(8) === 0 ? ({ program: "other", plan: "plan.employer" } as const) : ({ program: "medicare-part-b", plan: "plan.part-b" } as const);
    const waiting = program === "other" ? null : waitingOf(place, discipline, used > THRESHOLD);
    const denied = program === "other" ? null : deniedOf(place, discipline, used > THRESHOLD);
    // Drawn up where somebody asks for them: the appointment screen does not.
    const lines = once(() => [...billed(50_000 + place * 50, discipline, program === "other" ? 0 : used), ...(waiting?.lines ?? [])]);
    const account = once(() => ({
      billed: [...lines(), ...(denied?.lines ?? [])],
      entries: [...entriesOfLines(lines()), ...(denied?.entries ?? [])],
    }));
    return {
      id,
      claim: `S${43_000 + place}`,
      patient: `Sample Patient ${String(place + 8).padStart(4, "0")}`,
      memberId: null,
      get coverage() {
        return { program, name: word(plan), ...(waiting?.hospice ? { hospice: true } : {}) };
      },
      date: "2026-09-14",
      provider: therapist(discipline, place),
      get appointmentType() {
        return word(TYPES[discipline]);
      },
      clinic: CLINICS[place % CLINICS.length] ?? "",
      get billed() {
        return account().billed;
      },
      get entries() {
        return account().entries;
      },
      otherUsed: {},
      asOf: "2026-09-11",
      booked: booked(place, discipline),
      ...(waiting ? { unsent: waiting.unsent } : {}),
    };
  });
})();
