// The lists over all patients of a practice: what there is to do, and the claims that wait. Both are looked through a few patients at a time.
import type { AtStake, Release, totalAtStake } from "kx-modifier";
import type { ClaimRow } from "../widgets/claims/model.js";
import type { Handling, WorklistRow } from "../widgets/worklist/model.js";
import type { Chart, Practice } from "./chart.js";
import { claimRowsOf, claimsAtStake, lookThroughClaims } from "./claims.js";
import type { Functions } from "./functions.js";
import { releasesOf } from "./history.js";
import type { Kept } from "./kept.js";
import type { Settings } from "./questions.js";
import { broughtBack } from "./visit.js";
import { lookThrough, worklistRowsOf } from "./worklist.js";

/** Rows of all patients, and what is at stake in them once all were looked at. */
export interface Looked<Row> {
  rows: readonly Row[];
  progress: { done: number; total: number } | null;
  stake: ReturnType<typeof totalAtStake> | null;
}

/** People's words for a claim of a patient. */
export interface Released {
  id: string;
  claim: string;
  released: readonly Release[];
}

interface Staked {
  atStake?: AtStake | undefined;
  clinic?: string | null | undefined;
  therapist?: string | null | undefined;
}

/** A patient's rows anew, where their first one stands; at the end where there were none. */
function inPlace<Row extends { id: string }>(rows: readonly Row[], of: string, own: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ id }) => id === of);
  if (first === -1) return [...rows, ...own];
  return [...rows.slice(0, first), ...own, ...rows.slice(first).filter(({ id }) => id !== of)];
}

export class Queues {
  worklist: Looked<WorklistRow> = { rows: [], progress: null, stake: null };
  claims: Looked<ClaimRow> = { rows: [], progress: null, stake: null };
  private looks = 0;
  private looksAtClaims = 0;

  constructor(
    private readonly kx: Functions,
    private readonly practice: Practice,
    private readonly kept: Kept,
    private readonly changed: () => void,
  ) {}

  handle(patients: readonly { id: string; handling: Handling }[]): void {
    const handled = Object.fromEntries(patients.map(({ id, handling }) => [id, handling]));
    this.kept.handled = { ...this.kept.handled, ...handled };
    const rows = this.worklist.rows.map((row) => ({ ...row, ...(handled[row.id] && { handling: handled[row.id] }) }));
    this.worklist = { ...this.worklist, rows: rows as WorklistRow[] };
  }

  /** Looks for the first time, where something shows a queue and nobody has asked for it. */
  begin(queue: "worklist" | "claims", settings: Settings): void {
    if (queue === "worklist" && this.looks === 0) void this.lookThroughPatients(settings);
    if (queue === "claims" && this.looksAtClaims === 0) void this.lookThroughClaims(settings);
  }

  /** Of a patient whose visit has changed, where the queues were looked through. */
  again(chart: Chart, settings: Settings): void {
    const { kx, practice, kept } = this;
    if (this.looks > 0 && this.worklist.progress === null) {
      const rows = inPlace(this.worklist.rows, chart.id, worklistRowsOf(kx, practice, [chart], kept, settings));
      this.worklist = { ...this.worklist, rows, stake: this.stakeOf(rows) };
    }
    if (this.looksAtClaims > 0 && this.claims.progress === null) {
      const rows = inPlace(this.claims.rows, chart.id, claimRowsOf(kx, practice, chart, kept, settings));
      this.claims = { ...this.claims, rows, stake: this.stakeOf(claimsAtStake(rows)) };
    }
  }

  async lookThroughPatients(settings: Settings): Promise<void> {
    const look = ++this.looks;
    const before = this.worklist.rows;
    await lookThrough(this.kx, this.practice, this.kept, settings, (seen, done, total) => {
      if (look !== this.looks) return false;
      const rows = [...seen, ...before.slice(seen.length)];
      const isDone = done === total;
      this.worklist = { rows, progress: isDone ? null : { done, total }, stake: isDone ? this.stakeOf(rows) : this.worklist.stake };
      this.changed();
      return true;
    });
  }

  async lookThroughClaims(settings: Settings): Promise<void> {
    const look = ++this.looksAtClaims;
    const before = this.claims.rows;
    await lookThroughClaims(this.kx, this.practice, this.kept, settings, (seen, done, total) => {
      if (look !== this.looksAtClaims) return false;
      const isDone = done === total;
      this.claims = {
        rows: isDone || before.length === 0 ? seen : before,
        progress: isDone ? null : { done, total },
        stake: isDone ? this.stakeOf(claimsAtStake(seen)) : this.claims.stake,
      };
      this.changed();
      return true;
    });
  }

  release(claims: readonly Released[], settings: Settings, now: (() => string) | undefined): void {
    const { kx, practice, kept } = this;
    const charts = new Map([...practice.charts, ...(practice.others ?? [])].map((chart) => [chart.id, chart]));
    const released = { ...kept.released };
    for (const { id, claim, released: words } of claims) {
      const chart = charts.get(id);
      if (chart && now) this.record(chart, claim, released[id]?.[claim] ?? [], words, now());
      released[id] = { ...released[id], [claim]: words };
    }
    kept.released = released;
    const rows = [...new Set(claims.map(({ id }) => id))].reduce((before, id) => {
      const chart = charts.get(id);
      return inPlace(before, id, chart ? claimRowsOf(kx, practice, chart, kept, settings) : []);
    }, this.claims.rows);
    this.claims = { ...this.claims, rows, stake: this.stakeOf(claimsAtStake(rows)) };
  }

  /** In the history of the patient whose claim it is, whoever is open. */
  private record(chart: Chart, claim: string, before: readonly Release[], next: readonly Release[], at: string): void {
    const { kept, practice } = this;
    const visit = broughtBack(kept.visits[chart.id] ?? {}, chart);
    const codeOf = (line: string): string => [...visit.lines, ...chart.billed].find(({ id }) => id === line)?.code ?? line;
    const user = practice.user ?? practice.releasedBy ?? chart.provider.name;
    const done = releasesOf(claim, before, next, codeOf, at, user);
    if (done.length > 0) kept.visits[chart.id] = { ...visit, history: [...visit.history, ...done] };
  }

  private stakeOf(rows: readonly Staked[]): Looked<never>["stake"] {
    const known = rows.flatMap(({ atStake, clinic = null, therapist = null }) => (atStake ? [{ atStake, clinic, therapist }] : []));
    return this.kx.totalAtStake?.({ rows: known }) ?? null;
  }
}
