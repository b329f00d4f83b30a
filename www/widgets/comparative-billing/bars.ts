// The shares as bars on one scale from nothing to all lines. Each bar carries its name, its share and its counts.
import { svg } from "lit";
import type { compareBilling } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";

export type Row = ReturnType<typeof compareBilling>["rows"][number];

const HEAD = 30;
const GAP = 22;
const AXIS = 44;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** How the picture speaks. */
type Words = Pick<Voice, "text"> & { share: (proportion: number | null) => string; percent: (share: number) => string };

interface Bar {
  label: string;
  proportion: number | null;
  /** `4 of 90 lines`; empty where only a share is known. */
  counts: string;
  own: boolean;
}

function barsOf({ lines, kxLines, proportion, peers }: Row, text: Words["text"]): Bar[] {
  const counts = (kx: number | null, all: number | null): string => (kx === null || all === null ? "" : text("ui.peers.of-lines", { kx, count: all }));
  return [
    { label: text("ui.peers.own-lines"), proportion, counts: counts(kxLines, lines), own: true },
    ...peers.map((peer) => ({ label: peer.label, proportion: peer.proportion, counts: counts(peer.kxLines, peer.lines), own: false })),
  ];
}

export function bars(rows: readonly Row[], width: number, { text, share, percent }: Words) {
  const groups = rows.map((row) => ({ code: row.code, name: `${row.code} ${row.description}`, bars: barsOf(row, text) }));
  // Where name, share and counts have no room in one line they take two.
  const narrow = width < 480;
  const room = narrow ? 54 : 38;
  const heightOf = (group: (typeof groups)[number]): number => HEAD + group.bars.length * room + GAP;
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + heightOf(group), 0));
  const foot = groups.reduce((sum, group) => sum + heightOf(group), 0);
  // The last tick's words end with the picture.
  const x = (portion: number): number => Math.round(1 + portion * (width - 2));
  const says = groups.map(({ code, bars }) =>
    text("ui.peers.bars-says", {
      code,
      shares: bars.map(({ label, proportion, counts }) => [label, share(proportion), counts].filter(Boolean).join(" ")).join(", "),
    }),
  );
  return svg`
    <svg part="chart" viewBox="0 0 ${width} ${foot + AXIS}" role="img" aria-labelledby="bars-title" aria-describedby="bars-desc">
      <title id="bars-title">${text("ui.peers.bars-title")}</title>
      <desc id="bars-desc">${text("ui.peers.bars-description")} ${says.join(" ")}</desc>
      ${groups.map(
        (group, index) => svg`
        <g transform="translate(0 ${starts[index]})">
          <text class="code" x="0" y="18">${group.name}</text>
          ${group.bars.map(({ label, proportion, counts, own }, place) => {
            const top = HEAD + place * room;
            const figures = svg`<tspan class="share" dx=${narrow ? 0 : 8}>${share(proportion)}</tspan>${counts ? svg`<tspan class="counts" dx="8">${counts}</tspan>` : ""}`;
            const bar = top + room - 20;
            return svg`
              ${narrow ? svg`<text x="0" y=${top + 10}>${label}</text><text x="0" y=${top + 28}>${figures}</text>` : svg`<text x="0" y=${top + 12}>${label}${figures}</text>`}
              <rect class="track" x="1" y=${bar} width=${width - 2} height="12" />
              ${TICKS.map((tick) => svg`<line class="tick" x1=${x(tick)} x2=${x(tick)} y1=${bar} y2=${bar + 12} />`)}
              ${proportion === null ? "" : svg`<rect class=${own ? "own" : "peer"} x="1" y=${bar} width=${proportion === 0 ? 0 : Math.max(2, x(proportion) - 1)} height="12" />`}
            `;
          })}
        </g>
      `,
      )}
      <line class="axis-line" x1="1" x2=${width - 1} y1=${foot - 8} y2=${foot - 8} />
      ${TICKS.map(
        (tick) => svg`
        <line class="axis-line" x1=${x(tick)} x2=${x(tick)} y1=${foot - 8} y2=${foot - 2} />
        <text text-anchor=${tick === 0 ? "start" : tick === 1 ? "end" : "middle"} x=${x(tick)} y=${foot + 13}>${percent(tick)}</text>
      `,
      )}
      <text class="axis" x="0" y=${foot + 34}>${text("ui.peers.axis")}</text>
    </svg>
  `;
}
