// An event of the record of attestations as a FHIR R4 Provenance. Types: fhir.d.ts.
import type { Provenance, ProvenanceAgent } from "@medplum/fhirtypes";
import { KxError } from "../error.js";
import type { AttestationEvent } from "../index.js";
import type * as Fhir from "./fhir.js";
import { momentOf } from "./moment.js";
import { isObject, text, wrongType } from "./reading.js";
import { words } from "./words.js";

const PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

export const toProvenance: typeof Fhir.toProvenance = (event, options = {}) => {
  checkEvent(event);
  if (!isObject(options)) throw wrongType("options", "expected an object", "give { target, who, enteredBy }, or leave it out");
  const { who, enteredBy } = options;
  const target = options.target ?? [{ type: "Patient", identifier: { value: event.scope.patient } }];
  if (!Array.isArray(target) || target.length === 0) throw wrongType("options.target", "expected a list of references", "name one target at least");
  const { kind, at, hash, by = "", role = "", answer = "" } = event;
  const answered = kind === "answered";
  // An empty text is none in FHIR.
  const [asked, typist, reason] = answered ? [event.asked, text(event.enteredBy), text(event.reason)] : [];
  const moment = momentOf(at)?.fhir ?? at;
  const agents: ProvenanceAgent[] = answered
    ? [
        agent("attester", who ?? { display: by }, words(`fhir.provenance.role.${role}`)),
        ...(typist ? [agent("enterer", enteredBy ?? { display: typist })] : []),
      ]
    : [agent("assembler", { type: "Device", display: "kx-modifier" })];
  const provenance: Provenance = {
    resourceType: "Provenance",
    // A hash is as long as an id may be, and names the event for good.
    id: hash,
    target,
    occurredDateTime: moment,
    recorded: moment,
    activity: { text: words(`fhir.provenance.${answered ? answer : "asked"}`) },
    agent: agents,
  };
  if (reason) provenance.reason = [{ text: reason }];
  if (asked) provenance.entity = [{ role: "source", what: { reference: `Provenance/${asked}` } }];
  return provenance;
};

function agent(code: string, who: ProvenanceAgent["who"], role?: string): ProvenanceAgent {
  return { type: { coding: [{ system: PARTICIPANT, code }] }, ...(role && { role: [{ text: role }] }), who };
}

const ROLES: readonly unknown[] = ["therapist", "physician", "npp"];
const HASH = /^[0-9a-f]{64}$/;

function checkEvent(event: unknown): asserts event is AttestationEvent {
  const help = "give an event as askAttestation or answerAttestation answered it";
  if (!isObject(event)) throw wrongType("event", "expected an event", help);
  const { kind, at, scope, hash, asked, by, role, answer } = event;
  if (kind !== "asked" && kind !== "answered") throw wrongType("event.kind", "expected asked or answered", help);
  if (typeof at !== "string") throw wrongType("event.at", "expected a moment", help);
  if (momentOf(at) === null) throw new KxError({ code: "date-invalid", path: "event.at", message: "expected a moment with an offset", help });
  if (!isObject(scope) || text(scope.patient) === null) throw wrongType("event.scope", "expected a scope with its patient", help);
  if (typeof hash !== "string" || !HASH.test(hash)) throw wrongType("event.hash", "expected a hash", help);
  if (kind === "asked") return;
  if (typeof asked !== "string" || !HASH.test(asked)) throw wrongType("event.asked", "expected the hash of what was asked", help);
  if (text(by) === null) throw wrongType("event.by", "expected who answered", help);
  if (!ROLES.includes(role)) throw wrongType("event.role", `expected one of ${ROLES.join(", ")}`, help);
  if (answer !== "add-kx" && answer !== "leave-kx-off") throw wrongType("event.answer", "expected add-kx or leave-kx-off", help);
}
