// What went wrong, as one line for the person at the keyboard.

/** What a `KxError` says, also where it stands in an answer as data. */
export interface Refusal {
  code: string;
  path: string | null;
  message: string;
  help: string;
}

export const refusalText = ({ code, path, message, help }: Refusal): string => `${code}${path ? ` at ${path}` : ""}: ${message}; ${help}`;

/** Options that make no sense. */
export class Complaint extends Error {}

/** A file that cannot be used: `place` is its name, with the line where that is known. */
export class BadFile extends Error {
  readonly place: string;
  readonly refusal: Refusal;

  constructor(place: string, { code, path, message, help }: Refusal) {
    super(`${place}: ${refusalText({ code, path, message, help })}`);
    this.place = place;
    this.refusal = { code, path, message, help };
  }
}

/** Text of a file may hold characters that steer a terminal; shown to a person they are spaces. */
export const plain = (text: string): string => text.replace(/\p{Cc}+/gu, " ").trim();

/** What the command has come to: its exit status, and what is said on standard error on the way. */
export class Report {
  #status: 0 | 1 | 2 = 0;
  #before: () => void = () => {};

  get status(): number {
    return this.#status;
  }

  /** Called before anything is written, so that a progress bar can make room. */
  beforeWriting(makeRoom: () => void): void {
    this.#before = makeRoom;
  }

  makeRoom(): void {
    this.#before();
  }

  /** Something that a person should look at. */
  finding(): void {
    this.#status ||= 1;
  }

  /** Something that could not be read or answered. */
  bad(message: string): void {
    this.#status = 2;
    this.say(message);
  }

  say(message: string): void {
    this.#before();
    process.stderr.write(`kx-modifier: ${plain(message)}\n`);
  }
}
