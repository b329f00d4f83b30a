"""Medicare's KX modifier on outpatient therapy lines: decisions, audits and files, by the rules of kx-modifier.

The rules are the same compiled crate that browsers and Node run. A request is a dict, or JSON text; a dict is answered with a dict, JSON text
with JSON text. Amounts and days are text (``"31.40"``, ``"2026-07-01"``); ``decimal.Decimal`` and ``datetime.date`` are written as such. A
float is refused, because floats lose cents. What is wrong with a request is a :class:`KxError`.

>>> import kx_modifier as kx
>>> decision = kx.decide({
...     "line": {"code": "97110", "modifiers": ["GP"], "allowed": "31.40"},
...     "appointment": {"date": "2026-07-01", "renderingProvider": {"discipline": "PT"}},
...     "coverage": {"program": "medicare-part-b"},
...     "preferences": {"autoApplyKx": True},
...     "usage": {"used": {"PT/SLP": "2490.00"}},
... })
>>> decision["action"], decision["modifiers"]
('apply', ['GP', 'KX'])
"""

from ._calls import (
    audit,
    audit_ndjson,
    call,
    compare_billing,
    decide,
    decide_ndjson,
    due_dates,
    functions,
    read_271,
    read_835,
    read_837,
    review_packet,
    rework_denials,
    thresholds,
    versions,
)
from ._columns import AuditStream, audit_arrow
from ._native import KxError
from ._rules import Rules
from ._scrub import scrub_837

__version__: str = versions()["package"]

__all__ = [
    "AuditStream",
    "KxError",
    "Rules",
    "audit",
    "audit_arrow",
    "audit_ndjson",
    "call",
    "compare_billing",
    "decide",
    "decide_ndjson",
    "due_dates",
    "functions",
    "read_271",
    "read_835",
    "read_837",
    "review_packet",
    "rework_denials",
    "scrub_837",
    "thresholds",
    "versions",
]
