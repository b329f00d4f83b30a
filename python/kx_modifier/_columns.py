"""Billed lines as Arrow record batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ._native import Stream
from ._plain import to_json
from ._rules import Rules, tables_of

if TYPE_CHECKING:
    import pyarrow


class AuditStream:
    """An audit of lines that come as record batches, without end and without JSON text.

    A batch has the columns ``beneficiary``, ``id``, ``date``, ``code``, ``modifiers``, ``allowed``, and where they are known ``posted``, ``claim``,
    ``service_type``, ``status``, ``units``, ``charge``, ``note``, ``kx_declined``, ``kx_declined_because``. Text, ``date32``, ``decimal128`` and lists of
    text are read; ``keep`` names further columns to have them back. The lines of one beneficiary stand together, and may straddle batches:
    those of the last one are held back until the next batch, or until :meth:`finish`.

    Each row comes back in its order with ``service_type``, ``before``, ``after``, ``standing``, ``kx`` and ``findings``, or with an ``error``. ``totals``
    stand on the first row of a beneficiary.

    >>> import pyarrow as pa, kx_modifier as kx
    >>> stream = kx.AuditStream()
    >>> line = {"beneficiary": "b", "id": "1", "date": "2026-02-02", "code": "97110", "modifiers": ["GP", "KX"], "allowed": "60.00"}
    >>> stream.push(pa.RecordBatch.from_pylist([line])).num_rows
    0
    >>> answered = stream.finish().to_pylist()[0]
    >>> answered["kx"], answered["after"], answered["totals"][0]["with_kx"]
    ('early', Decimal('2420.00'), Decimal('60.00'))
    """

    __slots__ = ("_stream",)

    def __init__(self, *, policy: str | Mapping[str, Any] | None = None, rules: Rules | None = None, keep: Sequence[str] = ()) -> None:
        self._stream = Stream(None if policy is None else to_json(policy), tables_of(rules), list(keep))

    def push(self, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        """Takes a batch (of any library with Arrow's PyCapsule interface), and gives the rows that are answered by now."""
        return self._stream.push(batch)

    def finish(self) -> pyarrow.RecordBatch:
        """Gives the rows that still waited."""
        return self._stream.finish()

    def run(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        """All answers to all batches."""
        for batch in batches:
            yield self.push(batch)
        yield self.finish()


def audit_arrow(
    lines: pyarrow.Table | pyarrow.RecordBatch | Iterable[pyarrow.RecordBatch],
    *,
    policy: str | Mapping[str, Any] | None = None,
    rules: Rules | None = None,
    keep: Sequence[str] = (),
) -> pyarrow.Table:
    """The lines of a table, a record batch, or record batches, with the answers of an :class:`AuditStream` beside them.

    >>> import pyarrow as pa, kx_modifier as kx
    >>> table = pa.Table.from_pylist([{"beneficiary": "b", "id": "1", "date": "2026-02-30", "code": "97110", "allowed": "60.00"}])
    >>> kx.audit_arrow(table)["error"][0].as_py()["code"]
    'date-invalid'
    """
    import pyarrow

    batches: Iterable[pyarrow.RecordBatch]
    if isinstance(lines, pyarrow.Table):
        # A table without rows has no batches, and has columns all the same.
        batches = lines.to_batches() or [pyarrow.RecordBatch.from_pylist([], schema=lines.schema)]
    elif isinstance(lines, pyarrow.RecordBatch):
        batches = [lines]
    else:
        batches = lines
    return pyarrow.Table.from_batches(list(AuditStream(policy=policy, rules=rules, keep=keep).run(batches)))
