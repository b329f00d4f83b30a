"""What a job has to come to: the audit in one process, and the generator's word."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import kx_modifier as kx
from generator import Year


TOTAL = ("year", "service_type", "allowed", "with_kx", "threshold", "remaining")


def table(output: Path, name: str) -> list[dict[str, Any]]:
    return pq.read_table(output / name).to_pylist()


def write(year: Year, path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(year.rows), path)


def alone(year: Year) -> tuple[dict[tuple[str, str], dict[str, Any]], list[tuple[Any, ...]]]:
    """The audited lines of one process, by beneficiary and id, and their totals."""

    def place(row: dict[str, Any]) -> tuple[Any, ...]:
        return (row["person_id"] or "", row["claim_line_start_date"] or date(1, 1, 1), row["claim_id"], row["claim_line_number"])

    def line(row: dict[str, Any]) -> dict[str, Any]:
        modifiers = [row[f"hcpcs_modifier_{place}"] for place in range(1, 6)]
        amount: Decimal | None = row["allowed_amount"]
        return {
            "beneficiary": row["person_id"],
            "id": f"{row['claim_id']}-{row['claim_line_number']}",
            "claim": row["claim_id"],
            "date": row["claim_line_start_date"],
            "posted": row["paid_date"],
            "code": row["hcpcs_code"],
            "modifiers": [one for one in modifiers if one],
            "allowed": None if amount is None else format(amount, "f"),
        }

    answers = kx.audit_arrow(pa.Table.from_pylist([line(row) for row in sorted(year.rows, key=place)])).to_pylist()
    # The first row of a beneficiary has the totals, and may be a reject.
    totals = [(row["beneficiary"], *(one[name] for name in TOTAL)) for row in answers for one in row["totals"]]
    return {(row["beneficiary"], row["id"]): row for row in answers if row["error"] is None}, sorted(totals)


def hold(output: Path, year: Year) -> None:
    """The tables are those of one process line for line; every planted fault is found, and no other."""
    lines, findings, totals, rejects, runs = (table(output, name) for name in ("lines", "findings", "totals", "rejects", "run"))
    run = runs[0]
    assert (run["rows_in"], run["rows_out"], run["rejects"]) == (len(year.rows), len(lines), len(rejects))
    assert len(lines) + len(rejects) == len(year.rows)
    by_line: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for one in findings:
        by_line.setdefault((one["beneficiary"], one["id"]), []).append((one["finding"], one["severity"], one["message"]))
    wanted, sums = alone(year)
    assert len(lines) == len(wanted)
    names = ("claim", "date", "posted", "code", "modifiers", "service_type", "before", "after", "standing", "kx")
    for one in lines:
        key = (one["beneficiary"], one["id"])
        own = wanted[key]
        assert [one[name] for name in names] == [own[name] for name in names], key
        assert by_line.get(key, []) == [(found["code"], found["severity"], found["message"]) for found in own["findings"]], key
        assert (one["kx"], tuple(code for code, _, _ in by_line.get(key, []))) == year.lines[key], key
    assert Counter(one["reason"] for one in rejects) == Counter(year.rejects)
    assert sorted((one["beneficiary"], *(one[name] for name in TOTAL)) for one in totals) == sums
    for rows in (lines, findings, totals, rejects):
        assert {(one["rules"], tuple(one["packs"])) for one in rows} <= {(run["rules"], tuple(run["packs"]))}

