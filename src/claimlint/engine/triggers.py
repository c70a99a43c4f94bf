"""Decide from words alone which copy can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice
from typing import NamedTuple

from claimlint.engine.gate import ALONE, Gate, Needs, Starts
from claimlint.engine.lazy import Lazy
from claimlint.engine.sentences import Reading, Sentence, readings, sentence_copies, sentences
from claimlint.engine.spelling import LETTERS, is_noisy, odd_marks, odd_words
from claimlint.engine.text import word_lists


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


def worth_reading(gate: Gate, text: str) -> Worth:
    """Tell what of a folded block is worth reading."""
    split = sentences(text)
    alone = _may_say(gate, [text[start:end] for start, end in split])
    return Worth(split, list(_worth(gate, text, split, alone)))


def _worth(gate: Gate, text: str, split: Sequence[Sentence], alone: Sequence[bool]) -> Iterator[Reading]:
    """Give what is worth reading; `alone` tells it of each sentence alone."""
    for reading in readings(text, split):
        if any(_may_say(gate, [text[slice(*reading.sentence)]])) if reading.seam else alone[reading.number]:
            yield reading


def idle(gate: Gate, texts: Sequence[str]) -> Iterator[int | None]:
    """Give the number of sentences of each folded block of which nothing is worth reading, None for the others.

    Blocks are looked at together, which costs less.
    """
    splits = sentence_copies(texts)
    told = iter(_may_say(gate, [*chain.from_iterable(splits)]))
    for text, split in zip(texts, splits, strict=True):
        may_say = any([*islice(told, len(split))]) or ("?" in text and worth_reading(gate, text).readings)
        yield None if may_say else len(split)


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
