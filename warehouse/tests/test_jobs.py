"""The jobs in one process: every form of input, and what is refused."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

import expected
import generator
import kx_modifier as kx
from kx_warehouse import Complaint, Mapping, Output, Source, audit, comparative
from kx_warehouse.output import _InPlace
from kx_warehouse.session import session

YEAR = generator.year(3000, 7, malformed=12)
PACK = json.dumps({"id": "2024.9", "published": "2026-01-01", "thresholds": [{"year": 2024, "ptSlp": "100.00", "ot": "100.00", "source": "made up", "replaces": True}]})


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    started = session("local[2]", None, ["spark.sql.shuffle.partitions=4"])
    yield started
    started.stop()


def _text(row: dict[str, Any]) -> dict[str, str | None]:
    return {name: None if value is None else str(value) for name, value in row.items()}


def test_parquet(spark: SparkSession, tmp_path: Path) -> None:
    expected.write(YEAR, tmp_path / "lines.parquet")
    report = audit(spark, Source(str(tmp_path / "lines.parquet")), Output(str(tmp_path / "out")))
    expected.hold(tmp_path / "out", YEAR)
    assert report.run["rejects"] == sum(YEAR.rejects.values())
    assert "  rows in\n" in report.text() and "error: missing-kx" in report.text()
    with pytest.raises(Complaint, match="is there already"):
        audit(spark, Source(str(tmp_path / "lines.parquet")), Output(str(tmp_path / "out")))
    audit(spark, Source(str(tmp_path / "lines.parquet")), Output(str(tmp_path / "out"), overwrite=True), packs=PACK)
    lines = expected.table(tmp_path / "out", "lines")
    assert {tuple(one["packs"]) for one in lines} == {("2024.9",)}
    assert any(one["before"] == Decimal("100.00") and one["date"].year == 2024 for one in lines)
    assert not list(tmp_path.glob(".out.*"))


def test_csv_with_rows_of_another_form(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    with path.open("w", newline="") as file:
        out = csv.DictWriter(file, list(YEAR.rows[0]))
        out.writeheader()
        out.writerows(_text(row) for row in YEAR.rows)
        # One value too many: every column behind it would be another's.
        file.write("b,C1,1,professional,2026-02-02,2026-02-02,97110,GP,,,,,1000000000,2026-02-20,30.00,more\n")
        file.write('half a row\n"b2",C1,1,professional,2026-02-30,2026-02-02,97110,GP,,,,,1000000000,2026-02-20,30.00\n')
    audit(spark, Source(str(path)), Output(str(tmp_path / "out")))
    rejects = expected.table(tmp_path / "out", "rejects")
    assert Counter(one["reason"] for one in rejects) == Counter(YEAR.rejects) + Counter({"unreadable-row": 2, "date-invalid": 1})
    assert {one["unreadable"] for one in rejects} >= {"half a row"}
    assert len(expected.table(tmp_path / "out", "lines")) == len(YEAR.lines)


def test_ndjson_with_lines_that_are_none(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "lines.ndjson"
    rows = [json.dumps(_text(row) | {"claim_line_number": row["claim_line_number"]}) for row in YEAR.rows]
    path.write_text("\n".join([*rows[:10], '{"person_id": ', *rows[10:]]) + "\n")
    audit(spark, Source(str(path)), Output(str(tmp_path / "out")))
    rejects = Counter(one["reason"] for one in expected.table(tmp_path / "out", "rejects"))
    assert rejects == Counter(YEAR.rejects) + Counter({"unreadable-row": 1})


def test_cclf5_and_a_payment_that_is_taken_back(spark: SparkSession, tmp_path: Path) -> None:
    names = ["CUR_CLM_UNIQ_ID", "CLM_LINE_NUM", "BENE_MBI_ID", "CLM_LINE_FROM_DT", "CLM_LINE_HCPCS_CD", "RNDRG_PRVDR_NPI_NUM", "CLM_ADJSMT_TYPE_CD"]
    names += ["CLM_EFCTV_DT", "CLM_CNTL_NUM", "CLM_LINE_ALOWD_CHRG_AMT", *(f"HCPCS_{place}_MDFR_CD" for place in range(1, 6))]
    rows = [
        ["1", "1", "1EG4TE5MK72 ", "2026-02-02", "97110", "1000000000", "0", "2026-02-20", "CN1", " 2500.00", "GP", "", "  ", "", ""],
        ["2", "1", "1EG4TE5MK72 ", "2026-02-02", "97110", "1000000000", "1", "2026-03-20", "CN1", " 2500.00", "GP", "", "  ", "", ""],
        ["3", "1", "1EG4TE5MK72 ", "2026-04-02", "97110", "1000000000", "0", "2026-04-20", "CN2", "40.00", "GP", "KX", "", "", ""],
    ]
    path = tmp_path / "cclf5.csv"
    path.write_text("\n".join("|".join(row) for row in [names, *rows]) + "\n")
    audit(spark, Source(str(path), delimiter="|"), Output(str(tmp_path / "out")), mapping="cclf5", policy='{"reversals": "pair"}')
    lines = sorted(expected.table(tmp_path / "out", "lines"), key=lambda one: one["id"])
    assert [(one["id"], one["kx"], one["after"]) for one in lines] == [
        ("CN1-1-1", "not-applicable", Decimal("-20.00")),
        ("CN1-1-2", "not-applicable", Decimal("2480.00")),
        ("CN2-1-3", "early", Decimal("2440.00")),
    ]
    assert {(one["beneficiary"], one["provider"]) for one in lines} == {("1EG4TE5MK72", "1000000000")}


def _one(path: Path, **change: pa.Array) -> str:
    table = pa.Table.from_pylist([generator._row(generator.Line("b", "C", 1, date(2026, 2, 2), date(2026, 3, 2), "OT", "97110", 3140, "1000000000", ["GO"]))])
    for name, column in change.items():
        table = table.set_column(table.schema.get_field_index(name), name, column)
    pq.write_table(table, path)
    return str(path)


def test_floats_lose_cents(spark: SparkSession, tmp_path: Path) -> None:
    source = Source(_one(tmp_path / "a.parquet", allowed_amount=pa.array([31.4])))
    with pytest.raises(Complaint, match="floats lose cents"):
        audit(spark, source, Output(str(tmp_path / "out")))
    assert not (tmp_path / "out").exists() and not list(tmp_path.glob(".out.*"))
    audit(spark, source, Output(str(tmp_path / "out")), allow_double=True)
    assert [one["after"] for one in expected.table(tmp_path / "out", "lines")] == [Decimal("2448.60")]
    sums = Source(_one(tmp_path / "b.parquet", allowed_amount=pa.array([0.1 + 0.2])))
    audit(spark, sums, Output(str(tmp_path / "sums")), allow_double=True)
    # 0.30000000000000004 is no amount in cents.
    assert [one["reason"] for one in expected.table(tmp_path / "sums", "rejects")] == ["money-invalid"]


def test_what_does_not_fit_is_said_before_anything_is_written(spark: SparkSession, tmp_path: Path) -> None:
    out = Output(str(tmp_path / "out"))
    with pytest.raises(Complaint, match="a day has no time"):
        audit(spark, Source(_one(tmp_path / "a.parquet", claim_line_start_date=pa.array([datetime(2026, 2, 2, 10)]))), out)
    good = Source(_one(tmp_path / "b.parquet"))
    with pytest.raises(Complaint, match=r"the input lacks beneficiary \(bene\)"):
        audit(spark, good, out, mapping=Mapping({**Mapping.named("tuva").columns, "beneficiary": "bene"}))
    with pytest.raises(Complaint, match="does not fit the input"):
        audit(spark, good, out, where="no_such_column = 1")
    with pytest.raises(Complaint, match="cannot be read"):
        audit(spark, Source(str(tmp_path / "nowhere.parquet")), out)
    with pytest.raises(kx.KxError):
        audit(spark, good, out, policy='{"crossing": 1}')
    with pytest.raises(Complaint, match="Delta"):
        audit(spark, Source(str(tmp_path), "delta"), out)
    assert not (tmp_path / "out").exists() and not list(tmp_path.glob(".out.*"))


def test_rows_that_do_not_count_are_left_out(spark: SparkSession, tmp_path: Path) -> None:
    expected.write(YEAR, tmp_path / "lines.parquet")
    report = audit(spark, Source(str(tmp_path / "lines.parquet")), Output(str(tmp_path / "out")), where="claim_line_start_date >= '2026-01-01'")
    assert report.run["rows_in"] == sum(bool(row["claim_line_start_date"] and row["claim_line_start_date"].year == 2026) for row in YEAR.rows)
    assert report.run["rows_left_out"] == len(YEAR.rows) - report.run["rows_in"]
    assert "  rows left out by a condition\n" in report.text()


def test_each_provider_beside_all_others(spark: SparkSession, tmp_path: Path) -> None:
    expected.write(YEAR, tmp_path / "lines.parquet")
    report = comparative(spark, Source(str(tmp_path / "lines.parquet")), Output(str(tmp_path / "out")))
    rejects = [row for row in YEAR.rows if row["hcpcs_code"] == "9711"]
    assert (report.run["rows_in"], report.run["rejects"]) == (len(YEAR.rows), len(rejects))

    def lines(keep: Any) -> list[dict[str, Any]]:
        rows = [row for row in YEAR.rows if row not in rejects and keep(row["rendering_npi"])]
        return [{"code": row["hcpcs_code"], "modifiers": [m for m in (row[f"hcpcs_modifier_{n}"] for n in range(1, 6)) if m]} for row in rows]

    table = expected.table(tmp_path / "out", "comparison")
    for provider in generator.PROVIDERS[:5]:
        # The counts of the others, by the contract's own function.
        others = kx.compare_billing({"lines": lines(lambda one, own=provider: one != own), "peers": []})["rows"]
        peers = {row["code"]: {"kx": row["kxLines"], "total": row["lines"]} for row in others}
        own = kx.compare_billing({"lines": lines(lambda one, own=provider: one == own), "peers": [{"scope": "nation", "label": "others", "codes": peers}]})
        wanted = [(row["code"], row["lines"], row["kxLines"], row["peers"][0]["comparison"]) for row in own["rows"] if row["lines"]]
        assert sorted((one["code"], one["lines"], one["kx_lines"], one["comparison"]) for one in table if one["provider"] == provider) == sorted(wanted)
    assert report.run["totals"] == len(table)


def test_peers_in_the_same_state(spark: SparkSession, tmp_path: Path) -> None:
    expected.write(YEAR, tmp_path / "lines.parquet")
    columns = {**Mapping.named("tuva").columns, "state": {"sql": "if(rendering_npi < '1000000020', 'OH', 'TX')"}}
    comparative(spark, Source(str(tmp_path / "lines.parquet")), Output(str(tmp_path / "out")), mapping=Mapping(columns, frozenset(["posted"])))
    table = expected.table(tmp_path / "out", "comparison")
    assert {(one["scope"], one["label"]) for one in table} == {
        ("nation", "all other providers in the input"),
        ("state", "all other providers in the state OH"),
        ("state", "all other providers in the state TX"),
    }
    for code in {one["code"] for one in table}:
        one_state = [one for one in table if one["code"] == code and one["label"].endswith("OH")]
        assert len({one["lines"] + one["peer_lines"] for one in one_state}) == 1


def test_a_blank_beneficiary_is_nobody(spark: SparkSession, tmp_path: Path) -> None:
    names = ["CUR_CLM_UNIQ_ID", "CLM_LINE_NUM", "BENE_MBI_ID", "CLM_LINE_FROM_DT", "CLM_LINE_HCPCS_CD", "RNDRG_PRVDR_NPI_NUM", "CLM_ADJSMT_TYPE_CD"]
    names += ["CLM_EFCTV_DT", "CLM_CNTL_NUM", "CLM_LINE_ALOWD_CHRG_AMT", *(f"HCPCS_{place}_MDFR_CD" for place in range(1, 6))]
    line = ["2026-02-02", "97110", "1000000000", "0", "2026-02-20", "CN1", "2000.00", "GP", "", "", "", ""]
    rows = [[str(place), "1", whose, *line] for place, whose in enumerate(["   ", '""', "1EG4TE5MK72"])]
    path = tmp_path / "cclf5.csv"
    path.write_text("\n".join("|".join(row) for row in [names, *rows]) + "\n")
    audit(spark, Source(str(path), delimiter="|"), Output(str(tmp_path / "out")), mapping="cclf5")
    rejects = expected.table(tmp_path / "out", "rejects")
    assert [(one["reason"], one["path"]) for one in rejects] == [("missing-field", "beneficiary")] * 2
    assert [one["beneficiary"] for one in expected.table(tmp_path / "out", "lines")] == ["1EG4TE5MK72"]
    blank = Source(_one(tmp_path / "a.parquet", person_id=pa.array([" "])))
    report = audit(spark, blank, Output(str(tmp_path / "tuva")))
    assert report.rejects == [("missing-field", 1)]


def test_in_place_nothing_of_somebody_else_is_overwritten(spark: SparkSession, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    place = _InPlace(spark, Output(out))
    place.begin()
    # An aborted run is begun anew.
    place.begin()
    place.publish({"job": "audit"})
    with pytest.raises(Complaint, match="is there already"):
        place.begin()
    _InPlace(spark, Output(out, overwrite=True)).begin()
    other = tmp_path / "other"
    (other / "lines").mkdir(parents=True)
    _one(other / "lines" / "kept.parquet")
    with pytest.raises(Complaint, match="is there already"):
        _InPlace(spark, Output(str(other))).begin()
    assert not (other / "run").exists()
