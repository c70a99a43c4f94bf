"""What was measured, as plain data, and the ratios that must hold."""

from __future__ import annotations

import datetime
import os
import platform
import statistics
from collections.abc import Callable, Iterable
from importlib.metadata import version
from typing import Any, NamedTuple

from peers.peer import Peer
from scenarios import CLAIMLINT, CLEAN, COPY, SPACY, START, TOKENIZER
from trials import LABEL, Results, Trial, ratio

Row = dict[str, Any]


class Target(NamedTuple):
    """A ratio and the most it may be."""

    name: str
    most: float
    of: Callable[[Results], float]


TARGETS = (
    Target(
        "clean label / import of spaCy", 0.20,
        lambda results: ratio(results.seconds(CLAIMLINT, CLEAN), results.seconds(SPACY, START)),
    ),
    Target(
        "flagged label / import of spaCy", 1.35,
        lambda results: ratio(results.seconds(CLAIMLINT, LABEL), results.seconds(SPACY, START)),
    ),
    Target(
        "copy / bare tokenizer", 0.50,
        lambda results: ratio(results.checking(CLAIMLINT, COPY), results.checking(TOKENIZER, COPY)),
    ),
    Target(
        "ten times the rules / the rules", 1.20,
        lambda results: ratio(results.checking(CLAIMLINT, COPY, 10), results.checking(CLAIMLINT, COPY)),
    ),
)  # fmt: skip


def missed(results: Results) -> list[str]:
    """Name the targets that were missed; a ratio that is not above 0 was lost in the noise, and shows nothing."""
    return [target.name for target in TARGETS if not 0 < target.of(results) <= target.most]


def report(results: Results, trials: Iterable[Trial], peers: Iterable[Peer], run: Row) -> Row:
    """Give everything about a run; `run` is what was asked of it."""
    trials = list(trials)
    mine = {(trial.task, trial.times): trial for trial in trials if trial.tool == CLAIMLINT}
    return {
        "date": datetime.date.today().isoformat(),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "cores": os.cpu_count(),
        **run,
        "targets": [{"ratio": t.name, "measured": round(t.of(results), 3), "target": t.most} for t in TARGETS],
        "tools": [{"tool": peer.name, "version": peer.version(), "rules": peer.rules} for peer in peers],
        "measured": [_row(results, trial, mine[_compared(trial)]) for trial in trials],
    }


def _compared(trial: Trial) -> tuple[str, int]:
    """Give the task, and how many times the rules, of claimlint that a trial is compared with."""
    return (LABEL if trial.task == START else trial.task, trial.times)


def _row(results: Results, trial: Trial, mine: Trial) -> Row:
    """Give medians; `ratio` is how many times as long as claimlint it takes, for a label or for a byte of copy."""
    key = (trial.tool, trial.task, trial.times)
    row: Row = {"tool": trial.tool, "task": trial.task, "times": trial.times, "bytes": trial.size}
    if key not in results.measures:
        return {**row, "fault": results.faults.get(key, "not run")}
    measures = results.measures[key]
    row["rounds"] = len(measures)
    row["seconds"] = _rounded(statistics.median(measure.seconds for measure in measures))
    row["memory_mb"] = round(max(measure.memory for measure in measures) / 1e6)
    if trial.task in (START, CLEAN, LABEL):
        row["ratio"] = _rounded(ratio(results.seconds(*key), results.seconds(mine.tool, mine.task, mine.times)))
        return row
    if speeds := _speeds(results, trial):
        row["megabytes_per_second"] = _rounded(statistics.median(speeds))
        if own := _speeds(results, mine):
            row["ratio"] = _rounded(ratio(own, speeds))
    return row


def _speeds(results: Results, trial: Trial) -> list[float]:
    """Give MB/s round after round; none where checking takes less than the clock can tell from the start."""
    checking = results.checking(trial.tool, trial.task, trial.times)
    return [trial.size / 1e6 / seconds for seconds in checking] if min(checking, default=0) > 0 else []


def _rounded(value: float) -> float:
    """Give three figures."""
    return float(f"{value:.3g}")
