"""Rule packs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ._native import Tables
from ._plain import to_json


class Rules:
    """The built-in tables with rule packs beside them: amounts and codes that were made known after this version.

    Give one pack, or a list of them, as dicts or as JSON text. A pack that is wrong is refused with the place of its fault. Nothing is
    global: give the rules to each call.

    >>> import kx_modifier as kx
    >>> rules = kx.Rules({"id": "made-up", "published": "2098-11-20", "thresholds": [
    ...     {"year": 2099, "ptSlp": "9000.00", "ot": "9000.00", "source": "made up for this example"}]})
    >>> kx.thresholds({"date": "2099-02-01"}, rules=rules)["OT"]["label"]
    '$9,000.00 Medicare Threshold Remaining (OT)'
    >>> rules.packs
    ['made-up']
    >>> kx.Rules({"id": "made-up", "published": "2098-11-20", "thresholds": [{"year": 2099}]})
    Traceback (most recent call last):
        ...
    kx_modifier.KxError: packs[0].thresholds[0].ptSlp: `ptSlp` is missing (this field is needed; null counts as absent)
    """

    __slots__ = ("_tables", "_text")

    def __init__(self, packs: str | Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        text = to_json(packs).strip()
        # A file holds one pack, or a list of them.
        self._text = f"[{text}]" if text.startswith("{") else text
        self._tables = Tables(self._text)

    @classmethod
    def read(cls, *files: str | Path) -> Rules:
        """The packs of all files, in the order in which they are named."""
        packs: list[Any] = []
        for file in files:
            value = json.loads(Path(file).read_text("utf-8"))
            packs.extend(value if isinstance(value, list) else [value])
        return cls(packs)

    @property
    def text(self) -> str:
        """The packs as JSON text."""
        return self._text

    @property
    def packs(self) -> list[str]:
        """The ids of the packs."""
        return [pack["id"] for pack in json.loads(self._text)]

    def __reduce__(self) -> tuple[type[Rules], tuple[str]]:
        return Rules, (self._text,)

    def __repr__(self) -> str:
        return f"Rules({', '.join(self.packs)})"


def tables_of(rules: Rules | None) -> Tables | None:
    """What a native call takes."""
    return None if rules is None else rules._tables
