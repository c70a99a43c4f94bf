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
    for number, tool in enumerate(dict.fromkeys(row["tool"] for row in rows if row["task"] == COPY)):
        grown = [row for row in rows if row["tool"] == tool and row["task"] == COPY]
        if len(grown) > 1:
            _line(by_rules, number, tool, [(row["times"] * report["rules"], row["seconds"]) for row in grown])
        sized = [row for row in rows if row["tool"] == tool and row["times"] == 1 and row["task"] not in NO_SIZE]
        _line(by_size, number, tool, [(row["bytes"], row["seconds"]) for row in sized])
    _axes(by_rules, "rules", "seconds over the tool's share of the copy, whole process")
    _axes(by_size, "bytes", "seconds, whole process")
    figure.savefig(path)


def _line(axes: Any, number: int, tool: str, points: list[tuple[float, float]]) -> None:
    across, up = zip(*sorted(points), strict=True)
    width = 3 if tool == CLAIMLINT else 1.2
    axes.plot(across, up, f"C{number}", marker="o", label=tool, linewidth=width)


def _axes(axes: Any, across: str, up: str) -> None:
    axes.set(xscale="log", yscale="log", xlabel=across, ylabel=up)
    axes.grid(visible=True, alpha=0.3)
    axes.legend(fontsize="small")
