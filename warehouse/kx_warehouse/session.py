"""Spark: in this process, on a cluster, or behind Spark Connect."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .complaint import Complaint

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: The oldest Java that Spark 4 runs on.
JAVA = 17


def java_version(text: str) -> int | None:
    """The feature release that `java -version` says: 17 of "17.0.15", 8 of "1.8.0_412"."""
    found = re.search(r'version "(?:1\.)?(\d+)', text)
    return int(found.group(1)) if found else None


def ensure_java() -> None:
    """Raises where there is no Java that Spark can run on."""
    home = os.environ.get("JAVA_HOME")
    command = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    how = f"install Java {JAVA} or later (Debian: apt-get install openjdk-17-jre-headless), or name it with JAVA_HOME"
    if command is None:
        raise Complaint(f"Spark needs Java, and there is none: {how}")
    try:
        said = subprocess.run([command, "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except OSError as error:
        raise Complaint(f"{command} cannot be started ({error.strerror}): {how}") from None
    version = java_version(said)
    if version is None or version < JAVA:
        raise Complaint(f"{command} is Java {version or '?'}, and Spark needs {JAVA}: {how}")


def session(master: str | None, remote: str | None, conf: Sequence[str]) -> SparkSession:
    """Starts Spark, or reaches it."""
    from pyspark.sql import SparkSession

    # The drivers of this process and the workers beside it have one Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("kx-warehouse")
    for pair in conf:
        name, found, value = pair.partition("=")
        if not found:
            raise Complaint(f"--conf {pair}: give NAME=VALUE")
        builder = builder.config(name, value)
    if remote:
        return builder.remote(remote).getOrCreate()
    ensure_java()
    own = master or "local[*]"
    given = {pair.partition("=")[0] for pair in conf}
    usual = {"spark.ui.enabled": "false", "spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "true" if sys.stderr.isatty() else "false"}
    if own.startswith("local"):
        # Nobody outside this machine has anything to do with it.
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        usual |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.driver.memory": "2g"}
    for name, value in usual.items():
        if name not in given:
            builder = builder.config(name, value)
    return builder.master(own).getOrCreate()
