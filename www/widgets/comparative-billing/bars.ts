// The shares as bars on one scale that begins at nothing, each with its name, its share and its counts. How the tests of the differences came
// out stands beside the own lines, which it is said of.
import { html, nothing, svg } from "lit";
import type { Voice } from "../shared/explanation.js";
import { type Row, type Verdict, verdictOf } from "./verdict.js";

const AXIS = 30;
/** Behind the bars: the share, the counts and the verdict, each in a column of its own. */
const [SHARE, COUNTS, VERDICT] = [58, 70, 170];
/** Sizes on a screen, and on paper, where the verdict is above the bars and all codes are on one page. */
const SIZES = {
  screen: { head: 34, gap: 18, room: 26, label: 168, figures: 500 },
  paper: { head: 27, gap: 6, room: 20, label: 140, figures: 250 },
};
const BAR = 14;
/** What a picture that is not drawn yet can know of how wide its words will be: no letter is much wider than this on the average. */
const LETTER = 7.4;
const wideOf = (texts: readonly string[]): number => Math.ceil(Math.max(0, ...texts.map(({ length }) => length)) * LETTER) + 8;
/** Where the scale may end: the first that holds every share. */
const ENDS = [0.05, 0.1, 0.25, 0.5, 1];
const STEPS = 5;

/** How the picture speaks. */
type Words = Pick<Voice, "text"> & { share: (proportion: number | null) => string; percent: (share: number) => string };

interface Bar {
  label: string;
  proportion: number | null;
  /** `4 of 90 lines`; empty where only a share is known. */
  counts: string;
  look: "own" | "peer" | "peer other" | "peer third";
  verdict: Verdict | null;
}

const LOOKS = ["peer", "peer other", "peer third"] as const;

/** What a share is of; where a file has no more than the share, that. */
export function countsOf({ kxLines, lines, proportion }: Pick<Row["peers"][number], "kxLines" | "lines" | "proportion">, text: Words["text"]): string {
  if (kxLines !== null && lines !== null) return text("ui.peers.of-lines", { kx: kxLines, count: lines });
  return proportion === null ? "" : text("ui.peers.no-counts");
}

function barsOf(row: Row, text: Words["text"]): Bar[] {
  return [
    { label: text("ui.peers.own-lines"), proportion: row.proportion, counts: countsOf(row, text), look: "own", verdict: verdictOf(row, text) },
    ...row.peers.map(
      (peer, place): Bar => ({
        label: peer.label,
        proportion: peer.proportion,
        counts: countsOf(peer, text),
        look: LOOKS[place % LOOKS.length] ?? "peer",
        verdict: null,
      }),
    ),
  ];
}

/** What each look of a bar is of. */
export function legend(rows: readonly Row[], { text }: Words) {
  const [first] = rows;
  if (!first) return "";
  return html`
    <ul class="legend">
      ${barsOf(first, text).map(({ label, look }) => html`<li><svg class="swatch" viewBox="0 0 28 14" aria-hidden="true"><rect class=${look} width="28" height="14" /></svg><span>${label}</span></li>`)}
    </ul>
  `;
}

/** Another picture of the same is drawn for paper, at the width that paper has. */
const ON_PAPER = 720;

export const barsOnPaper = (rows: readonly Row[], words: Words) => bars(rows, ON_PAPER, words, true);

export function bars(rows: readonly Row[], width: number, { text, share, percent }: Words, isPaper = false) {
  const groups = rows.map((row) => ({ code: row.code, name: `${row.code} ${row.description}`, bars: barsOf(row, text) }));
  const { head, gap, room, ...least } = SIZES[isPaper ? "paper" : "screen"];
  const all = groups.flatMap(({ bars }) => bars);
  const beside = Math.max(least.label, wideOf(all.map(({ label }) => label)));
  const figures = Math.max(least.figures, COUNTS + wideOf(all.map(({ counts }) => counts)));
  // Where name, share and counts have no room beside the bar they stand above it.
  const narrow = !isPaper && width < 1000;
  const roomOf = ({ verdict, counts }: Bar): number => (!narrow ? room : verdict || counts ? 64 : 46);
  // Words beside the axis, not on it.
  const edge = narrow ? 7 : 0;
  const [begin, finish] = narrow ? [1, width - 1] : [beside, width - figures];
  const highest = Math.max(0, ...all.map(({ proportion }) => proportion ?? 0));
  const end = ENDS.find((one) => highest <= one) ?? 1;
  const ticks = Array.from({ length: STEPS + 1 }, (_, step) => (end * step) / STEPS);
  const heightOf = (group: (typeof groups)[number]): number => head + group.bars.reduce((sum, bar) => sum + roomOf(bar), 0) + gap;
  const starts = groups.map((_, index) => AXIS + groups.slice(0, index).reduce((sum, group) => sum + heightOf(group), 0));
  const foot = AXIS + groups.reduce((sum, group) => sum + heightOf(group), 0);
  const x = (portion: number): number => Math.round(begin + (portion / end) * (finish - begin));
  const says = groups.map(({ code, bars }) =>
    text("ui.peers.bars-says", {
      code,
      shares: bars
        .map(({ label, proportion, counts, verdict }) => [label, share(proportion), counts, verdict ? `(${verdict.words})` : ""].filter(Boolean).join(" "))
        .join(", "),
    }),
  );
  const axis = (at: number) =>
    ticks.map(
      (tick) =>
        svg`<text class="tick-name" text-anchor=${narrow && tick === 0 ? "start" : narrow && tick === end ? "end" : "middle"} x=${x(tick)} y=${at}>${percent(tick)}</text>`,
    );
  return svg`
    <svg part="chart" class=${isPaper ? "on-paper" : "on-screen"} viewBox="0 0 ${width} ${foot + AXIS + 22}" role="img" aria-label=${isPaper ? text("ui.peers.bars-title") : nothing} aria-labelledby=${isPaper ? nothing : "bars-title"} aria-describedby=${isPaper ? nothing : "bars-desc"}>
      ${isPaper ? "" : svg`<title id="bars-title">${text("ui.peers.bars-title")}</title><desc id="bars-desc">${text("ui.peers.bars-description")} ${says.join(" ")}</desc>`}
      <defs><pattern id=${isPaper ? "peer-other-on-paper" : "peer-other"} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6" /><line class="hatch" x1="0" x2="0" y1="0" y2="6" /></pattern></defs>
      ${axis(16)}
      ${ticks.map((tick) => svg`<line class=${tick === 0 ? "axis-line" : "tick"} x1=${x(tick)} x2=${x(tick)} y1=${AXIS - 8} y2=${AXIS} />`)}
      ${groups.map(
        (group, index) => svg`
        <g transform="translate(0 ${starts[index]})">
          <text class="code" x=${edge} y="20">${group.name}</text>
          ${ticks.map((tick) => svg`<line class=${tick === 0 ? "axis-line" : "tick"} x1=${x(tick)} x2=${x(tick)} y1=${head - 4} y2=${heightOf(group) - gap / 2} />`)}
          ${group.bars.map((one, place) => {
            const { label, proportion, counts, look, verdict } = one;
            const top = group.bars.slice(0, place).reduce((sum, before) => sum + roomOf(before), head);
            const bar = top + roomOf(one) - BAR - (narrow ? 2 : isPaper ? 2 : 6);
            const said = verdict ? svg`<tspan class="verdict" data-comparison=${verdict.comparison}>${verdict.sign} ${verdict.words}</tspan>` : "";
            const own = svg`<tspan class="share">${share(proportion)}</tspan>`;
            const line = top + (isPaper ? 16 : 17);
            return svg`
              ${
                narrow
                  ? svg`<text class="above" x=${edge} y=${top + 18}>${label} ${own} ${verdict ? svg`<tspan class="counts" dx="6">${counts}</tspan>` : ""}</text>${verdict || counts ? svg`<text class="above" x=${edge} y=${top + 36}>${verdict ? said : counts}</text>` : ""}`
                  : svg`<text x="0" y=${line}>${label}</text><text text-anchor="end" x=${finish + SHARE} y=${line}>${own}</text><text x=${finish + COUNTS} y=${line}>${counts}</text>${verdict ? (isPaper ? svg`<text text-anchor="end" x=${width} y="20">${said}</text>` : svg`<text x=${finish + VERDICT} y=${line}>${said}</text>`) : ""}`
              }
              ${proportion === null ? "" : svg`<rect class=${look} x=${begin} y=${bar} width=${proportion === 0 ? 0 : Math.max(2, x(proportion) - begin)} height=${BAR} />`}
            `;
          })}
        </g>
      `,
      )}
      <line class="axis-line" x1=${begin} x2=${finish} y1=${foot} y2=${foot} />
      ${axis(foot + 18)}
      <text class="axis" x=${begin} y=${foot + AXIS + 14}>${text("ui.peers.axis")}</text>
    </svg>
  `;
}
