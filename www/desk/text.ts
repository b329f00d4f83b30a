// A file's text as it was read.
import type { identifyX12, readClaim837, readEligibility271, readRemittance835, UsageEntry } from "kx-modifier";
import type { FeedLine, ReadFile, Unread } from "../widgets/import/model.js";

/** A text as it was read, once; whose it is and what it changes is asked anew for each patient. */
export interface Text {
  identity: Omit<ReturnType<typeof identifyX12>, "kind"> & Pick<ReadFile, "kind">;
  amounts: ReturnType<typeof readEligibility271>["amounts"];
  entries: ReturnType<typeof readRemittance835>["entries"];
  claims: ReturnType<typeof readClaim837>["claims"];
  unread: readonly Unread[];
  /** Of pVerify. */
  response?: object;
  /** Of a claims feed. */
  feed?: readonly (FeedLine & { entry: UsageEntry })[];
}
