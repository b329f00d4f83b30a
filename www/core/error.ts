import type { KxErrorCode } from "./index.js";

/** Thrown for what the caller got wrong. */
export class KxError extends Error {
  readonly code: KxErrorCode;
  readonly path: string | null;
  readonly help: string;

  constructor(refusal: { code: KxErrorCode; path: string | null; message: string; help: string }) {
    super(refusal.message);
    this.name = "KxError";
    this.code = refusal.code;
    this.path = refusal.path;
    this.help = refusal.help;
  }
}
