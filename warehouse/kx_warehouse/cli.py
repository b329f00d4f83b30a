"""kx-warehouse audit INPUT OUTPUT, kx-warehouse comparative INPUT OUTPUT."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from .complaint import Complaint
from .mapping import BUILT_IN


def parser() -> argparse.ArgumentParser:
    """The words of the command."""
    whole = argparse.ArgumentParser(prog="kx-warehouse", description="Claim lines by the million, by the rules of kx-modifier, on Apache Spark.")
    jobs = whole.add_subparsers(dest="job", required=True, metavar="JOB")
    helps = {"audit": "KX missing, too early and crossing lines of every beneficiary", "comparative": "each provider's percentage of lines with KX"}
    for name, text in helps.items():
        job = jobs.add_parser(name, help=text, description=text)
        job.add_argument("input", help="Parquet, Delta, CSV or NDJSON: a file or a folder")
        job.add_argument("output", help="a folder for the tables; it is there whole, or not at all")
        job.add_argument("--mapping", default="tuva", help=f"which columns are which fields: {', '.join(BUILT_IN)}, or a JSON file (default: tuva)")
        job.add_argument("--where", help="rows that count, as a condition of Spark SQL")
        job.add_argument("--format", choices=("parquet", "delta", "csv", "ndjson"), help="of the input; by its name where this is left out")
        job.add_argument("--delimiter", default=",", help="of CSV (default: a comma)")
        job.add_argument("--allow-double", action="store_true", help="take amounts that are floats, where they are whole cents")
        job.add_argument("--overwrite", action="store_true", help="replace an output that is there")
        job.add_argument("--master", help="a cluster, for example spark://host:7077 (default: local[*], all cores of this machine)")
        job.add_argument("--remote", help="a Spark Connect server, for example sc://host:15002")
        job.add_argument("--conf", action="append", default=[], metavar="NAME=VALUE", help="a setting of Spark; may be repeated")
        if name == "audit":
            job.add_argument("--rules", action="append", default=[], metavar="FILE", help="a file of rule packs; may be repeated")
            job.add_argument("--policy", metavar="FILE", help="a file with a policy, as `audit` takes it")
            job.add_argument("--partitions", type=int, help="into how many parts the beneficiaries are divided")
        else:
            job.add_argument("--code", action="append", default=[], help="a code to compare; may be repeated (default: those of the contractor's report)")
    return whole


def _text(file: str) -> str:
    try:
        return Path(file).read_text("utf-8")
    except OSError as error:
        raise Complaint(f"{file} cannot be read ({error.strerror})") from None


def run(arguments: argparse.Namespace) -> str:
    """Does the job, and gives what is said of it."""
    if arguments.master and arguments.remote:
        raise Complaint("--master and --remote are two ways to one Spark: give one of them")
    import kx_modifier as kx

    from .audit import audit
    from .comparative import comparative
    from .mapping import Mapping
    from .output import Output
    from .session import session
    from .source import Source

    # What is wrong with files on this machine is said before Spark starts.
    Mapping.named(arguments.mapping)
    source = Source(arguments.input, arguments.format, arguments.delimiter)
    output = Output(arguments.output, arguments.overwrite)
    common = {"mapping": arguments.mapping, "where": arguments.where, "allow_double": arguments.allow_double}
    if arguments.job == "comparative":
        spark = session(arguments.master, arguments.remote, arguments.conf)
        codes = {"codes": arguments.code} if arguments.code else {}
        return comparative(spark, source, output, **common, **codes).text()
    policy = _text(arguments.policy) if arguments.policy else None
    packs = kx.Rules.read(*arguments.rules).text if arguments.rules else None
    kx.AuditStream(policy=policy)
    spark = session(arguments.master, arguments.remote, arguments.conf)
    return audit(spark, source, output, **common, policy=policy, packs=packs, partitions=arguments.partitions).text()


def main(words: Sequence[str] | None = None) -> None:
    """Ends with 0 where the tables are there, with 1 where the job failed, and with 2 where something is to be put right first."""
    arguments = parser().parse_args(words)
    logging.getLogger("py4j").setLevel(logging.ERROR)
    try:
        from kx_modifier import KxError
    except ImportError as error:
        sys.exit(f"kx-warehouse: {error}")
    try:
        print(run(arguments))
    except (Complaint, KxError, OSError) as error:
        print(f"kx-warehouse: {error}", file=sys.stderr)
        sys.exit(2)
