// A threshold over the year as a picture. Amounts become floats here and nowhere else: a pixel has no cents.
import { svg } from "lit";
import type { Money } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import type { AccountLine, AccountTotal } from "./model.js";

const HEIGHT = 264;
const TOP = 16;
const BOTTOM = 32;

/** How the picture speaks: the names of the months too. */
type Words = Pick<Voice, "text"> & { money: (amount: Money) => string; months: readonly string[] };

export function chart(total: AccountTotal, lines: readonly AccountLine[], width: number, { text, money, months }: Words) {
  const [threshold, review] = [Number(total.threshold), Number(total.medicalReview ?? 0)];
  const drawn = lines.flatMap(({ before, after, date, posted }) =>
    before === null || after === null ? [] : [{ before: threshold - Number(before), after: threshold - Number(after), day: posted ?? date }],
  );
  const highest = Math.max(threshold, review, ...drawn.map(({ after }) => after)) * 1.06;
  const start = Date.UTC(total.year, 0, 1);
  const span = Date.UTC(total.year + 1, 0, 1) - start;
  const x = (day: string): number => Math.round(Math.min(1, (Date.parse(day) - start) / span) * width * 10) / 10;
  const y = (used: number): number => Math.round((TOP + (1 - used / highest) * (HEIGHT - TOP - BOTTOM)) * 10) / 10;
  const path = drawn.map(({ after, day }) => `H${x(day)}V${y(after)}`).join("");
  const from = y(drawn[0]?.before ?? 0);
  const end = drawn.at(-1) ? x(drawn.at(-1)?.day ?? "") : 0;
  const [bucket, year] = [total.serviceType, String(total.year)];
  const amounts = { threshold: money(total.threshold), review: money(total.medicalReview ?? "0") };
  // On a narrow screen every month would stand on its neighbour.
  const every = width < 480 ? 3 : 1;
  return svg`
    <svg part="chart" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="title-${total.year}-${total.serviceType}" aria-describedby="desc-${total.year}-${total.serviceType}">
      <title id="title-${total.year}-${total.serviceType}">${text("ui.chart.title", { bucket, year })}</title>
      <desc id="desc-${total.year}-${total.serviceType}">${text(total.medicalReview ? "ui.chart.description-review" : "ui.chart.description", amounts)}</desc>
      ${months.map((month, index) => {
        const at = x(`${total.year}-${String(index + 1).padStart(2, "0")}-01`);
        return svg`<line class="grid" x1=${at} x2=${at} y1=${TOP} y2=${HEIGHT - BOTTOM} />${index % every ? "" : svg`<text class="month" x=${at + 4} y=${HEIGHT - 12}>${month}</text>`}`;
      })}
      <line class="ground" x1="0" x2=${width} y1=${y(0)} y2=${y(0)} />
      <path class="area" d="M0 ${y(0)}V${from}${path}V${y(0)}Z" />
      <path class="used" d="M0 ${from}${path}" />
      <line class="threshold" x1="0" x2=${width} y1=${y(threshold)} y2=${y(threshold)} />
      <text class="threshold-name" x="4" y=${y(threshold) + 18}>${text("ui.chart.threshold", amounts)}</text>
      ${
        total.medicalReview
          ? svg`
        <line class="review" x1="0" x2=${width} y1=${y(review)} y2=${y(review)} />
        <text class="review-name" x="4" y=${y(review) + 18}>${text("ui.chart.review", amounts)}</text>
      `
          : ""
      }
      <circle class="last" cx=${end} cy=${y(drawn.at(-1)?.after ?? 0)} r="4" />
    </svg>
  `;
}
