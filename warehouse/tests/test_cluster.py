"""On a cluster: workers die, jobs are aborted, and what comes out is what one process says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from deltalake import write_deltalake

import cluster as on
import expected
import generator

#: How many lines; the acceptance takes 200,000 of a seed that nobody has seen.
LINES = int(os.environ.get("KX_SPARK_LINES", "200000"))
SEED = int(os.environ.get("KX_SPARK_SEED", "15"))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[generator.Year, Path]:
    made = generator.year(LINES, SEED, large=5000, malformed=60)
    path = tmp_path_factory.mktemp("input") / "medical_claim.parquet"
    expected.write(made, path)
    return made, path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[generator.Year, Path]:
    made = generator.year(30_000, SEED + 1, malformed=20)
    path = tmp_path_factory.mktemp("input") / "medical_claim.parquet"
    expected.write(made, path)
    return made, path


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[on.Cluster]:
    started = on.Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.end()


def test_a_worker_is_killed_in_the_middle_and_nothing_is_lost(cluster: on.Cluster, year: tuple[generator.Year, Path], tmp_path: Path) -> None:
    made, path = year
    ui = on.free_port()
    audit = on.job(tmp_path, "audit", "audit", str(path), str(tmp_path / "out"), "--master", cluster.url, "--partitions", "16", ui=ui)

    def under_way() -> bool:
        # The lines are divided, both workers audit, and there is more to do.
        return any(one["status"] == "ACTIVE" and one["numTasks"] == 16 and 2 <= one["numCompleteTasks"] <= 12 for one in on.stages(ui))

    on.wait("the audit", under_way, alive=audit.is_alive)
    cluster.workers[0].kill()
    assert audit.is_alive()
    audit.end(1200)
    # The killed one is replaced for the tests behind.
    on.wait("the loss", lambda: cluster.alive_workers() == 1)
    cluster.add_worker()
    expected.hold(tmp_path / "out", made)
    assert not list(tmp_path.glob(".out.*"))


def test_an_aborted_job_leaves_no_half_output(cluster: on.Cluster, small: tuple[generator.Year, Path], tmp_path: Path) -> None:
    made, path = small
    words = ("audit", str(path), str(tmp_path / "out"), "--master", cluster.url, "--partitions", "8")
    first = on.job(tmp_path, "first", *words)
    work = tmp_path / ".out.kx-work"
    on.wait("something half done", lambda: next(work.glob("answers/_temporary/**/*.parquet"), None) or (work / "lines").exists(), alive=first.is_alive)
    first.kill()
    assert work.exists() and not (tmp_path / "out").exists()
    on.job(tmp_path, "second", *words).end(1200)
    expected.hold(tmp_path / "out", made)
    assert sorted(one.name for one in (tmp_path / "out").iterdir() if not one.name.startswith(".")) == ["findings", "lines", "rejects", "run", "totals"]
    assert not work.exists()


def test_spark_connect_comes_to_the_same(cluster: on.Cluster, small: tuple[generator.Year, Path], tmp_path: Path) -> None:
    made, path = small
    with on.connect_server(cluster) as remote:
        out = str(tmp_path / "out")
        on.job(tmp_path, "connect", "audit", str(path), out, "--remote", remote).end(1200)
        expected.hold(tmp_path / "out", made)
        again = on.job(tmp_path, "again", "audit", str(path), out, "--remote", remote)
        on.wait("a refusal", lambda: not again.is_alive())
        assert again.process.returncode == 2 and "is there already" in again.log.read_text()
        # Of a Delta table the server reads the files that are named to it.
        table = str(tmp_path / "delta")
        write_deltalake(table, pq.read_table(path).slice(0, 100))
        write_deltalake(table, pq.read_table(path), mode="overwrite")
        started = time.monotonic()
        on.job(tmp_path, "comparative", "comparative", table, str(tmp_path / "compared"), "--remote", remote).end(1200)
        assert expected.table(tmp_path / "compared", "run")[0]["rows_in"] == len(made.rows), f"after {time.monotonic() - started:.0f} s"
