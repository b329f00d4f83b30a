"""Claims of one file, each patient's by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._calls import Answer, call, read_837
from ._rules import Rules
from .answers import ClaimsClaim


def scrub_837(
    text: str,
    *,
    other_used: Mapping[str, Mapping[str, Any]] | None = None,
    fees: Mapping[str, Any] | None = None,
    policy: Mapping[str, Any] | None = None,
    rules: Rules | None = None,
) -> Answer:
    """Findings for each therapy line of a claim file before it is sent.

    ``other_used``: by member ID what was used before these claims, by year (``{"1EG4TE5MK72": {"2026": {"PT/SLP": "2400.00"}}}``). Without a
    patient's year KX is not judged on their claims. ``fees``: what Medicare allows, by code.
    """
    read = read_837(text, rules=rules)
    patients: dict[tuple[str, str | None], list[ClaimsClaim]] = {}
    for claim in read["claims"]:
        patients.setdefault((claim["patient"]["name"], claim["patient"]["memberId"]), []).append(claim)
    scrubbed: dict[int, Answer] = {}
    for (_, member), claims in patients.items():
        used = (other_used or {}).get(member) if member is not None else None
        given = {"claims": claims, "otherUsed": used, "fees": fees, "policy": policy}
        answer = call("scrubClaims", {name: value for name, value in given.items() if value is not None}, rules=rules)
        # In the order of the claims, each of which may have the id of another.
        answered = iter(answer["lines"])
        judged = any(claim["medicare"] for claim in claims)
        for claim in claims:
            lines = [{**line, **{name: value for name, value in next(answered).items() if name != "claim"}} for line in claim["lines"]]
            scrubbed[id(claim)] = {**claim, "notices": answer["notices"] if judged else [], "lines": lines}
    return {"claims": [scrubbed[id(claim)] for claim in read["claims"]], "skipped": read["skipped"]}
