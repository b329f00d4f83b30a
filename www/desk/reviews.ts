// Reviewers' letters of a patient, and what answers them.
import type { CivilDate, Review, ReviewPacket } from "kx-modifier";
import type { Chart, ReviewOnFile } from "./chart.js";
import { counting } from "./evidence.js";
import type { Functions } from "./functions.js";
import type { AnsweredReview, Kept } from "./kept.js";
import type { Visit } from "./visit.js";

const answeredOf = ({ reviews }: Kept, chart: string, { review, notApplicable = [] }: ReviewOnFile): AnsweredReview =>
  reviews?.[chart]?.[review.id] ?? { notApplicable, sent: review.sent ?? null };

function letterOf(kept: Kept, chart: string, on: ReviewOnFile): Review {
  const { sent: _, ...review } = on.review;
  const { sent } = answeredOf(kept, chart, on);
  return sent ? { ...review, sent } : review;
}

/** Of all letters, for their due days. */
export const lettersOf = (kept: Kept, { id, reviews = [] }: Chart): Review[] => reviews.map((one) => letterOf(kept, id, one));

/** The letter that an element asks for, or else the first that waits. */
export function openReview(kept: Kept, { id, reviews = [] }: Chart, wanted: string | undefined): ReviewOnFile | null {
  const waits = reviews.find((one) => answeredOf(kept, id, one).sent === null);
  return reviews.find(({ review }) => review.id === wanted) ?? waits ?? reviews[0] ?? null;
}

export function packetOf(kx: Functions, chart: Chart, visit: Visit, kept: Kept, date: CivilDate, wanted?: string): ReviewPacket | null {
  const on = openReview(kept, chart, wanted);
  if (!on || !kx.reviewPacket) return null;
  const { id, patient, memberId } = chart;
  const attestations = counting(kx, on.attestations ?? visit.attestations);
  return kx.reviewPacket({
    ...on,
    date,
    review: letterOf(kept, id, on),
    beneficiary: { name: patient, memberId },
    notApplicable: [...answeredOf(kept, id, on).notApplicable],
    ...(attestations.length > 0 && { attestations }),
  });
}

/** What is kept once something was said of a letter. */
export function answeredReview(kept: Kept, chart: Chart, review: string, change: (before: AnsweredReview) => AnsweredReview): NonNullable<Kept["reviews"]> {
  const on = chart.reviews?.find((one) => one.review.id === review);
  if (!on) return kept.reviews ?? {};
  return { ...kept.reviews, [chart.id]: { ...kept.reviews?.[chart.id], [review]: change(answeredOf(kept, chart.id, on)) } };
}
