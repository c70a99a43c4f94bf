"""Many phrases, and which of them stand in a text: found by where they sort, without asking each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Phrases:
    """Phrases in order, each with the longest other one that it begins with, if there is one."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._sorted = sorted(set(phrases))
        self._longest = max(map(len, self._sorted), default=0)
        self._beginning: dict[str, str] = {}
        open_: list[str] = []
        for phrase in self._sorted:
            while open_ and not phrase.startswith(open_[-1]):
                open_.pop()
            self._beginning[phrase] = open_[-1] if open_ else ""
            open_.append(phrase)

    def within(self, text: str) -> Iterator[str]:
        """Give the phrases that stand in a text, as often as they do.

        The last phrase that does not sort behind the text from one place on begins with all that stand there.
        """
        for start in range(len(text) if self._sorted else 0):
            rest = text[start : start + self._longest]
            last = bisect_right(self._sorted, rest)
            phrase = self._sorted[last - 1] if last else ""
            while phrase:
                if rest.startswith(phrase):
                    yield phrase
                phrase = self._beginning[phrase]
