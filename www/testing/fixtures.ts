// Requests with the decisions that the rules gave for them, so that a test needs no module.
import type { Decision, DecisionRequest } from "kx-modifier";
import recorded from "./decisions.json";
import { requests } from "./requests.js";

export type FixtureName = keyof typeof requests;

/** What a host asks, and what `decide` answers. */
export interface Fixture {
  readonly request: DecisionRequest;
  readonly decision: Decision;
}

/** A test that changed one would change it for all that follow. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(Object.freeze(value))) frozen(inner);
  return value;
}

const decisions = recorded as unknown as { readonly [name in FixtureName]: Decision };
const fixtureOf = (name: FixtureName): Fixture => ({ request: requests[name], decision: decisions[name] });

/** By name, frozen: overThreshold, autoApplyOff, belowThreshold, crossingLine, blockedByGa, withoutPlanOfCareModifier, kxTooEarly,
 *  medicareAdvantage, unknownUsage and declined. Each is 97110 on Jul 1, 2026.
 *  @example
 *  fixtures.crossingLine.decision.standing; // "crosses" */
export const fixtures: { readonly [name in keyof typeof requests]: Fixture } = frozen(
  Object.fromEntries((Object.keys(requests) as FixtureName[]).map((name) => [name, fixtureOf(name)])) as { [name in FixtureName]: Fixture },
);
