"""The steps of a run: what the cache knows, what is checked in this process, what in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimlint.errors import NotReadable
from claimlint.files import state_of
from claimlint.findings import Found, NotChecked
from claimlint.linter import Linter
from claimlint.readers import Piece, Wishes
from claimlint.readers.source import Source
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
                    cache.put(task.key, found, task.state)
                yield from found
        finally:
            if cache:
                cache.save()

    def _asked(self, tasks: Iterable[Task], cache: Cache) -> Iterator[Task]:
        """Give tasks with what the cache knows of them, or the keys by which it is to know."""
        for group in groups(tasks, GROUP):
            asked = [task for task in group if task.found is None and task.piece.is_held]
            for task in asked:
                task.state = self._state(task.piece, cache)
            files = {task.state: task for task in asked if task.state}
            for state, found in cache.of_states([*files]).items():
                files[state].found = found
            keyed = {key: task for task in asked if task.found is None and (key := self._read(task, cache))}
            known = cache.of_keys([*keyed])
            for key, task in keyed.items():
                task.found, task.key = known.get(key), None if key in known else key
                if task.state and key in known:
                    cache.move(key, task.state)
            yield from group

    def _state(self, piece: Piece, cache: Cache) -> bytes | None:
        """Give the key of the state that a file has; none of what is no file to be opened."""
        info = piece.content.info if isinstance(piece.content, Source) else None
        return cache.state(piece.path, state_of(info), self.linter.policy_key(piece.path)) if info else None

    def _read(self, task: Task, cache: Cache) -> bytes | None:
        """Give the key of the content, which is read for that; none where it cannot be: checking will tell why.

        The state that a file had is forgotten where it is not the one of what was read.
        """
        content = task.piece.content
        if isinstance(content, Source):
            try:
                data, state = content.load_known()
            except NotReadable:
                return None
            task.piece = task.piece._replace(content=data)
            task.state = task.state if state else None
        return cache.key(task.piece, self.linter.policy_key(task.piece.path))

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
