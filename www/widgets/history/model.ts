// What a history shows: changes that somebody made, and the answers of the record of attestations.
import type { CivilDate, Money, ServiceType } from "kx-modifier";
import type { AcceptedImport } from "../import/model.js";
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
  | "visit-restored"
  | "imported"
  | "import-undone";

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
  /** Of "attested": the record was incomplete when KX was attested to. */
  incomplete?: boolean;
  /** Of "other-used". */
  serviceType?: ServiceType;
  from?: Money | "";
  to?: Money | "";
  reason?: string | null | undefined;
  /** What an answer covers. */
  covers?: AttestationCover;
  /** The day of a visit that is covered, the last one of a plan of care, or the one that a file is of. */
  day?: CivilDate | undefined;
  /** Of "imported" and "import-undone": the file's name and what it is; of "visit-cleared" and "visit-restored" the names of the files. */
  file?: string;
  fileKind?: AcceptedImport["kind"];
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
