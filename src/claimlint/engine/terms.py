"""Mark every phrase of the packs in a sentence in one pass over its words."""

from __future__ import annotations

from collections.abc import Sequence as Row

from claimlint.engine.gate import ALONE
from claimlint.engine.lazy import Lazy
from claimlint.engine.rulebook import Endings, Phrases

NOTHING: frozenset[int] = frozenset()


class Node:
    """What phrases have in common so far: the slots that end here are filled, `later` are the next words."""

    __slots__ = ("later", "slots")

    def __init__(self) -> None:
        self.slots = NOTHING
        self.later: dict[str, Node] = {}


class TermMatcher:
    """Find phrases in tokenised sentences. Those with the same first two words are laid out when they are first met."""

    def __init__(self, phrases: Phrases) -> None:
        self._nodes = Lazy(phrases, lambda seconds: Lazy(seconds, _lay_out))

    def find(self, words: Row[str]) -> list[tuple[int, int, frozenset[int]]]:
        """Give the phrases in order of start: start and end in tokens, and the slots that the phrase fills."""
        found = []
        size = len(words)
        for start, word in enumerate(words):
            if word not in self._nodes:
                continue
            seconds = self._nodes[word]
            end = start + 1
            if ALONE in seconds:
                found.append((start, end, seconds[ALONE].slots))
            node = seconds[words[end]] if end < size and words[end] in seconds else None
            while node is not None:
                end += 1
                if node.slots:
                    found.append((start, end, node.slots))
                node = node.later.get(words[end]) if end < size else None
        return found


def _lay_out(endings: Endings) -> Node:
    root = Node()
    for rest, slots in endings:
        node = root
        for part in rest:
            node = node.later.setdefault(part, Node())
        node.slots |= frozenset(slots)
    return root
