"""Two plots of a report: time against the number of rules, and time against the size of the copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from report import Row
from scenarios import AGAIN, CLAIMLINT, CLEAN, COPY, FILES, LINES, ONE, START, TWO

NO_SIZE = {START, CLEAN, FILES, AGAIN, ONE, TWO, LINES}
"""Tasks that say nothing of how time grows with the size of one file of plain text."""


def draw(report: Row, path: Path) -> None:
    """Write the plots to a file, SVG or PNG by its suffix. Raises SystemExit where matplotlib is not installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise SystemExit("plots need matplotlib: pip install 'cosmetic-claimlint[bench]'") from None
    figure = Figure(figsize=(11, 4.5), layout="constrained")
    by_rules, by_size = figure.subplots(1, 2)
    rows = [row for row in report["measured"] if "seconds" in row]
    for tool in dict.fromkeys(row["tool"] for row in rows if row["task"] == COPY):
        grown = [row for row in rows if row["tool"] == tool and row["task"] == COPY]
        if len(grown) > 1:
            rules = [row["times"] * report["rules"] for row in grown]
            _line(by_rules, tool, rules, [row["seconds"] / row["bytes"] * 1e6 for row in grown])
        sized = [row for row in rows if row["tool"] == tool and row["times"] == 1 and row["task"] not in NO_SIZE]
        _line(by_size, tool, [row["bytes"] for row in sized], [row["seconds"] for row in sized])
    _axes(by_rules, "rules", "seconds for 1 MB, whole process")
    _axes(by_size, "bytes", "seconds, whole process")
    figure.savefig(path)


def _line(axes: Any, tool: str, across: list[float], up: list[float]) -> None:
    points = sorted(zip(across, up, strict=True))
    width = 3 if tool == CLAIMLINT else 1.2
    axes.plot([x for x, _ in points], [y for _, y in points], marker="o", label=tool, linewidth=width)


def _axes(axes: Any, across: str, up: str) -> None:
    axes.set(xscale="log", yscale="log", xlabel=across, ylabel=up)
    axes.grid(visible=True, alpha=0.3)
    axes.legend(fontsize="small")
