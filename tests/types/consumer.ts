// What a user's code looks like under the strictest settings. Lines with @ts-expect-error must not compile.
import type { Functions } from "../../dist/desk/index.js";
import {
  fill,
  fixtures,
  getBalance,
  getByShadowRole,
  getChip,
  getLine,
  kxQueries,
  noticesOf,
  press,
  type Chip,
  type ShownNotice,
} from "../../dist/testing/index.js";
import spanish from "../../dist/wording/es.js";
import init, {
  decide,
  decideAll,
  decideAppointment,
  initSync,
  KxError,
  openAppointment,
  thresholds,
  traitsToEvaluate,
  useWording,
  versions,
} from "../../dist/index.js";
import type {
  Decision,
  DecisionRequest,
  KxErrorCode,
  Money,
  Notice,
  NoticeCode,
  ServiceType,
  ThresholdDisplay,
  Thresholds,
  Trait,
  Wording,
} from "../../dist/index.js";

export async function main(bytes: ArrayBuffer): Promise<string> {
  await init();
  await init(new URL("https://example.org/kx-modifier.wasm"));
  await init(bytes);
  initSync(bytes);
  const request: DecisionRequest = {
    line: { code: "97110", modifiers: ["GP"], allowed: "31.40" },
    appointment: { date: "2026-03-10", renderingProvider: { discipline: "PT", taxonomy: null } },
    coverage: { program: "medicare-part-b" },
    usage: { used: { "PT/SLP": "2480.00" } },
  };
  const decision: Decision = decide(request);
  const after: string[] = decision.modifiers;
  const bucket: ServiceType | null = decision.serviceType;
  const shown: Thresholds = thresholds({ date: "2026-03-10" });
  const panel: ThresholdDisplay = shown["PT/SLP"];
  const remaining: Money = panel.remaining;
  const notices: Notice[] = decision.notices;
  const { decisions, thresholdsAfter, unresolved } = decideAppointment({
    ...omitLine(request),
    lines: [{ ...request.line, section: "flowsheet", done: true }],
  });
  const waiting: number = unresolved.length + decisions.length + (thresholdsAfter?.OT.fraction ?? 0);
  for (const answer of decideAll([request])) {
    if ("error" in answer) console.log(answer.error.code, answer.error.path, answer.error.help);
    else console.log(answer.decision.action);
  }
  const traits: Trait[] = traitsToEvaluate({
    traits: [{ name: "a", prompt: "b" }],
    date: "2026-03-10",
    serviceType: null,
    coverage: { program: "other" },
  }).evaluate;
  try {
    decide(request);
  } catch (error) {
    if (error instanceof KxError) return `${error.code} ${error.path ?? ""} ${error.help} ${error.message}`;
  }
  const years: number[] = versions().years;
  const mine: Wording = { ...spanish, texts: { ...spanish.texts, "tooltip.apply": "KX: {why}." } };
  useWording(mine);
  useWording(null);

  const codes: NoticeCode[] = decision.notices.map(({ code }) => code);
  const refused: KxErrorCode[] = ["unknown-field", "tag-taken"];
  const { line: _, ...context } = request;
  const session = openAppointment(context);

  // @ts-expect-error no such notice
  codes.includes("neer-threshold");
  // @ts-expect-error no such code
  refused.push("unknown-feild");
  // @ts-expect-error without benefits, in a year that is not known, there are no thresholds
  session.setOtherUsed("OT", "1.00").OT;
  // @ts-expect-error an amount is text
  decide({ ...request, line: { code: "97110", allowed: 31.4 } });
  // @ts-expect-error a misspelt field
  decide({ ...request, line: { code: "97110", modifer: ["GP"] } });
  // @ts-expect-error no such program
  decide({ ...request, coverage: { program: "medicaid" } });
  // @ts-expect-error the coverage is needed
  decide({ line: request.line, appointment: request.appointment });

  return [after, bucket, remaining, notices, waiting, traits, years].join();
}

function omitLine({ line: _, ...rest }: DecisionRequest): Omit<DecisionRequest, "line"> {
  return rest;
}

type Whole = typeof import("../../dist/index.js");
type Visit = Pick<
  Whole,
  | "initSync"
  | "KxError"
  | "versions"
  | "decide"
  | "decideAll"
  | "thresholds"
  | "decideAppointment"
  | "openAppointment"
  | "traitsToEvaluate"
  | "documentationChecklist"
  | "projectCrossing"
  | "describeProjection"
  | "therapyCodes"
  | "useWording"
> & { default: Whole["default"] };

/** What a desk may be given. */
export const given = (whole: Whole, visit: Visit): Functions[] => [
  whole,
  visit,
  // @ts-expect-error a desk cannot do without appointments
  { ...visit, openAppointment: undefined },
  // @ts-expect-error no such answer
  { ...visit, audit: () => 1 },
];

/** A host's own test. */
export async function tested(page: Document): Promise<ShownNotice[]> {
  const chip: Chip = getChip(page, { code: "97110" });
  chip.decision = fixtures.overThreshold.decision;
  const row: HTMLElement = kxQueries.getLine(page.body, { id: "line-1", hidden: true });
  await press(getByShadowRole(row, "button", { name: /^Add KX/ }));
  await fill(getByShadowRole(getBalance(page, { serviceType: "OT" }), "textbox"), "12.00");
  // @ts-expect-error no such filter
  getLine(page, { cod: "97110" });
  // @ts-expect-error no such threshold
  getBalance(page, { serviceType: "PT" });
  // @ts-expect-error no such fixture
  fixtures.underThreshold;
  // @ts-expect-error a notice has a code of the contract
  kxQueries.getNotice(row, { code: "neer-threshold" });
  return noticesOf(row);
}
