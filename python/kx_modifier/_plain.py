"""Python values as JSON text."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any


def _plain(value: object) -> str:
    # A datetime is a date too, and its time of day would be lost without a word.
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no plain data: give dicts, lists, text, numbers, Decimal or date")


def to_json(value: Any) -> str:
    """JSON text of plain data; text that is given is JSON already."""
    return value if isinstance(value, str) else json.dumps(value, default=_plain, ensure_ascii=False)
