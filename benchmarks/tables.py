"""The tables of a report, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from report import Row
from scenarios import CLAIMLINT, CLEAN, COPY, FILES, GROWTH, PYTHON, SPACY, START, TOKENIZER
from trials import ENOUGH, LABEL

FEW = 0.1
"""Megabytes a second below which kilobytes are told."""


def tables(report: Row) -> str:
    """Give all tables, below a line that says what was measured with."""
    found = Found(report)
    parts = [_about(report), _targets(report)]
    if found.everything:
        parts += [_tools(report, found), _growth(report, found), _own(found)]
    return "\n\n".join(parts) + "\n"


def page(report: Row) -> str:
    """Give all tables and the plots, as docs/performance.md shows them."""
    return (
        f"{tables(report)}\n![One label against the number of rules](../benchmarks/results/rules.svg)\n\n"
        "![One file against its size](../benchmarks/results/size.svg)\n"
    )


def short(report: Row) -> str:
    """Give one table of what matters most: a label, much copy, more rules."""
    found = Found(report)
    more = f"a label, {GROWTH[-1]} times the rules"
    others = (
        [tool["tool"], *(_short_cells(found, tool["tool"]) or [_why_not(tool), "", "", ""])] for tool in report["tools"]
    )
    rows = [[CLAIMLINT, *_short_cells(found, CLAIMLINT)], *others]
    return _table(["tool", "a label, whole process", more, "much copy", "memory"], rows) + "\n"


class Found:
    """The rows of a report, by tool, task and times the rules."""

    def __init__(self, report: Row) -> None:
        self.rows: list[Row] = report["measured"]
        self._by_key = {(row["tool"], row["task"], row["times"]): row for row in self.rows}
        self.everything = (PYTHON, START, 1) in self._by_key

    def row(self, tool: str, task: str, times: int = 1) -> Row:
        """Give a row; an empty one where it was not measured."""
        return self._by_key.get((tool, task, times), {})


def _about(report: Row) -> str:
    return (
        f"{report['date']}, claimlint {report['claimlint']}, {report['rules']} rules, Python {report['python']}, spaCy "
        f"{report['spacy']}, {report['cores']} cores; medians of {report['rounds']} rounds, of fewer where a command has taken "
        f"{ENOUGH} s in all. × is how many times as long as claimlint, for as much copy."
    )


def _targets(report: Row) -> str:
    rows = ([row["ratio"], f"{row['measured']:.2f}", f"{row['target']:.2f}"] for row in report["targets"])
    return _table(["ratio", "measured", "target"], rows)


def _tools(report: Row, found: Found) -> str:
    heads = ["tool", "version", "rules", "clean label", "flagged label", "one file", "of", "small files", "memory"]
    bare = [[name, "", "none", *_cells(found, name)] for name in (PYTHON, SPACY, TOKENIZER)]
    own = [CLAIMLINT, report["claimlint"], "its own", *_cells(found, CLAIMLINT)]
    others = (
        [tool["tool"], tool["version"], tool["rules"], *_cells(found, tool["tool"])]
        if found.row(tool["tool"], LABEL)
        else [tool["tool"], _why_not(tool), *[""] * (len(heads) - 2)]
        for tool in report["tools"]
    )
    return _table(heads, [*bare, own, *others])


def _why_not(tool: Row) -> str:
    return "not in this run" if tool["version"] else "not installed"


def _cells(found: Found, tool: str) -> list[str]:
    copy = found.row(tool, COPY)
    start = found.row(tool, START)
    labels = [_seconds(found.row(tool, task) or start) for task in (CLEAN, LABEL)]
    return [*labels, _speed(copy), _bytes(copy), _speed(found.row(tool, FILES)), _memory(copy or start)]


def _short_cells(found: Found, tool: str) -> list[str]:
    label = found.row(tool, LABEL)
    if not label:
        return []
    copy = found.row(tool, COPY)
    return [_seconds(label), _seconds(found.row(tool, LABEL, GROWTH[-1])), _speed(copy), _memory(copy)]


def _seconds(row: Row) -> str:
    """Give the seconds of a whole process and the ratio to claimlint's."""
    if "seconds" not in row:
        return row.get("fault", "")
    return f"{_figure(row['seconds'])} s (×{_figure(row['ratio'])})"


def _speed(row: Row) -> str:
    if "megabytes_per_second" not in row:
        return row.get("fault", "")
    speed = row["megabytes_per_second"]
    told = f"{_figure(speed)} MB/s" if speed >= FEW else f"{_figure(1000 * speed)} kB/s"
    return f"{told} (×{_figure(row['ratio'])})" if "ratio" in row else told


def _figure(value: float) -> str:
    """Give two figures, or all before the point."""
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def _bytes(row: Row) -> str:
    size = row.get("bytes", 0)
    return "" if not size else f"{size / 1e6:.3g} MB" if size >= 1e6 else f"{size / 1e3:.3g} kB"


def _memory(row: Row) -> str:
    return f"{row['memory_mb']} MB" if "memory_mb" in row else ""


def _growth(report: Row, found: Found) -> str:
    tools = dict.fromkeys(row["tool"] for row in found.rows if row["times"] > 1)
    rows = ([tool, *(_grown(found, tool, times) for times in GROWTH)] for tool in tools)
    return _table(["flagged label, whole process", *(f"{times * report['rules']:,} rules" for times in GROWTH)], rows)


def _grown(found: Found, tool: str, times: int) -> str:
    row, first = found.row(tool, LABEL, times), found.row(tool, LABEL)
    if "seconds" not in row or "seconds" not in first:
        return row.get("fault", "")
    return f"{_figure(row['seconds'])} s (×{_figure(row['seconds'] / first['seconds'])} of its first)"


def _own(found: Found) -> str:
    rows = (
        [row["task"], _bytes(row), f"{row.get('seconds', '')} s", _speed(row).split(" (")[0], _memory(row)]
        for row in found.rows
        if row["tool"] == CLAIMLINT and row["times"] == 1
    )
    return _table(["claimlint", "of", "whole process", "speed", "memory"], rows)


def _table(heads: list[str], rows: Iterable[list[Any]]) -> str:
    lines: Iterator[list[Any]] = iter([heads, ["---"] * len(heads), *rows])
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
