"""Two plots of a report: time against the number of rules, and time against the size of the copy."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from report import Row
from scenarios import CLAIMLINT, COPY, GROWTH, HUNDREDTH, SPACY, TENTH, TOKENIZER
from trials import LABEL

SIZED = (LABEL, HUNDREDTH, TENTH, COPY)
"""Tasks that tell how time grows with the size of one file of plain text."""
SIZES = {10**3: "1 kB", 10**4: "10 kB", 10**5: "100 kB", 10**6: "1 MB", 10**7: "10 MB"}
SECONDS = {0.1: "0.1 s", 1: "1 s", 10: "10 s", 100: "100 s"}
OWN, PLAIN, PAPER, INK, GRID = "#0f766e", "#8a8177", "#fbfaf7", "#37322c", "#ddd6ca"
APART = 0.055
"""Least distance of two names at the edge of a plot, as a share of its height."""
Line = list[tuple[float, float]]


def draw(report: Row, folder: Path) -> None:
    """Write the plots as `rules.svg` and `size.svg`. Raises SystemExit where matplotlib is not installed."""
    try:
        import matplotlib
    except ImportError:
        raise SystemExit("plots need matplotlib: pip install 'cosmetic-claimlint[bench]'") from None
    matplotlib.rcParams.update({"svg.hashsalt": "claimlint", "font.size": 10, "text.color": INK})
    rows = [row for row in report["measured"] if "seconds" in row and row["tool"] not in (SPACY, TOKENIZER)]
    by_rules: dict[str, Line] = {}
    by_size: dict[str, Line] = {}
    for row in rows:
        if row["task"] == LABEL:
            by_rules.setdefault(row["tool"], []).append((row["times"] * report["rules"], row["seconds"]))
        if row["task"] in SIZED and row["times"] == 1:
            by_size.setdefault(row["tool"], []).append((row["bytes"], row["seconds"]))
    grown = {tool: line for tool, line in by_rules.items() if len(line) > 1}
    rules = {times * report["rules"]: f"{times * report['rules']:,}" for times in GROWTH}
    _plot(grown, "One label against the number of rules", ("rules", rules), folder / "rules.svg")
    _plot(by_size, "One file against its size", ("size of the file", SIZES), folder / "size.svg")


def _plot(lines: dict[str, Line], title: str, across: tuple[str, dict[int, str]], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.6, 4.6), layout="constrained", facecolor=PAPER)
    axes = figure.subplots()
    axes.set(xscale="log", yscale="log", facecolor=PAPER)
    axes.set_title(title, loc="left", fontweight="bold", pad=12)
    axes.set_xlabel(across[0])
    axes.set_ylabel("whole process")
    axes.set_xticks([*across[1]], [*across[1].values()])
    axes.set_yticks([*SECONDS], [*SECONDS.values()])
    axes.minorticks_off()
    axes.grid(visible=True, color=GRID, linewidth=0.8)
    axes.tick_params(which="both", length=0, colors=INK)
    axes.spines[:].set_visible(False)
    for tool, line in lines.items():
        is_own = tool == CLAIMLINT
        steps, seconds = zip(*sorted(line), strict=True)
        style = {"color": OWN, "linewidth": 2.8, "zorder": 3} if is_own else {"color": PLAIN, "linewidth": 1.3}
        axes.plot(steps, seconds, marker="o", markersize=6 if is_own else 4, **style)
    seconds = [second for line in lines.values() for _, second in line]
    axes.set_ylim(min(seconds) / 1.6, max(seconds) * 1.6)
    axes.set_xlim(0.8 * min(x for line in lines.values() for x, _ in line), None)
    _name(axes, {tool: max(line) for tool, line in lines.items()})
    figure.savefig(path, metadata={"Date": None})


def _name(axes: Any, ends: dict[str, tuple[float, float]]) -> None:
    """Write the name of every line at the right edge, as high as its end where there is room, and lead to it."""
    low, high = map(math.log10, axes.get_ylim())
    below = -1.0
    for tool, end in sorted(ends.items(), key=lambda item: item[1][1]):
        below = max((math.log10(end[1]) - low) / (high - low), below + APART)
        color = OWN if tool == CLAIMLINT else INK
        axes.annotate(
            tool, end, (1.03, below), textcoords="axes fraction", va="center", color=color, annotation_clip=False,
            fontweight="bold" if tool == CLAIMLINT else "normal",
            arrowprops={"arrowstyle": "-", "color": GRID, "linewidth": 0.8, "shrinkB": 4},
        )  # fmt: skip
