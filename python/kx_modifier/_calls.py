"""The functions of the contract. Each hands its request on and reads nothing in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, overload

from . import _native
from ._plain import to_json
from ._rules import Rules, tables_of
from .answers import (
    Audit,
    Claims,
    Comparison,
    Decision,
    Denials,
    DueDates,
    Eligibility,
    Remittance,
    ReviewPacket,
    ThresholdCards,
    Versions,
)

Request = Mapping[str, Any]
Answer = dict[str, Any]


def functions() -> list[str]:
    """The names that :func:`call` knows: all functions of the contract."""
    return _native.functions()


@overload
def call(name: str, request: str, *, rules: Rules | None = None) -> str: ...
@overload
def call(name: str, request: Any, *, rules: Rules | None = None) -> Any: ...
def call(name: str, request: Any, *, rules: Rules | None = None) -> Any:
    """Calls a function of the contract by its name there, for example ``"worklist"``.

    >>> import kx_modifier as kx
    >>> kx.call("describeProjection", {"date": "2026-07-01", "serviceType": "OT", "visits": [{"date": "2026-07-08", "allowed": "100.00"}]})
    'The booked visit stays within the threshold.'
    """
    answer = _native.call(name, to_json(request), tables_of(rules))
    return answer if isinstance(request, str) else json.loads(answer)


@overload
def decide(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def decide(request: Request, *, rules: Rules | None = None) -> Decision: ...
def decide(request: str | Request, *, rules: Rules | None = None) -> str | Decision:
    """KX on one line: ``apply``, ``keep``, ``suggest`` or ``none``, and why.

    >>> import kx_modifier as kx
    >>> kx.decide({"line": {"code": "97110", "allowed": 31.4}, "appointment": {"date": "2026-07-01"},
    ...            "coverage": {"program": "medicare-part-b"}})
    Traceback (most recent call last):
        ...
    kx_modifier.KxError: line.allowed: an amount is a number (write US dollars as text, such as "35.10": a number loses cents)
    """
    answer: str | Decision = call("decide", request, rules=rules)
    return answer


@overload
def thresholds(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def thresholds(request: Request, *, rules: Rules | None = None) -> ThresholdCards: ...
def thresholds(request: str | Request, *, rules: Rules | None = None) -> str | ThresholdCards:
    """Both thresholds of a day's calendar year, and what remains of them.

    >>> import datetime, kx_modifier as kx
    >>> kx.thresholds({"date": datetime.date(2026, 9, 14)})["PT/SLP"]["label"]
    '$2,480.00 Medicare Threshold Remaining (PT/SLP)'
    """
    answer: str | ThresholdCards = call("thresholds", request, rules=rules)
    return answer


@overload
def audit(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def audit(request: Request, *, rules: Rules | None = None) -> Audit: ...
def audit(request: str | Request, *, rules: Rules | None = None) -> str | Audit:
    """One beneficiary's billed lines: KX missing, too early, or absent on a crossing line.

    >>> import kx_modifier as kx
    >>> line = {"id": "1", "date": "2026-02-02", "code": "97110", "modifiers": ["GP"], "allowed": "2500.00"}
    >>> kx.audit({"lines": [line, {**line, "id": "2", "date": "2026-02-03"}]})["lines"][1]["kx"]
    'missing'
    """
    answer: str | Audit = call("audit", request, rules=rules)
    return answer


@overload
def compare_billing(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def compare_billing(request: Request, *, rules: Rules | None = None) -> Comparison: ...
def compare_billing(request: str | Request, *, rules: Rules | None = None) -> str | Comparison:
    """The percentage of lines with KX compared with peers, as in a comparative billing report (CBR).

    >>> import kx_modifier as kx
    >>> peer = {"scope": "state", "label": "Ohio", "codes": {"97110": {"kx": 30, "total": 100}}}
    >>> row = kx.compare_billing({"lines": [{"code": "97110", "modifiers": ["GP", "KX"]}] * 40, "codes": ["97110"], "peers": [peer]})["rows"][0]
    >>> row["proportion"], row["peers"][0]["comparison"]
    (1, 'Significantly Higher')
    """
    answer: str | Comparison = call("compareBilling", request, rules=rules)
    return answer


@overload
def rework_denials(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def rework_denials(request: Request, *, rules: Rules | None = None) -> Denials: ...
def rework_denials(request: str | Request, *, rules: Rules | None = None) -> str | Denials:
    """Denied lines of a remittance: what each was denied for, and what can be done by when.

    >>> import kx_modifier as kx
    >>> entry = {"id": "7", "date": "2026-07-01", "serviceType": "PT/SLP", "allowed": "0.00", "code": "97110", "modifiers": ["GP"],
    ...          "claim": "C7", "denied": True, "reasons": ["CO-119"]}
    >>> kx.rework_denials({"denied": [entry], "billed": []})["denials"][0]["verdict"]
    'below-threshold'
    """
    answer: str | Denials = call("reworkDenials", request, rules=rules)
    return answer


@overload
def due_dates(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def due_dates(request: Request, *, rules: Rules | None = None) -> DueDates: ...
def due_dates(request: str | Request, *, rules: Rules | None = None) -> str | DueDates:
    """What is due and by when: certifications, progress reports, appeals, reviewers' letters.

    >>> import kx_modifier as kx
    >>> kx.due_dates({"date": "2026-07-01", "documentation": {"certifiedThrough": "2026-07-10"}})["summary"]
    'Next: Recertification due, Jul 10, 2026.'
    """
    answer: str | DueDates = call("dueDates", request, rules=rules)
    return answer


@overload
def review_packet(request: str, *, rules: Rules | None = None) -> str: ...
@overload
def review_packet(request: Request, *, rules: Rules | None = None) -> ReviewPacket: ...
def review_packet(request: str | Request, *, rules: Rules | None = None) -> str | ReviewPacket:
    """The answer to a reviewer's letter: the contractor's checklist with what is on file and what is missing."""
    answer: str | ReviewPacket = call("reviewPacket", request, rules=rules)
    return answer


def _read(name: str, text: str, rules: Rules | None) -> Any:
    # The text of a file is not JSON: it is handed over as a JSON string.
    return json.loads(_native.call(name, json.dumps(text, ensure_ascii=False), tables_of(rules)))


def read_271(text: str, *, rules: Rules | None = None) -> Eligibility:
    """An eligibility response: what both thresholds have used or have left, and all that was not read."""
    answer: Eligibility = _read("readEligibility271", text, rules)
    return answer


def read_835(text: str, *, rules: Rules | None = None) -> Remittance:
    """A remittance: its therapy lines with their allowed amounts, and all that was skipped.

    >>> import kx_modifier as kx
    >>> kx.read_835("no remittance")
    Traceback (most recent call last):
        ...
    kx_modifier.KxError: `no remittance` does not begin an X12 interchange (give the whole text of the file, from its ISA segment on)
    """
    answer: Remittance = _read("readRemittance835", text, rules)
    return answer


def read_837(text: str, *, rules: Rules | None = None) -> Claims:
    """A claim file: its therapy lines, and all that was skipped."""
    answer: Claims = _read("readClaim837", text, rules)
    return answer


def audit_ndjson(lines: bytes, *, policy: str | Request | None = None, rules: Rules | None = None) -> bytes:
    """Billed lines of many beneficiaries as NDJSON, a line out for each line in.

    >>> import kx_modifier as kx
    >>> kx.audit_ndjson(b'{"beneficiary":"b","id":"1"}')
    b'{"error":{"code":"missing-field","path":"date","message":"`date` is missing","help":"this field is needed; null counts as absent"}}\\n'
    """
    return _native.ndjson("auditNdjson", lines, None if policy is None else to_json(policy), tables_of(rules))


def decide_ndjson(lines: bytes, *, rules: Rules | None = None) -> bytes:
    """Requests of :func:`decide` as NDJSON, a decision or an error for each."""
    return _native.ndjson("decideNdjson", lines, None, tables_of(rules))


def versions(*, rules: Rules | None = None) -> Versions:
    """Package, rules, rule packs, and the years with known amounts."""
    answer: Versions = json.loads(_native.call("versions", "null", tables_of(rules)))
    return answer
