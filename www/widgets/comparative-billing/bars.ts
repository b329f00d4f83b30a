// The shares as bars. Each bar carries its name and its number, so that a share of nothing is read as well as a large one.
import { svg } from "lit";
import type { compareBilling } from "kx-modifier";
import type { Voice } from "../shared/explanation.js";

export type Row = ReturnType<typeof compareBilling>["rows"][number];

const BAR = 36;
const HEAD = 32;
const GAP = 24;

/** How the picture speaks. */
type Words = Pick<Voice, "text"> & { share: (proportion: number | null) => string };

export function bars(rows: readonly Row[], width: number, { text, share }: Words) {
  const groups = rows.map(({ code, description, proportion, peers }) => ({
    name: `${code} ${description}`,
    bars: [{ label: text("ui.peers.own-lines"), proportion, own: true }, ...peers.map(({ label, proportion }) => ({ label, proportion, own: false }))],
  }));
  const highest = Math.max(0, ...groups.flatMap((group) => group.bars.map(({ proportion }) => proportion ?? 0))) || 1;
  const heightOf = (group: (typeof groups)[number]): number => HEAD + group.bars.length * BAR + GAP;
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + heightOf(group), 0));
  const height = Math.max(0, groups.reduce((sum, group) => sum + heightOf(group), 0) - GAP);
  return svg`
    <svg part="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="bars-title" aria-describedby="bars-desc">
      <title id="bars-title">${text("ui.peers.bars-title")}</title>
      <desc id="bars-desc">${text("ui.peers.bars-description")}</desc>
      ${groups.map(
        (group, index) => svg`
        <g transform="translate(0 ${starts[index]})">
          <text class="code" x="0" y="18">${group.name}</text>
          ${group.bars.map(({ label, proportion, own }, place) => {
            const top = HEAD + place * BAR;
            return svg`
              <text x="0" y=${top + 10}>${label} <tspan class="share">${share(proportion)}</tspan></text>
              <rect class="track" x="0" y=${top + 16} width=${width} height="10" rx="2" />
              ${proportion === null ? "" : svg`<rect class=${own ? "own" : "peer"} x="0" y=${top + 16} width=${Math.max(2, Math.round((proportion / highest) * width))} height="10" rx="2" />`}
            `;
          })}
        </g>
      `,
      )}
    </svg>
  `;
}
