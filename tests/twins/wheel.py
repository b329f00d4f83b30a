"""The wheel's two ways: NDJSON from IN to OUT, and the lines that columns can hold, as record batches, to COLUMNS."""

import json
import sys
from decimal import Decimal

import pyarrow as pa

import kx_modifier as kx

SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("beneficiary", "id", "date", "code", "allowed", "status", "posted")] + [("modifiers", pa.list_(pa.string()))]
)


def amount(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def as_json(row: dict) -> str:
    if row["error"] is not None:
        answer = {"error": row["error"]}
    else:
        answer = {
            "beneficiary": row["beneficiary"],
            "id": row["id"],
            "serviceType": row["service_type"],
            "before": amount(row["before"]),
            "after": amount(row["after"]),
            "standing": row["standing"],
            "kx": row["kx"],
            "findings": row["findings"],
        }
    return json.dumps(answer, separators=(",", ":"), ensure_ascii=False) + "\n"


def main(given: str, out: str, fits: str, columns: str) -> None:
    with open(given, "rb") as file:
        lines = file.read()
    with open(out, "wb") as file:
        file.write(kx.audit_ndjson(lines))
    held = [json.loads(line) for line, fit in zip(lines.decode("utf-8-sig").split("\n"), open(fits).read()) if fit == "1"]
    # Odd and small batches, so that beneficiaries straddle them.
    batches = pa.Table.from_pylist(held, schema=SCHEMA).to_batches(max_chunksize=997)
    with open(columns, "w", newline="") as file:
        for batch in kx.AuditStream().run(batches):
            file.writelines(as_json(row) for row in batch.to_pylist())


main(*sys.argv[1:])
