"""Rows of the input as the fields of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.errors import AnalysisException
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, DataType, DateType, DecimalType, DoubleType, FloatType, IntegralType, StringType

from .complaint import Complaint
from .mapping import Mapping, Term
from .source import UNREADABLE

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

#: Kept with a line beside what the rules read.
KEPT = ("line", "provider", "state", "unreadable")


def _column(name: str) -> Column:
    return F.col(f"`{name.replace('`', '``')}`")


def _term(term: Term) -> Column:
    if isinstance(term, dict):
        return F.expr(term["sql"])
    return _column(term if isinstance(term, str) else term[0])


def _modifiers(rows: DataFrame, term: Term) -> Column:
    if isinstance(term, list) and not (len(term) == 1 and isinstance(rows.schema[term[0]].dataType, ArrayType)):
        # An empty place is no modifier.
        return F.array_compact(F.array(*(F.nullif(F.trim(_column(one).cast("string")), F.lit("")) for one in term)))
    return _term(term)


def _day(name: str, column: Column, found: DataType) -> Column:
    if isinstance(found, (DateType, StringType)):
        return column
    raise Complaint(f'`{name}` is {found.simpleString()}: a day has no time and no zone. Map it with {{"sql": "cast(… as date)"}} where that is what it says')


def _amount(column: Column, found: DataType, *, allow_double: bool) -> Column:
    if isinstance(found, (DecimalType, StringType)):
        return column
    if isinstance(found, IntegralType):
        return column.cast("string")
    if isinstance(found, (DoubleType, FloatType)):
        if not allow_double:
            raise Complaint(
                f"`allowed` is {found.simpleString()}: floats lose cents. Write it as decimal(12,2) upstream, or take what is whole cents with --allow-double"
            )
        # The shortest decimal that is this float: 31.4, and not 31.39999999999999857891452847979962825775146484375. What was summed up as a
        # float is seldom whole cents (0.30000000000000004), and is then a reject.
        return column.cast("string").try_cast("decimal(38,18)")
    raise Complaint(f"`allowed` is {found.simpleString()}: give a decimal or text")


def lines(rows: DataFrame, mapping: Mapping, *, where: str | None = None, allow_double: bool = False) -> DataFrame:
    """The rows that count, by the names of their fields; `id` tells a beneficiary's lines apart."""
    readable = UNREADABLE in rows.columns
    terms = mapping.found([name for name in rows.columns if name != UNREADABLE])
    try:
        for condition in filter(None, (mapping.where, where)):
            # A row that cannot be read is never left out: it is a reject.
            rows = rows.where(F.expr(f"({condition}) OR {UNREADABLE} IS NOT NULL") if readable else F.expr(condition))
        named = {name: _modifiers(rows, term) if name == "modifiers" else _term(term) for name, term in terms.items()}
        found = {one.name: one.dataType for one in rows.select(*(column.alias(name) for name, column in named.items())).schema}
    except AnalysisException as error:
        raise Complaint(f"the mapping does not fit the input: {str(error).strip().splitlines()[0]}") from None
    for name, column in named.items():
        if name in ("date", "posted"):
            named[name] = _day(name, column, found[name])
        elif name == "allowed":
            named[name] = _amount(column, found[name], allow_double=allow_double)
        elif name != "modifiers":
            named[name] = column.cast("string")
    # An empty name is nobody's: lines of many people would be one person's.
    named["beneficiary"] = F.when(F.trim(named["beneficiary"]) != "", named["beneficiary"])
    named["id"] = F.concat(named["claim"], F.lit("-"), named["line"])
    if readable:
        # What was made of such a row stands in the wrong columns.
        named = {name: F.when(F.isnull(_column(UNREADABLE)), column) for name, column in named.items()}
    named["unreadable"] = _column(UNREADABLE) if readable else F.lit(None).cast("string")
    return rows.select(*(column.alias(name) for name, column in named.items()))


def left_out(rows: DataFrame, mapping: Mapping, where: str | None, counted: int) -> int:
    """How many rows do not count; they are counted apart only where a condition leaves some out."""
    return rows.count() - counted if mapping.where or where else 0


def by_beneficiary(given: DataFrame, partitions: int | None = None) -> DataFrame:
    """The lines of one beneficiary together, in the order of their days; within a day in that of their claims and lines."""
    # Rows of nobody would all come to one place. By what they hold and not by chance: what is done again has to come out the same.
    key = F.coalesce("beneficiary", F.concat(F.lit("\0"), F.xxhash64("id", "date", "code", "allowed", "unreadable").cast("string")))
    spread = given.repartition(partitions, key) if partitions else given.repartition(key)
    return spread.sortWithinPartitions("beneficiary", "date", "claim", F.col("line").try_cast("int"), "line")
