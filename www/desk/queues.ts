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
import { lookThrough } from "./worklist.js";

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
    const fresh = new Map(
      [...new Set(claims.map(({ id }) => id))].map((id) => {
        const chart = charts.get(id);
        return [id, chart ? claimRowsOf(kx, practice, chart, kept, settings) : []] as const;
      }),
    );
    const rows = this.claims.rows.flatMap((row, place, all) => {
      const own = fresh.get(row.id);
      if (!own) return [row];
      return all.findIndex(({ id }) => id === row.id) === place ? own : [];
    });
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
