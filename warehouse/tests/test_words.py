"""What is checked before Spark starts."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from kx_warehouse.cli import main
from kx_warehouse.complaint import Complaint
from kx_warehouse.mapping import BUILT_IN, NEEDED, Mapping
from kx_warehouse.session import ensure_java, java_version
from kx_warehouse.source import detected


@pytest.mark.parametrize(
    ("said", "version"),
    [('openjdk version "17.0.15" 2025-04-15', 17), ('java version "1.8.0_412"', 8), ('openjdk version "21" 2023-09-19', 21), ("command not found", None)],
)
def test_the_version_of_java(said: str, version: int | None) -> None:
    assert java_version(said) == version


def test_java_is_missing_too_old_or_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(Complaint, match="cannot be started"):
        ensure_java()
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text('#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n')
    java.chmod(java.stat().st_mode | stat.S_IEXEC)
    with pytest.raises(Complaint, match="is Java 11, and Spark needs 17: install"):
        ensure_java()
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Complaint, match="there is none"):
        ensure_java()


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_mappings_that_come_along(name: str) -> None:
    assert set(NEEDED) <= set(Mapping.named(name).columns)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"colums": {}}, "`colums` is no field here"),
        ({"columns": {"beneficary": "x"}}, "`columns.beneficary` is no field here"),
        ({"columns": {}}, "`columns.beneficiary` is missing"),
        ({"columns": {name: 1 for name in NEEDED}}, "`columns.beneficiary` is neither"),
        ({"columns": {name: {"sql": 1} for name in NEEDED}}, "`columns.beneficiary` is neither"),
        ({"optional": "posted"}, "`optional` is a list"),
        ({"where": 1}, "`where` is a condition"),
    ],
)
def test_a_mapping_that_is_wrong(tmp_path: Path, change: dict[str, object], complaint: str) -> None:
    (tmp_path / "own.json").write_text(json.dumps({"columns": dict.fromkeys(NEEDED, "x"), **change}))
    with pytest.raises(Complaint, match=complaint.replace(".", r"\.")):
        Mapping.named(str(tmp_path / "own.json"))


def test_columns_are_found_without_case_and_by_the_first_that_is_there() -> None:
    mapping = Mapping({**dict.fromkeys(NEEDED, "X"), "modifiers": ["M1", "m2", "m3"], "provider": ["a", "b"]}, frozenset(["provider"]))
    assert mapping.found(["x", "M1", "M2", "B"])["modifiers"] == ["M1", "M2"]
    assert mapping.found(["x", "M1", "B"])["provider"] == "B"
    assert "provider" not in mapping.found(["x", "m1"])
    with pytest.raises(Complaint, match="M1 or m2 or m3"):
        mapping.found(["x"])


def test_the_form_of_an_input(tmp_path: Path) -> None:
    for name, form in {"a.CSV": "csv", "a.csv.gz": "csv", "a.ndjson": "ndjson", "a.jsonl.zst": "ndjson", "s3://x/a.parquet": "parquet", "s3://x/a": "parquet"}.items():
        assert detected(name) == form
    (tmp_path / "part-0.csv").touch()
    assert detected(str(tmp_path)) == "csv"
    (tmp_path / "_delta_log").mkdir()
    assert detected(str(tmp_path)) == detected(f"file://{tmp_path}") == detected(f"file:{tmp_path}") == "delta"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["audit", "in", "out", "--mapping", "nowhere.json"], "the mapping nowhere.json cannot be read"),
        (["audit", "in", "out", "--policy", "nowhere.json"], "nowhere.json cannot be read"),
        (["audit", "in", "out", "--rules", "nowhere.json"], "nowhere.json"),
        (["audit", "in", "out", "--master", "local", "--remote", "sc://x"], "two ways to one Spark"),
        (["audit", "in", "out", "--conf", "x"], "give NAME=VALUE"),
    ],
)
def test_a_command_that_is_wrong_ends_with_2(words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("kx-warehouse: ") and complaint in said
