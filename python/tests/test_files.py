"""X12 files."""

import pytest

import kx_modifier as kx

HEADER = "ISA*00*          *00*          *ZZ*S              *ZZ*R              *260401*1200*^*00501*000000001*0*P*:~GS*XX*S*R*20260401*1200*1*X*005010~"
TRAILERS = "GE*1*1~IEA*1*000000001~"


def interchange(kind: str, body: str) -> str:
    return f"{HEADER}ST*{kind}*0001~{body}SE*{body.count('~') + 2}*0001~{TRAILERS}"


def claims(*members: str) -> str:
    one = "NM1*IL*1*DOE*JANE****MI*{member}~NM1*PR*2*MEDICARE*****PI*12345~CLM*C-{member}*80***11:B:1*Y*A*Y*I~LX*1~SV1*HC:97110:GP*80*UN*1***1~DTP*472*D8*20260330~"
    parts = [f"HL*{place}*1*22*0~SBR*P*18*******MB~{one.format(member=member)}" for place, member in enumerate(members, 2)]
    return interchange("837", f"BHT*0019*00*1*20260401*1200*CH~HL*1**20*1~{''.join(parts)}")


def test_a_remittance() -> None:
    body = (
        "BPR*I*52*C*ACH*CCP*01*1*DA*1*1**01*1*DA*1*20260316~CLP*C1*1*80*52**MB*P1*11~NM1*QC*1*DOE*JANE****MI*1EG4TE5MK72~"
        "SVC*HC:97110:GP*80*52**1~DTM*472*20260310~CAS*CO*45*20~CAS*PR*2*8~AMT*B6*60~"
    )
    entry = kx.read_835(interchange("835", body))["entries"][0]
    assert (entry["allowed"], entry["serviceType"], entry["posted"]) == ("60.00", "PT/SLP", "2026-03-16")


def test_an_eligibility_response() -> None:
    amounts = kx.read_271(interchange("271", "EB*F*IND*AD*MB**29*1840~DTP*292*RD8*20260101-20261231~"))["amounts"]
    assert [(one["serviceType"], one["kind"], one["amount"]) for one in amounts] == [("OT", "remaining", "1840.00")]


def test_each_patient_is_scrubbed_with_what_they_have_used() -> None:
    text = claims("1EG4TE5MK72", "1EG4TE5MK73", "1EG4TE5MK72")
    fees = {"97110": {"full": "31.40", "reduced": "24.02"}}
    scrubbed = kx.scrub_837(text, other_used={"1EG4TE5MK72": {"2026": {"PT/SLP": "2480.00"}}}, fees=fees)
    assert [(claim["id"], claim["lines"][0]["kx"]) for claim in scrubbed["claims"]][:2] == [("C-1EG4TE5MK72", "missing"), ("C-1EG4TE5MK73", "not-applicable")]
    # The claims of a patient count one after the other, in the file's order.
    assert [notice["code"] for notice in scrubbed["claims"][1]["notices"]] == ["usage-unknown"]
    assert len(scrubbed["claims"]) == 3


def test_text_that_is_no_file() -> None:
    for read in (kx.read_271, kx.read_835, kx.read_837, kx.scrub_837):
        with pytest.raises(kx.KxError) as caught:
            read('{"not": "x12"}')
        assert caught.value.code == "x12-invalid"
