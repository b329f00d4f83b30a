// decide: is KX due on a line, or on the lines of an appointment?
import { decideAppointment, decideNdjson, type AppointmentRequest, type Decision, type DecisionRequest, type Thresholds } from "kx-modifier";
import { attempt, withField, type Answered, type Answerer } from "./answers.js";
import { bulk } from "./bulk.js";
import type { View } from "./sink.js";
import type { Row } from "./table.js";

type Appointment = ReturnType<typeof decideAppointment>;
export type Answer = Decision | Appointment;

const DECISION = '{"decision":';

export const answerer = (): Answerer => ({
  take(requests) {
    const single = requests.filter((request) => withField(request, "lines") === undefined);
    const decided = bulk(
      decideNdjson,
      single.map((request) => request.json),
    );
    let next = 0;
    return requests.map((request): Answered => {
      if (request === single[next]) {
        const json = decided[next++] ?? "";
        return { request, json: json.startsWith(DECISION) ? json.slice(DECISION.length, -1) : json };
      }
      return { request, json: attempt(() => decideAppointment(withField<AppointmentRequest>(request, "lines") as AppointmentRequest)) };
    });
  },
  finish: () => [],
});

/** An open suggestion, or a notice that is an error. Quotes inside texts are escaped, so that a look at the text is enough. */
export const isFinding = (json: string): boolean => json.includes('"action":"suggest"') || json.includes('"severity":"error"');

const labels = (thresholds: Thresholds | null): string[] => (thresholds ? [thresholds["PT/SLP"].label, thresholds.OT.label] : []);

function row(label: string, code: string, decision: Decision, remaining: string[]): Row {
  const notices = decision.notices.map(({ severity, message }) => `${severity}: ${message}`);
  return [label, code, decision.action, decision.modifiers.join(" "), [decision.tooltip, ...notices, ...remaining].filter((text) => text !== "")];
}

export const view: View<Answer> = {
  columns: [{ head: "line", right: true }, { head: "code" }, { head: "KX" }, { head: "modifiers" }, { head: "why" }],
  rows(answer, request, label) {
    if ("decisions" in answer) {
      const { lines } = request as AppointmentRequest;
      const rows = answer.decisions.map((decision, index) => row(`${label}.${index + 1}`, lines[index]?.code ?? "", decision, []));
      return [...rows, [label, "", "", "", labels(answer.thresholdsAfter)]];
    }
    const { serviceType, thresholds } = answer;
    const remaining = serviceType && thresholds ? [thresholds[serviceType].label] : labels(thresholds);
    return [row(label, (request as DecisionRequest).line.code, answer, remaining)];
  },
};
