"""A standalone cluster and a Spark Connect server on loopback, each part a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyspark

HOST = "127.0.0.1"
SPARK = Path(pyspark.__file__).parent
#: A busy machine takes its time to start a JVM.
PATIENCE = 300
#: What workers may import: the rules, and not the jobs.
WORKER_PATH = os.environ.get("KX_WORKER_PYTHONPATH", os.environ.get("PYTHONPATH", ""))


def free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def wait(what: str, there: Callable[[], Any], patience: float = PATIENCE, alive: Callable[[], bool] = lambda: True) -> Any:
    """Waits until something is there."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        found = there()
        if found:
            return found
        if not alive():
            break
        time.sleep(0.2)
    raise AssertionError(f"{what} did not come about")


def asked(url: str) -> Any:
    """JSON of a loopback address; None where nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return None


class Process:
    """A process with a group of its own, so that what it starts ends with it."""

    def __init__(self, name: str, command: list[str], log: Path, path: str | None = None, **env: str) -> None:
        self.name, self.log = name, log
        environment = {**os.environ, "SPARK_LOCAL_IP": HOST, "PYSPARK_PYTHON": sys.executable, **env}
        if path is not None:
            environment["PYTHONPATH"] = path
        with log.open("w") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, env=environment, start_new_session=True)

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def end(self, patience: float = PATIENCE) -> str:
        """Waits for its end; gives what it said."""
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"{self.name} did not end: {self.log.read_text()[-3000:]}") from None
        said = self.log.read_text()
        assert status == 0, f"{self.name} ended with {status}: {said[-5000:]}"
        return said


class Cluster:
    """A master and its workers."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self.folder, self.port, self.web = folder, free_port(), free_port()
        self.master = self._start("master", "master.Master", "--host", HOST, "--port", str(self.port), "--webui-port", str(self.web))
        wait("the master", self._state, alive=self.master.is_alive)
        self.workers: list[Process] = []
        for _ in range(workers):
            self.add_worker()

    @property
    def url(self) -> str:
        return f"spark://{HOST}:{self.port}"

    def _start(self, name: str, kind: str, *options: str) -> Process:
        command = [str(SPARK / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind}", *options]
        return Process(name, command, self.folder / f"{name}.log", WORKER_PATH, SPARK_DAEMON_MEMORY="256m")

    def _state(self) -> Any:
        return asked(f"http://{HOST}:{self.web}/json/")

    def alive_workers(self) -> int:
        state = self._state()
        return sum(one["state"] == "ALIVE" for one in state["workers"]) if state else 0

    def add_worker(self) -> Process:
        before, name = self.alive_workers(), f"worker-{len(self.workers)}"
        options = ["--host", HOST, "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(self.folder / name), self.url]
        worker = self._start(name, "worker.Worker", *options)
        self.workers.append(worker)
        wait(name, lambda: self.alive_workers() > before, alive=worker.is_alive)
        return worker

    def end(self) -> None:
        for process in (*self.workers, self.master):
            process.kill()


@contextmanager
def connect_server(cluster: Cluster) -> Iterator[str]:
    """A Spark Connect server on the cluster; gives its address."""
    port = free_port()
    conf = {
        "spark.connect.grpc.binding.address": HOST,
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.host": HOST,
        "spark.driver.bindAddress": HOST,
        "spark.driver.memory": "1g",
        "spark.executor.memory": "900m",
        "spark.ui.enabled": "false",
    }
    pairs = [word for name, value in conf.items() for word in ("--conf", f"{name}={value}")]
    command = [str(SPARK / "bin" / "spark-submit"), "--master", cluster.url, *pairs, "--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "spark-internal"]
    server = Process("connect", command, cluster.folder / "connect.log", WORKER_PATH)

    def answers() -> bool:
        with socket.socket() as one:
            return one.connect_ex((HOST, port)) == 0

    try:
        wait("Spark Connect", answers, alive=server.is_alive)
        yield f"sc://{HOST}:{port}"
    finally:
        server.kill()


def job(folder: Path, name: str, *words: str, ui: int | None = None) -> Process:
    """The command, in a process of its own."""
    usual = ["spark.driver.host=127.0.0.1", "spark.driver.bindAddress=127.0.0.1", "spark.driver.memory=1g", "spark.executor.memory=900m"]
    if ui:
        usual += ["spark.ui.enabled=true", f"spark.ui.port={ui}", "spark.ui.showConsoleProgress=false"]
    conf = [] if "--remote" in words else [word for pair in usual for word in ("--conf", pair)]
    return Process(name, [sys.executable, "-m", "kx_warehouse", *words, *conf], folder / f"{name}.log")


def stages(ui: int) -> list[dict[str, Any]]:
    """The stages of the one application behind a port."""
    applications = asked(f"http://{HOST}:{ui}/api/v1/applications")
    return (asked(f"http://{HOST}:{ui}/api/v1/applications/{applications[0]['id']}/stages") or []) if applications else []
