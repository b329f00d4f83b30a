"""Lines a second: the crate in one process, the wheel, Node, Spark on one core and on two; and how each grows with the lines.

The ways take turns, size by size. What is counted is processor time of the process and of all that it starts: on a machine that others use too,
a clock says more of the others. ``python warehouse/bench/measure.py 10000 100000 1000000 5000000`` writes ``recorded.json``; ``picture.mjs`` draws it.
Words that are no numbers name the ways to measure again. It needs the wheels, ``dist/``, and ``cargo build --release --example audit_ndjson``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "tests"))
RECORDED = HERE / "recorded.json"
TICK = os.sysconf("SC_CLK_TCK")
#: Lines that are made by hand; more are the same years again for other beneficiaries.
MADE = 200_000
#: More come as batches only.
IN_MEMORY = 1_000_000
SCHEMA = pa.schema(
    [
        ("person_id", pa.string()),
        ("claim_id", pa.string()),
        ("claim_line_number", pa.int64()),
        ("claim_line_start_date", pa.date32()),
        ("hcpcs_code", pa.string()),
        *((f"hcpcs_modifier_{place}", pa.string()) for place in range(1, 6)),
        ("rendering_npi", pa.string()),
        ("paid_date", pa.date32()),
        ("allowed_amount", pa.decimal128(12, 2)),
    ]
)


def _years(count: int) -> Iterator[pa.Table]:
    import generator

    rows = [row for row in generator.year(min(count, MADE), 99).rows if row["person_id"] and (row["allowed_amount"] or 0) % Decimal("0.01") == 0]
    table = pa.Table.from_pylist(rows, SCHEMA).sort_by([("person_id", "ascending"), ("claim_line_start_date", "ascending"), ("claim_id", "ascending")])
    for again in range(-(-count // table.num_rows)):
        beneficiaries = pc.binary_join_element_wise(table["person_id"].combine_chunks(), pa.scalar(str(again)), "-")
        yield table.set_column(0, "person_id", beneficiaries).slice(0, count - again * table.num_rows)


def _inputs(folder: Path, count: int) -> None:
    """The same lines as `medical_claim`, as columns of an audit, and as NDJSON."""
    with pq.ParquetWriter(folder / "claims.parquet", SCHEMA) as claims, (folder / "lines.ndjson").open("w") as ndjson:
        for table in _years(count):
            claims.write_table(table)
            for row in table.to_pylist() if count <= IN_MEMORY else ():
                line: dict[str, Any] = {"beneficiary": row["person_id"], "id": f"{row['claim_id']}-{row['claim_line_number']}"}
                line |= {"date": str(row["claim_line_start_date"]), "code": row["hcpcs_code"], "allowed": str(row["allowed_amount"]), "claim": row["claim_id"]}
                line |= {"modifiers": [one for place in range(1, 6) if (one := row[f"hcpcs_modifier_{place}"])]}
                line |= {"posted": str(row["paid_date"])} if row["paid_date"] else {}
                line = {name: value for name, value in line.items() if value not in ("None", None)}
                ndjson.write(json.dumps(line, separators=(",", ":")) + "\n")


ARROW = """
import sys, pyarrow as pa, pyarrow.compute as pc, pyarrow.parquet as pq, kx_modifier as kx
def lines():
    for one in pq.ParquetFile(sys.argv[1]).iter_batches(20_000):
        number = pc.cast(one.column("claim_line_number"), pa.string())
        places = [one.column(f"hcpcs_modifier_{place}") for place in range(1, 6)]
        joined = pc.binary_join_element_wise(*places, " ", null_handling="skip")
        names = ["beneficiary", "id", "date", "code", "modifiers", "allowed", "claim", "posted"]
        columns = [one.column("person_id"), pc.binary_join_element_wise(one.column("claim_id"), number, "-"), one.column("claim_line_start_date")]
        columns += [one.column("hcpcs_code"), pc.split_pattern(joined, " "), one.column("allowed_amount"), one.column("claim_id"), one.column("paid_date")]
        yield pa.RecordBatch.from_arrays(columns, names)
writer = None
for answered in kx.AuditStream().run(lines()):
    writer = writer or pq.ParquetWriter(sys.argv[2], answered.schema)
    writer.write_batch(answered)
writer.close()
"""
NDJSON = """
import sys, kx_modifier as kx
open(sys.argv[2], "wb").write(kx.audit_ndjson(open(sys.argv[1], "rb").read()))
"""


def _ways(folder: Path) -> dict[str, list[str]]:
    lines, claims, out = str(folder / "lines.ndjson"), str(folder / "claims.parquet"), str(folder / "out")
    spark = [sys.executable, "-m", "kx_warehouse", "audit", claims, out, "--overwrite", "--conf", "spark.driver.memory=4g", "--master"]
    return {
        "native": ["sh", "-c", f"{ROOT}/target/release/examples/audit_ndjson < {lines} > {out}.native"],
        "node": ["sh", "-c", f"node {ROOT}/dist/cli.js audit --ndjson {lines} > {out}.node"],
        "wheel, NDJSON": [sys.executable, "-c", NDJSON, lines, f"{out}.wheel"],
        "wheel, Arrow": [sys.executable, "-c", ARROW, claims, f"{out}.parquet"],
        "Spark, 1 core": [*spark, "local[1]"],
        "Spark, 2 cores": [*spark, "local[2]"],
    }


def _spent(session: int, seen: dict[int, float]) -> None:
    """Processor time of all processes of a session, by process."""
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            seen[int(entry)] = (int(fields[11]) + int(fields[12])) / TICK


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time and of the clock."""
    started, seen = time.monotonic(), dict[int, float]()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
        while process.poll() is None:
            _spent(process.pid, seen)
            time.sleep(0.02 if time.monotonic() - started < 5 else 0.2)
        said.seek(0)
        # Findings are status 1 of the command line, bad lines are status 2.
        if process.returncode not in (0, 1, 2):
            raise SystemExit(f"{command} ended with {process.returncode}: {said.read().decode()[-2000:]}")
    return sum(seen.values()), time.monotonic() - started


TEXTS = {"native": ".native", "node": ".node", "wheel, NDJSON": ".wheel"}


def _whole(out: Path, name: str, count: int) -> None:
    """A way that answers fewer lines is no way."""
    if name in TEXTS:
        with open(f"{out}{TEXTS[name]}", "rb") as file:
            found = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
        if found != count:
            raise SystemExit(f"{name} answered {found} of {count} lines")


def main(sizes: list[int], only: list[str]) -> None:
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="kx-bench-") as work:
            folder = Path(work)
            _inputs(folder, count)
            rounds = int(os.environ.get("ROUNDS", "3")) if count <= 100_000 else 1
            ways = {name: command for name, command in _ways(folder).items() if name in only or not only}
            times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
            for _ in range(rounds):
                for name, command in ways.items():
                    if count <= IN_MEMORY or name.startswith(("Spark", "wheel, Arrow")):
                        times[name].append(measure(command))
                        _whole(folder / "out", name, count)
                        print(count, name, times[name][-1], flush=True)
            recorded = json.loads(RECORDED.read_text()) if RECORDED.exists() else {}
            for name, found in times.items():
                if found:
                    processor, clock = (round(statistics.median(one), 2) for one in zip(*found, strict=True))
                    recorded.setdefault(name, {})[str(count)] = {"processor": processor, "clock": clock}
        RECORDED.write_text(json.dumps(recorded, indent=2) + "\n")


if __name__ == "__main__":
    words = sys.argv[1:]
    main([int(one) for one in words if one.isdigit()], [one for one in words if not one.isdigit()])
