"""What a program with strict types does; mypy reads it."""

import json
from decimal import Decimal

import pyarrow as pa

import kx_modifier as kx
from kx_modifier.answers import Decision, ThresholdCard

rules: kx.Rules = kx.Rules.read()
text: str = kx.decide(json.dumps({"line": {"code": "97110"}}), rules=rules)
card: ThresholdCard = kx.thresholds({"date": "2026-09-14"}, rules=rules)["OT"]
label: str = card["label"]
decision: Decision = kx.decide({"line": {"code": "97110"}, "appointment": {"date": "2026-09-14"}, "coverage": {"program": "medicare-part-b"}})
applied: bool = decision["action"] == "apply" and "KX" in decision["modifiers"]
years: list[int] = kx.versions()["years"]
missing: list[str] = [line["id"] for line in kx.audit({"lines": []})["lines"] if line["kx"] == "missing"]
stream = kx.AuditStream(policy={"reversals": "pair"}, keep=["provider"])
batch: pa.RecordBatch = stream.push(pa.RecordBatch.from_pylist([{"beneficiary": "b", "allowed": Decimal("1.00")}]))
answers: bytes = kx.audit_ndjson(b"", policy="{}")
try:
    kx.audit({"lines": []})
except kx.KxError as error:
    place: str | None = error.path
    print(error.code, place, error.help)
