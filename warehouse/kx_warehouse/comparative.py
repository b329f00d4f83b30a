"""Each provider's percentage of lines with KX beside all others in the input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import kx_modifier as kx
from kx_modifier.comparative import REPORT_CODES
from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType

from . import work
from .complaint import Complaint
from .lines import left_out, lines
from .mapping import Mapping
from .output import ANSWERS
from .report import Report, balanced, basis
from .ship import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame, SparkSession

    from .output import Output
    from .source import Source

COUNTED = "provider string, state string, code string, lines long, kx_lines long, error struct<code:string,path:string,message:string,help:string>"


def comparative(
    spark: SparkSession,
    source: Source,
    output: Output,
    *,
    mapping: Mapping | str = "tuva",
    codes: Sequence[str] = REPORT_CODES,
    where: str | None = None,
    allow_double: bool = False,
) -> Report:
    """Writes ``comparison``, ``rejects`` and ``run``. A provider's peers are all others in the input, and in the same state where it is mapped."""
    name, mapping = (mapping, Mapping.named(mapping)) if isinstance(mapping, str) else ("own", mapping)
    read = source.read(spark)
    given = lines(read, mapping, where=where, allow_double=allow_double)
    if "provider" not in given.columns:
        raise Complaint("the input has no provider: map one, such as the rendering provider's NPI")
    state = F.col("state") if "state" in given.columns else F.lit(None).cast("string").alias("state")
    # A reject has the same columns, and counts one.
    counted = given.select("provider", state, "code", "modifiers").mapInArrow(shipped(work.counter()), COUNTED)
    sums = counted.groupBy("provider", "state", "code", "error").agg(F.sum("lines").alias("lines"), F.sum("kx_lines").alias("kx_lines"))
    place = output.begin(spark)
    counts = place.write(ANSWERS, sums)
    decided = basis(None)
    good = counts.where("error IS NULL AND provider IS NOT NULL")
    table = _compared(good.where(F.col("code").isin(list(codes))), by_state="state" in given.columns)
    written = place.write("comparison", table.select("*", *decided))
    rejects = place.write("rejects", _rejects(counts).select("*", *decided))
    rows_in, rows_out, refused = given.count(), _sum(good), _sum(rejects)
    balanced(rows_in, rows_out, refused)
    row: dict[str, Any] = {
        "job": "comparative",
        "input": source.path,
        "mapping": name,
        "rows_left_out": left_out(read, mapping, where, rows_in),
        "rows_in": rows_in,
        "rows_out": rows_out,
        "rejects": refused,
        "findings": written.where("comparison = 'Significantly Higher'").count(),
        "totals": written.count(),
        "package": kx.__version__,
        "rules": kx.versions()["rules"],
        "packs": [],
    }
    found = written.groupBy("scope", "comparison").count().orderBy("scope", F.desc("count")).collect()
    bad = rejects.groupBy("reason").agg(F.sum("lines").alias("count")).orderBy(F.desc("count")).collect()
    place.publish(row)
    return Report(row, [(one["scope"], one["comparison"], one["count"]) for one in found], [(one["reason"], one["count"]) for one in bad])


def _sum(rows: DataFrame) -> int:
    found = rows.agg(F.sum("lines")).first()
    return int(found[0] or 0) if found else 0


def _compared(own: DataFrame, *, by_state: bool) -> DataFrame:
    scopes = [("nation", "all other providers in the input", ["code"])]
    if by_state:
        scopes.append(("state", "all other providers in the state", ["state", "code"]))
    tables = []
    for scope, label, keys in scopes:
        mine = own.where("state IS NOT NULL") if scope == "state" else own.groupBy("provider", "code").agg(
            F.first("state").alias("state"), F.sum("lines").alias("lines"), F.sum("kx_lines").alias("kx_lines")
        )
        everybody = mine.groupBy(*keys).agg(F.sum("lines").alias("all_lines"), F.sum("kx_lines").alias("all_kx_lines"))
        tables.append(
            mine.join(F.broadcast(everybody), keys).select(
                "provider",
                F.lit(scope).alias("scope"),
                F.concat(F.lit(label), F.concat(F.lit(" "), "state")).alias("label") if scope == "state" else F.lit(label).alias("label"),
                "code",
                "lines",
                "kx_lines",
                (F.col("all_lines") - F.col("lines")).alias("peer_lines"),
                (F.col("all_kx_lines") - F.col("kx_lines")).alias("peer_kx_lines"),
            )
        )
    table = tables[0] if len(tables) == 1 else tables[0].unionByName(tables[1])
    schema = StructType([*table.schema, StructField("comparison", StringType())])
    said = table.mapInArrow(shipped(work.comparer()), schema)
    return said.select(
        *table.columns[:6],
        (F.col("kx_lines") / F.col("lines")).alias("proportion"),
        "peer_lines",
        "peer_kx_lines",
        F.try_divide("peer_kx_lines", "peer_lines").alias("peer_proportion"),
        "comparison",
    )


def _rejects(counts: DataFrame) -> DataFrame:
    """Lines that cannot be counted, and those of nobody."""
    nobody = F.isnull("error")
    return counts.where("error IS NOT NULL OR provider IS NULL").select(
        F.when(nobody, F.lit("missing-field")).otherwise(F.col("error.code")).alias("reason"),
        F.when(nobody, F.lit("provider")).otherwise(F.col("error.path")).alias("path"),
        F.when(nobody, F.lit("the line names no provider")).otherwise(F.col("error.message")).alias("message"),
        F.when(nobody, F.lit("map the column that names who rendered the service")).otherwise(F.col("error.help")).alias("help"),
        "provider",
        "code",
        "lines",
    )
