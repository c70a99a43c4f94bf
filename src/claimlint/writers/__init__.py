"""Views of a finished report, one module for each output, chosen by name from one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from claimlint.findings import Report
from claimlint.writers.options import Options, terminal_options

__all__ = ["SUFFIXES", "WRITERS", "Options", "Writer", "terminal_options"]

Writer = Callable[[Report, Options], Iterator[str]]
"""Gives the text of an output piece by piece: a report may be large."""


def _lazy(stem: str) -> Writer:
    """Give the writer in the module of that name; a run uses one or two and must start fast, so it loads when used."""

    def write(report: Report, options: Options) -> Iterator[str]:
        pieces: Iterator[str] = getattr(import_module(f"claimlint.writers.{stem}"), f"write_{stem}")(report, options)
        return pieces

    return write


WRITERS: Mapping[str, Writer] = {
    "text": _lazy("screen"),
    "json": _lazy("json"),
    "jsonl": _lazy("jsonl"),
    "sarif": _lazy("sarif"),
    "github": _lazy("github"),
    "gitlab": _lazy("gitlab"),
    "rdjson": _lazy("rdjson"),
    "junit": _lazy("junit"),
    "markdown": _lazy("markdown"),
    "csv": _lazy("csv"),
    "html": _lazy("html"),
}
"""Every output by the name `--format` takes."""

SUFFIXES: Mapping[str, str] = {
    ".txt": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".sarif": "sarif", ".rdjson": "rdjson",
    ".xml": "junit", ".md": "markdown", ".csv": "csv", ".html": "html",
}  # fmt: skip
"""The output meant by the suffix of a file; the others are asked for by name."""
