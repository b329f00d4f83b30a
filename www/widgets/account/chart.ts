// A threshold over the year as a picture: what was used here, what was used elsewhere from the day on which it is known, and the day on which
// the threshold was reached.
import { html, svg, type TemplateResult } from "lit";
import type { CivilDate } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";
import { usedElsewhere, type AccountLine, type AccountTotal } from "./model.js";
import { BOTTOM, HEIGHT, scaleOf, TOP, type Scale } from "./scale.js";

type Dated = AccountLine & { date: CivilDate };

/** How the picture speaks: round dollars and the names of the months too. */
type Words = Voice & { dollars: (amount: number) => string; months: readonly string[] };

/** What a little of a year is drawn at least. */
const LEAST = 8;

interface Drawn {
  /** Steps of what was used here, by the day on which each line ran. */
  own: { day: CivilDate; amount: number }[];
  others: number;
  /** From when on others' use is known. */
  known: CivilDate;
  /** Where the picture ends: the visit, or what is later. */
  edge: CivilDate;
}

function drawnOf(total: AccountTotal, lines: readonly Dated[], visit: CivilDate | null): Drawn {
  const { threshold, otherUsedAsOf, year } = total;
  const others = Number(usedElsewhere(total));
  const own = lines.flatMap(({ after, date, posted }) => (after === null ? [] : [{ day: posted ?? date, amount: Number(threshold) - Number(after) - others }]));
  const last = own.at(-1)?.day ?? `${year}-01-01`;
  const known = otherUsedAsOf ?? last;
  const latest = [last, ...(others > 0 ? [known] : []), ...(visit ? [visit] : [])].sort().at(-1) ?? last;
  return { own, others, known, edge: latest > `${year}-12-31` ? `${year}-12-31` : latest };
}

/** The words of a vertical mark, on the side where they belong, or else on the one that has more room. */
function mark(at: number, top: number, words: string, name: string, side: "before" | "behind", { begin, finish }: Scale) {
  const room = words.length * 8;
  const before = side === "before" ? at - begin > Math.min(room, finish - at) : finish - at < room;
  return svg`<text class=${name} text-anchor=${before ? "end" : "start"} x=${at + (before ? -6 : 6)} y=${top}>${words}</text>`;
}

/** Where the name of a threshold is clear of the marks that cross its line: before the first, behind the last, or in the legend. */
function clear(words: string, marks: readonly number[], { begin, finish }: Scale): "start" | "end" | null {
  const room = words.length * 8 + 12;
  if (room < Math.min(finish, ...marks) - begin) return "start";
  return room < finish - Math.max(begin, ...marks) ? "end" : null;
}

export function chart(total: AccountTotal, lines: readonly Dated[], visit: CivilDate | null, width: number, words: Words): TemplateResult {
  const { text, money, date, dollars, months } = words;
  const { own, others, known, edge } = drawnOf(total, lines, visit);
  const [threshold, review] = [Number(total.threshold), Number(total.medicalReview ?? 0)];
  const used = own.at(-1)?.amount ?? 0;
  const scale = scaleOf(total.year, Math.max(threshold, review, used + others), width);
  const { begin, finish, x, y, ticks } = scale;
  const [ground, foot] = [y(0), HEIGHT - BOTTOM];
  // At the visit, whatever the width: what is known since little before it has its least width on the near side.
  const end = Math.min(finish, Math.max(x(edge), begin + LEAST));
  const steps = (more: number): string => own.map(({ day, amount }) => `H${x(day)}V${y(amount + more)}`).join("");
  // From the day on which others' use is known: what was used here by then, the steps behind it, and the same back again.
  const from = Math.min(x(known), end - LEAST);
  const before = own.filter(({ day }) => x(day) <= from).at(-1)?.amount ?? 0;
  const later = own.filter(({ day }) => x(day) > from);
  const up = later.map(({ day, amount }) => `H${x(day)}V${y(amount + others)}`).join("");
  const back = [...later]
    .reverse()
    .map(({ day }, place, reversed) => `H${x(day)}V${y(reversed[place + 1]?.amount ?? before)}`)
    .join("");
  const band = `M${from} ${y(before)}V${y(before + others)}${up}H${end}V${y(used)}${back}Z`;
  const [id, bucket, year] = [`${total.year}-${total.serviceType.replace("/", "-")}`, total.serviceType, String(total.year)];
  const amounts = { threshold: money(total.threshold), review: money(total.medicalReview ?? "0") };
  const reached = total.reachedAt === null ? null : date(total.reachedAt);
  const says = [
    text(total.medicalReview ? "ui.chart.description-review" : "ui.chart.description", amounts),
    text("ui.chart.says-here", { amount: money(total.allowed) }),
    others > 0 ? text("ui.chart.says-elsewhere", { amount: money(usedElsewhere(total)), date: date(known) }) : "",
    reached === null
      ? text("ui.chart.says-not-reached")
      : text(total.reachedNote ? "ui.chart.says-reached-earliest" : "ui.chart.says-reached", { date: reached }),
  ];
  // Where others' use takes it over the medical review threshold.
  const over = total.medicalReview ? own.find(({ amount }) => amount + others > review) : undefined;
  const marks = [...(total.reachedAt ? [x(total.reachedAt)] : []), ...(visit === null || visit > edge ? [] : [x(visit)]), ...(over ? [x(over.day)] : [])];
  const names = [
    { name: "threshold", words: text("ui.chart.threshold", amounts), at: y(threshold) },
    ...(total.medicalReview ? [{ name: "review", words: text("ui.chart.review", amounts), at: y(review) }] : []),
  ].map((one) => ({ ...one, side: clear(one.words, marks, scale) }));
  // On a narrow screen every month would stand on its neighbour.
  const every = width < 480 ? 3 : 1;
  // "Reached … or later" has no room before its mark there.
  const earliest = every > 1 ? "ui.account.reached-earliest" : "ui.chart.reached-earliest";
  const reachedWords = text(total.reachedNote ? earliest : "ui.chart.reached", { date: reached ?? "" });
  const hatch = svg`<pattern id="hatch-${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="7" height="7" /><line class="hatch" x1="0" x2="0" y1="0" y2="7" /></pattern>`;
  return html`
    <svg part="chart" class=${every > 1 ? "narrow" : ""} viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="title-${id}" aria-describedby="desc-${id}">
      <title id="title-${id}">${text("ui.chart.title", { bucket, year })}</title>
      <desc id="desc-${id}">${says.filter(Boolean).join(" ")}</desc>
      <defs>${hatch}</defs>
      <text class="axis" x="0" y="14">${text("ui.chart.axis-dollars")}</text>
      ${ticks.map((tick) => svg`<line class=${tick === 0 ? "ground" : "grid"} x1=${begin} x2=${finish} y1=${y(tick)} y2=${y(tick)} /><text class="dollars" text-anchor="end" x=${begin - 8} y=${y(tick) + 4}>${dollars(tick)}</text>`)}
      ${months.map((month, index) => {
        const at = x(`${total.year}-${String(index + 1).padStart(2, "0")}-01`);
        return svg`<line class="ground" x1=${at} x2=${at} y1=${foot} y2=${foot + 5} />${index % every ? "" : svg`<text class="month" x=${at + 2} y=${foot + 20}>${month}</text>`}`;
      })}
      <text class="axis" x=${every > 1 ? 0 : begin} y=${HEIGHT - 8}>${text("ui.chart.axis-days")}</text>
      <path class="area" d="M${begin} ${ground}${steps(0)}H${end}V${ground}Z" />
      ${
        others > 0
          ? svg`
        <path class="others" d=${band} fill="url(#hatch-${id})" />
        <path class="all" d="M${begin} ${y(others)}${steps(others)}H${end}" />
      `
          : ""
      }
      <path class="used" d="M${begin} ${ground}${steps(0)}H${end}" />
      <line class="threshold" x1=${begin} x2=${finish} y1=${y(threshold)} y2=${y(threshold)} />
      ${
        total.medicalReview
          ? svg`
        <line class="review" x1=${begin} x2=${finish} y1=${y(review)} y2=${y(review)} />
      `
          : ""
      }
      ${visit === null || visit > edge ? "" : svg`<line class="edge" x1=${x(visit)} x2=${x(visit)} y1=${TOP - 36} y2=${foot} />`}
      ${
        total.reachedAt === null || reached === null
          ? ""
          : svg`
        <line class="reached" x1=${x(total.reachedAt)} x2=${x(total.reachedAt)} y1=${TOP - 18} y2=${foot} />
        <path class="reached-at" d=${diamond(x(total.reachedAt), y(threshold))} />
      `
      }
      ${over ? svg`<path class="review-at" d=${diamond(x(over.day), y(review))} />` : ""}
      ${visit === null || visit > edge ? "" : mark(x(visit), TOP - 28, text("ui.chart.edge", { date: date(visit) }), "edge-name", "behind", scale)}
      ${total.reachedAt === null || reached === null ? "" : mark(x(total.reachedAt), TOP - 10, reachedWords, "reached-name", "before", scale)}
      ${names.map(({ name, words, at, side }) => (side === null ? "" : svg`<text class="${name}-name" text-anchor=${side} x=${side === "start" ? begin + 6 : finish - 6} y=${at - 6}>${words}</text>`))}
      <circle class="last" cx=${end} cy=${y(used + others)} r="4" />
    </svg>
    ${legend(
      id,
      others > 0 ? known : null,
      names.filter(({ side }) => side === null),
      over !== undefined,
      words,
    )}
  `;
}

const diamond = (x: number, y: number): string => `M${x} ${y - 6}l6 6l-6 6l-6 -6Z`;

function legend(id: string, known: CivilDate | null, lines: readonly { name: string; words: string }[], isOver: boolean, { text, date }: Words) {
  if (known === null && lines.length === 0 && !isOver) return "";
  const item = (words: string, swatch: unknown) =>
    html`<li><svg class="swatch" viewBox="0 0 28 14" aria-hidden="true">${swatch}</svg><span>${words}</span></li>`;
  return html`
    <ul class="legend">
      ${item(text("ui.chart.here"), svg`<rect class="area" width="28" height="14" /><line class="used" x1="0" x2="28" y1="1" y2="1" />`)}
      ${
        known === null
          ? ""
          : html`
        ${item(text("ui.chart.elsewhere", { date: date(known) }), svg`<rect class="others" x="0.5" y="0.5" width="27" height="13" fill="url(#hatch-${id})" />`)}
        ${item(text("ui.chart.total"), svg`<line class="all" x1="0" x2="28" y1="7" y2="7" />`)}
      `
      }
      ${lines.map(({ name, words }) => item(words, svg`<line class=${name} x1="0" x2="28" y1="7" y2="7" />`))}
      ${isOver ? item(text("ui.chart.review-crossed"), svg`<path class="review-at" d=${diamond(14, 7)} />`) : ""}
    </ul>
  `;
}
