// A second, independent reading of the contract, for differential tests. Sentences (tooltip, explanation, message, text, reason,
// source, basis.rules) are left out on purpose. Quotes are the contract's ("C:"), the domain description's ("D:") or those
// of the contract's additions ("N:").
import { existsSync, readFileSync } from "node:fs";

// ---------------------------------------------------------------- tables

function readTable(name) {
  const file = new URL(`../../data/${name}`, import.meta.url);
  if (!existsSync(file)) return [];
  const cells = (row) => [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replace(/""/g, '"') ?? m[2]);
  const [head, ...rows] = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((row) => row.trim() !== "" && !row.startsWith("#"));
  const names = cells(head);
  return rows.map((row) => Object.fromEntries(cells(row).map((cell, i) => [names[i], cell.trim()])));
}
const YEARS = new Map(readTable("thresholds.csv").map((row) => [row.year, row]));
/** `from` and `to`: the first and the last day of service on which a code is one. */
export const isInEffect = (row, day) => (row.from === "" || row.from <= day) && (row.to === "" || day <= row.to);
const CMS = new Map(readTable("therapy_codes.csv").map((row) => [row.code, row]));

// D: "its first table for both PT/SLP and OT, its SLP table for PT/SLP, its OT table for OT".
const BOTH = "97110 97112 97116 97140 97530 97535 97542 97750 97760 97761 97763 97150 97597".split(" ");
const DOCUMENTED = {
  "PT/SLP": new Set([...BOTH, "92507", "92508", "92526", "92609"]),
  OT: new Set([...BOTH, "97537", "97755"]),
};
// D: "An assistant (PTA, OTA) does not furnish evaluations or re-evaluations."
const EVALUATIONS = new Set("97161 97162 97163 97164 97165 97166 97167 97168 92521 92522 92523 92524 92597 92605 92607 92608 92610 92618".split(" "));
const GROUP_CODES = new Set(["97150", "92508"]);
const TYPES = ["PT/SLP", "OT"];
const TYPE_OF = { PT: "PT/SLP", PTA: "PT/SLP", SLP: "PT/SLP", OT: "OT", OTA: "OT" };
const PLAN_OF = { PT: "GP", PTA: "GP", SLP: "GN", OT: "GO", OTA: "GO" };
const COLUMN_OF = { GP: "pt", GO: "ot", GN: "slp" };
const SEVERITY = {};
for (const [severity, codes] of Object.entries({
  error: "no-modifier-place opposing-modifier therapy-modifier-conflict other-year-usage kx-declined-present assistant-evaluation",
  warning:
    "kx-declined modifiers-in-note early-kx crosses-threshold off-list-therapy-code unconfirmed-code code-not-in-effect therapy-modifier-missing assistant-modifier-missing " +
    "precomputed-disagrees stale-usage usage-unknown documentation-incomplete discipline-from-modifier home-health-episode hospice",
  info: "near-threshold medical-review medicare-secondary not-therapy billed-as-not-necessary repeated-modifier reversal",
}))
  for (const code of codes.split(" ")) SEVERITY[code] = severity;

// ---------------------------------------------------------------- the request

const fail = (code, path) => {
  throw Object.assign(new Error(`${code} at ${path}`), { code, path: path || null });
};
const join = (path, key) => (path ? `${path}.${key}` : key);
const typed = (name) => (value, path) => (typeof value === name && (name !== "number" || Number.isFinite(value)) ? value : fail("wrong-type", path));
const text = typed("string"),
  flag = typed("boolean"),
  number = typed("number");
const oneOf =
  (...values) =>
  (value, path) =>
    values.includes(text(value, path)) ? value : fail("unknown-value", path);
const list = (item) => (value, path) => (Array.isArray(value) ? value.map((v, i) => item(v, `${path}[${i}]`)) : fail("wrong-type", path));
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** C: "null means absent; a field that is not listed is refused." A name ending in "?" is optional. */
function object(fields) {
  const specs = Object.entries(fields).map(([name, parse]) => ({ name: name.replace("?", ""), optional: name.endsWith("?"), parse }));
  return (value, path) => {
    if (!isObject(value)) fail("wrong-type", path);
    for (const key of Object.keys(value)) if (!specs.some((s) => s.name === key)) fail("unknown-field", join(path, key));
    const out = {};
    for (const { name, optional, parse } of specs) {
      if (value[name] != null) out[name] = parse(value[name], join(path, name));
      else if (!optional) fail("missing-field", join(path, name));
    }
    return out;
  };
}
const perType = (item) => object({ "PT/SLP?": item, "OT?": item });

/** Cents. C: "an optional "-", digits, and at most two decimals, at most 999,999,999.99 either way". */
function money(value, path) {
  if (typeof value === "number") fail("money-not-text", path);
  const m = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text(value, path)) ?? fail("money-invalid", path);
  const cents = BigInt(m[2]) * 100n + BigInt((m[3] ?? "").padEnd(2, "0"));
  if (cents > 99_999_999_999n) fail("money-invalid", path);
  return m[1] ? -cents : cents;
}
const positive = (value, path) => {
  const cents = money(value, path);
  return cents > 0n ? cents : fail("money-invalid", path);
};
function date(value, path) {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text(value, path)) ?? fail("date-invalid", path);
  const [year, month, day] = m.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? value : fail("date-invalid", path);
}
/** C: "Case and surrounding spaces are forgiven." */
function code(value, path) {
  const tidy = text(value, path).trim().toUpperCase();
  return /^[A-Z0-9]{5}$/.test(tidy) ? tidy : fail("code-invalid", path);
}
/** C: "At most four, two characters each … Case is forgiven." */
function modifiers(value, path) {
  if (Array.isArray(value) && value.length > 4) fail("too-many-modifiers", path);
  return list((v, p) => (/^[A-Z0-9]{2}$/.test(text(v, p).toUpperCase()) ? v.toUpperCase() : fail("modifier-invalid", p)))(value, path);
}

const PROVIDER = object({ "discipline?": oneOf("PT", "OT", "SLP", "PTA", "OTA"), "taxonomy?": text });
const SECTION = oneOf("treatment", "flowsheet");
const BECAUSE = oneOf("not-necessary", "documentation", "not-primary", "balance", "other");
const LINE_FIELDS = {
  "id?": text,
  code,
  "modifiers?": modifiers,
  "units?": number,
  "allowed?": money,
  "kxDeclined?": text,
  "kxDeclinedBecause?": BECAUSE,
  "date?": date,
  "charge?": money,
};
/** C: "A day that is not the appointment's is refused". */
const onTheDay = (line, day, path) => {
  if (line.date !== undefined && line.date !== day) fail("date-invalid", path);
};
const APPOINTMENT = object({ date, "section?": SECTION, "done?": flag, "renderingProvider?": PROVIDER });
const COVERAGE = object({
  program: oneOf("medicare-part-b", "medicare-advantage", "other"),
  "secondary?": flag,
  "followsKxThreshold?": flag,
  "partAStay?": flag,
  "homeHealthEpisode?": flag,
  "hospice?": flag,
});
const ENTRY = object({
  "id?": text,
  date,
  serviceType: oneOf(...TYPES),
  allowed: money,
  "status?": oneOf("adjudicated", "pending", "void"),
  "program?": oneOf("medicare-part-b", "medicare-advantage"),
  "posted?": date,
});
const USAGE = object({
  "entries?": list(ENTRY),
  "used?": perType(money),
  "otherUsed?": perType(money),
  "precomputedRemaining?": perType(money),
  "asOf?": date,
});
const AMOUNT = object({
  kx: (value, path) => {
    if (isObject(value)) return object({ "PT/SLP": positive, OT: positive })(value, path);
    const cents = positive(value, path);
    return { "PT/SLP": cents, OT: cents };
  },
  "medicalReview?": positive,
});
const POLICY = object({
  "codeList?": oneOf("documented", "cms"),
  "addCodes?": perType(list(code)),
  "removeCodes?": perType(list(code)),
  "crossingLine?": oneOf("suggest", "apply", "ignore"),
  "mixedClaim?": oneOf("per-line", "whole-bucket"),
  "reversals?": oneOf("per-line", "pair"),
  "documentation?": oneOf("warn", "require", "ignore"),
  "warnWithin?": money,
  "staleAfterDays?": number,
  "thresholds?": (value, path) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, v]) => v != null)
            .map(([year, v]) => [year, AMOUNT(v, join(path, year))]),
        )
      : fail("wrong-type", path),
});
const DOCUMENTATION = object({
  "certifiedThrough?": date,
  "firstTreatment?": date,
  "orderOnFileAndPlanSent?": flag,
  "treatmentDaysSinceProgressReport?": number,
  "lastReevaluation?": date,
  "treatmentNote?": flag,
  "historyAndPhysical?": flag,
  "medicalNecessityRationale?": flag,
  "functionalProgress?": flag,
  "skilledMaintenance?": flag,
  "complexity?": flag,
  "moreExtensiveThanTypical?": flag,
  "separateJustification?": flag,
  "individualNecessityInGroup?": flag,
  "attestation?": object({ by: text, on: date }),
});
const CONTEXT_FIELDS = {
  appointment: APPOINTMENT,
  coverage: COVERAGE,
  "preferences?": object({ "autoApplyKx?": flag }),
  "usage?": USAGE,
  "policy?": POLICY,
  "documentation?": DOCUMENTATION,
};
const DECISION = object({ line: object(LINE_FIELDS), ...CONTEXT_FIELDS });
const APPOINTMENT_REQUEST = object({
  lines: list(object({ ...LINE_FIELDS, "section?": SECTION, "done?": flag, "renderingProvider?": PROVIDER })),
  ...CONTEXT_FIELDS,
});
const THRESHOLDS_REQUEST = object({ date, "coverage?": COVERAGE, "usage?": USAGE, "policy?": POLICY });
const TRAITS_REQUEST = object({
  traits: list(object({ name: text, prompt: text, "onlyIfMedicareReached?": flag })),
  date,
  "serviceType?": oneOf(...TYPES),
  coverage: COVERAGE,
  "usage?": USAGE,
  "policy?": POLICY,
});
const CHECKLIST_REQUEST = object({ date, documentation: DOCUMENTATION, "code?": code });

// ---------------------------------------------------------------- amounts

const show = (cents) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const dollars = (cents) =>
  show(cents)
    .replace("-", "")
    .replace(/\B(?=(\d{3})+\.)/g, ",")
    .replace(/^/, cents < 0n ? "-$" : "$");
const days = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
const yearOf = (day) => day.slice(0, 4);

/** The year's amounts, or null. C: "Amounts for a year that the package does not know, or a plan's own. No medicalReview: the table's, if any." */
function amountsOf(year, policy) {
  const row = YEARS.get(year),
    own = policy.thresholds?.[year];
  if (!own && !row?.pt_slp) return null;
  return {
    kx: own?.kx ?? { "PT/SLP": money(row.pt_slp), OT: money(row.ot) },
    review: own?.medicalReview ?? (row?.medical_review ? money(row.medical_review) : null),
  };
}

/** C: medicare-part-b; Advantage only where the plan follows the threshold; "A covered Part A SNF stay: Part B therapy benefits do not apply." */
const benefitsOf = (coverage) =>
  !coverage.partAStay && (coverage.program === "medicare-part-b" || (coverage.program === "medicare-advantage" && coverage.followsKxThreshold === true));

/** What a patient's usage says about one calendar year. */
function usageOf(day, coverage, usage, policy) {
  const year = yearOf(day),
    amounts = amountsOf(year, policy);
  const totalGiven = (type) => ["used", "otherUsed", "precomputedRemaining"].some((k) => usage[k]?.[type] !== undefined);
  // D: "Totals that carry a day of another calendar year are not of this year". Without a total the day dates nothing.
  const otherYear = usage.asOf !== undefined && yearOf(usage.asOf) !== year && TYPES.some(totalGiven);
  const totals = otherYear ? {} : usage;
  // C: "Entries with one id count once: the last" — also where the last is void, of another year or program.
  const last = new Map((usage.entries ?? []).map((entry, i) => [entry.id === undefined ? i : `id ${entry.id}`, entry]));
  const entries = [...last.values()].filter((e) => yearOf(e.date) === year && e.status !== "void" && (e.program ?? coverage.program) === coverage.program);
  const sum = (type, status) => entries.filter((e) => e.serviceType === type && (e.status ?? "adjudicated") === status).reduce((n, e) => n + e.allowed, 0n);

  /** One bucket, after `earlier` cents of this appointment. */
  function bucket(type, earlier) {
    const threshold = amounts.kx[type],
      pending = sum(type, "pending") + earlier;
    const used = (totals.used?.[type] ?? 0n) + sum(type, "adjudicated") + pending,
      otherUsed = totals.otherUsed?.[type] ?? 0n;
    const computed = threshold - used - otherUsed;
    const supplied = totals.precomputedRemaining?.[type];
    const given = usage.entries !== undefined || totals.used?.[type] !== undefined || totals.otherUsed?.[type] !== undefined;
    // C: "≤ 0: used as it is. > 0: used only where neither entries nor this service type's used or otherUsed is given".
    const bySupplied = supplied !== undefined && (supplied <= 0n || !given);
    // C: an earlier line "lowers whichever remaining stands".
    const remaining = bySupplied ? supplied - earlier : computed;
    const disagrees = supplied !== undefined && given && supplied - earlier <= 0n !== computed <= 0n;
    const spent = threshold - remaining,
      review = amounts.review;
    const status =
      review !== null && spent > review ? "medical-review" : remaining <= 0n ? "reached" : remaining <= (policy.warnWithin ?? 30_000n) ? "near" : "below";
    return {
      remaining,
      disagrees,
      status,
      display: {
        serviceType: type,
        year: Number(year),
        threshold: show(threshold),
        used: show(used),
        pending: show(pending),
        otherUsed: show(otherUsed),
        remaining: show(remaining),
        source: bySupplied ? "precomputed" : "computed",
        status,
        label: `${dollars(remaining)} Medicare Threshold Remaining (${type})`,
        medicalReview: review === null ? null : { threshold: show(review), remaining: show(review - spent) },
        fraction: Math.max(0, Number(spent) / Number(threshold)),
      },
    };
  }
  const displays = (earlier) => amounts && Object.fromEntries(TYPES.map((type) => [type, bucket(type, earlier[type]).display]));
  // C: "no usage given".
  const known = ["entries", "used", "otherUsed", "precomputedRemaining"].some((field) => usage[field] !== undefined);
  return { year, amounts, otherYear, bucket, displays, known };
}

// ---------------------------------------------------------------- documentation

/** C: "What the record holds. Absent means unknown." */
function checklist(day, record, lineCode) {
  const yes = (value) => (value === undefined ? "unknown" : value ? "met" : "missing");
  const report = record.treatmentDaysSinceProgressReport;
  // "Since 2025" the order stands in; false only means that nothing stands in for a certification nobody told us about.
  // D: "for the *initial* certification signature only": not once there was a certification.
  const order = record.orderOnFileAndPlanSent === true && day >= "2025-01-01" && record.certifiedThrough === undefined;
  // D: "for at most 90 days from the first treatment".
  const expired = order && record.firstTreatment !== undefined && days(record.firstTreatment, day) > 90;
  const certified = (order && !expired) || record.certifiedThrough >= day ? "met" : record.certifiedThrough === undefined && !expired ? "unknown" : "missing";
  const either = [record.functionalProgress, record.skilledMaintenance];
  const items = [
    ["certification", certified],
    ["progress-report", report === undefined ? "unknown" : report < 10 ? "met" : report === 10 ? "due" : "missing"],
    // "met within 90 days, else due; advice": never in the way of `ready`, so unknown is due too.
    ["re-evaluation", record.lastReevaluation !== undefined && days(record.lastReevaluation, day) <= 90 ? "met" : "due"],
    ["treatment-note", yes(record.treatmentNote)],
    ["history-and-physical", yes(record.historyAndPhysical)],
    ["medical-necessity", yes(record.medicalNecessityRationale)],
    ["progress-or-maintenance", either.includes(true) ? "met" : either.includes(undefined) ? "unknown" : "missing"],
    ["complexity", yes(record.complexity)],
  ];
  if (record.moreExtensiveThanTypical) items.push(["separate-justification", yes(record.separateJustification)]);
  if (GROUP_CODES.has(lineCode)) items.push(["group-necessity", yes(record.individualNecessityInGroup)]);
  return {
    ready: items.every(([, status]) => status === "met" || status === "due"),
    items: items.map(([id, status]) => ({ id, status })),
    attestation: record.attestation ?? null,
  };
}

// ---------------------------------------------------------------- one line

function disciplineOf(provider = {}) {
  if (provider.discipline) return provider.discipline; // "`discipline` wins where both are given"
  const taxonomy = provider.taxonomy ?? "";
  if (taxonomy === "225200000X") return "PTA";
  return { 2251: "PT", "225X": "OT", "235Z": "SLP", "224Z": "OTA" }[taxonomy.slice(0, 4)] ?? null;
}

function contextOf(request) {
  const { appointment, coverage, usage = {}, policy = {} } = request;
  const benefits = benefitsOf(coverage),
    figures = usageOf(appointment.date, coverage, usage, policy);
  if (!figures.amounts && benefits) fail("unknown-year", "appointment.date");
  return { ...request, usage, policy, benefits, figures };
}

/** `earlier`: cents of earlier lines per service type. `forced`: another line of this claim makes this bucket due ("whole-bucket"). */
function judge(ctx, line, earlier, forced) {
  const { appointment, coverage, usage, policy, benefits, figures } = ctx;
  const mods = line.modifiers ?? [],
    has = (...wanted) => wanted.some((m) => mods.includes(m));
  const kx = has("KX"),
    // C: "Alone it is `kxDeclined` without words."
    declined = line.kxDeclined !== undefined || line.kxDeclinedBecause !== undefined;
  const done = (line.section ?? appointment.section ?? "treatment") === "treatment" || (line.done ?? appointment.done) === true;

  // D: "a line with 99 has modifiers that we do not see": none of them is known to be absent.
  const inNote = has("99");
  // D: "GA, GZ or GY on a line *without* KX is a decision already made".
  const decided = has("GA", "GZ", "GY") && !kx;

  // D: "names exactly one plan of care by GP, GO or GN (the same one twice is still one)".
  const discipline = disciplineOf(line.renderingProvider ?? appointment.renderingProvider);
  const plans = [...new Set(mods.filter((m) => m in COLUMN_OF))];
  const plan = discipline ? PLAN_OF[discipline] : plans.length === 1 ? plans[0] : null;
  const type = discipline ? TYPE_OF[discipline] : ({ GP: "PT/SLP", GN: "PT/SLP", GO: "OT" }[plan] ?? null);

  // The code: on the host's list, on Medicare's list, confirmed?
  const listed = CMS.get(line.code);
  // N: "A code on a day outside its from/to is no therapy code on that day".
  const inEffect = listed === undefined || isInEffect(listed, appointment.date);
  const row = inEffect ? listed : undefined;
  const removed = type !== null && (policy.removeCodes?.[type] ?? []).includes(line.code);
  const added = type !== null && !removed && (policy.addCodes?.[type] ?? []).includes(line.code);
  const documented = type === null ? TYPES.some((t) => DOCUMENTED[t].has(line.code)) : DOCUMENTED[type].has(line.code);
  // D: "A "sometimes therapy" code is therapy when a therapist furnishes it or under a therapy plan of care."
  const therapy = added || (documented && !listed) || (row !== undefined && (row.class === "always" || discipline !== null || plans.length > 0 || inNote));
  // D: "The code is in the qualifying list of that service type": a bucket's list is what either of its disciplines may bill.
  const billed = type === "OT" ? [row?.ot] : [row?.pt, row?.slp];
  const base = policy.codeList === "cms" ? billed.includes("Y") : documented;
  const onList = type !== null && !removed && (added || base);
  // D: "rows with confirmed = no are drafts: they suggest, never apply, unless they are on the documented list".
  const unconfirmed = row?.confirmed === "no" && !documented && !added;

  const now = type !== null && figures.amounts ? figures.bucket(type, earlier[type]) : null;
  const standing =
    !benefits || type === null
      ? null
      : now.remaining <= 0n
        ? "reached"
        : line.allowed === undefined || line.allowed < now.remaining
          ? "below"
          : line.allowed === now.remaining
            ? "lands"
            : "crosses";
  const crossing = policy.crossingLine ?? "suggest";
  // Due is more than suggested: D: for a crossing line "say "suggested", never "required"".
  // D: "Threshold remaining for that service type is ≤ 0" is a condition of its own, whether or not the others hold.
  const reached =
    (now !== null && now.remaining <= 0n) || (standing === "crosses" && crossing === "apply") || (standing !== null && therapy && done && forced && !decided);
  const billable = benefits && type !== null && therapy && done;
  const due = billable && reached && !decided;
  const suggestCrossing = billable && !decided && standing === "crosses" && crossing === "suggest";

  const require = policy.documentation === "require";
  const documentation =
    policy.documentation === "ignore" || (!ctx.documentation && !require) ? null : checklist(appointment.date, ctx.documentation ?? {}, line.code);
  const incomplete = documentation !== null && !documentation.ready;

  const conditions = [
    ["medicare-benefits", benefits],
    ["auto-apply-on", ctx.preferences?.autoApplyKx === true],
    ["discipline-maps", discipline !== null],
    ["code-qualifies", onList && !unconfirmed],
    ["calendar-year", !figures.otherYear],
    ["threshold-reached", reached],
    ["kx-absent", !kx && !inNote],
    ["marked-done", done],
  ].map(([id, met]) => ({ id, met }));

  // With 99 the modifiers are in the note, which has no places.
  const noPlace = mods.length >= 4 && !inNote;
  const conflict = discipline !== null && plans.some((m) => m !== PLAN_OF[discipline]);
  const free = conditions.every((c) => c.met) && !noPlace && !conflict && !(require && incomplete);
  const action = kx ? "keep" : declined || !(due || suggestCrossing) ? "none" : due && free ? "apply" : "suggest";

  const notices = [];
  const say = (when, id) => {
    if (when) notices.push({ code: id, severity: SEVERITY[id] });
  };
  const aboutLine = benefits && therapy,
    aboutBucket = benefits && type !== null;
  say((due || suggestCrossing) && !kx && !declined && noPlace, "no-modifier-place");
  say(has("GA", "GZ", "GY") && kx && therapy, "opposing-modifier");
  say(aboutLine && decided, "billed-as-not-necessary");
  say(aboutLine && inNote, "modifiers-in-note");
  say(kx && therapy && declined, "kx-declined-present");
  say(aboutLine && conflict, "therapy-modifier-conflict");
  say(figures.otherYear, "other-year-usage");
  say(due && declined && !kx, "kx-declined");
  say(aboutLine && /^(PTA|OTA)$/.test(discipline) && EVALUATIONS.has(line.code), "assistant-evaluation");
  say(aboutLine && kx && standing === "below" && !due, "early-kx");
  say(aboutLine && standing === "crosses" && crossing !== "ignore", "crosses-threshold");
  say(due && !onList, "off-list-therapy-code");
  say(aboutLine && unconfirmed, "unconfirmed-code");
  say(aboutLine && plans.length === 0 && !inNote, "therapy-modifier-missing");
  say(aboutLine && !inNote && ((discipline === "PTA" && !has("CQ")) || (discipline === "OTA" && !has("CO"))), "assistant-modifier-missing");
  // D: "A disagreement about "reached" is always reported."
  say(now?.disagrees === true, "precomputed-disagrees");
  say(aboutBucket && usage.asOf !== undefined && days(usage.asOf, appointment.date) >= (policy.staleAfterDays ?? 30), "stale-usage");
  say(aboutBucket && !figures.known, "usage-unknown");
  // C: "KX due and not declined, or present under benefits, and checklist not ready".
  say(incomplete && ((due && !kx && !declined) || (kx && aboutLine)), "documentation-incomplete");
  say(aboutLine && discipline === null && type !== null, "discipline-from-modifier");
  say(benefits && coverage.homeHealthEpisode, "home-health-episode");
  say(benefits && coverage.hospice, "hospice");
  say(aboutBucket && now.status === "near", "near-threshold");
  say(aboutBucket && now.status === "medical-review", "medical-review");
  say(benefits && coverage.secondary, "medicare-secondary");
  say(!therapy && inEffect, "not-therapy");
  say(!therapy && !inEffect, "code-not-in-effect");
  say(new Set(mods).size < mods.length, "repeated-modifier");

  const wayOut = waysOut({
    mods,
    kx,
    declined,
    asked: due || suggestCrossing,
    therapy,
    billable: benefits && type !== null && therapy,
    conflict,
    own: PLAN_OF[discipline],
  });
  const said = (...codes) => notices.some((n) => codes.includes(n.code));
  // C: "added … nothing questions it": the notices that C lists, and a KX that is not judged or not due.
  const belongs = benefits && type !== null && therapy && (due || suggestCrossing || standing === "reached" || standing === "crosses");
  const questioned =
    !belongs || said("other-year-usage", "assistant-evaluation", "early-kx", "precomputed-disagrees", "usage-unknown", "documentation-incomplete");
  // C: "nobody can say that KX is not needed".
  const unknown = aboutLine && done && !decided && !declined && (type === null || figures.otherYear || !figures.known);
  const onLine = kx || action === "apply";
  const isBlocked = wayOut.length > 0;
  // C: "the discipline's GP, GO or GN where the line lacks one and has a place for it"; what is added by itself has its place too.
  const own = PLAN_OF[discipline];
  const shown = action === "apply" ? [...mods, "KX"] : mods;
  if (aboutLine && own && plans.length === 0 && !inNote && shown.length < 4)
    wayOut.splice(wayOut[0]?.action === "remove-modifier" ? 1 : 0, 0, { action: "add-modifier", modifiers: [...mods, own] });
  // C: "the amounts used where nobody has given any".
  if (unknown && type !== null && !figures.known && !kx && !due && !suggestCrossing) wayOut.push({ action: "refresh-usage", modifiers: mods });
  const state = isBlocked
    ? "blocked"
    : onLine
      ? questioned
        ? "check"
        : "added"
      : action === "suggest"
        ? "check"
        : declined && (due || suggestCrossing)
          ? "declined"
          : unknown
            ? "check"
            : "not-needed";

  const decision = {
    action,
    state,
    wayOut,
    modifiers: action === "apply" ? [...mods, "KX"] : mods,
    serviceType: type,
    standing,
    conditions,
    notices,
    thresholds: figures.displays(earlier),
    documentation,
    basis: { year: Number(figures.year), remaining: now?.display.remaining ?? null, remainingSource: now?.display.source ?? null, asOf: usage.asOf ?? null },
  };
  // C: an amount counts "when it is therapy, under benefits, and done if in the flowsheet".
  return { decision, type, due, counts: billable ? (line.allowed ?? 0n) : 0n };
}

/** C: `wayOut`, without the labels. */
function waysOut({ mods, kx, declined, asked, therapy, billable, conflict, own }) {
  const asks = asked && !kx && !declined,
    stands = kx && therapy;
  if (!asks && !stands && !(billable && conflict)) return [];
  const without = (list) => mods.filter((m) => !list.includes(m));
  const ways = [];
  const opposing = ["GA", "GZ", "GY"];
  // C: "a step at a time": the first on the line.
  const opposed = mods.find((m) => opposing.includes(m));
  if (stands && opposed) ways.push({ action: "remove-modifier", modifiers: without([opposed]) });
  if (billable && conflict) {
    const wrong = mods.find((m) => m in COLUMN_OF && m !== own);
    const replaced = mods.map((m, i) => (i === mods.indexOf(wrong) ? own : m)).filter((m) => m !== wrong);
    ways.push(mods.includes(own) ? { action: "remove-modifier", modifiers: without([wrong]) } : { action: "correct-modifier", modifiers: replaced });
  }
  if (asks && mods.includes("99")) ways.push({ action: "check-note", modifiers: mods });
  else if (asks && mods.length >= 4) ways.push({ action: "move-modifier", modifiers: mods });
  if (stands && (declined || ways.length)) ways.push({ action: "remove-kx", modifiers: without(["KX"]) });
  if (stands && declined && asked) ways.push({ action: "keep-kx", modifiers: mods });
  return ways;
}

// ---------------------------------------------------------------- the exported functions

const nothingEarlier = () => Object.fromEntries(TYPES.map((type) => [type, 0n]));

/** C: "The bucket before any line of the appointment; null where no line has taken from it". */
function withBefore(figures, earlier) {
  const [after, before] = [figures.displays(earlier), figures.displays(nothingEarlier())];
  return after && Object.fromEntries(TYPES.map((type) => [type, { ...after[type], before: earlier[type] === 0n ? null : before[type] }]));
}

export function decide(request) {
  const parsed = DECISION(request, "");
  onTheDay(parsed.line, parsed.appointment.date, "line.date");
  return judge(contextOf(parsed), parsed.line, nothingEarlier(), false).decision;
}

export function decideAppointment(request) {
  const parsed = APPOINTMENT_REQUEST(request, "");
  for (const [i, line] of parsed.lines.entries()) onTheDay(line, parsed.appointment.date, `lines[${i}].date`);
  const ctx = contextOf(parsed);
  const pass = (dueTypes) => {
    const earlier = nothingEarlier();
    const judged = parsed.lines.map((line) => {
      const plain = judge(ctx, line, earlier, false);
      const result = dueTypes.has(plain.type) ? judge(ctx, line, earlier, true) : plain;
      if (result.type) earlier[result.type] += result.counts;
      return result;
    });
    return { judged, earlier };
  };
  let { judged, earlier } = pass(new Set());
  // C: "once one line of a bucket is due, all of that bucket are" — the lines before it too: mixed claims are what was denied.
  if (ctx.policy.mixedClaim === "whole-bucket") ({ judged, earlier } = pass(new Set(judged.filter((j) => j.due).map((j) => j.type))));
  const decisions = judged.map((j) => j.decision);
  return { decisions, thresholdsAfter: withBefore(ctx.figures, earlier), unresolved: decisions.flatMap((d, i) => (d.action === "suggest" ? [i] : [])) };
}

export function thresholds(request) {
  const { date: day, coverage = { program: "medicare-part-b" }, usage = {}, policy = {} } = THRESHOLDS_REQUEST(request, "");
  return usageOf(day, coverage, usage, policy).displays(nothingEarlier()) ?? fail("unknown-year", "date");
}

export function traitsToEvaluate(request) {
  const { traits, date: day, serviceType, coverage, usage = {}, policy = {} } = TRAITS_REQUEST(request, "");
  const figures = usageOf(day, coverage, usage, policy),
    benefits = benefitsOf(coverage);
  if (!figures.amounts && benefits) fail("unknown-year", "date");
  const reached = benefits && serviceType !== undefined && figures.bucket(serviceType, 0n).remaining <= 0n;
  const wanted = (trait) => !trait.onlyIfMedicareReached || reached;
  return { evaluate: traits.filter(wanted), skipped: traits.filter((trait) => !wanted(trait)).map((trait) => ({ trait })) };
}

export function documentationChecklist(request) {
  const { date: day, documentation, code: lineCode } = CHECKLIST_REQUEST(request, "");
  return checklist(day, documentation, lineCode);
}

// What the reading of the account functions needs of this one.
export {
  amountsOf,
  benefitsOf,
  CMS,
  code,
  date,
  ENTRY,
  fail,
  flag,
  isObject,
  join,
  LINE_FIELDS,
  list,
  money,
  number,
  object,
  oneOf,
  perType,
  POLICY,
  SEVERITY,
  show,
  text,
  TYPES,
  USAGE,
  usageOf,
  yearOf,
};
