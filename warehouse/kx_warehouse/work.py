"""What runs beside the data. It is sent there as it is: a worker needs kx-modifier and pyarrow, and nothing else of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

Work = Callable[[Iterable["pyarrow.RecordBatch"]], Iterator["pyarrow.RecordBatch"]]


def auditor(policy: str | None, packs: str | None, keep: list[str], order: list[str]) -> Work:
    """Audits sorted lines; the columns come in this order."""

    def run(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import kx_modifier as kx

        stream = kx.AuditStream(policy=policy, rules=kx.Rules(packs) if packs else None, keep=keep)
        for answered in stream.run(batches):
            # A partition without rows has no columns either.
            if answered.num_rows:
                yield answered.select(order)

    return run


def counter() -> Work:
    """Counts lines by provider, state and code; a line that cannot be counted is a row of its own."""

    def run(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow as pa
        import pyarrow.compute as pc
        from kx_modifier.comparative import counted

        for batch in batches:
            if not batch.num_rows:
                continue
            looked_at = counted(batch.select(["code", "modifiers"]))
            code, has_kx, error = (looked_at.column(name) for name in ("code", "has_kx", "error"))
            table = pa.table({"provider": batch.column("provider"), "state": batch.column("state"), "code": code, "kx": pc.cast(has_kx, pa.int64())})
            good = table.filter(pc.is_valid(code))
            sums = good.group_by(["provider", "state", "code"]).aggregate([("kx", "sum"), ("kx", "count")])
            counts = {"lines": sums["kx_count"], "kx_lines": sums["kx_sum"], "error": pa.nulls(sums.num_rows, error.type)}
            yield from pa.table({"provider": sums["provider"], "state": sums["state"], "code": sums["code"], **counts}).to_batches()
            bad = pc.is_null(code)
            refused = batch.filter(bad)
            if refused.num_rows:
                one, none = pa.array([1] * refused.num_rows), pa.array([0] * refused.num_rows)
                given = {name: refused.column(name) for name in ("provider", "state", "code")}
                yield from pa.table({**given, "lines": one, "kx_lines": none, "error": error.filter(bad)}).to_batches()

    return run


def comparer() -> Work:
    """Says what a report says of each row of counts."""

    def run(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow as pa
        from kx_modifier.comparative import compared

        for batch in batches:
            counts = (batch.column(name).to_pylist() for name in ("kx_lines", "lines", "peer_kx_lines", "peer_lines"))
            said = [compared((kx, lines), (peer_kx, peer_lines)) for kx, lines, peer_kx, peer_lines in zip(*counts, strict=True)]
            yield batch.append_column("comparison", pa.array(said, pa.string()))

    return run
