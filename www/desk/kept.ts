// What a person has entered and changed, as plain data that a host keeps where it likes.
import type { Policy, Release, Review, RulePack } from "kx-modifier";
import type { Handling } from "../widgets/worklist/model.js";
import type { Template } from "../widgets/shared/model.js";
import type { AppointmentType } from "../widgets/traits/model.js";
import type { Visit } from "./visit.js";

export interface AnsweredReview {
  notApplicable: readonly string[];
  sent: NonNullable<Review["sent"]> | null;
}

export interface Kept {
  /** Id of the open chart. */
  patient: string;
  autoApplyKx: boolean;
  documentation?: NonNullable<Policy["documentation"]>;
  /** What was chosen of the policy, before the practice's own. */
  policy?: Policy;
  /** Rule packs that a person added. */
  packs?: readonly RulePack[];
  /** By chart. */
  visits: { [chart: string]: Visit };
  /** What people made of the worklist's items, by chart. */
  handled?: { [chart: string]: Handling };
  /** People's words for claims that go out as they are, by chart and claim. */
  released?: { [chart: string]: { [claim: string]: readonly Release[] } };
  /** What people said of reviewers' letters, by chart and letter: items of which there is nothing to send, and that the packet was sent. */
  reviews?: { [chart: string]: { [review: string]: AnsweredReview } };
  templates?: readonly Template[];
  appointmentTypes?: readonly AppointmentType[];
}
