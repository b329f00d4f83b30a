"""Lines as record batches."""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

import kx_modifier as kx

LINE = {"beneficiary": "b", "id": "1", "date": "2026-02-02", "code": "97110", "modifiers": ["GP"], "allowed": "1300.00"}


def lines(count: int, each: int = 3) -> list[dict]:
    return [{**LINE, "beneficiary": f"b{n // each}", "id": f"{n}"} for n in range(count)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_beneficiaries_straddle_batches_of_any_size(size: int) -> None:
    table = pa.Table.from_pylist(lines(20))
    whole = kx.audit_arrow(table)
    assert whole["kx"].to_pylist()[:3] == ["correct", "crossing", "missing"]
    assert kx.audit_arrow(iter(table.to_batches(max_chunksize=size))).to_pylist() == whole.to_pylist()


def test_the_last_beneficiary_waits() -> None:
    stream = kx.AuditStream()
    first, second = pa.Table.from_pylist(lines(5)).to_batches(max_chunksize=4)
    assert stream.push(first)["id"].to_pylist() == ["0", "1", "2"]
    assert stream.push(second).num_rows == 0
    assert stream.finish()["id"].to_pylist() == ["3", "4"]
    assert stream.finish().num_rows == 0


def test_totals_stand_on_the_first_row_of_a_beneficiary() -> None:
    answers = kx.audit_arrow(pa.Table.from_pylist(lines(6))).to_pylist()
    assert [len(row["totals"]) for row in answers] == [1, 0, 0, 1, 0, 0]
    assert answers[0]["totals"][0] == {
        "year": 2026,
        "service_type": "PT/SLP",
        "allowed": Decimal("3900.00"),
        "with_kx": Decimal("0.00"),
        "threshold": Decimal("2480.00"),
        "remaining": Decimal("-1420.00"),
        "reached_on": date(2026, 2, 2),
        "reached_at": date(2026, 2, 2),
    }


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("date", pa.array([date(2026, 2, 2)])),
        ("allowed", pa.array([Decimal("1300.00")], pa.decimal128(12, 2))),
        ("allowed", pa.array([Decimal("1300.000000")], pa.decimal128(28, 6))),
        ("allowed", pa.array([Decimal("1300")], pa.decimal128(10, 0))),
        ("allowed", pa.array([Decimal("1300")], pa.decimal128(10, -2))),
        ("code", pa.array(["97110"], pa.large_string())),
        ("code", pa.array(["97110"], pa.string_view())),
        ("modifiers", pa.array([["GP", None]], pa.large_list(pa.large_string()))),
        ("modifiers", pa.array([["GP"]], pa.list_(pa.string_view()))),
    ],
)
def test_columns_may_have_other_types(name: str, column: pa.Array) -> None:
    plain = pa.Table.from_pylist([LINE])
    typed = plain.set_column(plain.schema.get_field_index(name), name, column)
    answers = kx.audit_arrow(typed)
    assert [answers[one].to_pylist() for one in ("kx", "after", "error")] == [["correct"], [Decimal("1180.00")], [None]]


@pytest.mark.parametrize(
    ("text", "scale", "read"),
    [("0.05", 2, "2479.95"), ("-0.05", 2, "2480.05"), ("0.50", 6, "2479.50"), ("0", 0, "2480.00"), ("-31.4", 1, "2511.40"), ("999999999.99", 2, "-999997519.99")],
)
def test_decimals_are_exact(text: str, scale: int, read: str) -> None:
    table = pa.Table.from_pylist([LINE])
    amounts = pa.array([Decimal(text)], pa.decimal128(28, scale))
    assert kx.audit_arrow(table.set_column(5, "allowed", amounts))["after"].to_pylist() == [Decimal(read)]


@pytest.mark.parametrize(
    ("name", "column", "code"),
    [
        ("allowed", pa.array([31.4]), "money-not-text"),
        ("allowed", pa.array([31], pa.int32()), "money-not-text"),
        ("allowed", pa.array([Decimal("31.405")]), "money-invalid"),
        ("allowed", pa.array([Decimal("1000000000.00")]), "money-invalid"),
        ("date", pa.array([1], pa.int64()), "wrong-type"),
        ("date", pa.array([-800_000], pa.int32()).cast(pa.date32()), "date-invalid"),
        ("id", pa.array([None], pa.string()), "missing-field"),
        ("beneficiary", pa.array([None], pa.string()), "missing-field"),
    ],
)
def test_a_value_that_does_not_fit_is_an_error_in_its_row(name: str, column: pa.Array, code: str) -> None:
    table = pa.Table.from_pylist([LINE])
    # Python has no such day as some of these.
    answers = kx.audit_arrow(table.set_column(table.schema.get_field_index(name), name, column)).select(["kx", "error"]).to_pylist()
    assert (answers[0]["error"]["code"], answers[0]["error"]["path"]) == (code, name)
    assert answers[0]["kx"] is None


def test_a_column_that_no_field_can_be_read_from_is_refused() -> None:
    table = pa.Table.from_pylist([LINE])
    with pytest.raises(kx.KxError) as caught:
        kx.audit_arrow(table.set_column(2, "date", pa.array([datetime(2026, 2, 2)])))
    assert (caught.value.code, caught.value.path) == ("wrong-type", "date")
    with pytest.raises(kx.KxError) as caught:
        kx.audit_arrow(table.append_column("modifier", pa.array(["KX"])))
    assert (caught.value.code, caught.value.path) == ("unknown-field", "modifier")


def test_further_columns_come_back() -> None:
    table = pa.Table.from_pylist([{**LINE, "provider": "1234567893", "service_type": "OT"}])
    answers = kx.audit_arrow(table, keep=["provider"])
    assert answers.column_names == [*LINE, "provider", "service_type", "before", "after", "standing", "kx", "findings", "totals", "error"]
    assert (answers["provider"].to_pylist(), answers["service_type"].to_pylist()) == (["1234567893"], ["OT"])


def test_a_beneficiary_straddles_batches_whose_columns_are_of_any_type() -> None:
    """Each batch has dictionaries of its own, as row groups of a file have; together they are longer than the keys reach."""
    names = [f"clinic {n}" for n in range(100)]
    further = {
        "clinic": lambda order: pa.array(order).dictionary_encode().cast(pa.dictionary(pa.int8(), pa.string())),
        "notes": lambda order: pa.array([[name, None] for name in order]),
        "place": lambda order: pa.array([{"city": name, "floor": n} for n, name in enumerate(order)]),
        "view": lambda order: pa.array([f"{name} in a text that is longer than a view holds" for name in order], pa.string_view()),
        "nothing": lambda order: pa.nulls(len(order)),
    }
    orders = [names, names[::-1]]
    batches = []
    for place, order in enumerate(orders):
        own = pa.Table.from_pylist([{**LINE, "id": f"{place}-{n}"} for n in range(len(order))])
        for name, column in further.items():
            own = own.append_column(name, column(order))
        batches.extend(own.to_batches())
    answers = kx.audit_arrow(iter(batches), keep=list(further))
    assert answers["clinic"].to_pylist() == [name for order in orders for name in order]
    for name in further:
        assert answers[name].to_pylist() == [value for batch in batches for value in batch.column(name).to_pylist()]


def test_batches_have_one_schema() -> None:
    stream = kx.AuditStream(keep=["other"])
    stream.push(pa.RecordBatch.from_pylist([LINE]))
    with pytest.raises(kx.KxError, match="different columns"):
        stream.push(pa.RecordBatch.from_pylist([{**LINE, "other": "x"}]))


def test_nothing_in_nothing_out() -> None:
    empty = pa.Table.from_pylist([], schema=pa.Table.from_pylist([LINE]).schema)
    assert kx.audit_arrow(empty).num_rows == 0
    assert kx.audit_arrow(empty).column_names[:2] == ["beneficiary", "id"]


def test_policy_and_rules() -> None:
    pack = {"id": "x", "published": "2026-01-01", "thresholds": [{"year": 2026, "ptSlp": "100.00", "ot": "100.00", "source": "made up", "replaces": True}]}
    table = pa.Table.from_pylist(lines(2, each=2))
    assert kx.audit_arrow(table, rules=kx.Rules(pack))["kx"].to_pylist() == ["crossing", "missing"]
    assert kx.audit_arrow(table, policy={"crossingLine": "ignore"})["findings"].to_pylist()[1] == []
    with pytest.raises(kx.KxError) as caught:
        kx.AuditStream(policy={"crossing": "ignore"})
    assert caught.value.path == "policy.crossing"


def test_rows_of_nobody_are_answered_at_once() -> None:
    stream = kx.AuditStream()
    table = pa.Table.from_pylist([{**LINE, "beneficiary": None}, {**LINE, "beneficiary": None}, LINE])
    assert [row["error"]["code"] for row in stream.push(table.to_batches()[0]).to_pylist()] == ["missing-field", "missing-field"]


@pytest.mark.parametrize("name", ["", "  ", None])
def test_a_blank_beneficiary_is_nobody(name: str | None) -> None:
    answer = kx.audit_arrow(pa.Table.from_pylist([{**LINE, "beneficiary": name}, {**LINE, "beneficiary": "b"}])).to_pylist()
    assert [(row["error"] or {}).get("code") for row in answer] == ["missing-field", None]
    assert answer[0]["error"]["path"] == "beneficiary"


def test_the_readme_names_what_an_answer_adds_to_a_row() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    rows = readme.split("with its own columns and these:")[1].split("\n\n")[1].splitlines()[2:]
    named = {row.split("|")[1]: re.findall(r"`(\w+)`", row.split("|")[2]) for row in rows}
    schema = kx.audit_arrow(pa.Table.from_pylist(lines(1))).schema
    assert [name for names in named for name in re.findall(r"`(\w+)`", names)] == schema.names[len(LINE) :]
    for name in ("findings", "totals"):
        assert [word for word in named[f" `{name}` "] if word in schema.field(name).type.value_type.names] == schema.field(name).type.value_type.names
    assert [field.name for field in schema.field("error").type] == named[" `error` "]
