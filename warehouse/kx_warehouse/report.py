"""What a run comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import kx_modifier as kx
from pyspark.sql import functions as F

if TYPE_CHECKING:
    from pyspark.sql import Column


def basis(rules: kx.Rules | None) -> list[Column]:
    """The rules and packs that decided, for each row."""
    versions = kx.versions(rules=rules)
    packs = F.array(*map(F.lit, versions["packs"])) if versions["packs"] else F.array().cast("array<string>")
    return [F.lit(versions["rules"]).alias("rules"), packs.alias("packs")]


def balanced(rows_in: int, rows_out: int, rejects: int) -> None:
    """Raises where rows were lost or came twice; then nothing is published."""
    if rows_in != rows_out + rejects:
        raise RuntimeError(f"{rows_in:,} rows went in, and {rows_out:,} + {rejects:,} rejects came out: nothing is published")


@dataclass(frozen=True)
class Report:
    """The run's row, its findings and rejects by kind."""

    run: dict[str, Any]
    findings: list[tuple[str, str, int]] = field(default_factory=list)
    rejects: list[tuple[str, int]] = field(default_factory=list)

    def text(self) -> str:
        """For a terminal."""
        run = self.run
        lines = [f"{run['rows_left_out']:>13,}  rows left out by a condition"] if run["rows_left_out"] else []
        lines += [f"{run['rows_in']:>13,}  rows in", f"{run['rows_out']:>13,}  rows out", f"{run['rejects']:>13,}  rejects"]
        lines += [f"{count:>13,}    {reason}" for reason, count in self.rejects]
        lines += [f"{run['findings']:>13,}  findings"] if run["job"] == "audit" else []
        lines += [f"{count:>13,}    {severity}: {code}" for severity, code, count in self.findings]
        packs = f", rule packs {', '.join(run['packs'])}" if run["packs"] else ""
        return "\n".join([*lines, f"by the rules {run['rules']}{packs}"])
