"""Views of a finished report, one module for each output, chosen by name from one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from claimlint.findings import Report
from claimlint.writers.options import Options, terminal_options

__all__ = ["SUFFIXES", "WRITERS", "Options", "Writer", "terminal_options"]

Writer = Callable[[Report, Options], Iterator[str]]
"""Gives the text of an output piece by piece: a report may be large."""

# A run uses one or two outputs and must start fast, so each is loaded when it is used.


def _text(report: Report, options: Options) -> Iterator[str]:
    from claimlint.writers.screen import write_screen

    return write_screen(report, options)


def _json(report: Report, options: Options) -> Iterator[str]:
    from claimlint.writers.json import write_json

    return write_json(report, options)


WRITERS: Mapping[str, Writer] = {"text": _text, "json": _json}
"""Every output by the name `--format` takes."""

SUFFIXES: Mapping[str, str] = {".txt": "text", ".json": "json"}
"""The output meant by the suffix of a file."""
