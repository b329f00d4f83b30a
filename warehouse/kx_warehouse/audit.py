"""The audit of all beneficiaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import kx_modifier as kx
from pyspark.sql import functions as F

from . import work
from .lines import KEPT, by_beneficiary, left_out, lines
from .mapping import Mapping
from .output import ANSWERS
from .report import Report, balanced, basis
from .ship import shipped

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

    from .output import Output
    from .source import Source

MONEY = "decimal(18,2)"
#: What an audit adds to a line, as Spark SQL writes types.
ANSWERED = {
    "service_type": "string",
    "before": MONEY,
    "after": MONEY,
    "standing": "string",
    "kx": "string",
    "findings": "array<struct<code:string,severity:string,message:string>>",
    "totals": f"array<struct<year:int,service_type:string,allowed:{MONEY},with_kx:{MONEY},threshold:{MONEY},remaining:{MONEY},reached_on:date,reached_at:date>>",
    "error": "struct<code:string,path:string,message:string,help:string>",
}


def answered(given: DataFrame, policy: str | None, packs: str | None, partitions: int | None) -> DataFrame:
    """Each line with its answers, or with an error."""
    types = {one.name: one.dataType.simpleString() for one in given.schema if one.name not in ANSWERED} | ANSWERED
    keep = [name for name in given.columns if name in KEPT]
    schema = ", ".join(f"{name} {kind}" for name, kind in types.items())
    return by_beneficiary(given, partitions).mapInArrow(shipped(work.auditor(policy, packs, keep, list(types))), schema)


def audit(
    spark: SparkSession,
    source: Source,
    output: Output,
    *,
    mapping: Mapping | str = "tuva",
    policy: str | None = None,
    packs: str | None = None,
    where: str | None = None,
    partitions: int | None = None,
    allow_double: bool = False,
) -> Report:
    """Audits an input, and writes ``lines``, ``findings``, ``totals``, ``rejects`` and ``run``.

    ``policy`` and ``packs`` are JSON text. Raises where what went in is not what came out.
    """
    # What is wrong with them is said before anything is read.
    kx.AuditStream(policy=policy)
    rules = kx.Rules(packs) if packs else None
    name, mapping = (mapping, Mapping.named(mapping)) if isinstance(mapping, str) else ("own", mapping)
    rows = source.read(spark)
    given = lines(rows, mapping, where=where, allow_double=allow_double)
    place = output.begin(spark)
    answers = place.write(ANSWERS, answered(given, policy, packs, partitions))
    decided = basis(rules)
    written = {table: place.write(table, rows.select("*", *decided)) for table, rows in _tables(answers).items()}
    counts = {table: rows.count() for table, rows in written.items()}
    rows_in = given.count()
    balanced(rows_in, counts["lines"], counts["rejects"])
    row: dict[str, Any] = {
        "job": "audit",
        "input": source.path,
        "mapping": name,
        "rows_left_out": left_out(rows, mapping, where, rows_in),
        "rows_in": rows_in,
        "rows_out": counts["lines"],
        "rejects": counts["rejects"],
        "findings": counts["findings"],
        "totals": counts["totals"],
        "package": kx.__version__,
        "rules": kx.versions(rules=rules)["rules"],
        "packs": kx.versions(rules=rules)["packs"],
    }
    found = written["findings"].groupBy("severity", "finding").count().orderBy(F.desc("count"), "finding").collect()
    refused = written["rejects"].groupBy("reason").count().orderBy(F.desc("count"), "reason").collect()
    place.publish(row)
    return Report(row, [(one["severity"], one["finding"], one["count"]) for one in found], [(one["reason"], one["count"]) for one in refused])


def _tables(answers: DataFrame) -> dict[str, DataFrame]:
    good, bad = answers.where("error IS NULL"), answers.where("error IS NOT NULL")
    further = [name for name in ("provider", "state") if name in answers.columns]
    where = ["beneficiary", "id", "claim", "line", "date"]

    def day(name: str) -> Column:
        # The rules have read it as a day.
        return F.col(name).cast("date").alias(name) if name in answers.columns else F.lit(None).cast("date").alias(name)

    line = [*(day(name) if name == "date" else F.col(name) for name in where), *further]
    amount = F.col("allowed").cast(MONEY).alias("allowed")
    each = good.select(*line, "code", amount, "service_type", "before", "kx", F.explode("findings").alias("one"))
    unreadable = F.isnotnull("unreadable")
    given = [F.col(name).cast("string").alias(name) for name in (*where, "code", "modifiers", "allowed", "posted", *further) if name in answers.columns]
    return {
        "lines": good.select(*line, day("posted"), "code", "modifiers", amount, "service_type", "before", "after", "standing", "kx"),
        "findings": each.select(
            *where, *further, "code", "allowed", "service_type", "before", "kx", F.col("one.code").alias("finding"), "one.severity", "one.message"
        ),
        "totals": answers.select("beneficiary", F.explode("totals").alias("one")).select("beneficiary", "one.*"),
        "rejects": bad.select(
            F.when(unreadable, F.lit("unreadable-row")).otherwise(F.col("error.code")).alias("reason"),
            F.when(~unreadable, F.col("error.path")).alias("path"),
            F.when(unreadable, F.lit("the row does not have the form of the file")).otherwise(F.col("error.message")).alias("message"),
            F.when(unreadable, F.lit("write as many values as the file has columns, or one JSON object a line")).otherwise(F.col("error.help")).alias("help"),
            *given,
            "unreadable",
        ),
    }
