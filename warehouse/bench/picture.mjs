// The picture of docs/warehouse.md, drawn from `recorded.json`: lines a second of processor time, and how time grows with the lines.
// `node warehouse/bench/picture.mjs` draws it again.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const recorded = JSON.parse(readFileSync(new URL("recorded.json", import.meta.url), "utf8"));
const WIDTH = 760;
const LEFT = 64;
const RIGHT = 150;
const TOP = 78;
const HEIGHT = 300;
const [LEAST, MOST] = [0.05, 2000];
const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];
const WAYS = [
  ["wheel, Arrow", "own", "wheel, Arrow columns"],
  ["native", "other", "the crate, lines of JSON"],
  ["wheel, NDJSON", "other dashed", "wheel, lines of JSON"],
  // Its end is where another goes on.
  ["node", "base", "Node, lines of JSON", "above"],
  ["Spark, 1 core", "spark dashed", "Spark, 1 core"],
  ["Spark, 2 cores", "spark", "Spark, 2 cores"],
];

const STYLE = `
  .ground { fill: #ffffff; } .grid { stroke: #d0d7de; } text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328; }
  .title { font-size: 16px; font-weight: 600; } .small { font-size: 12px; fill: #59636e; } .name { font-size: 12px; }
  .line { fill: none; stroke-width: 2; } .dashed { stroke-dasharray: 5 3; } .own { stroke: #0b6e6e; } .other { stroke: #59636e; } .base { stroke: #8a6d00; } .spark { stroke: #b3452c; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; } .grid { stroke: #3d444d; } text { fill: #f0f6fc; } .small { fill: #9198a1; }
    .own { stroke: #3fb8b0; } .other { stroke: #9198a1; } .base { stroke: #d4b13f; } .spark { stroke: #f0795c; }
  }`;

const scale = (value, from, to, room) => ((Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))) * room;
const x = (lines) => LEFT + scale(lines, SIZES[0], SIZES.at(-1), WIDTH - LEFT - RIGHT);
const y = (seconds) => TOP + HEIGHT - scale(Math.max(seconds, LEAST), LEAST, MOST, HEIGHT);
const lines = (count) => (count >= 1_000_000 ? `${count / 1_000_000} million` : count.toLocaleString("en-US"));

function curve([name, kind, label, place]) {
  const points = SIZES.flatMap((size) => (recorded[name]?.[size] ? [[x(size), y(recorded[name][size].processor)]] : []));
  if (points.length === 0) return null;
  const [endX, endY] = points.at(-1);
  return { kind, label, points, endX, endY, isAbove: place === "above" };
}

/** Names beside the ends of the curves, none over another. */
function placed(curves) {
  let last = -Infinity;
  return curves
    .toSorted((a, b) => a.endY - b.endY)
    .map((one) => {
      if (one.isAbove) return { ...one, textY: one.endY - 8 };
      last = Math.max(one.endY + 4, last + 15);
      return { ...one, textY: last };
    });
}

const curves = placed(WAYS.map(curve).filter(Boolean));
const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${TOP + HEIGHT + 60}" width="${WIDTH}" height="${TOP + HEIGHT + 60}" role="img" aria-labelledby="title desc">
  <title id="title">Processor time of an audit by the number of lines</title>
  <desc id="desc">${WAYS.map(([name, , label]) => `${label}: ${SIZES.filter((size) => recorded[name]?.[size]).map((size) => `${lines(size)} lines in ${recorded[name][size].processor} s`).join(", ")}`).join(". ")}.</desc>
  <style>${STYLE}
  </style>
  <rect class="ground" width="${WIDTH}" height="${TOP + HEIGHT + 60}" rx="6"/>
  <text class="title" x="24" y="30">An audit: seconds of processor time by the number of lines</text>
  <text class="small" x="24" y="50">Lower is quicker; both scales grow tenfold. Reading and writing included, and for Spark starting it.</text>
${[0.1, 1, 10, 100, 1000].map((seconds) => `  <line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(seconds).toFixed(1)}" y2="${y(seconds).toFixed(1)}"/><text class="small" x="${LEFT - 8}" y="${(y(seconds) + 4).toFixed(1)}" text-anchor="end">${seconds} s</text>`).join("\n")}
${SIZES.map((size) => `  <text class="small" x="${x(size).toFixed(1)}" y="${TOP + HEIGHT + 20}" text-anchor="middle">${lines(size)}</text>`).join("\n")}
${curves.map(({ kind, points }) => `  <polyline class="line ${kind}" points="${points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ")}"/>`).join("\n")}
${curves.map(({ label, endX, textY, isAbove }) => `  <text class="name" x="${(isAbove ? endX : endX + 8).toFixed(1)}" y="${textY.toFixed(1)}"${isAbove ? ' text-anchor="end"' : ""}>${label}</text>`).join("\n")}
  <text class="small" x="24" y="${TOP + HEIGHT + 46}">The ways took turns on one shared machine. Run it yourself: python warehouse/bench/measure.py 10000 100000</text>
</svg>
`;
writeFileSync(fileURLToPath(new URL("../../docs/warehouse.svg", import.meta.url)), text);
