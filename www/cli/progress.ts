// A bar on standard error while long input is read: on a terminal, after a second, and gone at the end.

const PATIENCE = 1000;
const BETWEEN = 100;

export class Progress {
  readonly #started = performance.now();
  readonly #total: number | null;
  readonly #shown = process.stderr.isTTY === true;
  #read = 0;
  #drawn = false;
  #lastDrawn = 0;

  /** `total`: bytes to be read, or null where no one knows. */
  constructor(total: number | null) {
    this.#total = total;
  }

  add(bytes: number): void {
    this.#read += bytes;
    const now = performance.now();
    if (!this.#shown || now - this.#started < PATIENCE || now - this.#lastDrawn < BETWEEN) return;
    if (this.#lastDrawn === 0)
      process.once("SIGINT", () => {
        this.erase();
        process.kill(process.pid, "SIGINT");
      });
    this.#lastDrawn = now;
    this.#drawn = true;
    process.stderr.write(`\r${this.#bar()}\x1b[K`);
  }

  erase(): void {
    if (this.#drawn) process.stderr.write("\r\x1b[K");
    this.#drawn = false;
  }

  #bar(): string {
    if (this.#total === null) return `${Math.floor(this.#read / 1e6)} MB read`;
    const share = Math.min(1, this.#read / this.#total);
    const width = Math.max(5, Math.min(40, (process.stderr.columns || 80) - 10));
    return `[${"#".repeat(Math.round(share * width)).padEnd(width, ".")}] ${Math.floor(share * 100)} %`;
  }
}
