"""Stages two and three for one sentence: mark terms, join them, read the context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimlint.engine.candidates import Passage, Said
from claimlint.engine.cues import NEXT_REACH, CueTouch, touches
from claimlint.engine.grammar import Marked, Match, SentenceView, joins, merged
from claimlint.engine.rulebook import CueSpec, Rulebook, Sequence, Table
from claimlint.engine.sentences import Sentence
from claimlint.engine.shapes import is_ingredient_list
from claimlint.engine.spelling import Token
from claimlint.engine.terms import NOTHING, TermMatcher
from claimlint.engine.text import LONGEST, SEPARATORS, tokens
from claimlint.findings import CueMention

CONTEXT = 40
"""Tokens to either side that a stretch of an overlong sentence is read with."""
STRETCH = LONGEST - 2 * CONTEXT
MOST_ANSWER = 80
"""Characters of an answer that are told."""
SHORT = 8
"""Words a title, a bullet or a product name has at most."""


class SequenceFinder:
    """Find the sequences of one table in sentences; `breaks` are verbs that part the items of a list."""

    def __init__(self, table: Table, breaks: frozenset[str]) -> None:
        self._terms = TermMatcher(table.phrases)
        self._sequences = table.sequences
        self._starts = frozenset(table.sequences.keys())
        self._breaks = breaks

    def find(self, view: SentenceView) -> Iterator[Match]:
        """Give every match in a sentence."""
        phrases = self._terms.find([token.norm for token in view.tokens])
        filled = NOTHING.union(*(slots for _, _, slots in phrases))
        return joins(Marked(view, phrases, self._breaks), self._possible(filled))

    def _possible(self, filled: frozenset[int]) -> Iterator[Sequence]:
        for slot in filled & self._starts:
            for needed, sequence in self._sequences[slot]:
                if needed <= filled:
                    yield sequence


def _joined(window: list[Token], seam: int) -> list[Token]:
    """Put a comma in the place of the marks that end a lead."""
    lead = [token for token in window if token.end <= seam]
    rest = window[len(lead) :]
    while lead and lead[-1].norm in SEPARATORS:
        lead.pop()
    return [*lead, Token(",", seam - 1, seam), *rest]


def _spans(view: SentenceView, match: Match, seam: int) -> bool:
    return not seam or view.tokens[match.start].start < seam < view.tokens[match.end - 1].end


class Context(NamedTuple):
    """What surrounds the matches of a sentence: its hints of cues, and the cues that stand for all of it."""

    passage: Passage
    view: SentenceView
    hints: list[tuple[CueSpec, Match]]
    standing: list[CueTouch]

    def touching(self, match: Match) -> list[CueTouch]:
        """Give the cues that touch a match, each once."""
        near = touches(self.view, match, self.hints)
        known = {touch.cue.id for touch in near}
        return [*(touch for touch in self.standing if touch.cue.id not in known), *near]

    def mention(self, touch: CueTouch) -> CueMention:
        """Tell of a cue by its words."""
        if touch.start < 0:
            following = touch.cue.direction == "next"
            text = self.passage.following[:MOST_ANSWER] if following else f"({self.passage.role})"
        else:
            text = self.passage.words(self.view.tokens[touch.start].start, self.view.tokens[touch.end - 1].end)
        return CueMention(touch.cue.id, touch.cue.effect, text)


class SentenceReader:
    """Match the rulebook against single sentences."""

    def __init__(self, book: Rulebook, vocabulary: frozenset[str]) -> None:
        self._book = book
        self._vocabulary = vocabulary
        self._claims = SequenceFinder(book.claims, book.breaks)
        self._hints = SequenceFinder(book.hints, book.breaks)

    def read(self, passage: Passage) -> Iterator[Said]:
        """Give what a sentence says; of a lead and its sentence only those that need both.

        An overlong sentence is read as stretches of it, each with some words around it as its sentence: what is told of
        a match, and what is asked of all words around it, must not grow with the sentence.
        """
        all_tokens = tokens(passage.folded, passage.sentence, self._vocabulary)
        if passage.seam:
            all_tokens = _joined(all_tokens, passage.seam)
        if len(all_tokens) <= LONGEST:
            yield from self._read_window(passage, all_tokens, range(len(all_tokens)))
            return
        for first in range(0, len(all_tokens), STRETCH):
            before = max(first - CONTEXT, 0)
            window = all_tokens[before : first + STRETCH + CONTEXT]
            around = passage._replace(sentence=Sentence(window[0].start, window[-1].end))
            yield from self._read_window(around, window, range(first - before, first - before + STRETCH))

    def _read_window(self, passage: Passage, window: list[Token], own: range) -> Iterator[Said]:
        """Give what begins at the `own` tokens of a window."""
        view = SentenceView(window, passage.folded)
        found = (match for match in self._claims.find(view) if match.start in own)
        matches = [match for match in found if _spans(view, match, passage.seam)]
        if view.words_between(0, len(window)) > SHORT:
            matches = [match for match in matches if not self._book.rules[match.owner].short_only]
        if not matches:
            return
        touching = sorted(self._hints.find(view), key=lambda hint: (hint.start, hint.end, hint.owner))
        hints = [(self._book.cues[hint.owner], hint) for hint in touching]
        context = Context(passage, view, hints, list(self._standing(passage)))
        for match in merged(matches):
            dismissing = self._dismissing(context, match)
            inside = all(match.start <= touch.start and touch.end <= match.end for touch in dismissing)
            left = self._left(context, match, matches) if dismissing and inside else []
            for part in left:
                yield self._said(context, part, ())
            if not left:
                yield self._said(context, match, dismissing)

    def _left(self, context: Context, whole: Match, matches: list[Match]) -> list[Match]:
        """Give the parts of a merged match that the cue inside it does not touch: of "ends itch, no hives" the first."""
        parts = [match for match in matches if match.owner == whole.owner and match.overlaps(whole)]
        if len(parts) == 1:
            return []
        return merged(part for part in parts if not self._dismissing(context, part))

    def _dismissing(self, context: Context, match: Match) -> tuple[CueTouch, ...]:
        unless = self._book.rules[match.owner].unless
        return tuple(touch for touch in context.touching(match) if touch.cue.dismisses and touch.cue.id in unless)

    def _standing(self, passage: Passage) -> Iterator[CueTouch]:
        """Give the cues that hold for the whole sentence: by role, or by the answer that follows a question."""
        role = passage.role
        copy = passage.folded[passage.sentence.start : passage.sentence.end]
        if is_ingredient_list(copy):
            role = "ingredients"
        for cue in self._book.cues:
            if role in cue.roles:
                yield CueTouch(cue, -1, -1)
        if passage.following and copy.endswith("?"):
            yield from self._answer(passage.following)

    def _answer(self, following: str) -> Iterator[CueTouch]:
        answer = tokens(following, Sentence(0, len(following)), self._vocabulary)[:LONGEST]
        for hint in self._hints.find(SentenceView(answer, following)):
            cue: CueSpec = self._book.cues[hint.owner]
            if cue.direction == "next" and hint.start < NEXT_REACH:
                yield CueTouch(cue, -1, -1)

    def _said(self, context: Context, match: Match, dismissing: tuple[CueTouch, ...]) -> Said:
        rule, tokens_, passage = self._book.rules[match.owner], context.view.tokens, context.passage
        touching = context.touching(match)
        telling = (touch for touch in touching if not touch.cue.dismisses and touch.cue.id in rule.unless)
        dismissed_by = tuple(context.mention(touch) for touch in dismissing)
        place = passage.source(tokens_[match.start].start, tokens_[match.end - 1].end)
        sentence = passage.source(passage.sentence.start, passage.sentence.end)
        cues = (*dismissed_by, *(context.mention(touch) for touch in telling))
        return Said(rule.id, *place, sentence, cues, dismissed_by)
