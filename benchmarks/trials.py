"""Time whole processes in turn, so that a machine that is slow for a while is slow for all of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import IO, NamedTuple

from peers.peer import PART

LABEL = "flagged label"
LONGEST = 300
"""Seconds after which a process is ended."""
ENOUGH = 20
"""Seconds that a command has taken in all rounds so far, from which on it is not run again."""
TAIL = 20_000
KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""The unit in which the system tells memory, in bytes."""


@dataclass(frozen=True)
class Trial:
    """A command to time: a tool, with so many times the rules, on a task of so many bytes.

    With `again` a run goes before that is not measured, and leaves its results in the cache.
    """

    tool: str
    task: str
    command: tuple[str, ...]
    size: int = 0
    times: int = 1
    again: bool = False


class Measure(NamedTuple):
    """Seconds of a whole process, those without its start where it tells them, and the most memory it had, in bytes."""

    seconds: float
    checking: float | None
    memory: int


Key = tuple[str, str, int]


@dataclass
class Results:
    """What was measured, by tool, task and times the rules, round after round; and what could not be."""

    measures: dict[Key, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    faults: dict[Key, str] = field(default_factory=dict)

    def seconds(self, tool: str, task: str, times: int = 1) -> list[float]:
        """Give the seconds of whole processes."""
        return [measure.seconds for measure in self.measures.get((tool, task, times), [])]

    def checking(self, tool: str, task: str, times: int = 1) -> list[float]:
        """Give the seconds without the start: as the process told them, else less those for a label in the same round."""
        labels = self.measures.get((tool, LABEL, times), [])
        found = self.measures.get((tool, task, times), [])
        told = [measure.checking for measure in found if measure.checking is not None]
        return told or [one.seconds - label.seconds for one, label in zip(found, labels, strict=False)]


def ratio(these: list[float], those: list[float]) -> float:
    """Give the median of the ratios within each round."""
    return statistics.median(one / other for one, other in zip(these, those, strict=False))


def run(trials: Iterable[Trial], rounds: int, results: Results, fresh: Callable[[], None]) -> None:
    """Run every trial once in each round, after `fresh` has emptied caches; what is slow in less rounds."""
    for _ in range(rounds):
        for trial in trials:
            key = (trial.tool, trial.task, trial.times)
            if key in results.faults or sum(results.seconds(*key)) > ENOUGH:
                continue
            fresh()
            if trial.again:
                measure(trial.command)
            measured = measure(trial.command)
            if isinstance(measured, str):
                results.faults[key] = measured
            else:
                results.measures[key].append(measured)
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def measure(command: tuple[str, ...]) -> Measure | str:
    """Run a command, whose exit status may be 0 or 1; give what it took, or what went wrong."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        alarm = threading.Timer(LONGEST, process.kill)
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if took >= LONGEST:
            return f"over {LONGEST} s"
        if process.returncode not in (0, 1) or b"Traceback" in _end(errors):
            return f"failed with {process.returncode}"
        *_, last = ["", *_end(output).decode(errors="replace").splitlines()]
    told = float(last.removeprefix(PART)) if last.startswith(PART) else None
    return Measure(took, told, usage.ru_maxrss * KILOBYTE)


def _end(file: IO[bytes]) -> bytes:
    """Give the last bytes of what a process printed, as all of it may be large."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
    return file.read()
