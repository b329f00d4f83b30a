"""Claim lines as they lie in a warehouse."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyspark.errors import AnalysisException
from pyspark.sql.types import StringType, StructField, StructType

from . import delta
from .complaint import Complaint

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: Holds the text of a row that cannot be read as the file's form says.
UNREADABLE = "_kx_unreadable"

SUFFIXES = {".csv": "csv", ".tsv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".json": "ndjson", ".parquet": "parquet"}
PACKED = (".gz", ".bz2", ".zst")
FORMATS = ("parquet", "delta", "csv", "ndjson")


def _form_of(path: Path) -> str | None:
    return SUFFIXES.get(path.with_suffix("").suffix.lower() if path.suffix.lower() in PACKED else path.suffix.lower())


def detected(path: str) -> str:
    """The form of a file or folder by its name, or by what a folder on this machine holds; Parquet where nothing tells."""
    local = Path(delta.local(path) or path)
    form = _form_of(local)
    if form is None and local.is_dir():
        if (local / "_delta_log").is_dir():
            return "delta"
        form = next((form for file in sorted(local.rglob("*")) if file.is_file() and (form := _form_of(file))), None)
    return form or "parquet"


@dataclass(frozen=True)
class Source:
    """An input: its path, and how it is to be read."""

    path: str
    form: str | None = None
    delimiter: str = ","

    def read(self, spark: SparkSession) -> DataFrame:
        """Its rows. What CSV and NDJSON hold is text: what a number or a day is, is not guessed."""
        form = self.form or detected(self.path)
        try:
            if form == "csv":
                return self._text(spark, "csv", {"header": "true", "sep": "\t" if self.path.endswith(".tsv") else self.delimiter, "enforceSchema": "false", "columnPruning": "false"})
            if form == "ndjson":
                return self._text(spark, "json", {"primitivesAsString": "true"})
            if form == "delta":
                return self._delta(spark)
            return spark.read.format(form).load(self.path)
        except AnalysisException as error:
            raise Complaint(f"{self.path} cannot be read: {_first_line(error)}") from None

    def _delta(self, spark: SparkSession) -> DataFrame:
        try:
            rows = spark.read.format("delta").load(self.path)
            # Spark Connect looks for nothing before it is asked.
            _ = rows.schema
        except Exception as error:
            # Spark finds out in Java, and says it in Java's words.
            if "DATA_SOURCE_NOT_FOUND" not in str(error):
                raise
            return delta.read(spark, self.path)
        return rows

    def _text(self, spark: SparkSession, form: str, options: dict[str, str]) -> DataFrame:
        # The names first; then once more with a place for rows that do not have their form.
        found = spark.read.options(**options).format(form).load(self.path).schema
        columns = [one for one in found if one.name != "_corrupt_record"]
        schema = StructType([*columns, StructField(UNREADABLE, StringType())])
        return spark.read.options(**options, mode="PERMISSIVE", columnNameOfCorruptRecord=UNREADABLE).schema(schema).format(form).load(self.path)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
