"""Mark every phrase of the packs in a sentence in one pass over its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence as Row
from typing import NamedTuple

from claimlint.engine.rulebook import Phrases

Spans = dict[int, list[tuple[int, int]]]


class Node(NamedTuple):
    """What phrases have in common so far: the slots that end here are filled, `later` are the next words."""

    slots: list[int]
    later: dict[str, Node]


class TermMatcher:
    """Find phrases in tokenised sentences. Those with the same first word are laid out when it is first met."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._nodes: dict[str, Node] = {}

    def find(self, words: Row[str]) -> Spans:
        """Give, for each slot, the spans of tokens (start, end) that fill it, in order of start."""
        known = self._phrases.keys()
        spans: Spans = defaultdict(list)
        size = len(words)
        for start, word in enumerate(words):
            node = self._nodes.get(word) or (self._lay_out(word) if word in known else None)
            end = start
            while node is not None:
                end += 1
                for slot in node.slots:
                    spans[slot].append((start, end))
                node = node.later.get(words[end]) if end < size else None
        return spans

    def _lay_out(self, word: str) -> Node:
        root = self._nodes[word] = Node([], {})
        for rest, slots in self._phrases[word]:
            node = root
            for part in rest:
                node = node.later.setdefault(part, Node([], {}))
            node.slots.extend(slots)
        return root
