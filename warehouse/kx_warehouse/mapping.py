"""Which column of the input is which field of a line."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from .complaint import Complaint

#: A column by its name, the first of several that is there, or an expression of Spark SQL.
Term = str | list[str] | dict[str, str]

NEEDED = ("beneficiary", "claim", "line", "date", "code", "modifiers", "allowed")
FURTHER = ("posted", "provider", "state", "service_type", "status")
BUILT_IN = ("tuva", "cclf5")


@dataclass(frozen=True)
class Mapping:
    """The columns of an input by the fields of a line, as a mapping file names them."""

    columns: dict[str, Term]
    #: Fields that the input may lack.
    optional: frozenset[str] = field(default_factory=frozenset)
    #: Rows that count, as a condition of Spark SQL.
    where: str | None = None

    @classmethod
    def named(cls, name: str) -> Mapping:
        """A mapping that comes with the package, or that of a file."""
        if name in BUILT_IN:
            text = (resources.files(__package__) / "mappings" / f"{name}.json").read_text("utf-8")
        else:
            try:
                text = Path(name).read_text("utf-8")
            except OSError as error:
                raise Complaint(f"the mapping {name} cannot be read ({error.strerror}): give {', '.join(BUILT_IN)} or a file") from None
        try:
            value = json.loads(text)
        except ValueError as error:
            raise Complaint(f"the mapping {name} is no JSON: {error}") from None
        return cls.of(value, name)

    @classmethod
    def of(cls, value: Any, name: str = "the mapping") -> Mapping:
        """Checks a mapping; a misspelled field is an error."""
        if not isinstance(value, dict) or not isinstance(value.get("columns"), dict):
            raise Complaint(f"{name} has no `columns`: give an object with the input's columns by the fields of a line")
        columns, optional, where = value["columns"], value.get("optional", []), value.get("where")
        known = (*NEEDED, *FURTHER)
        for place, given, names in (("", value, ("about", "columns", "optional", "where")), ("columns.", columns, known)):
            for one in given:
                if one not in names:
                    raise Complaint(f"{name}: `{place}{one}` is no field here: the fields here are {', '.join(names)}")
        for one in NEEDED:
            if one not in columns:
                raise Complaint(f"{name}: `columns.{one}` is missing")
        for one, term in columns.items():
            if not (isinstance(term, str) or _is_list(term) or _is_sql(term)):
                raise Complaint(f'{name}: `columns.{one}` is neither a column, nor a list of columns, nor {{"sql": "…"}}')
        if not _is_list(optional) and optional != []:
            raise Complaint(f"{name}: `optional` is a list of fields")
        if where is not None and not isinstance(where, str):
            raise Complaint(f"{name}: `where` is a condition of Spark SQL")
        return cls(columns, frozenset(optional), where)

    def found(self, there: list[str]) -> dict[str, Term]:
        """The terms of this input's fields.

        A list is the first column that is there, but for the modifiers, which are all of them. Names are compared as Spark does, without case.
        """
        own = {name.lower(): name for name in there}
        found: dict[str, Term] = {}
        missing: list[str] = []
        for name, term in self.columns.items():
            if isinstance(term, dict):
                found[name] = term
                continue
            wanted = [term] if isinstance(term, str) else term
            present = [own[one.lower()] for one in wanted if one.lower() in own]
            if present:
                found[name] = present if name == "modifiers" else present[0]
            elif name not in self.optional:
                missing.append(f"{name} ({' or '.join(wanted)})")
        if missing:
            raise Complaint(f"the input lacks {', '.join(missing)}; its columns are {', '.join(there)}. Give a mapping file with --mapping")
        return found


def _is_list(value: object) -> bool:
    return isinstance(value, list) and len(value) > 0 and all(isinstance(one, str) for one in value)


def _is_sql(value: object) -> bool:
    return isinstance(value, dict) and list(value) == ["sql"] and isinstance(value["sql"], str)
