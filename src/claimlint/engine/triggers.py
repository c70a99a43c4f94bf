"""Decide from words alone which copy can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, compress
from operator import not_
from typing import NamedTuple

from claimlint.engine.gate import ALONE, Gate, Needs, Starts
from claimlint.engine.lazy import Lazy
from claimlint.engine.sentences import Reading, Sentence, readings, sentence_copies, sentences
from claimlint.engine.spelling import LETTERS, is_noisy, odd_marks, odd_words
from claimlint.engine.text import word_lists

MOST_JUDGED = 5_000_000
"""Characters of sentences of which it is kept whether they can hold a claim; the blocks that cannot are as long again."""


class Scattered:
    """Words whose order is not known: holds a phrase that has its words in any order."""

    def __init__(self, words: set[str]) -> None:
        self._words = words

    def __contains__(self, phrase: object) -> bool:
        return self._words.issuperset(str(phrase).split())


def gate_of(
    starts: dict[str, Starts],
    needs: Needs,
    words: dict[int, frozenset[str]],
    phrases: dict[int, dict[str, list[str]]],
    vocabulary: frozenset[str],
    short: Iterable[str],
) -> Gate:
    """Give the gate of these tables; `short` are the words of phrases that are too short for the vocabulary."""
    ahead = Lazy(needs, lambda wanted: _any_of(words[need[0]] if need else {ALONE} for need in wanted))
    beside = Lazy(starts, lambda found: _beside(found, ahead))
    known = set(vocabulary)  # a copy of a set is quick
    known.update(short, LETTERS, (ALONE,))
    return Gate(frozenset(starts.keys()), starts, beside, ahead, needs, words, phrases, known, vocabulary)


def _beside(starts: Starts, ahead: dict[int, frozenset[str]]) -> frozenset[str]:
    """Give words of which at least one must stand with the key word of `starts`."""
    alone = (ahead[slot] for _, slots in starts.get(ALONE, ()) for slot in slots)
    return _any_of([starts.keys() - {ALONE}, *alone])


def _any_of(sets: Iterable[Set[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _may_hold_claim(gate: Gate, keys: Iterable[str], words: set[str], run: str | Scattered) -> bool:
    """Tell whether these words fill every slot of some sequence that starts with one of `keys`.

    Of `words` only the known ones count, ALONE among them; `run` has them in order, a space around each.
    """
    filled: dict[int, bool] = {}
    tried: set[int] = set()
    for key in keys:  # noqa: SIM110 - any() takes longer, and this is asked of each sentence
        if _starts_claim(gate, key, words, run, filled, tried):
            return True
    return False


def _starts_claim(
    gate: Gate, word: str, words: set[str], run: str | Scattered, filled: dict[int, bool], tried: set[int]
) -> bool:
    """Tell whether a phrase of this key word starts a sequence that is filled; `tried` are slots that do not."""
    starts, ahead = gate.starts[word], gate.ahead
    for second in starts.keys() & words:
        for phrase, slots in starts[second]:
            if phrase not in run:
                continue
            for slot in slots:
                if slot in tried or ahead[slot].isdisjoint(words):
                    continue
                if _meets_needs(gate, slot, words, run, filled):
                    return True
                tried.add(slot)
    return False


def _meets_needs(gate: Gate, slot: int, words: set[str], run: str | Scattered, filled: dict[int, bool]) -> bool:
    """Tell whether all other slots of some sequence that `slot` starts are filled; `filled` keeps what is known."""
    for need in gate.needs[slot]:
        for later in need:
            known = filled.get(later)
            if known is None:
                known = filled[later] = not gate.words[later].isdisjoint(words) and _fills(gate, later, words, run)
            if not known:
                break
        else:
            return True
    return False


def _fills(gate: Gate, slot: int, words: set[str], run: str | Scattered) -> bool:
    phrases = gate.phrases[slot]
    return any(key not in phrases or any(map(run.__contains__, phrases[key])) for key in gate.words[slot] & words)


class Worth(NamedTuple):
    """The sentences of a folded block, and what of its readings can hold a claim."""

    sentences: list[Sentence]
    readings: list[Reading]


def everything(text: str) -> Worth:
    """Give all readings of a folded block."""
    split = sentences(text)
    return Worth(split, list(readings(text, split)))


class Sieve:
    """Sort out the blocks of which nothing is worth reading.

    What comes again, as in a shop's pages, is known: a block, and a sentence in another block.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._counts: dict[str, int] = {}
        """The number of the sentences of folded blocks of which nothing is worth reading."""
        self._idle: set[str] = set()
        """Stretches of folded text that can hold no claim."""
        self._busy: set[str] = set()
        """Those that can."""
        self._size = 0

    def idle(self, texts: Sequence[str]) -> list[int | None]:
        """Give the number of sentences of each folded block of which nothing is worth reading, None for the others.

        Blocks are looked at together, which costs less.
        """
        if self._size > MOST_JUDGED:
            self._counts.clear()
            self._idle.clear()
            self._busy.clear()
            self._size = 0
        fresh = [*set(texts).difference(self._counts)]
        splits = sentence_copies(fresh)
        whole = [[*split, *_led(text)] if "?" in text else split for text, split in zip(fresh, splits, strict=True)]
        self._judge(chain.from_iterable(whole))
        is_idle = map(self._busy.isdisjoint, whole)
        self._counts.update(compress(zip(fresh, map(len, splits), strict=True), is_idle))
        return [*map(self._counts.get, texts)]

    def worth(self, text: str) -> Worth:
        """Tell what of a folded block is worth reading."""
        split = sentences(text)
        whole = [*readings(text, split)]
        copies = [text[slice(*reading.sentence)] for reading in whole]
        self._judge(copies)
        return Worth(split, [reading for reading, copy in zip(whole, copies, strict=True) if copy in self._busy])

    def _judge(self, copies: Iterable[str]) -> None:
        """See to it that each of the stretches is known to be idle or busy."""
        fresh = [*set(copies).difference(self._idle, self._busy)]
        told = _may_say(self._gate, fresh)
        self._busy.update(compress(fresh, told))
        self._idle.update(compress(fresh, map(not_, told)))
        self._size += sum(map(len, fresh))


def _led(text: str) -> Iterator[str]:
    """Give each short lead of a folded block with the sentence behind it."""
    return (text[slice(*reading.sentence)] for reading in readings(text, sentences(text)) if reading.seam)


def _may_say(gate: Gate, copies: Sequence[str]) -> list[bool]:
    """Tell of each stretch of folded text whether it can hold a claim."""
    told: list[bool] = []
    if not copies:
        return told
    triggers, beside, known, vocabulary = gate.triggers, gate.beside, gate.known, gate.vocabulary
    for copy, ordered, marks in zip(copies, word_lists(copies), odd_marks(copies), strict=True):
        words = known.intersection(ordered)
        words.add(ALONE)
        noisy = is_noisy(copy, words, vocabulary, marks)
        if noisy:
            words |= odd_words(copy, Sentence(0, len(copy)), vocabulary)
        keys = [word for word in triggers & words if not beside[word].isdisjoint(words)]
        run = Scattered(words) if noisy else f" {' '.join(ordered)} " if keys else ""
        told.append(bool(keys) and _may_hold_claim(gate, keys, words, run))
    return told
