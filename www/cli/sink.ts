// Answers on standard output: one object, an array, a line each, or a table. Each is written as soon as it is known.
import { once } from "node:events";
import { plain, type Report } from "./complaint.js";
import { table, type Column, type Row } from "./table.js";

export type Framing = "object" | "array" | "lines" | "table";

/** How answers of a command look as a table. */
export interface View<Answer> {
  columns: Column[];
  rows(answer: Answer, request: unknown, label: string): Row[];
  /** A second table below the rows of one answer: sums, or what was left. Its answers stand apart, each under its own heads. */
  below?(answer: Answer): { columns: Column[]; rows: Row[] } | null;
}

/** So many rows are held back to find the widths of the columns. */
const BLOCK = 500;

export class Sink<Answer> {
  readonly #framing: Framing;
  readonly #view: View<Answer>;
  readonly #report: Report;
  #written = 0;
  #rows: Row[] = [];

  constructor(framing: Framing, view: View<Answer>, report: Report) {
    this.#framing = framing;
    this.#view = view;
    this.#report = report;
  }

  /** One object: what is refused leaves nothing to write. */
  get isAlone(): boolean {
    return this.#framing === "object";
  }

  get isTable(): boolean {
    return this.#framing === "table";
  }

  /** Answers as JSON texts. */
  async write(texts: string[]): Promise<void> {
    if (texts.length === 0) return;
    if (this.#framing === "object") return this.#put(texts.map((text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`).join(""));
    if (this.#framing === "lines") return this.#put(`${texts.join("\n")}\n`);
    const before = this.#written === 0 ? "[\n" : ",\n";
    this.#written += texts.length;
    return this.#put(before + texts.join(",\n"));
  }

  /** One answer in a table. */
  async show(answer: Answer, request: unknown, label: string): Promise<void> {
    for (const row of this.#view.rows(answer, request, label)) this.#rows.push(row);
    const below = this.#view.below?.(answer);
    if (below) await this.#putTable(this.#view.columns, this.#rows.splice(0));
    else if (this.#rows.length >= BLOCK) await this.#flush();
    if (below && below.rows.length > 0) await this.#putTable(below.columns, below.rows);
  }

  /** Whose rows follow. */
  async title(text: string): Promise<void> {
    await this.#put(`${this.#written === 0 ? "" : "\n"}${plain(text)}\n`);
    this.#written = 0;
  }

  /** What stands in the table for a request that got no answer. */
  async showRefused(label: string, reason: string): Promise<void> {
    this.#rows.push([label, ...this.#view.columns.slice(2).map(() => ""), `error: ${reason}`]);
    if (this.#rows.length >= BLOCK) await this.#flush();
  }

  async end(): Promise<void> {
    if (this.#framing === "array") await this.#put(this.#written === 0 ? "[]\n" : "\n]\n");
    await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#rows.length > 0) await this.#putTable(this.#view.columns, this.#rows.splice(0));
  }

  async #putTable(columns: Column[], rows: Row[]): Promise<void> {
    const gap = this.#written === 0 ? "" : "\n";
    this.#written += 1;
    await this.#put(gap + table(columns, rows, process.stdout.columns || undefined));
  }

  async #put(text: string): Promise<void> {
    this.#report.makeRoom();
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  }
}
