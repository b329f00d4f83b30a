// Small X12 interchanges of our own, sound and spoilt.
import { chance, int, pick } from "./random.mjs";

const money = (rng) => pick(rng, ["80", "80.00", "52.5", "0", "-80", "1840", "2480.00", "999999999.99", "1000000000", "1e3", "", "8O", ".5", "+5", "5."]);
const good = (rng) => pick(rng, ["80", "80.00", "52.5", "31.4", "12.00", "0", "1840"]);
const day = (rng) => `2026${String(int(rng, 1, 12)).padStart(2, "0")}${String(int(rng, 1, 28)).padStart(2, "0")}`;
const date = (rng) => (chance(rng, 0.92) ? day(rng) : pick(rng, ["20260230", "2026031", "", "2026-03-10", "20261301", "00000000", "260310"]));
const code = (rng) => pick(rng, ["97110", "97110", "97530", "97140", "97035", "92507", "97165", "G0283", "99213", "9711", "97010", "e0110", ""]);
const modifiers = (rng) => pick(rng, ["GP", "GP", "GP:KX", "GO", "GN", "GO:KX:59", "GP:GO", "KX", "", "GP:59:XS:KX", "gp", "GPX", "GP::KX"]);
const procedure = (rng) => `${pick(rng, ["HC", "HC", "HC", "HP", "NU", ""])}:${code(rng)}:${modifiers(rng)}`;
const person = (rng, role) =>
  `NM1*${role}*1*${pick(rng, ["DOE", "SMITH", "O'HARA", "", "ÑUÑEZ"])}*${pick(rng, ["JANE", "MARY", ""])}****${pick(rng, ["MI", "MI", "SY", ""])}*${pick(rng, ["1EG4TE5MK72", "1EG4", "2AB3", ""])}`;

const header = (rng) => [
  `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*000000001*0*${chance(rng, 0.95) ? "P" : "T"}*:`,
  ...(chance(rng, 0.03) ? ["TA1*000000100*260805*0823*R*024"] : []),
  ...(chance(rng, 0.9) ? ["GS*HP*S*R*20260101*1200*1*X*005010X221A1"] : []),
];

const interchange = (rng, kind, body, version = "") => [
  ...header(rng),
  `ST*${kind}*0001${version}`,
  ...body,
  ...(chance(rng, 0.96) ? [`SE*${body.length + (chance(rng, 0.96) ? 2 : 3)}*0001`] : []),
  ...(chance(rng, 0.9) ? ["GE*1*1", "IEA*1*000000001"] : []),
];
const times = (rng, from, to, make) => Array.from({ length: int(rng, from, to) }, () => make(rng)).flat();

function benefit(rng) {
  const amount = chance(rng, 0.8) ? good(rng) : money(rng);
  const what = pick(rng, ["AD", "AE", "AF", "AD^AE", "AE^AF", "", "30", "AE^AF^AE"]);
  const said = pick(rng, ["OCCUPATIONAL THERAPY", "PHYSICAL AND SPEECH", "Speech", "", "", "KX CAP"]);
  return [
    `EB*${pick(rng, ["D", "D", "F", "F", "1", "C", "A", "B", ""])}*${pick(rng, ["IND", "", "FAM"])}*${what}*${pick(rng, ["MB", "MB", "", "MA", "HM"])}*${said}*${pick(rng, ["29", "23", "", "24"])}*${amount}${chance(rng, 0.1) ? "*1*VS*10" : ""}`,
    ...(chance(rng, 0.5)
      ? [
          `DTP*${pick(rng, ["292", "292", "291", "348"])}*${pick(rng, ["RD8", "RD8", "D8"])}*${pick(rng, ["20260101-20261231", "20250101-20251231", date(rng), "20261231-20260101", "x"])}`,
        ]
      : []),
    ...(chance(rng, 0.5) ? [`MSG*${pick(rng, ["USED AMOUNT", "used amount", "REMAINING", "", "AMOUNT USED TO DATE"])}`] : []),
  ];
}
const eligibility = (rng) =>
  interchange(rng, "271", [
    ...(chance(rng, 0.7) ? [`BHT*0022*11*1*${date(rng)}*1200`] : []),
    ...(chance(rng, 0.7) ? ["HL*1**20*1", "HL*2*1*22*0", person(rng, "IL")] : []),
    ...times(rng, 0, 4, benefit),
    ...(chance(rng, 0.2) ? ["LS*2120", person(rng, "IL"), ...(chance(rng, 0.9) ? ["LE*2120"] : []), ...times(rng, 0, 2, benefit)] : []),
    ...(chance(rng, 0.2) ? ["HL*3*1*22*0", person(rng, "IL"), ...times(rng, 0, 2, benefit)] : []),
  ]);

const cents = (text) => Math.round(Number(text) * 100);
/** A line whose charge less its adjustments is what was paid, and its charge and payment in cents. */
function balanced(rng, sign) {
  const charge = cents(pick(rng, ["80", "60", "120.50"]));
  const off = cents(pick(rng, ["15", "8.04", "0"]));
  const share = cents(pick(rng, ["13", "9.6", "0", "0"]));
  const paid = charge - off - share;
  const text = (amount) => String((sign * amount) / 100);
  const group = sign < 0 && chance(rng, 0.3) ? "CR" : "CO";
  return {
    segments: [
      `SVC*HC:${pick(rng, ["97110", "97530", "97140", "92507"])}:${pick(rng, ["GP", "GP", "GP:KX", "GO:KX", "GN", ""])}*${text(charge)}*${text(paid)}*${pick(rng, ["", "", "", "0420"])}*2`,
      ...(chance(rng, 0.9) ? [`DTM*472*${date(rng)}`] : []),
      ...(off ? [`CAS*${group}*${pick(rng, ["45", "45", "45", "59"])}*${text(off)}`] : []),
      ...(share ? [`CAS*${group === "CR" ? "CR" : "PR"}*${pick(rng, ["1", "2", "3"])}*${text(share)}`] : []),
      ...(chance(rng, 0.3) ? [`AMT*B6*${text(charge - off)}`] : []),
    ],
    charge,
    paid,
  };
}
const adjustment = (rng) =>
  `CAS*${pick(rng, ["CO", "CO", "PR", "OA", "PI", "CR", ""])}*${pick(rng, ["45", "45", "59", "253", "2", "1", "119", "96", "97", "16", "23"])}*${chance(rng, 0.9) ? good(rng) : money(rng)}${chance(rng, 0.3) ? `**${pick(rng, ["253", "59", "45", "3"])}*${good(rng)}` : ""}`;
const service = (rng) => [
  `SVC*${procedure(rng)}*${chance(rng, 0.9) ? good(rng) : money(rng)}*${chance(rng, 0.9) ? good(rng) : money(rng)}**${pick(rng, ["1", "2", "", "0", "1.5"])}`,
  ...(chance(rng, 0.9) ? [`DTM*${pick(rng, ["472", "472", "472", "150", "151"])}*${date(rng)}`] : []),
  ...times(rng, 0, 3, adjustment),
  ...(chance(rng, 0.6) ? [`AMT*${pick(rng, ["B6", "B6", "B6", "AU"])}*${chance(rng, 0.9) ? good(rng) : money(rng)}`] : []),
  ...(chance(rng, 0.2) ? [`REF*6R*${int(rng, 1, 9)}`] : []),
];
const people = (rng) => [
  ...(chance(rng, 0.8) ? [person(rng, "QC")] : []),
  ...(chance(rng, 0.2) ? [person(rng, "IL")] : []),
  ...(chance(rng, 0.1) ? [person(rng, "74")] : []),
];
function wholePayment(rng) {
  const status = pick(rng, ["1", "1", "1", "2", "22", "4", "25"]);
  const lines = Array.from({ length: int(rng, 0, 3) }, () => balanced(rng, status === "22" ? -1 : 1));
  const total = (name) => lines.reduce((sum, line) => sum + line[name], 0) * (status === "22" ? -1 : 1);
  const ofClaim = chance(rng, 0.15) ? { cas: pick(rng, ["CO*45", "CO*253", "PR*1"]), amount: 500 } : null;
  const paid = total("paid") - (ofClaim?.amount ?? 0);
  return [
    `CLP*C${int(rng, 1, 4)}*${status}*${total("charge") / 100}*${paid / 100}*13*${pick(rng, ["MB", "MB", "MA", "16"])}*ICN${int(rng, 1, 5)}*${pick(rng, ["11", "13", "13", "13", "32", "34", "85"])}*1`,
    ...(ofClaim ? [`CAS*${ofClaim.cas}*${ofClaim.amount / 100}`] : []),
    ...people(rng),
    ...(chance(rng, 0.3) ? [`DTM*232*${date(rng)}`, ...(chance(rng, 0.5) ? [`DTM*233*${pick(rng, [date(rng), "20270105"])}`] : [])] : []),
    ...lines.flatMap((line) => line.segments),
  ];
}
const spoiltPayment = (rng) => [
  `CLP*C${int(rng, 1, 4)}*${pick(rng, ["1", "1", "1", "2", "3", "4", "19", "22", ""])}*${good(rng)}*${pick(rng, ["52", "0", "0.00", "-52"])}*${pick(rng, ["13", "0", ""])}*${pick(rng, ["MB", "MB", "MB", "MA", "16", "12", "HM", ""])}*ICN${int(rng, 1, 5)}*${pick(rng, ["11", "12", "13", "18", "21", "74", ""])}*1`,
  ...people(rng),
  ...(chance(rng, 0.3) ? [`DTM*232*${date(rng)}`] : []),
  ...times(rng, 0, 1, adjustment),
  ...times(rng, 0, 3, service),
];
const payment = (rng) => (chance(rng, 0.6) ? wholePayment(rng) : spoiltPayment(rng));
const remittance = (rng) =>
  interchange(rng, "835", [
    ...(chance(rng, 0.9) ? [`BPR*${pick(rng, ["I", "H", "C"])}*52*C*ACH*CCP*01*1*DA*1*1**01*1*DA*1*${date(rng)}`] : []),
    ...(chance(rng, 0.9) ? ["TRN*1*T1*1"] : []),
    ...(chance(rng, 0.5) ? ["LX*1"] : []),
    ...times(rng, 0, 3, payment),
    ...(chance(rng, 0.1) ? ["PLB*1*20261231*WO*5"] : []),
  ]);

const line = (rng) => [
  `LX*${int(rng, 1, 9)}`,
  chance(rng, 0.75)
    ? `SV1*${procedure(rng)}*${chance(rng, 0.9) ? good(rng) : money(rng)}*${pick(rng, ["UN", "UN", "MJ", ""])}*${pick(rng, ["1", "2", "15", "1.5", "", "-1"])}***1`
    : `SV2*0420*${procedure(rng)}*${good(rng)}*UN*${pick(rng, ["1", "2"])}`,
  ...(chance(rng, 0.9) ? [`DTP*472*${pick(rng, ["D8", "D8", "RD8"])}*${pick(rng, [date(rng), date(rng), `${day(rng)}-${day(rng)}`])}`] : []),
  ...(chance(rng, 0.3) ? [`REF*6R*L${int(rng, 1, 3)}`] : []),
  ...(chance(rng, 0.1) ? [`NTE*ADD*${pick(rng, ["KX CQ 59", ""])}`] : []),
];
const claim = (rng) => [
  `CLM*C${int(rng, 1, 4)}*${good(rng)}***${pick(rng, ["11:B:1", "11:B:7", "22:A:1", "11:B:8", "11", ""])}*Y*A*Y*I`,
  ...(chance(rng, 0.2) ? ["DTP*434*RD8*20260301-20260331"] : []),
  ...times(rng, 0, 3, line),
];
const claims = (rng) =>
  interchange(
    rng,
    "837",
    [
      ...(chance(rng, 0.8) ? [`BHT*0019*00*1*${date(rng)}*1200*CH`] : []),
      "HL*1**20*1",
      ...times(rng, 0, 2, () => [
        `HL*${int(rng, 2, 4)}*1*22*${int(rng, 0, 1)}`,
        `SBR*${pick(rng, ["P", "S"])}*18*******${pick(rng, ["MB", "MB", "MA", "16", "CI", ""])}`,
        person(rng, "IL"),
        `NM1*PR*2*${pick(rng, ["MEDICARE", "ACME", ""])}*****PI*1`,
        ...times(rng, 0, 3, claim),
      ]),
    ],
    pick(rng, ["*005010X222A1", "*005010X223A2", "", "*005010X222A2"]),
  );

export const KINDS = { 271: eligibility, 835: remittance, 837: claims };

const JUNK = ["\u0000", "é", "\ud800", "~", "*", ":", "^", "\n", " ", "ISA", "~~", "\ufeff", "\u00a0", "😀"];

/** The text of segments, in one of the forms files come in. */
function written(rng, segments) {
  const separator = pick(rng, ["~", "~", "~", "~\n", "~\r\n", "'", "\n", "|"]);
  const text = segments.join(separator) + (chance(rng, 0.95) ? separator : "");
  return chance(rng, 0.05) ? text.replaceAll("*", "|") : text;
}

const MISTAKES = [
  (rng, segments) => {
    segments.splice(int(rng, 0, segments.length - 1), 1);
  },
  (rng, segments) => {
    const at = int(rng, 0, segments.length - 1);
    segments.splice(at, 0, segments[at]);
  },
  (rng, segments) => {
    const at = int(rng, 0, segments.length - 1);
    const parts = segments[at].split("*");
    parts.splice(int(rng, 0, parts.length - 1), 1);
    segments[at] = parts.join("*");
  },
  (rng, segments) => {
    const at = int(rng, 0, segments.length - 1);
    segments[at] = segments[at].toLowerCase();
  },
  (rng, segments) => {
    const [a, b] = [int(rng, 0, segments.length - 1), int(rng, 0, segments.length - 1)];
    [segments[a], segments[b]] = [segments[b], segments[a]];
  },
  (rng, segments) => {
    const at = int(rng, 0, segments.length - 1);
    const place = int(rng, 0, segments[at].length);
    segments[at] = segments[at].slice(0, place) + pick(rng, JUNK) + segments[at].slice(place);
  },
  (rng, segments) => {
    segments.push(...pick(rng, Object.values(KINDS))(rng));
  },
];

export function randomX12(rng, kind = pick(rng, Object.keys(KINDS))) {
  const segments = KINDS[kind](rng);
  if (chance(rng, 0.4)) for (let count = pick(rng, [1, 1, 2, 4]); count > 0 && segments.length; count--) pick(rng, MISTAKES)(rng, segments);
  const text = written(rng, segments);
  if (chance(rng, 0.04)) return text.slice(0, int(rng, 0, text.length));
  if (chance(rng, 0.02)) return pick(rng, JUNK) + text;
  return text;
}
