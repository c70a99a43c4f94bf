"""Run a document through the stages: fold, split, gate, mark, join, read the context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from claimlint.document import Block, Document, SourceMap
from claimlint.engine.cues import NEXT_REACH, CueTouch, touches
from claimlint.engine.fold import fold
from claimlint.engine.grammar import Match, SentenceView, by_slot, joins, merged
from claimlint.engine.rulebook import CueSpec, Gate, Rulebook, Sequence
from claimlint.engine.shapes import is_ingredient_list
from claimlint.engine.terms import TermMatcher
from claimlint.engine.text import LONGEST, Sentence, Token, is_noisy, plain_words, sentences, tokens
from claimlint.engine.triggers import worth_reading
from claimlint.findings import CueMention

OVERLAP = 40
"""Tokens that two windows of an overlong sentence share."""
SHORT = 8
"""Words a title, a bullet or a product name has at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that say what a rule looks for, with the cues that touch them. Offsets are those of the source.

    `dismissed_by` is empty where the candidate stands.
    """

    rule: str
    start: int
    end: int
    sentence: tuple[int, int]
    cues: tuple[CueMention, ...]
    dismissed_by: tuple[CueMention, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the engine read in one document."""

    sentences: int
    candidates: tuple[Candidate, ...]


class Engine:
    """Find what documents say. `load` gives the rulebook when the first sentence is worth reading.

    With `triggers` off every sentence is read; the candidates are the same, only later.
    """

    def __init__(self, gate: Gate, load: Callable[[], Rulebook], *, triggers: bool = True) -> None:
        self._gate = gate
        self._load = load
        self._triggers = triggers

    @cached_property
    def _reader(self) -> SentenceReader:
        return SentenceReader(self._load(), self._gate.vocabulary)

    def read(self, document: Document) -> Analysis:
        """Give the candidates of a document, in order of place."""
        count = 0
        found: list[Candidate] = []
        for block in document.blocks:
            folded, places = fold(block.text)
            split = list(sentences(folded))
            count += len(split)
            if self._triggers and self._is_plain(folded):
                continue
            for number, sentence in enumerate(split):
                if self._triggers and not worth_reading(self._gate, folded, sentence):
                    continue
                following = split[number + 1] if number + 1 < len(split) else None
                found.extend(self._reader.read(Passage(document, block, folded, places, sentence, following)))
        found.sort(key=lambda candidate: (candidate.start, candidate.end, candidate.rule))
        return Analysis(count, tuple(found))

    def _is_plain(self, folded: str) -> bool:
        """Tell whether no word of a block can start a claim."""
        gate = self._gate
        return gate.triggers.isdisjoint(plain_words(folded)) and not is_noisy(folded, gate.vocabulary)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence where it stands: in its folded block, its document, before the next sentence."""

    document: Document
    block: Block
    folded: str
    places: SourceMap
    sentence: Sentence
    following: Sentence | None

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Give the source offsets of a stretch of the folded block."""
        inner = self.places.start_of(start), self.places.end_of(end)
        return self.block.places.start_of(inner[0]), self.block.places.end_of(inner[1])

    def words(self, start: int, end: int) -> str:
        """Give the source text of a stretch of the folded block."""
        begin, stop = self.source(start, end)
        return self.document.source[begin:stop]


class SentenceReader:
    """Match the rulebook against single sentences. Importing spaCy happens here."""

    def __init__(self, book: Rulebook, vocabulary: frozenset[str]) -> None:
        self._book = book
        self._vocabulary = vocabulary
        self._terms = TermMatcher(book)
        self._claims = by_slot(book.claims)
        self._hints = by_slot(book.hints)

    def read(self, passage: Passage) -> Iterator[Candidate]:
        """Give the candidates of a sentence."""
        all_tokens = tokens(passage.folded, passage.sentence, self._vocabulary)
        for first in range(0, max(len(all_tokens), 1), LONGEST - OVERLAP):
            window = all_tokens[first : first + LONGEST]
            if window and (first == 0 or len(window) > OVERLAP):
                yield from self._read_window(passage, window)

    def _read_window(self, passage: Passage, window: list[Token]) -> Iterator[Candidate]:
        view = self._view(passage.folded, window)
        matches = merged(joins(view, self._possible(self._claims, view)))
        if not matches:
            return
        hints = [(self._book.cues[hint.owner], hint) for hint in joins(view, self._possible(self._hints, view))]
        standing = list(self._standing(passage))
        short = view.words_between(0, len(window)) <= SHORT
        for match in matches:
            if short or not self._book.rules[match.owner].short_only:
                yield self._candidate(passage, view, match, [*touches(view, match, hints), *standing])

    def _view(self, text: str, window: list[Token]) -> SentenceView:
        return SentenceView(window, text, self._terms.find([token.norm for token in window]), self._book.breaks)

    def _possible(self, index: dict[int, list[Sequence]], view: SentenceView) -> Iterator[Sequence]:
        for slot in view.filled & index.keys():
            for sequence in index[slot]:
                if all(step.slot in view.filled for step in sequence.steps if step.kind == "slot"):
                    yield sequence

    def _standing(self, passage: Passage) -> Iterator[CueTouch]:
        """Give the cues that hold for the whole sentence: by role, or by the answer that follows a question."""
        role = passage.block.role
        copy = passage.folded[passage.sentence.start : passage.sentence.end]
        if is_ingredient_list(copy):
            role = "ingredients"
        for cue in self._book.cues:
            if role in cue.roles:
                yield CueTouch(cue, -1, -1)
        if passage.following and copy.endswith("?"):
            yield from self._answer(passage)

    def _answer(self, passage: Passage) -> Iterator[CueTouch]:
        assert passage.following
        answer = tokens(passage.folded, passage.following, self._vocabulary)[:LONGEST]
        view = self._view(passage.folded, answer)
        for hint in joins(view, self._possible(self._hints, view)):
            cue: CueSpec = self._book.cues[hint.owner]
            if cue.direction == "next" and hint.start < NEXT_REACH:
                yield CueTouch(cue, -1, -1)

    def _candidate(self, passage: Passage, view: SentenceView, match: Match, touching: list[CueTouch]) -> Candidate:
        rule = self._book.rules[match.owner]
        start, end = view.tokens[match.start].start, view.tokens[match.end - 1].end
        mentions = [(touch.cue, self._mention(passage, view, touch)) for touch in touching]
        dismissing = tuple(m for cue, m in mentions if cue.dismisses and cue.id in rule.unless)
        telling = tuple(m for cue, m in mentions if not cue.dismisses and cue.id in rule.unless)
        sentence = passage.source(passage.sentence.start, passage.sentence.end)
        return Candidate(rule.id, *passage.source(start, end), sentence, (*dismissing, *telling), dismissing)

    def _mention(self, passage: Passage, view: SentenceView, touch: CueTouch) -> CueMention:
        if touch.start < 0:
            following = passage.following
            spoken = touch.cue.direction == "next" and following
            text = passage.words(*following).strip()[:80] if spoken and following else f"({passage.block.role})"
        else:
            text = passage.words(view.tokens[touch.start].start, view.tokens[touch.end - 1].end)
        return CueMention(touch.cue.id, touch.cue.effect, text)
