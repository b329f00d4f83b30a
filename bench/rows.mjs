// What is promised, as ratios: `bar` is held, `stretch` is wished for. A row without a bar is there to compare with.
const PLAIN = "plain.decide";

/** What each contender is called in the table. */
export const NAMES = {
  "plain.decide": "plain JS, whole cents: decide",
  "plain.session": "plain JS, a session's decide",
  "plain.decideNdjson": "plain JS, NDJSON, a line",
  "plain.auditNdjson": "plain JS, audit as NDJSON, a line",
  "big.js": "big.js",
  "decimal.js": "decimal.js",
  "json-rules-engine": "json-rules-engine",
  "cedar-wasm": "cedar-wasm",
  "zen-engine": "zen-engine",
  "kx.decide": "kx-modifier: decide",
  "kx.decide among others": "kx-modifier: decide, after its other functions",
  "kx.session.decide": "kx-modifier: session.decide",
  "kx.session.outcome": "kx-modifier: session.outcome",
  "kx.decideAll": "kx-modifier: decideAll, a line",
  "kx.decideAll outcome": "kx-modifier: decideAll, outcomes, a line",
  "kx.decideNdjson": "kx-modifier: decideNdjson, a line",
  "kx.auditNdjson": "kx-modifier: auditNdjson, a line",
};

export const ROWS = [
  { of: PLAIN, to: PLAIN },
  { of: "big.js", to: PLAIN },
  { of: "decimal.js", to: PLAIN },
  { of: "json-rules-engine", to: PLAIN },
  { of: "cedar-wasm", to: PLAIN },
  { of: "zen-engine", to: PLAIN },
  { of: "kx.decide", to: PLAIN, bar: 6, stretch: 4.5 },
  { of: "kx.decide", to: "decimal.js", bar: 1.2 },
  { of: "kx.decide among others", to: PLAIN },
  { of: "plain.session", to: PLAIN },
  { of: "kx.session.decide", to: PLAIN, bar: 3, stretch: 2.2 },
  { of: "kx.session.outcome", to: PLAIN, bar: 0.7, stretch: 0.5 },
  { of: "kx.decideAll", to: PLAIN, bar: 6.5, stretch: 5 },
  { of: "kx.decideAll outcome", to: PLAIN },
  { of: "plain.decideNdjson", to: PLAIN },
  { of: "kx.decideNdjson", to: "plain.decideNdjson", bar: 0.75, stretch: 0.55 },
  { of: "plain.auditNdjson", to: PLAIN },
  { of: "kx.auditNdjson", to: "plain.auditNdjson", bar: 0.75 },
];

/** In a page: what a page calls. */
export const PAGE_ROWS = ROWS.filter(({ of }) => [PLAIN, "decimal.js", "kx.decide", "kx.session.decide", "kx.session.outcome", "kx.decideAll"].includes(of));

export const COLD_ROWS = [
  { of: "visit", to: "plain", bar: 3 },
  { of: "visit, work", to: "plain, work", bar: 3 },
  { of: "everything", to: "plain", bar: 5 },
  { of: "everything, work", to: "plain, work", bar: 5 },
];

/** A line of many costs what a line of a thousand costs. Twice the lines may find a fuller cache, hence the fifth. */
export const LINEAR_ROWS = [
  { of: "decideNdjson, many", to: "decideNdjson, 1,000", bar: 1.2 },
  { of: "auditNdjson, many", to: "auditNdjson, 1,000", bar: 1.2 },
];
export const ONE_CALL_ROWS = [
  { of: "decideNdjson, 20,000", to: "decideNdjson, 1,000", bar: 1.2 },
  { of: "auditNdjson, 20,000", to: "auditNdjson, 1,000", bar: 1.2 },
  { of: "auditNdjson, 20,000 of one", to: "auditNdjson, 1,000", bar: 1.2 },
];

/** Of one contender beside another, in `recorded.json`. */
export const rowId = ({ of, to }) => `${of} / ${to}`;
