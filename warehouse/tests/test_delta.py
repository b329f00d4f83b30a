"""Delta tables without Spark's own Delta: exactly the rows of the current version, or a refusal."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake
from deltalake.table import TableFeatures
from pyspark.sql import SparkSession

import expected
import generator
from kx_warehouse import Complaint, Output, Source, audit
from kx_warehouse.session import session

YEAR = generator.year(2000, 11, malformed=12)
#: In the order of a table, so that a column without a value in one part has its type.
SCHEMA = pa.Table.from_pylist(YEAR.rows).schema
#: Beside a number that must stay text, what a folder's name cannot hold as it is.
BATCHES = ["2026", "007", "a b/50%=:*?'\"#{}[]\\^~", None]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    started = session("local[2]", None, ["spark.sql.shuffle.partitions=4"])
    yield started
    started.stop()


@pytest.fixture(scope="module")
def parquet(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes of the same rows as Parquet."""
    folder = tmp_path_factory.mktemp("parquet")
    expected.write(YEAR, folder / "lines.parquet")
    audit(spark, Source(str(folder / "lines.parquet")), Output(str(folder / "out")))
    return folder / "out"


def _table(rows: list[dict[str, Any]], schema: pa.Schema = SCHEMA) -> pa.Table:
    return pa.Table.from_pylist(rows, schema)


def _same(spark: SparkSession, table: Path, parquet: Path, out: Path) -> None:
    audit(spark, Source(str(table)), Output(str(out)))
    expected.hold(out, YEAR)
    for name in ("lines", "findings", "totals", "rejects"):
        mine, other = (Counter(repr(row) for row in expected.table(one, name)) for one in (out, parquet))
        assert mine == other, name


def _changed(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Another first version of a table."""
    file = path / "_delta_log" / "00000000000000000000.json"
    actions = [json.loads(line) for line in file.read_text().splitlines()]
    for action in actions:
        change(action)
    file.write_text("".join(json.dumps(action) + "\n" for action in actions))


def test_files_that_lie_there_and_are_no_longer_the_table(spark: SparkSession, parquet: Path, tmp_path: Path) -> None:
    path, half = tmp_path / "lines", len(YEAR.rows) // 2
    write_deltalake(path, _table(generator.year(500, 12).rows))
    write_deltalake(path, _table(YEAR.rows[:half]), mode="overwrite")
    write_deltalake(path, _table([*YEAR.rows[half:], *({**row, "person_id": "gone"} for row in YEAR.rows[:100])]), mode="append")
    DeltaTable(path).delete("person_id = 'gone'")
    assert (len(list(path.glob("*.parquet"))), len(DeltaTable(path).file_uris())) == (4, 2)
    _same(spark, path, parquet, tmp_path / "out")


def test_partitions_have_the_type_that_the_table_says(spark: SparkSession, parquet: Path, tmp_path: Path) -> None:
    rows = [{**row, "batch": BATCHES[place % len(BATCHES)]} for place, row in enumerate(YEAR.rows)]
    write_deltalake(tmp_path / "written", _table(rows, SCHEMA.append(pa.field("batch", pa.string()))), partition_by=["batch"])
    # To Spark a name like this is a pattern.
    path = tmp_path / "claims [a-c] of {2026} é"
    shutil.move(tmp_path / "written", path)
    read = Source(str(path)).read(spark)
    assert dict(read.dtypes)["batch"] == "string"
    assert {one["batch"]: one["count"] for one in read.groupBy("batch").count().collect()} == Counter(row["batch"] for row in rows)
    _same(spark, path, parquet, tmp_path / "out")
    report = audit(spark, Source(f"file://{path}"), Output(str(tmp_path / "some")), where="batch = '007'")
    assert (report.run["rows_in"], report.run["rows_left_out"]) == (len(rows[1::4]), len(rows) - len(rows[1::4]))


def test_partitions_that_are_numbers_and_days(spark: SparkSession, tmp_path: Path) -> None:
    given = pa.table(
        {
            "year": pa.array([2026, 2025, None], pa.int32()),
            "day": [date(2026, 2, 3), None, date(2024, 12, 31)],
            "paid": pa.array([True, False, None]),
            "n": [1, 2, 3],
        }
    )
    write_deltalake(tmp_path / "t", given, partition_by=["day", "year", "paid"])
    read = Source(str(tmp_path / "t")).read(spark)
    assert dict(read.dtypes) == {"n": "bigint", "day": "date", "year": "int", "paid": "boolean"}
    assert sorted(read.select("n", "year", "day", "paid").collect()) == [
        (1, 2026, date(2026, 2, 3), True),
        (2, 2025, None, False),
        (3, None, date(2024, 12, 31), None),
    ]


def test_a_column_that_was_added_later(spark: SparkSession, parquet: Path, tmp_path: Path) -> None:
    early = [row for row in YEAR.rows if row["paid_date"] is None]
    late = [row for row in YEAR.rows if row["paid_date"] is not None]
    assert early and late
    write_deltalake(tmp_path / "t", _table(early).drop_columns(["paid_date"]))
    write_deltalake(tmp_path / "t", _table(late), mode="append", schema_mode="merge")
    _same(spark, tmp_path / "t", parquet, tmp_path / "out")


def test_a_table_without_rows(spark: SparkSession, tmp_path: Path) -> None:
    write_deltalake(tmp_path / "t", _table(YEAR.rows[:50]))
    DeltaTable(tmp_path / "t").delete()
    assert list((tmp_path / "t").glob("*.parquet"))
    report = audit(spark, Source(str(tmp_path / "t")), Output(str(tmp_path / "out")))
    assert (report.run["rows_in"], report.run["rows_out"], report.run["rejects"]) == (0, 0, 0)


def test_a_log_that_begins_with_a_checkpoint(spark: SparkSession, parquet: Path, tmp_path: Path) -> None:
    path, half = tmp_path / "t", len(YEAR.rows) // 2
    write_deltalake(path, _table(generator.year(200, 12).rows), configuration={"delta.checkpointPolicy": "v2"})
    DeltaTable(path).alter.add_feature(TableFeatures.V2Checkpoint, allow_protocol_versions_increase=True)
    write_deltalake(path, _table(YEAR.rows[:half]), mode="overwrite")
    table = DeltaTable(path)
    table.create_checkpoint()
    assert table.protocol().reader_features == ["v2Checkpoint"]
    write_deltalake(path, _table(YEAR.rows[half:]), mode="append")
    for version in range(table.version()):
        (path / "_delta_log" / f"{version:020d}.json").unlink()
    _same(spark, path, parquet, tmp_path / "out")


def _protocol(*features: str, reader: int = 3) -> dict[str, Any]:
    named = {"readerFeatures": list(features), "writerFeatures": list(features)} if reader == 3 else {}
    return {"minReaderVersion": reader, "minWriterVersion": 7 if reader == 3 else 5, **named}


@pytest.mark.parametrize(
    ("protocol", "mode", "complaint"),
    [
        (_protocol("deletionVectors"), None, r"\(deletionVectors\): add it with --conf .*DROP FEATURE"),
        (_protocol("timestampNtz", "typeWidening"), None, r"\(typeWidening\)"),
        (_protocol("columnMapping"), "name", r"\(columnMapping\)"),
        (_protocol(reader=2), "name", r"\(columnMapping\)"),
        (_protocol("somethingNew"), None, "without Spark's own Delta .*somethingNew.* add it with --conf"),
        (_protocol("catalogManaged"), None, "without Spark's own Delta"),
        (_protocol(reader=4), None, "without Spark's own Delta .*version 4"),
        (_protocol("columnMapping", "timestampNtz", "v2Checkpoint", "vacuumProtocolCheck"), None, None),
        (_protocol(reader=2), None, None),
    ],
)
def test_what_the_protocol_asks_for(spark: SparkSession, tmp_path: Path, protocol: dict[str, Any], mode: str | None, complaint: str | None) -> None:
    write_deltalake(tmp_path / "t", pa.table({"n": [1, 2]}))

    def change(action: dict[str, Any]) -> None:
        if "protocol" in action:
            action["protocol"] = protocol
        if mode and "metaData" in action:
            metadata = action["metaData"]
            schema = json.loads(metadata["schemaString"])
            schema["fields"][0]["metadata"] = {"delta.columnMapping.id": 1, "delta.columnMapping.physicalName": "col-1"}
            metadata |= {"schemaString": json.dumps(schema), "configuration": {"delta.columnMapping.mode": mode, "delta.columnMapping.maxColumnId": "1"}}

    _changed(tmp_path / "t", change)
    source = Source(str(tmp_path / "t"))
    if complaint is None:
        assert sorted(source.read(spark).collect()) == [(1,), (2,)]
    else:
        with pytest.raises(Complaint, match=complaint):
            source.read(spark)


@pytest.mark.parametrize("value", ["", "Añasco"])
def test_a_folder_that_spark_reads_otherwise(spark: SparkSession, tmp_path: Path, value: str) -> None:
    write_deltalake(tmp_path / "t", pa.table({"town": [value, "b"], "n": [1, 2]}), partition_by=["town"])
    with pytest.raises(Complaint, match="folders that Spark does not read as the table's partitions"):
        Source(str(tmp_path / "t")).read(spark)


def test_a_folder_that_the_log_does_not_go_by(spark: SparkSession, tmp_path: Path) -> None:
    write_deltalake(tmp_path / "t", pa.table({"year": ["2026"], "n": [1]}), partition_by=["year"])
    _changed(tmp_path / "t", lambda action: action["add"].update(partitionValues={"year": "2025"}) if "add" in action else None)
    with pytest.raises(Complaint, match="folders that Spark does not read"):
        Source(str(tmp_path / "t")).read(spark)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("/elsewhere/a.parquet", "files in another place"),
        ("s3://elsewhere/a.parquet", "files in another place"),
        ("_a.parquet", "files that Spark does not read"),
        ("n=5/a.parquet", "folders that Spark does not read"),
        ("gone.parquet", "cannot be read"),
    ],
)
def test_a_file_that_spark_would_not_read_as_the_log_says(spark: SparkSession, tmp_path: Path, name: str, complaint: str) -> None:
    path = tmp_path / "t"
    write_deltalake(path, pa.table({"n": [1]}))
    write_deltalake(path, pa.table({"n": [2]}), mode="append")
    if name in ("_a.parquet", "n=5/a.parquet"):
        (path / name).parent.mkdir(exist_ok=True)
        shutil.copy(next(path.glob("*.parquet")), path / name)
    _changed(path, lambda action: action["add"].update(path=name) if "add" in action else None)
    with pytest.raises(Complaint, match=complaint):
        Source(str(path)).read(spark)


def test_a_path_that_would_be_decoded(spark: SparkSession, tmp_path: Path) -> None:
    write_deltalake(tmp_path / "a b", pa.table({"n": [1]}))
    shutil.copytree(tmp_path / "a b", tmp_path / "a%20b")
    assert Source(str(tmp_path / "a b")).read(spark).count() == 1
    with pytest.raises(Complaint, match="has % or"):
        Source(str(tmp_path / "a%20b")).read(spark)


def test_without_either_delta(spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_deltalake(tmp_path / "t", _table(YEAR.rows[:5]))
    with pytest.raises(Complaint, match=r"s3a://bucket/t is no folder of this machine.*--conf spark\.jars\.packages="):
        Source("s3a://bucket/t", "delta").read(spark)
    monkeypatch.setitem(sys.modules, "deltalake", None)
    with pytest.raises(Complaint, match=r"pip install 'kx-warehouse\[delta\]', or add Spark's own with --conf spark\.jars\.packages="):
        audit(spark, Source(str(tmp_path / "t")), Output(str(tmp_path / "out")))
    assert not (tmp_path / "out").exists() and not list(tmp_path.glob(".out.*"))


def test_sparks_own_delta_comes_first(tmp_path: Path) -> None:
    asked: list[str] = []
    rows = SimpleNamespace(schema=None)
    reader = SimpleNamespace(format=lambda form: SimpleNamespace(load=lambda path: asked.extend([form, path]) or rows))
    spark: Any = SimpleNamespace(read=reader)
    assert Source(str(tmp_path), "delta").read(spark) is rows
    assert asked == ["delta", str(tmp_path)]
