// The files of the month as a clearinghouse sends them, from tests/spec/month_files.csv: a row is a line of a remittance (835) or an amount of an
// eligibility response (271).
import { rows, words } from "../week/shared.mjs";

const all = rows("month_files");
const plain = (day) => day.replaceAll("-", "");

const envelope = (kind, code, day, number, body) => {
  const segments = [`ST*${kind}*0001`, ...body];
  return [
    `ISA*00*          *00*          *ZZ*SAMPLEPAYER    *ZZ*SAMPLECLINIC   *${plain(day).slice(2)}*0900*^*00501*${number}*0*P*:`,
    `GS*${code}*SAMPLEPAYER*SAMPLECLINIC*${plain(day)}*0900*1*X*005010`,
    ...segments,
    `SE*${segments.length + 1}*0001`,
    "GE*1*1",
    `IEA*1*${number}`,
  ]
    .map((segment) => `${segment}~\n`)
    .join("");
};

const named = (kind, { name, member }) => {
  const [first, last] = words(name);
  return `NM1*${kind}*1*${last}*${first}****MI*${member}`;
};

/** A claim with its one line. */
const payment = ({ claim, status, service, code, modifiers, charge, paid, adjustments, stated }, patient) => [
  `CLP*${claim}*${status}*${charge}*${paid}*0*${patient.type === "institutional" ? "MA" : "MB"}*${claim}-${status}*${patient.type === "institutional" ? "13" : "11"}*1`,
  named("QC", patient),
  `SVC*HC:${[code, ...words(modifiers)].join(":")}*${charge}*${paid}**1`,
  `DTM*472*${plain(service)}`,
  ...adjustments.split("+").map((one) => `CAS*${one}`),
  ...(stated ? [`AMT*B6*${stated}`] : []),
];

const BENEFIT = { "PT/SLP": "AE", OT: "AD" };
const benefit = ({ bucket, remaining, day }, patient, place) => [
  `HL*${place + 3}*2*22*0`,
  named("IL", patient),
  `EB*F**${BENEFIT[bucket]}*MB**29*${remaining}`,
  `DTP*292*RD8*${day.slice(0, 4)}0101-${day.slice(0, 4)}1231`,
];

/** In the order in which they are looked at. `of`: a patient by their id. */
export const filesOf = (of) =>
  [...new Set(all.map(({ file }) => file))].map((file, place) => {
    const own = all.filter((row) => row.file === file);
    const [{ kind, day }] = own;
    const number = String(place + 1).padStart(9, "0");
    const body =
      kind === "835"
        ? [
            `BPR*I*0*C*NON************${plain(day)}`,
            `TRN*1*MONTH-${number}*0000000000`,
            "N1*PR*MEDICARE PART B SAMPLE",
            "N1*PE*SAMPLE THERAPY CLINIC*XX*1999999984",
            "LX*1",
            ...own.flatMap((row) => payment(row, of(row.patient))),
          ]
        : [
            `BHT*0022*11*MONTH-${number}*${plain(day)}*0900`,
            "HL*1**20*1",
            "NM1*PR*2*MEDICARE PART B SAMPLE*****PI*SAMPLE",
            "HL*2*1*21*1",
            "NM1*1P*2*SAMPLE THERAPY CLINIC*****XX*1999999984",
            ...own.flatMap((row, at) => benefit(row, of(row.patient), at)),
          ];
    return { file, name: `${file}.${kind}`, kind, day, rows: own, text: envelope(kind, kind === "835" ? "HP" : "HB", day, number, body) };
  });
