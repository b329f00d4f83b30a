"""Where the tables of a run go: whole, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from pyspark.errors import PySparkException

from .complaint import Complaint

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: What the other tables are made of. Gone at the end.
ANSWERS = "answers"
#: One row about the run. Without it the other tables are not whole.
RUN = "run"


@dataclass(frozen=True)
class Output:
    """A folder for the tables."""

    path: str
    overwrite: bool = False

    def begin(self, spark: SparkSession) -> Place:
        """Clears what an earlier run left behind when it was aborted."""
        # Spark Connect has no way to rename.
        place: Place = _InPlace(spark, self) if "connect" in type(spark).__module__ else _Renamed(spark, self)
        place.begin()
        return place

    def refuse(self) -> Complaint:
        """There is a whole output."""
        return Complaint(f"{self.path} is there already: name another folder, or give --overwrite")


class Place(Protocol):
    """A folder while its tables are written."""

    def begin(self) -> None: ...
    def write(self, table: str, rows: DataFrame) -> DataFrame:
        """Writes a table, and gives it back as it was written."""
        ...

    def publish(self, run: dict[str, Any]) -> None:
        """Everything is there."""
        ...


class _Written:
    def __init__(self, spark: SparkSession, output: Output) -> None:
        self.spark, self.output = spark, output
        self.folder = output.path.rstrip("/")

    def write(self, table: str, rows: DataFrame) -> DataFrame:
        path = f"{self.folder}/{table}"
        rows.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(rows.schema).parquet(path)

    def run(self, row: dict[str, Any] | None) -> None:
        """The row, or none yet."""
        schema = (
            "job string, input string, mapping string, rows_left_out long, rows_in long, rows_out long, rejects long, findings long, totals long, "
            "rules string, packs array<string>, package string"
        )
        self.write(RUN, self.spark.createDataFrame([row] if row else [], schema).coalesce(1))


class _Renamed(_Written):
    """Written beside the folder, and renamed to it in the end."""

    def __init__(self, spark: SparkSession, output: Output) -> None:
        super().__init__(spark, output)
        jvm: Any = spark._jvm
        parent, _, name = self.folder.rpartition("/")
        beside = [f"{parent}/.{name}.{kind}" if parent or self.folder.startswith("/") else f".{name}.{kind}" for kind in ("kx-work", "kx-old")]
        self.target, self.work, self.old = (jvm.org.apache.hadoop.fs.Path(path) for path in (self.folder, *beside))
        self.files = self.target.getFileSystem(spark._jsc.hadoopConfiguration())
        self.folder = beside[0]

    def begin(self) -> None:
        if self.files.exists(self.old) and not self.files.exists(self.target):
            # Aborted between two renames.
            self._rename(self.old, self.target)
        if self.files.exists(self.target) and not self.output.overwrite:
            raise self.output.refuse()
        for path in (self.work, self.old):
            self.files.delete(path, True)

    def publish(self, run: dict[str, Any]) -> None:
        self.run(run)
        self.files.delete(self._inside(ANSWERS), True)
        if self.files.exists(self.target):
            self._rename(self.target, self.old)
        self._rename(self.work, self.target)
        self.files.delete(self.old, True)

    def _inside(self, table: str) -> Any:
        return self.spark._jvm.org.apache.hadoop.fs.Path(self.work, table)  # type: ignore[union-attr]

    def _rename(self, source: Any, target: Any) -> None:
        if not self.files.rename(source, target):
            raise RuntimeError(f"{source} cannot be renamed to {target}")


class _InPlace(_Written):
    """Each table is committed by Spark by itself; the run's row comes last, and goes first."""

    def begin(self) -> None:
        if not self.output.overwrite and self._is_taken():
            raise self.output.refuse()
        self.run(None)

    def _is_taken(self) -> bool:
        """Whether there is anything but what an aborted run left behind, whose table `run` is empty."""
        try:
            return self.spark.read.parquet(f"{self.folder}/{RUN}").count() > 0
        except PySparkException:
            return self._has_files()

    def _has_files(self) -> bool:
        files = self.spark.read.format("binaryFile").option("recursiveFileLookup", "true")
        try:
            return not files.load(self.folder).select("path").isEmpty()
        except PySparkException:
            return False

    def publish(self, run: dict[str, Any]) -> None:
        self.write(ANSWERS, self.spark.range(0))
        self.run(run)
