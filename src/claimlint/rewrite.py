"""Make the words of a finding safe by words put in, as the rewrites of its rule say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from claimlint.document import SourceMap
from claimlint.engine.fold import fold
from claimlint.engine.grammar import Match, SentenceView
from claimlint.engine.matching import SequenceFinder
from claimlint.engine.sentences import Sentence
from claimlint.engine.spelling import Token
from claimlint.engine.text import tokens
from claimlint.packs.store import Compiled

SMALL = frozenset(["the", "of", "a", "and"])
"""Words that stay small in a title."""


class Insertion(NamedTuple):
    """Words to put in at an offset of a text; the space before them is theirs."""

    offset: int
    words: str


class Rewriter:
    """Rewrite claims by the rules of the packs, which are loaded when first asked."""

    def __init__(self, packs: Compiled) -> None:
        self._packs = packs

    @cached_property
    def rules(self) -> frozenset[str]:
        """Give the ids of the rules that have a rewrite."""
        return frozenset(put.rule for put in self._packs.rewrites.puts)

    @cached_property
    def _finder(self) -> SequenceFinder:
        return SequenceFinder(self._packs.rewrites.table, frozenset())

    def is_barred(self, sentence: str) -> bool:
        """Tell whether a sentence says more than looks can make safe, such as "for good"."""
        folded, _ = fold(sentence)
        read = tokens(folded, Sentence(0, len(folded)), self._packs.gate.vocabulary)
        run = f" {' '.join(token.norm for token in read)} "
        return any(f" {phrase} " in run for phrase in self._packs.rewrites.bars)

    def insertions(self, rule: str, words: str) -> tuple[Insertion, ...]:
        """Give what makes words that a rule reports safe, in order; nothing where the rule has no way to."""
        return tuple(insertion for _, insertion in self._made(rule, words))

    def numbers(self, rule: str, words: str) -> set[int]:
        """Give which of the rewrites of a rule apply to words that it reports."""
        return {number for number, _ in self._made(rule, words)}

    def _made(self, rule: str, words: str) -> Iterator[tuple[int, Insertion]]:
        if rule not in self.rules:
            return
        folded, places = fold(words)
        read = tokens(folded, Sentence(0, len(folded)), self._packs.gate.vocabulary)
        for match in _apart(self._found(rule, read, folded)):
            insertion = self._insertion(match, read, words, places)
            if insertion:
                yield self._packs.rewrites.puts[match.owner].number, insertion

    def _found(self, rule: str, read: list[Token], folded: str) -> Iterator[Match]:
        for match in self._finder.find(SentenceView(read, folded)):
            if self._packs.rewrites.puts[match.owner].rule == rule:
                yield match

    def _insertion(self, match: Match, read: list[Token], words: str, places: SourceMap) -> Insertion | None:
        """Give the words to put in, where nothing but space stands in their place."""
        put = self._packs.rewrites.puts[match.owner]
        seam = match.parts[put.seam][0]
        end, start = places.end_of(read[seam - 1].end), places.start_of(read[seam].start)
        if not words[end:start].isspace():
            return None
        dressed = _dressed(put.words, words)
        return Insertion(end, dressed if dressed.startswith("-") else f" {dressed}")


def rewritten(text: str, insertions: Iterable[Insertion]) -> str:
    """Give a text with words put in."""
    parts, read = [], 0
    for offset, words in sorted(insertions):
        parts += [text[read:offset], words]
        read = offset
    return "".join([*parts, text[read:]])


def _apart(matches: Iterator[Match]) -> Iterator[Match]:
    """Give the matches that share no token, the longer of two."""
    end = 0
    for match in sorted(matches, key=lambda match: (match.start, -match.end, match.owner)):
        if match.start >= end:
            yield match
            end = match.end


def _dressed(words: str, around: str) -> str:
    """Give words in the capitals of those they are put between."""
    if around.isupper():
        return words.upper()
    spelt = [word for word in around.split() if word.lower() not in SMALL]
    if len(spelt) > 1 and all(word[0].isupper() for word in spelt):
        return " ".join(word if word in SMALL else _capital(word) for word in words.split())
    return words


def _capital(word: str) -> str:
    return word.title() if word.startswith("-") else word[:1].upper() + word[1:]
