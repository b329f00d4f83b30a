"""Our own code for workers that do not have it."""

from __future__ import annotations

from typing import TypeVar

from pyspark import cloudpickle

from . import work

T = TypeVar("T")


def shipped(function: T) -> T:
    """Marks what a job runs to be sent as it is, and not by its name: a worker then needs kx-modifier and pyarrow only."""
    cloudpickle.register_pickle_by_value(work)  # type: ignore[no-untyped-call]
    return function
