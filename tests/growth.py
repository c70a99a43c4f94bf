"""How time grows with what is to be done: measured in time of the processor, at a size, twice and four times that."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

Work = Callable[[], object]

MOST = 8
"""How many times as long four times the size may take: linear growth takes 4, growth as the square 16."""
UNMEASURED = 0.05
"""Seconds within which nothing is told of growth."""
TRIES = 3
"""Measurements of which one must be good: another process may slow any of them, nothing makes one quicker."""


def seconds(work: Work) -> float:
    """Give the seconds of the processor that work takes, without those that go through what other tests left behind."""
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def assert_linear(prepare: Callable[[int], Work], size: int) -> None:
    """Check that the time of work of a size grows as the size does; what `prepare` does is not measured."""
    works = [prepare(times * size) for times in (1, 2, 4)]
    told = []
    for _ in range(TRIES):
        once, twice, four = (seconds(work) for work in works)
        told.append(f"{once:.3f}, {twice:.3f}, {four:.3f}")
        if twice <= MOST / 2 * once + UNMEASURED and four <= MOST * once + UNMEASURED:
            return
    raise AssertionError(f"seconds at {size:,}, twice and four times that: {'; '.join(told)}")
