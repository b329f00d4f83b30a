"""A year of Medicare therapy claim lines from a seed, as Tuva's ``medical_claim``, with faults at known places.

Distribution. A beneficiary has one year (2024, 2025 or 2026) and one bucket, with a second one in every fifth case. Lines: one beneficiary in a
hundred has 150 to 400, all others 4 to 60; so some go far over the threshold and most never reach it. Two to four lines to a day, a claim for
each day and bucket. Amounts: 22.00 to 58.00. The payer processes a claim 10 to 40 days after its day, so claims count in another order than
that of their days; one claim in twenty has no such day and counts by its own.

By itself every line is right: KX from the line that crosses on, and on no line before it. The running sums are kept here in whole cents, apart
from the rules under test. Then faults are planted, each on a line of its own: see FAULTS and REJECTS.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CODES = {"PT/SLP": ("GP", ["97110", "97112", "97140", "97530", "97116"]), "OT": ("GO", ["97110", "97530", "97535", "97140"])}
PROVIDERS = [f"1{place:09d}" for place in range(40)]

#: A fault of a line that counts, one in so many: what is expected of it as (verdict, codes of findings).
FAULTS = {"missing": 60, "early": 60, "crossing": 4, "no-plan": 300, "two-plans": 300, "opposing": 200}
#: A row that does not fit, one in so many of all rows, and the code of its reason.
REJECTS = {"code": "code-invalid", "thousandth": "money-invalid", "no-amount": "missing-field", "no-day": "missing-field", "twice": "duplicate-id", "nobody": "missing-field"}
ONE_REJECT_IN = 250


def thresholds() -> dict[tuple[int, str], int]:
    """Amounts in cents, from the rows of the project."""
    with open(ROOT / "data" / "thresholds.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {(int(row["year"]), bucket): int(Decimal(row[column]) * 100) for row in rows for bucket, column in (("PT/SLP", "pt_slp"), ("OT", "ot"))}


@dataclass
class Line:
    beneficiary: str
    claim: str
    number: int
    day: date
    posted: date | None
    bucket: str
    code: str
    cents: int
    provider: str
    modifiers: list[str] = field(default_factory=list)
    verdict: str = "correct"
    findings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.claim}-{self.number}"


@dataclass
class Year:
    """Rows of the table, and what is expected of them."""

    rows: list[dict[str, Any]]
    #: By beneficiary and id.
    lines: dict[tuple[str, str], tuple[str, tuple[str, ...]]]
    #: By reason, how many.
    rejects: dict[str, int]
    planted: dict[str, int]


def _lines_of(own: random.Random, beneficiary: str, count: int) -> list[Line]:
    year = own.choice([2024, 2025, 2026])
    buckets = [own.choice(["PT/SLP", "PT/SLP", "OT"])]
    if own.random() < 0.2:
        buckets.append("OT" if buckets[0] == "PT/SLP" else "PT/SLP")
    lines: list[Line] = []
    day, number = date(year, 1, 2), 0
    step = max(1, 330 // max(1, count // 3))
    while len(lines) < count:
        day = min(day + timedelta(days=own.randint(1, step)), date(year, 12, 28))
        bucket = own.choice(buckets)
        number += 1
        claim = f"C{beneficiary}-{number}"
        posted = None if own.random() < 0.05 else day + timedelta(days=own.randint(10, 40))
        provider = own.choice(PROVIDERS)
        for place in range(min(own.randint(2, 4), count - len(lines))):
            modifier, codes = CODES[bucket]
            lines.append(Line(beneficiary, claim, place + 1, day, posted, bucket, own.choice(codes), own.randint(2200, 5800), provider, [modifier]))
    return lines


def _judge(own: random.Random, lines: list[Line], amounts: dict[tuple[int, str], int], planted: dict[str, int]) -> None:
    """KX where it belongs, and the faults."""
    left: dict[tuple[int, str], int] = {}
    for line in sorted(lines, key=lambda one: (one.posted or one.day, one.day, one.claim, one.number)):
        key = (line.day.year, line.bucket)
        before = left.setdefault(key, amounts[key])
        after = before - line.cents
        due = before <= 0
        crosses = before > 0 > after
        kinds = ["no-plan", "two-plans"] + (["missing", "opposing"] if due else ["crossing"] if crosses else ["early"] if after > 0 else [])
        fault = next((kind for kind in own.sample(kinds, len(kinds)) if own.random() < 1 / FAULTS[kind]), None)
        if fault == "no-plan":
            line.modifiers, line.verdict, line.findings = ["59"], "not-applicable", ("therapy-modifier-missing",)
        elif fault == "two-plans":
            line.modifiers, line.verdict, line.findings = ["GP", "GO"], "not-applicable", ("therapy-modifier-conflict",)
        else:
            left[key] = after
            if due or crosses:
                line.modifiers.append("KX")
            if fault == "missing":
                line.modifiers.remove("KX")
                line.verdict, line.findings = "missing", ("missing-kx",)
            elif fault == "crossing":
                line.modifiers.remove("KX")
                line.verdict, line.findings = "crossing", ("crossing-without-kx",)
            elif fault == "early":
                line.modifiers.append("KX")
                line.verdict, line.findings = "early", ("early-kx",)
            elif fault == "opposing":
                line.modifiers.append("GA")
                line.findings = ("opposing-modifier",)
        if fault:
            planted[fault] = planted.get(fault, 0) + 1


def _row(line: Line) -> dict[str, Any]:
    modifiers = [*line.modifiers, None, None, None, None, None]
    return {
        "person_id": line.beneficiary,
        "claim_id": line.claim,
        "claim_line_number": line.number,
        "claim_type": "professional",
        "claim_line_start_date": line.day,
        "claim_line_end_date": line.day,
        "hcpcs_code": line.code,
        **{f"hcpcs_modifier_{place + 1}": modifiers[place] for place in range(5)},
        "rendering_npi": line.provider,
        "paid_date": line.posted,
        "allowed_amount": Decimal(line.cents).scaleb(-2),
    }


def _reject(own: random.Random, row: dict[str, Any], beneficiary: str, number: int) -> tuple[str, dict[str, Any]]:
    kind = own.choice(list(REJECTS))
    changed = {**row, "claim_id": f"R{beneficiary}-{number}"}
    if kind == "code":
        changed["hcpcs_code"] = "9711"
    elif kind == "thousandth":
        changed["allowed_amount"] = row["allowed_amount"] + Decimal("0.005")
    elif kind == "no-amount":
        changed["allowed_amount"] = None
    elif kind == "no-day":
        changed["claim_line_start_date"] = None
    elif kind == "twice":
        changed = dict(row)
    else:
        changed["person_id"] = None
    return REJECTS[kind], changed


def year(count: int, seed: int, *, large: int = 0, malformed: int = 0) -> Year:
    """At least ``count`` rows; beside them one beneficiary with ``large`` lines, and one with ``malformed`` rows that do not fit and three that do."""
    amounts = thresholds()
    made = Year([], {}, {}, {})
    number = 0
    own = random.Random(seed)
    while len(made.rows) < count:
        number += 1
        size = own.randint(150, 400) if own.random() < 0.01 else own.randint(4, 60)
        _add(made, own, f"{seed}-{number}", min(size, max(4, count - len(made.rows))), amounts, ONE_REJECT_IN)
    if large:
        _add(made, own, f"{seed}-large", large, amounts, ONE_REJECT_IN)
    if malformed:
        _add(made, own, f"{seed}-malformed", 3, amounts, None)
        good = made.rows[-3:]
        for place in range(malformed):
            reason, row = _reject(own, good[place % 3], f"{seed}-malformed", place)
            made.rows.append(row)
            made.rejects[reason] = made.rejects.get(reason, 0) + 1
    own.shuffle(made.rows)
    return made


def _add(made: Year, own: random.Random, beneficiary: str, count: int, amounts: dict[tuple[int, str], int], one_in: int | None) -> None:
    lines = _lines_of(own, beneficiary, count)
    _judge(own, lines, amounts, made.planted)
    for place, line in enumerate(lines):
        row = _row(line)
        made.rows.append(row)
        made.lines[(line.beneficiary, line.id)] = (line.verdict, line.findings)
        if one_in and own.random() < 1 / one_in:
            reason, bad = _reject(own, row, beneficiary, place)
            made.rows.append(bad)
            made.rejects[reason] = made.rejects.get(reason, 0) + 1
