"""The steps of a run: what the cache knows, what is checked in this process, what in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimlint.findings import Found, NotChecked
from claimlint.linter import Linter
from claimlint.readers import Piece, Wishes
from claimlint.work.task import Task, check, groups, peeked

if TYPE_CHECKING:
    from claimlint.work.cache import Cache

WORTH_KEEPING = 100_000
"""Bytes or characters of copy from which on a run asks the cache: less is checked as fast."""
ENOUGH = 3_000_000
"""Bytes or characters to check from which on several processes are worth their start."""
GROUP, BATCH = 1_000_000, 200_000
"""Bytes or characters about which the cache is asked at once, and which a process gets at once."""
Make = Callable[[], Linter]


class Work(NamedTuple):
    """How pieces are checked: by which linter, with which cache, in how many processes.

    Without `jobs` there are several if there is enough to do. `again` makes the same linter where a process cannot take
    over this one; it can be pickled.
    """

    linter: Linter
    wishes: Wishes
    again: Make
    cache: Callable[[], Cache] | None = None
    jobs: int | None = None

    def found(self, pieces: Iterable[Piece | NotChecked]) -> Iterator[Found]:
        """Give what is found in pieces, in their order, as soon as it is known."""
        tasks, is_worth = peeked(map(Task.of, pieces), WORTH_KEEPING)
        cache = self.cache() if self.cache and is_worth else None
        try:
            for task in self._checked(self._asked(tasks, cache) if cache else tasks):
                found = task.found or ()
                if cache and task.key:
                    found = [*found]
                    cache.put(task.key, found)
                yield from found
        finally:
            if cache:
                cache.save()

    def _asked(self, tasks: Iterable[Task], cache: Cache) -> Iterator[Task]:
        """Give tasks with what the cache knows of them, or the key by which it is to know."""
        for group in groups(tasks, GROUP):
            keyed = {self._key(task.piece, cache): task for task in group if task.found is None and task.piece.is_held}
            known = cache.get([*keyed])
            for key, task in keyed.items():
                task.found, task.key = known.get(key), None if key in known else key
            yield from group

    def _key(self, piece: Piece, cache: Cache) -> bytes:
        return cache.key(piece, self.linter.policy_key(piece.path))

    def _checked(self, tasks: Iterator[Task]) -> Iterator[Task]:
        jobs = self.jobs or _processors()
        is_much = jobs > 1
        if is_much and not self.jobs:
            tasks, is_much = peeked(tasks, ENOUGH)
        if not is_much:
            return map(self.here, tasks)
        from claimlint.work.processes import in_processes

        return in_processes(self, groups(tasks, BATCH), jobs)

    def here(self, task: Task) -> Task:
        """Check in this process what is not known yet."""
        if task.found is None:
            task.found = check(self.linter, self.wishes, task.piece)
        return task


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
