"""Requests as dicts and as JSON text."""

import json
import pickle
import threading
from datetime import date, datetime
from decimal import Decimal

import pytest

import kx_modifier as kx

REQUEST = {
    "line": {"code": "97110", "modifiers": ["GP"], "allowed": "31.40"},
    "appointment": {"date": "2026-07-01", "renderingProvider": {"discipline": "PT"}},
    "coverage": {"program": "medicare-part-b"},
    "preferences": {"autoApplyKx": True},
    "usage": {"used": {"PT/SLP": "2100.00"}, "otherUsed": {"PT/SLP": "390.00"}},
}
PACK = {"id": "made-up", "published": "2098-11-20", "thresholds": [{"year": 2099, "ptSlp": "9000.00", "ot": "9000.00", "source": "made up"}]}


def test_a_dict_is_answered_with_a_dict_and_json_text_with_json_text() -> None:
    text = kx.decide(json.dumps(REQUEST))
    assert isinstance(text, str)
    assert json.loads(text) == kx.decide(REQUEST)


def test_decimals_and_dates_are_text() -> None:
    request = {**REQUEST, "line": {**REQUEST["line"], "allowed": Decimal("31.40")}, "appointment": {**REQUEST["appointment"], "date": date(2026, 7, 1)}}
    assert kx.decide(request) == kx.decide(REQUEST)
    with pytest.raises(TypeError, match="datetime is no plain data"):
        kx.thresholds({"date": datetime(2026, 7, 1)})
    with pytest.raises(TypeError, match="Decimal is no plain data"):
        kx.audit({"lines": [{"allowed": Decimal("NaN")}]})


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"allowed": 31.4}, "money-not-text", "line.allowed"),
        ({"allowed": "31.405"}, "money-invalid", "line.allowed"),
        ({"modifier": ["GP"]}, "unknown-field", "line.modifier"),
        ({"code": None}, "missing-field", "line.code"),
        ({"modifiers": ["GP", "KX", "59", "CQ", "XU"]}, "too-many-modifiers", "line.modifiers"),
    ],
)
def test_what_is_wrong_is_said_with_code_path_and_help(change: dict, code: str, path: str) -> None:
    with pytest.raises(kx.KxError) as caught:
        kx.decide({**REQUEST, "line": {**REQUEST["line"], **change}})
    error = caught.value
    assert (error.code, error.path) == (code, path)
    assert error.help and str(error) == f"{path}: {error.message} ({error.help})"
    assert isinstance(error, ValueError)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.path, str(again)) == (code, path, str(error))


def test_text_that_is_no_json_and_a_name_that_is_no_function() -> None:
    with pytest.raises(kx.KxError) as caught:
        kx.decide("{")
    assert caught.value.code == "wrong-type"
    with pytest.raises(kx.KxError) as caught:
        kx.call("decideNothing", {})
    assert (caught.value.code, caught.value.help) == ("unknown-value", "kx_modifier.functions() lists the names")
    assert {"decide", "audit", "worklist", "auditNdjson"} <= set(kx.functions())


def test_rule_packs_are_given_to_a_call_and_nothing_is_global() -> None:
    rules = kx.Rules(PACK)
    assert kx.thresholds({"date": "2099-02-01"}, rules=rules)["OT"]["label"].startswith("$9,000.00")
    assert kx.decide({**REQUEST, "usage": None}, rules=rules)["basis"]["packs"] == ["made-up"]
    assert kx.versions(rules=rules)["packs"] == rules.packs == pickle.loads(pickle.dumps(rules)).packs == ["made-up"]
    with pytest.raises(kx.KxError) as caught:
        kx.thresholds({"date": "2099-02-01"})
    assert caught.value.code == "unknown-year"
    with pytest.raises(kx.KxError) as caught:
        kx.Rules([PACK, PACK])
    assert (caught.value.code, caught.value.path) == ("duplicate-id", "packs[1].id")


def test_packs_of_files(tmp_path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(PACK))
    (tmp_path / "more.json").write_text(json.dumps([{"id": "b", "published": "2098-12-01", "thresholds": [{**PACK["thresholds"][0], "year": 2098}]}]))
    assert kx.Rules.read(tmp_path / "one.json", tmp_path / "more.json").packs == ["made-up", "b"]


def test_other_threads_go_on() -> None:
    line = '{"beneficiary":"b%d","id":"1","date":"2026-02-02","code":"97110","modifiers":["GP","KX"],"allowed":"60.00"}\n'
    lines = "".join(line % number for number in range(100_000)).encode()
    worker = threading.Thread(target=kx.audit_ndjson, args=(lines,))
    worker.start()
    ticks = 0
    while worker.is_alive():
        ticks += 1
    # Where the lock is held, the loop turns a few times, before the call and after it.
    assert ticks > 1000


def test_the_types_say_what_there_is() -> None:
    assert set(kx.__all__) <= set(dir(kx))
    assert kx.__version__ == kx.versions()["package"]
