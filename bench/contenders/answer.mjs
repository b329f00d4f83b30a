// The answer that every contender but the package gives: built in one place, so that none is quicker by saying less.
export const CONDITIONS = ["benefits", "preference", "discipline", "cpt", "year", "threshold", "notPresent"];
/** All seven conditions are met. */
export const ALL = 127;
const NAMES = ["PT/SLP", "OT"];

/**
 * `bits`: the conditions that are met, the first one lowest. `bucket`: 0 PT/SLP, 1 OT, -1 none. `left`: what is left of both, as text.
 * `supplied`: the remaining amount was given and not reckoned.
 */
export function build(c, bits, bucket, year, threshold, left, supplied) {
  const apply = bits === ALL,
    d = c.discipline,
    cpt = c.line.cpt;
  const bn = bucket < 0 ? "" : NAMES[bucket],
    rt = bucket < 0 ? null : left[bucket];
  const reasons = [
    {
      id: "benefits",
      met: (bits & 1) !== 0,
      text: bits & 1 ? "Medicare outpatient therapy benefits apply." : "Medicare outpatient therapy benefits do not apply.",
    },
    { id: "preference", met: (bits & 2) !== 0, text: bits & 2 ? "Auto-apply KX modifier is on." : "Auto-apply KX modifier is off." },
    { id: "discipline", met: (bits & 4) !== 0, text: bits & 4 ? `Discipline ${d} maps to ${bn}.` : `Discipline ${d} does not map to PT/SLP or OT.` },
    {
      id: "cpt",
      met: (bits & 8) !== 0,
      text: bucket < 0 ? `${cpt} was not checked: no service type.` : bits & 8 ? `${cpt} is on the ${bn} list.` : `${cpt} is not on the ${bn} list.`,
    },
    {
      id: "year",
      met: (bits & 16) !== 0,
      text: bits & 16 ? `Calendar year ${year} has a threshold of $${threshold}.` : `No threshold for calendar year ${year}.`,
    },
    { id: "threshold", met: (bits & 32) !== 0, text: rt === null ? "Threshold remaining is unknown." : `Threshold remaining is ${rt}.` },
    { id: "notPresent", met: (bits & 64) !== 0, text: bits & 64 ? "KX is not on the line." : "KX is already on the line." },
    { id: "precomputed", met: supplied, text: supplied ? "A supplied threshold remaining was used." : "Threshold remaining was calculated." },
  ];
  let tooltip;
  if (apply) tooltip = `KX added: ${bn} threshold exceeded (${rt} remaining in ${year}).`;
  else {
    let k = 0;
    while (bits & (1 << k)) k++;
    tooltip = `KX not added: ${reasons[k].text}`;
  }
  return {
    apply,
    modifiers: apply ? c.line.modifiers.concat("KX") : c.line.modifiers,
    reasons,
    tooltip,
    remaining: { ptSlp: `${left[0] ?? "Unknown"} Medicare Threshold Remaining (PT/SLP)`, ot: `${left[1] ?? "Unknown"} Medicare Threshold Remaining (OT)` },
  };
}
