"""Reads one JSON value a line, {"kind": "r4" or "cds", "value": ...}; answers one JSON text a line: "" or what is wrong."""

import importlib.util
import json
import pathlib
import sys
import sysconfig

from fhir.resources.R4B import get_fhir_model_class

# The module by its file: the package around it would ask for much that is not needed here.
path = pathlib.Path(sysconfig.get_paths()["purelib"], "healthchain", "models", "responses", "cdsresponse.py")
spec = importlib.util.spec_from_file_location("cdsresponse", path)
cdsresponse = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cdsresponse)


def validate(kind, value):
    if kind == "cds":
        cdsresponse.CDSResponse.model_validate(value)
    else:
        get_fhir_model_class(value["resourceType"]).model_validate(value)


for line in sys.stdin:
    case = json.loads(line)
    try:
        validate(case["kind"], case["value"])
        print('""')
    except Exception as wrong:
        print(json.dumps(str(wrong) or repr(wrong)))
