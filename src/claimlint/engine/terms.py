"""Mark every phrase of the packs in a sentence in one pass over its words."""

from __future__ import annotations

from collections.abc import Sequence as Row

from claimlint.engine.rulebook import Phrases

NOTHING: frozenset[int] = frozenset()


class Node:
    """What phrases have in common so far: the slots that end here are filled, `later` are the next words."""

    __slots__ = ("later", "slots")

    def __init__(self) -> None:
        self.slots = NOTHING
        self.later: dict[str, Node] = {}


class TermMatcher:
    """Find phrases in tokenised sentences. Those with the same first word are laid out when it is first met."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._nodes: dict[str, Node] = {}

    def find(self, words: Row[str]) -> list[tuple[int, int, frozenset[int]]]:
        """Give the phrases in order of start: start and end in tokens, and the slots that the phrase fills."""
        known = self._phrases.keys()
        found = []
        size = len(words)
        for start, word in enumerate(words):
            node = self._nodes.get(word) or (self._lay_out(word) if word in known else None)
            end = start
            while node is not None:
                end += 1
                if node.slots:
                    found.append((start, end, node.slots))
                node = node.later.get(words[end]) if end < size else None
        return found

    def _lay_out(self, word: str) -> Node:
        root = self._nodes[word] = Node()
        for rest, slots in self._phrases[word]:
            node = root
            for part in rest:
                node = node.later.setdefault(part, Node())
            node.slots |= frozenset(slots)
        return root
