"""Spark jobs over claim lines, by the rules of kx-modifier."""

from .audit import audit
from .comparative import comparative
from .complaint import Complaint
from .mapping import Mapping
from .output import Output
from .source import Source

__all__ = ["Complaint", "Mapping", "Output", "Source", "audit", "comparative"]
