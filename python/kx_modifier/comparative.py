"""A comparative billing report from counts, for more lines than one request holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _native

if TYPE_CHECKING:
    import pyarrow

#: The codes of the contractor's report.
REPORT_CODES: tuple[str, ...] = tuple(_native.report_codes())


def counted(batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
    """For each row with ``code`` and ``modifiers``: the ``code``, whether the line ``has_kx``, or an ``error``.

    >>> import pyarrow as pa
    >>> counted(pa.RecordBatch.from_pylist([{"code": " 97110", "modifiers": ["gp", "kx"]}, {"code": "9711"}])).to_pylist()[0]
    {'code': '97110', 'has_kx': True, 'error': None}
    """
    return _native.counted(batch)


def compared(own: tuple[int, int], peers: tuple[int, int] | None) -> str:
    """What ``compare_billing`` says of a code, each side as its lines with KX and its lines in all.

    >>> compared((40, 40), (30, 100)), compared((3, 10), (30, 100)), compared((0, 0), (30, 100))
    ('Significantly Higher', 'Does Not Exceed', 'N/A')
    """
    return _native.compared(own, peers)
