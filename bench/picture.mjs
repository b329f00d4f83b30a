// The picture for the README, drawn from `recorded.json`. `node bench/picture.mjs` draws it again.
import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { recorded } from "./main.mjs";
import { rowId } from "./rows.mjs";

export const pictureFile = fileURLToPath(new URL("../docs/bench.svg", import.meta.url));

const BASE = "plain.decide";
const OURS = [
  ["kx.session.outcome", "session.outcome"],
  ["kx.session.decide", "session.decide"],
  ["kx.decide", "decide"],
];
const OTHERS = [
  ["big.js", "by hand, with big.js"],
  ["decimal.js", "by hand, with decimal.js"],
  ["json-rules-engine", "json-rules-engine"],
  ["cedar-wasm", "cedar-wasm"],
  ["zen-engine", "zen-engine"],
];

const WIDTH = 760,
  LABELS = 262,
  RIGHT = 70,
  ROW = 30,
  BAR = 16,
  TOP = 76;

const STYLE = `
  .ground { fill: #ffffff; } .line { stroke: #d0d7de; } text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328; }
  .title { font-size: 16px; font-weight: 600; } .small { font-size: 12px; fill: #59636e; } .own { font-weight: 600; }
  .bar { fill: #8c959f; } .bar.own { fill: #0b6e6e; } .bar.base { fill: #59636e; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; } .line { stroke: #3d444d; } text { fill: #f0f6fc; } .small { fill: #9198a1; }
    .bar { fill: #656c76; } .bar.own { fill: #3fb8b0; } .bar.base { fill: #9198a1; }
  }`;

const number = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** SVG text, or null where nothing is recorded yet. */
export function picture(ratios) {
  if (!ratios) return null;
  const of =
    (kind) =>
    ([name, label]) => ({ kind, label, value: ratios[rowId({ of: name, to: BASE })] });
  const rows = [...OURS.map(of("own")), { kind: "base", label: "plain JavaScript", value: 1 }, ...OTHERS.map(of("other"))]
    .filter(({ value }) => value !== undefined)
    .sort((a, b) => a.value - b.value);
  const scale = (WIDTH - LABELS - RIGHT) / Math.max(...rows.map(({ value }) => value));
  const height = TOP + rows.length * ROW + 34;
  const bars = rows.map(({ kind, label, value }, index) => {
    const y = TOP + index * ROW,
      width = Math.max(1, value * scale),
      middle = y + BAR / 2 + 5;
    return `  <text class="${kind}" x="${LABELS - 12}" y="${middle}" text-anchor="end">${kind === "own" ? `kx-modifier ${label}` : label}</text>
  <rect class="bar ${kind}" x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>
  <text class="${kind}" x="${(LABELS + width + 8).toFixed(1)}" y="${middle}">${number(value)} ×</text>`;
  });
  const said = rows.map(({ kind, label, value }) => `${kind === "own" ? "kx-modifier " : ""}${label} ${number(value)}`).join(", ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
  <title id="title">How long one decision takes, beside plain JavaScript</title>
  <desc id="desc">Times as long as careful hand-written JavaScript: ${said}.</desc>
  <style>${STYLE}
  </style>
  <rect class="ground" width="${WIDTH}" height="${height}" rx="6"/>
  <text class="title" x="24" y="32">One decision: times as long as careful hand-written JavaScript</text>
  <text class="small" x="24" y="52">Shorter is quicker. The same cases for all, 0 to 40 ledger rows to be summed up in each.</text>
${bars.join("\n")}
  <line class="line" x1="${LABELS}" x2="${LABELS}" y1="${TOP - 6}" y2="${TOP + rows.length * ROW - 8}"/>
  <text class="small" x="24" y="${height - 14}">Medians of interleaved runs in Node, a process for each. Run it yourself: npm run bench</text>
</svg>
`;
}

export function draw() {
  const text = picture(recorded().core);
  if (text !== null) writeFileSync(pictureFile, text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) draw();
