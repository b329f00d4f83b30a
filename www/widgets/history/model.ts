// What a history shows: changes that somebody made, and the answers of the record of attestations.
import type { CivilDate, Money, ServiceType } from "kx-modifier";
import type { AttestationCover } from "../shared/events.js";

export type HistoryKind =
  | "other-used"
  | "kx-added"
  | "kx-auto"
  | "kx-removed"
  | "kx-left-off"
  | "kx-restored"
  | "attested"
  | "left-off"
  | "record-attested"
  | "record-changed"
  | "record-withdrawn"
  | "asked"
  | "released"
  | "held"
  | "visit-cleared"
  | "visit-restored";

/** Something that was done, by whom and when. */
export interface HistoryEntry {
  /** RFC 3339 with an offset. */
  at: string;
  kind: HistoryKind;
  /** Empty where nobody is known, as of a question. */
  by: string;
  /** Who typed it, where another person did. */
  enteredBy?: string | undefined;
  /** Of "released" and "held". */
  claim?: string;
  /** The code of the line it is about, or the codes of a claim's or a visit's lines. */
  code?: string | undefined;
  /** The line's id. */
  line?: string;
  /** The day of the visit it was done for. */
  visit?: CivilDate;
  /** Of "record-attested": how far the record was, "6 of 7 documented". */
  documented?: string;
  /** Of "other-used". */
  serviceType?: ServiceType;
  from?: Money | "";
  to?: Money | "";
  reason?: string | null | undefined;
  /** What an answer covers. */
  covers?: AttestationCover;
  /** The day of a visit that is covered, or the last one of a plan of care. */
  day?: CivilDate | undefined;
}

/** How the record of attestations stands, as `verifyAttestations` says it; null: there is none. */
export interface Chain {
  whole: boolean;
  findings: readonly {
    position: number;
    code: "changed" | "broken" | "time" | "truncated" | "unanswered";
    severity: "error" | "warning" | "info";
    message: string;
  }[];
}
