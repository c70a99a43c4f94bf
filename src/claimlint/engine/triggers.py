"""Decide from words alone which copy can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from claimlint.engine.lazy import Lazy
from claimlint.engine.rulebook import ALONE, Gate, Needs, Starts
from claimlint.engine.sentences import Reading
from claimlint.engine.text import LETTERS, is_noisy, odd_words, plain_words


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
    known = {ALONE}.union(vocabulary, short, LETTERS)
    return Gate(frozenset(starts.keys()), starts, beside, ahead, needs, words, phrases, known, vocabulary)


def _beside(starts: Starts, ahead: dict[int, frozenset[str]]) -> frozenset[str]:
    """Give words of which at least one must stand with the key word of `starts`."""
    alone = (ahead[slot] for _, slots in starts.get(ALONE, ()) for slot in slots)
    return _any_of([starts.keys() - {ALONE}, *alone])


def _any_of(sets: Iterable[Set[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def may_hold_claim(gate: Gate, words: set[str], run: str | Scattered) -> bool:
    """Tell whether these words fill every slot of some sequence; `run` has them in order, a space around each.

    Of `words` only the known ones count, ALONE among them.
    """
    filled: dict[int, bool] = {}
    tried: set[int] = set()
    for word in gate.triggers & words:
        if gate.beside[word].isdisjoint(words):
            continue
        for second, phrases in gate.starts[word].items():
            if second not in words:
                continue
            for phrase, slots in phrases:
                if phrase not in run:
                    continue
                for slot in slots:
                    if slot not in tried:
                        tried.add(slot)
                        if _meets_needs(gate, slot, words, run, filled):
                            return True
    return False


def _meets_needs(gate: Gate, slot: int, words: set[str], run: str | Scattered, filled: dict[int, bool]) -> bool:
    """Tell whether all other slots of some sequence that `slot` starts are filled; `filled` keeps what is known."""
    if gate.ahead[slot].isdisjoint(words):
        return False
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


def worth_reading(gate: Gate, text: str, whole: Iterable[Reading]) -> Iterator[Reading]:
    """Give what of the readings of a folded block can hold a claim."""
    noisy = is_noisy(text, set(plain_words(text)), gate.vocabulary)
    for reading in whole:
        sentence = reading.sentence
        copy = text[sentence.start : sentence.end]
        ordered = plain_words(copy)
        words = _known(gate, ordered)
        run: str | Scattered = _run(ordered)
        if noisy and is_noisy(copy, words, gate.vocabulary):
            words |= odd_words(text, sentence, gate.vocabulary)
            run = Scattered(words)
        if may_hold_claim(gate, words, run):
            yield reading


def may_skip(gate: Gate, text: str) -> bool:
    """Tell whether no sentence of a folded block can hold a claim."""
    ordered = plain_words(text)
    words = _known(gate, ordered)
    return not may_hold_claim(gate, words, _run(ordered)) and not is_noisy(text, words, gate.vocabulary)


def _known(gate: Gate, ordered: Sequence[str]) -> set[str]:
    words = gate.known.intersection(ordered)
    words.add(ALONE)
    return words


def _run(ordered: Sequence[str]) -> str:
    return f" {' '.join(ordered)} "
