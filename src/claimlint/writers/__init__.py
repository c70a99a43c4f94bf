"""Views of a finished report, one module for each output, chosen by name from one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimlint.findings import Report
from claimlint.writers.json import write_json
from claimlint.writers.options import Options, terminal_options
from claimlint.writers.screen import write_screen

__all__ = ["SUFFIXES", "WRITERS", "Options", "Writer", "terminal_options"]

Writer = Callable[[Report, Options], str]

WRITERS: Mapping[str, Writer] = {"text": write_screen, "json": write_json}
"""Every output by the name `--format` takes."""

SUFFIXES: Mapping[str, str] = {".txt": "text", ".json": "json"}
"""The output meant by the suffix of a file."""
