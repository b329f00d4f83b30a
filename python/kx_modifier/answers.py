"""What the functions answer, as types. Written from the declarations of the contract by scripts/python-answers.mjs.

Amounts (``Money``) and days (``CivilDate``) are text. At run time an answer is a plain dict.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

__all__ = [
    "Audit",
    "AuditFinding",
    "AuditLine",
    "AuditTotal",
    "Checklist",
    "ChecklistAttestation",
    "ChecklistItem",
    "CivilDate",
    "Claims",
    "ClaimsClaim",
    "ClaimsClaimLine",
    "ClaimsSkipped",
    "Comparison",
    "ComparisonRow",
    "ComparisonRowPeer",
    "Condition",
    "Decision",
    "DecisionBasis",
    "Denial",
    "Denials",
    "DocumentKind",
    "DueDate",
    "DueDates",
    "Eligibility",
    "EligibilityAmount",
    "EligibilityUnread",
    "Money",
    "Notice",
    "NoticeCode",
    "PacketDocument",
    "PacketDocumentPages",
    "PacketSection",
    "ReadPatient",
    "Remittance",
    "RemittanceEntry",
    "RemittanceSkipped",
    "ReviewPacket",
    "ReviewPacketAbbreviation",
    "ReviewPacketChecklist",
    "ReviewPacketLine",
    "ReviewPacketLineAttestation",
    "ReviewPacketLineDecision",
    "ReviewPacketProgressReport",
    "ReviewPacketSignatureLog",
    "ServiceType",
    "ThresholdCard",
    "ThresholdCardMedicalReview",
    "ThresholdCards",
    "ThresholdDisplay",
    "ThresholdDisplayMedicalReview",
    "Thresholds",
    "Versions",
    "WayOut",
]

ServiceType: TypeAlias = Literal["PT/SLP", "OT"]


Money: TypeAlias = str


class AuditLine(TypedDict):
    id: str
    serviceType: ServiceType | None
    before: Money | None
    after: Money | None
    standing: Literal["below", "lands", "crosses", "reached"] | None
    kx: Literal["missing", "early", "correct", "crossing", "not-applicable"]


NoticeCode: TypeAlias = Literal["no-modifier-place", "opposing-modifier", "therapy-modifier-conflict", "other-year-usage", "kx-declined-present", "kx-declined", "modifiers-in-note", "assistant-evaluation", "early-kx", "crosses-threshold", "off-list-therapy-code", "unconfirmed-code", "code-not-in-effect", "therapy-modifier-missing", "assistant-modifier-missing", "precomputed-disagrees", "stale-usage", "usage-unknown", "documentation-incomplete", "attestation-missing", "discipline-from-modifier", "home-health-episode", "hospice", "near-threshold", "medical-review", "medicare-secondary", "not-therapy", "billed-as-not-necessary", "repeated-modifier", "missing-kx", "crossing-without-kx", "unknown-year", "too-many-modifiers", "void", "reversal", "date-missing", "not-medicare", "amount-unknown", "remaining-supplied", "other-period", "eligibility-disagrees", "other-used-negative", "counted-again"]


class AuditFinding(TypedDict):
    id: str
    code: NoticeCode
    severity: Literal["info", "warning", "error"]
    message: str


CivilDate: TypeAlias = str


class AuditTotal(TypedDict):
    year: int
    serviceType: ServiceType
    allowed: Money
    withKx: Money
    threshold: Money
    remaining: Money
    reachedOn: CivilDate | None
    reachedAt: CivilDate | None
    reachedNote: str | None


class Audit(TypedDict):
    lines: list[AuditLine]
    findings: list[AuditFinding]
    totals: list[AuditTotal]


class ComparisonRowPeer(TypedDict):
    scope: Literal["state", "jurisdiction", "nation"]
    label: str
    lines: int | None
    kxLines: int | None
    proportion: float | None
    comparison: Literal["Significantly Higher", "Higher", "Does Not Exceed", "N/A"]


class ComparisonRow(TypedDict):
    code: str
    description: str
    lines: int
    kxLines: int
    proportion: float | None
    peers: list[ComparisonRowPeer]


class Comparison(TypedDict):
    rows: list[ComparisonRow]


class DueDate(TypedDict):
    kind: Literal["initial-certification", "recertification", "progress-report", "re-evaluation", "correction", "appeal", "review"]
    id: str | None
    day: CivilDate | None
    daysLeft: int | None
    treatmentDaysLeft: int | None
    status: Literal["overdue", "due", "soon", "later", "unknown", "done"]
    title: str
    message: str
    nextStep: str
    source: str


class DueDates(TypedDict):
    dates: list[DueDate]
    summary: str


class ReadPatient(TypedDict):
    name: str
    memberId: str | None


class ClaimsClaimLine(TypedDict):
    id: str
    date: CivilDate | None
    code: str
    modifiers: list[str]
    charge: Money
    units: float
    note: str | None


class ClaimsClaim(TypedDict):
    id: str
    type: Literal["professional", "institutional"]
    frequency: str
    payer: str | None
    medicare: bool
    patient: ReadPatient
    lines: list[ClaimsClaimLine]


class ClaimsSkipped(TypedDict):
    segment: str
    reason: str


class Claims(TypedDict):
    claims: list[ClaimsClaim]
    skipped: list[ClaimsSkipped]


EligibilityAmount = TypedDict(
    "EligibilityAmount",
    {
        "patient": "ReadPatient",
        "serviceType": "ServiceType",
        "kind": Literal["used", "remaining"],
        "amount": "Money",
        "from": "CivilDate | None",
        "to": "CivilDate | None",
        "segment": str,
    },
)


class EligibilityUnread(TypedDict):
    segment: str
    reason: str


class Eligibility(TypedDict):
    amounts: list[EligibilityAmount]
    unread: list[EligibilityUnread]


class _RemittanceEntry(TypedDict):
    id: str
    code: str
    modifiers: list[str]
    claim: str
    denied: bool
    allowedFrom: Literal["AMT*B6", "adjustments"]
    reasons: list[str]
    patient: ReadPatient
    date: CivilDate
    serviceType: ServiceType
    allowed: Money


class RemittanceEntry(_RemittanceEntry, total=False):
    status: Literal["adjudicated", "pending", "void"]
    program: Literal["medicare-part-b", "medicare-advantage"]
    posted: CivilDate


class RemittanceSkipped(TypedDict):
    segment: str
    reason: str


class Remittance(TypedDict):
    entries: list[RemittanceEntry]
    skipped: list[RemittanceSkipped]


class ReviewPacketChecklist(TypedDict):
    id: str
    contractor: str
    source: str
    reviewed: CivilDate | None
    inOrder: bool


DocumentKind: TypeAlias = Literal["order", "certification", "initial-evaluation", "re-evaluation", "diagnostic-test", "treatment-note", "treatment-log", "plan-of-care", "progress-report", "abbreviation-key", "patient-notice", "supervision", "other-service", "credentials", "signature-log", "other"]


PacketDocumentPages = TypedDict(
    "PacketDocumentPages",
    {
        "from": int,
        "to": int,
    },
)


class PacketDocument(TypedDict):
    id: str
    kind: DocumentKind
    title: str
    day: CivilDate
    through: CivilDate | None
    pages: PacketDocumentPages | None
    author: str | None
    written: CivilDate | None
    late: str | None


class PacketSection(TypedDict):
    id: str
    title: str
    status: Literal["on-file", "incomplete", "missing", "check", "not-applicable"]
    text: list[str]
    notes: list[str]
    documents: list[PacketDocument]


class ReviewPacketLineDecision(TypedDict):
    action: Literal["apply", "keep", "suggest", "none"]
    tooltip: str


class ReviewPacketLineAttestation(TypedDict):
    answer: Literal["add-kx", "leave-kx-off"]
    covers: Literal["line", "visit", "plan-of-care"]
    by: str
    at: str
    reason: str | None


class ReviewPacketLine(TypedDict):
    id: str
    date: CivilDate
    code: str
    modifiers: list[str]
    units: float | None
    charge: Money | None
    claim: str | None
    documents: list[str]
    missing: list[str]
    decision: ReviewPacketLineDecision | None
    attestation: ReviewPacketLineAttestation | None


class ReviewPacketProgressReport(TypedDict):
    day: CivilDate
    reports: list[str]
    missing: int


class ReviewPacketSignatureLog(TypedDict):
    name: str
    credentials: str | None
    signature: str | None
    documents: int


class ReviewPacketAbbreviation(TypedDict):
    short: str
    meaning: str


class ReviewPacket(TypedDict):
    title: str
    header: str
    due: DueDate
    checklist: ReviewPacketChecklist
    sections: list[PacketSection]
    lines: list[ReviewPacketLine]
    progressReports: list[ReviewPacketProgressReport]
    signatureLog: list[ReviewPacketSignatureLog]
    abbreviations: list[ReviewPacketAbbreviation]
    lateEntries: list[str]
    missing: list[str]
    summary: str


class Denial(TypedDict):
    id: str
    claim: str
    code: str
    verdict: Literal["not-threshold", "not-therapy", "has-kx", "billed-as-not-necessary", "below-threshold", "kx-missing"]
    remaining: Money | None
    channel: Literal["reopening", "adjustment"] | None
    lastDay: CivilDate | None
    appealBy: CivilDate | None
    message: str
    nextStep: str
    text: str | None


class Denials(TypedDict):
    denials: list[Denial]


class ThresholdCardMedicalReview(TypedDict):
    threshold: Money
    remaining: Money


class ThresholdDisplayMedicalReview(TypedDict):
    threshold: Money
    remaining: Money


class ThresholdDisplay(TypedDict):
    serviceType: ServiceType
    year: int
    threshold: Money
    used: Money
    pending: Money
    otherUsed: Money
    remaining: Money
    source: Literal["computed", "precomputed"]
    status: Literal["below", "near", "reached", "medical-review"]
    label: str
    medicalReview: ThresholdDisplayMedicalReview | None
    fraction: float


class Notice(TypedDict):
    code: NoticeCode
    severity: Literal["info", "warning", "error"]
    message: str


class ThresholdCard(TypedDict):
    serviceType: ServiceType
    year: int
    threshold: Money
    used: Money
    pending: Money
    otherUsed: Money
    remaining: Money
    source: Literal["computed", "precomputed"]
    status: Literal["below", "near", "reached", "medical-review"]
    label: str
    medicalReview: ThresholdCardMedicalReview | None
    fraction: float
    before: ThresholdDisplay | None
    notices: list[Notice]


ThresholdCards = TypedDict(
    "ThresholdCards",
    {
        "PT/SLP": "ThresholdCard",
        "OT": "ThresholdCard",
    },
)


class Versions(TypedDict):
    package: str
    rules: str
    packs: list[str]
    years: list[int]


class WayOut(TypedDict):
    action: Literal["remove-modifier", "correct-modifier", "add-modifier", "move-modifier", "check-note", "remove-kx", "keep-kx", "refresh-usage"]
    modifiers: list[str]
    label: str


class Condition(TypedDict):
    id: Literal["medicare-benefits", "auto-apply-on", "discipline-maps", "code-qualifies", "calendar-year", "threshold-reached", "kx-absent", "marked-done"]
    met: bool
    explanation: str


Thresholds = TypedDict(
    "Thresholds",
    {
        "PT/SLP": "ThresholdDisplay",
        "OT": "ThresholdDisplay",
    },
)


class ChecklistItem(TypedDict):
    id: Literal["certification", "progress-report", "re-evaluation", "treatment-note", "history-and-physical", "medical-necessity", "progress-or-maintenance", "complexity", "separate-justification", "group-necessity"]
    status: Literal["met", "due", "missing", "unknown"]
    text: str
    source: str
    next: str | None


class ChecklistAttestation(TypedDict):
    by: str
    on: CivilDate


class Checklist(TypedDict):
    ready: bool
    summary: str
    items: list[ChecklistItem]
    attestation: ChecklistAttestation | None


class DecisionBasis(TypedDict):
    rules: str
    packs: list[str]
    year: int
    remaining: Money | None
    remainingSource: Literal["computed", "precomputed"] | None
    asOf: CivilDate | None


class Decision(TypedDict):
    action: Literal["apply", "keep", "suggest", "none"]
    state: Literal["added", "check", "blocked", "not-needed", "declined"]
    wayOut: list[WayOut]
    modifiers: list[str]
    serviceType: ServiceType | None
    standing: Literal["below", "lands", "crosses", "reached"] | None
    conditions: list[Condition]
    tooltip: str
    notices: list[Notice]
    thresholds: Thresholds | None
    documentation: Checklist | None
    basis: DecisionBasis
