"""Answers are what their types say, down to whole numbers and the values of a name."""

from __future__ import annotations

import types
import typing
from typing import Any

import kx_modifier as kx
import pytest
from kx_modifier import answers

LINE = {"id": "1", "date": "2026-02-02", "code": "97110", "modifiers": ["GP"], "allowed": "2500.00"}
PEER = {"scope": "state", "label": "Ohio", "codes": {"97110": {"kx": 30, "total": 100}}}
DECIDE = {
    "line": {"code": "97110", "modifiers": ["GP"], "allowed": "31.40"},
    "appointment": {"date": "2026-07-01", "renderingProvider": {"discipline": "PT"}},
    "coverage": {"program": "medicare-part-b"},
    "usage": {"used": {"PT/SLP": "2490.00"}, "asOf": "2026-06-30"},
    "documentation": {"certifiedThrough": "2026-10-31", "attestation": {"by": "Kim Lee, PT", "on": "2026-07-01"}},
}


def faults(value: Any, declared: Any, place: str = "") -> list[str]:
    """Where a value is not of a type."""
    origin, parts = typing.get_origin(declared), typing.get_args(declared)
    if typing.is_typeddict(declared):
        if not isinstance(value, dict):
            return [f"{place} is no dict"]
        fields = typing.get_type_hints(declared, vars(answers))
        wrong = [f"{place} lacks {name}" for name in declared.__required_keys__ - value.keys()]
        wrong += [f"{place} has {name}" for name in value.keys() - fields.keys()]
        return wrong + [fault for name in value.keys() & fields.keys() for fault in faults(value[name], fields[name], f"{place}.{name}")]
    if origin is list:
        return [fault for at, one in enumerate(value) for fault in faults(one, parts[0], f"{place}[{at}]")]
    if origin in (typing.Union, types.UnionType):
        return [] if any(not faults(value, part) for part in parts) else [f"{place} is {value!r}"]
    if origin is typing.Literal:
        return [] if value in parts else [f"{place} is {value!r}"]
    if declared is float:
        return [] if type(value) in (int, float) else [f"{place} is {value!r}"]
    return [] if type(value) is (type(None) if declared is None else declared) else [f"{place} is {value!r}"]


@pytest.mark.parametrize(
    ("answer", "declared"),
    [
        (kx.decide(DECIDE), answers.Decision),
        (kx.thresholds({"date": "2026-09-14", "usage": {"used": {"OT": "2600.00"}}}), answers.ThresholdCards),
        (kx.audit({"lines": [LINE, {**LINE, "id": "2"}]}), answers.Audit),
        (kx.compare_billing({"lines": [{"code": "97110", "modifiers": ["GP", "KX"]}] * 3, "codes": ["97110"], "peers": [PEER]}), answers.Comparison),
        (kx.versions(), answers.Versions),
    ],
)
def test_an_answer_is_what_its_type_says(answer: Any, declared: Any) -> None:
    assert faults(answer, declared) == []


def test_what_is_not_so_is_seen() -> None:
    decision: Any = kx.decide(DECIDE)
    assert faults({**decision, "action": "maybe"}, answers.Decision) == [".action is 'maybe'"]
    assert faults({**decision, "more": 1}, answers.Decision) == [" has more"]
