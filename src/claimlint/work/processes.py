"""Check copy in several processes."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context

from claimlint.findings import Found
from claimlint.linter import Linter
from claimlint.readers import Piece, Wishes
from claimlint.work.run import Make, Work
from claimlint.work.task import Task, check

METHOD = "fork" if sys.platform == "linux" else "spawn"
"""How a process begins: it takes over all that is loaded, where that is safe, or loads anew."""
AHEAD = 3
"""Batches for each process that are under way: none is to wait, and memory must hold them all."""
Answer = Future[list[list[Found]]]


def in_processes(work: Work, batches: Iterable[list[Task]], jobs: int) -> Iterator[Task]:
    """Give tasks that are done, in their order.

    A table too large to be held is checked in this process; so is what a process left undone that has ended, as where
    memory is short.
    """
    work.linter.load()
    make = (lambda: work.linter) if METHOD == "fork" else work.again
    with ProcessPoolExecutor(jobs, get_context(METHOD), _begin, (make, work.wishes)) as pool:
        waiting: deque[tuple[list[Task], Answer | None]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, _sent(pool, batch)))
                if len(waiting) > jobs * AHEAD:
                    yield from _returned(*waiting.popleft(), work)
            while waiting:
                yield from _returned(*waiting.popleft(), work)
        finally:
            pool.shutdown(cancel_futures=True)


def _sent(pool: ProcessPoolExecutor, batch: Iterable[Task]) -> Answer | None:
    pieces = [task.piece for task in _to_send(batch)]
    try:
        return pool.submit(_check_all, pieces) if pieces else None
    except BrokenProcessPool:
        return None


def _returned(batch: Sequence[Task], answer: Answer | None, work: Work) -> Iterator[Task]:
    if answer:
        with suppress(BrokenProcessPool):
            for task, found in zip(_to_send(batch), answer.result(), strict=True):
                task.found = found
    return map(work.here, batch)


def _to_send(batch: Iterable[Task]) -> list[Task]:
    return [task for task in batch if task.found is None and task.piece.is_held]


_ready: list[tuple[Linter, Wishes]] = []
"""What a process of the pool checks with."""


def _begin(make: Make, wishes: Wishes) -> None:
    """Make a process ready. It leaves an interrupt to the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _ready.append((make(), wishes))


def _check_all(pieces: Sequence[Piece]) -> list[list[Found]]:
    ((linter, wishes),) = _ready
    return [[*check(linter, wishes, piece)] for piece in pieces]
