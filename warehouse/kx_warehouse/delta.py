"""Delta tables where Spark has no Delta of its own: delta-rs says which files a table is now, and Spark reads these."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pyspark.sql.types import StructField, StructType

from .complaint import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deltalake import DeltaTable
    from pyspark.sql import DataFrame, SparkSession

OWN = "--conf spark.jars.packages=io.delta:delta-spark_…"
#: What a reader may be asked for without harm: a type that Spark has, checkpoints that delta-rs reads, and a rule for those who delete files.
HARMLESS = frozenset(["timestampNtz", "v2Checkpoint", "vacuumProtocolCheck"])
NULL = "__HIVE_DEFAULT_PARTITION__"


def read(spark: SparkSession, path: str) -> DataFrame:
    """The rows of a table's current version. Raises where they are not exactly those of the files that it names."""
    folder = local(path)
    if folder is None:
        raise Complaint(f"{path} is no folder of this machine, and this Spark has no Delta for tables elsewhere: add it with {OWN}")
    try:
        from deltalake import DeltaTable
        from deltalake.exceptions import DeltaError, TableNotFoundError
    except ImportError:
        raise Complaint(f"{path} is a Delta table, and this Spark has no Delta: pip install 'kx-warehouse[delta]', or add Spark's own with {OWN}") from None
    if re.search(r"[%\\]", folder):
        # delta-rs would decode it, and read another folder.
        raise Complaint(f"{path} has % or \\ in its path, where delta-rs looks in another place: name the folder otherwise, or add Spark's own Delta with {OWN}")
    try:
        table = DeltaTable(folder)
        # As the log has them. Those of `file_uris` are encoded in one part and decoded in the other.
        files = [unquote(str(file)) for file in table.get_add_actions().column("path").to_pylist()]
    except TableNotFoundError:
        raise Complaint(f"{path} is no Delta table: its _delta_log has no version") from None
    except DeltaError as error:
        raise Complaint(f"{path} cannot be read without Spark's own Delta ({str(error).strip().splitlines()[0]}): add it with {OWN}") from None
    _refuse_more(path, table)
    schema = StructType([StructField(one.name, one.dataType) for one in StructType.fromJson(json.loads(table.schema().to_json()))])
    if not files:
        return spark.createDataFrame([], schema)
    if any(file.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", file) for file in files):
        raise Complaint(f"{path} has files in another place, as a shallow clone has: make a deep clone, or add Spark's own Delta with {OWN}")
    if not _named_after(files, table):
        raise Complaint(f"{path} has folders that Spark does not read as the table's partitions: write it anew without partitions, or add Spark's own Delta with {OWN}")
    # Spark takes a path for a pattern.
    names = [re.sub(r"([\[\]{}*?])", r"\\\1", f"file://{folder}/{file}") for file in files]
    rows = spark.read.schema(schema).option("basePath", f"file://{folder}").parquet(*names)
    if len(rows.inputFiles()) != len(set(files)):
        # Spark passes over names that begin with _ or a dot, and says nothing.
        raise Complaint(f"{path} has files that Spark does not read, by their names: add Spark's own Delta with {OWN}")
    return rows


def local(path: str) -> str | None:
    """The folder on this machine, whole."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+):", path)
    if scheme and scheme[1].lower() != "file":
        return None
    folder = re.sub(r"^file:(//(?=/))?", "", path, flags=re.IGNORECASE)
    return os.path.abspath(folder) if Path(folder).is_dir() else None


def _refuse_more(path: str, table: DeltaTable) -> None:
    """Raises where a reader has to do more than to read files."""
    needed = set(table.protocol().reader_features or ()) - HARMLESS - {"columnMapping"}
    if table.metadata().configuration.get("delta.columnMapping.mode", "none") != "none":
        needed.add("columnMapping")
    if needed:
        raise Complaint(
            f"{path} needs what only Spark's own Delta reads ({', '.join(sorted(needed))}): add it with {OWN}, "
            "or drop the feature upstream (ALTER TABLE … DROP FEATURE …)"
        )


def _named_after(files: Iterable[str], table: DeltaTable) -> bool:
    """Whether the folders say what the log says: Spark goes by the folders."""
    columns = table.metadata().partition_columns
    logged = {tuple((name, one[name]) for name in columns) for one in table.partitions()} if columns else {()}
    found = {tuple(_pair(folder) for folder in file.split("/")[:-1] if columns or "=" in folder) for file in files}
    return found == logged and all(value != "" for one in found for _, value in one)


def _pair(folder: str) -> tuple[str, str | None]:
    name, _, value = folder.partition("=")
    # Spark takes each escape for a character of its own, and not for a byte of UTF-8.
    return unquote(name, "latin-1"), None if value == NULL else unquote(value, "latin-1")
