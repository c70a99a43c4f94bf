"""Join the few marked spans of a sentence to matches: slot, gap, slot. Cost follows the spans, not the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from claimlint.engine.rulebook import Sequence, SlotIndex, Step
from claimlint.engine.spelling import Token
from claimlint.engine.text import SEPARATORS
from claimlint.errors import NotReadable

LIST_MARKS = frozenset([",", "/", "&", "and", "or", "plus", "nor", "•", "|"])
CLAUSE_ENDS = frozenset([";", "but", "however", "yet", "•", "|", "!", "?"])
CLAUSE_WORDS = frozenset(
    """but while that which who whom because so when where if unless although though yet however than then is are was
    were without ; ( ) ! ?""".split()
)
LIST_ITEM = 4
"""Words that one item of a list may have."""
PATIENCE = 1
"""Seconds that a pack's regular expression may take on one sentence."""
LIST_REACH = 40
"""Tokens that a list may run over."""


Partial = dict[tuple[int, int], tuple[tuple[int, int], ...]]
"""Matches so far by their start and end, with the spans of their steps."""


class Match(NamedTuple):
    """A sequence found: its owner, its tokens from `start` to `end`, and the parts that its steps fill."""

    owner: int
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]

    def overlaps(self, other: Match) -> bool:
        """Tell whether two matches share a token."""
        return self.start < other.end and other.start < self.end


class SentenceView:
    """A tokenised sentence that can tell how far apart its tokens are."""

    def __init__(self, tokens: list[Token], text: str) -> None:
        self.tokens = tokens
        self.text = text
        self._words = [0, *accumulate(token.norm not in SEPARATORS for token in tokens)]
        self._ends = [0, *accumulate(token.norm in CLAUSE_ENDS for token in tokens)]

    def words_between(self, end: int, start: int) -> int:
        """Count the words, marks aside, from token `end` to token `start`."""
        return self._words[start] - self._words[end]

    def same_clause(self, end: int, start: int) -> bool:
        """Tell whether no clause ends between token `end` and token `start`."""
        return self._ends[start] == self._ends[end]

    def numbers(self) -> list[tuple[int, int]]:
        """Give the spans of numbers, with or without %."""
        found = []
        for place, token in enumerate(self.tokens):
            if token.norm[0].isdigit():
                percent = place + 1 < len(self.tokens) and self.tokens[place + 1].norm == "%"
                found.append((place, place + 1 + percent))
        return found

    def matching(self, pattern: str) -> list[tuple[int, int]]:
        """Give the spans that a regular expression matches. Raises NotReadable where it takes too long."""
        import regex

        starts = [token.start for token in self.tokens]
        found = regex.finditer(pattern, self.text, regex.IGNORECASE, starts[0], self.tokens[-1].end, timeout=PATIENCE)
        try:
            spans = [(bisect_left(starts, match.start()), bisect_left(starts, match.end())) for match in found]
        except TimeoutError as error:
            size = self.tokens[-1].end - starts[0]
            raise NotReadable(
                f"the expression /{pattern}/ of a pack takes over {PATIENCE} s on a sentence of {size} characters; simplify it"
            ) from error
        return [span for span in spans if span[0] < span[1]]


class Marked:
    """A sentence with its phrases and the slots they fill, ready for joins; `breaks` are verbs that part a list's items."""

    def __init__(
        self, view: SentenceView, phrases: list[tuple[int, int, frozenset[int]]], breaks: frozenset[str]
    ) -> None:
        self.view = view
        self._phrases = phrases
        self._breaks = breaks
        self._filled: dict[int, list[tuple[int, int]]] = {}

    def spans(self, step: Step) -> list[tuple[int, int]]:
        """Give the spans that fill a step, in order."""
        if step.kind == "number":
            return self.view.numbers()
        if step.kind == "regex":
            return self.view.matching(step.regex)
        spans = self._filled.get(step.slot)
        if spans is None:
            spans = [(start, end) for start, end, slots in self._phrases if step.slot in slots]
            self._filled[step.slot] = spans
        return spans

    def reaches(self, end: int, start: int, gap: int) -> bool:
        """Tell whether a span that starts at `start` follows one that ends at `end` within `gap` words.

        Where a list stands between ("eczema, dry patches and acne"), its items do not count.
        """
        if not gap:
            return start == end
        if not self.view.same_clause(end, start):
            return False
        return self.view.words_between(end, start) <= gap or self._lists(end, start)

    def _lists(self, end: int, start: int) -> bool:
        between = self.view.tokens[end:start]
        if len(between) > LIST_REACH:
            return False
        item = marks = 0
        for token in between:
            if token.norm in LIST_MARKS:
                item, marks = 0, marks + 1
                continue
            item += token.norm not in SEPARATORS
            if item > LIST_ITEM or token.norm in CLAUSE_WORDS or token.norm in self._breaks:
                return False
        return marks > 0


def joins(sentence: Marked, sequences: Iterable[Sequence]) -> Iterator[Match]:
    """Give every match of the sequences in a sentence, at most one for each pair of start and end."""
    for sequence in sequences:
        partial: Partial = {(start, end): ((start, end),) for start, end in sentence.spans(sequence.steps[0])}
        for step in sequence.steps[1:]:
            if not partial:
                break
            partial = _extended(sentence, partial, step)
        for (start, end), parts in partial.items():
            yield Match(sequence.owner, start, end, parts)


def _extended(sentence: Marked, partial: Partial, step: Step) -> Partial:
    """Join one more step to the matches so far."""
    spans = sentence.spans(step)
    longer: Partial = {}
    for (start, end), parts in partial.items():
        for span in spans[bisect_left(spans, (end, 0)) :]:
            if span[0] - end > LIST_REACH + step.gap * 2:
                break
            if sentence.reaches(end, span[0], step.gap):
                longer.setdefault((start, span[1]), (*parts, span))
    return longer


def by_slot(sequences: Iterable[Sequence], weight: dict[int, float]) -> SlotIndex:
    """Index sequences by the word slot that copy fills least by `weight`, so that only those that can match are joined."""
    index: SlotIndex = defaultdict(list)
    for sequence in sequences:
        slots = frozenset(step.slot for step in sequence.steps if step.kind == "slot")
        index[min(slots, key=lambda slot: (weight[slot], slot))].append((slots, sequence))
    return index


def merged(matches: Iterable[Match]) -> list[Match]:
    """Make one match of those of one owner that overlap, in order of place."""
    whole: dict[int, list[Match]] = defaultdict(list)
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        before = whole[match.owner]
        if before and match.start < before[-1].end:
            last = before[-1]
            parts = (*last.parts, *(part for part in match.parts if part not in last.parts))
            before[-1] = Match(match.owner, last.start, max(last.end, match.end), parts)
        else:
            before.append(match)
    return [match for found in whole.values() for match in found]
