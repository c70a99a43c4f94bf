"""Decide from words alone which copy can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimlint.engine.rulebook import Gate
from claimlint.engine.sentences import Reading
from claimlint.engine.text import is_noisy, odd_words, plain_words


class Scattered:
    """Words whose order is not known: holds a phrase that has its words in any order."""

    def __init__(self, words: set[str]) -> None:
        self._words = words

    def __contains__(self, phrase: object) -> bool:
        return self._words.issuperset(str(phrase).split())


ALONE = ""
"""Stands for the second word of a phrase that has one word only; every set of words holds it."""


def may_hold_claim(gate: Gate, words: set[str], run: str | Scattered) -> bool:
    """Tell whether these words fill every slot of some sequence; `run` has them in order, a space around each.

    `words` holds ALONE too.
    """
    filled: dict[int, bool] = {}
    tried: set[int] = set()
    for word in gate.triggers & words:
        starts = gate.starts[word]
        for second in starts.keys() & words:
            for phrase, slot in starts[second]:
                if slot not in tried and phrase in run:
                    tried.add(slot)
                    if _meets_needs(gate, slot, words, run, filled):
                        return True
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


def worth_reading(gate: Gate, text: str, whole: Iterable[Reading]) -> Iterator[Reading]:
    """Give what of the readings of a folded block can hold a claim."""
    noisy = is_noisy(text, set(plain_words(text)), gate.vocabulary)
    for reading in whole:
        sentence = reading.sentence
        copy = text[sentence.start : sentence.end]
        ordered = plain_words(copy)
        words = {ALONE, *ordered}
        run: str | Scattered = _run(ordered)
        if noisy and is_noisy(copy, words, gate.vocabulary):
            words |= odd_words(text, sentence, gate.vocabulary)
            run = Scattered(words)
        if may_hold_claim(gate, words, run):
            yield reading


def may_skip(gate: Gate, text: str) -> bool:
    """Tell whether no sentence of a folded block can hold a claim."""
    ordered = plain_words(text)
    words = {ALONE, *ordered}
    return not may_hold_claim(gate, words, _run(ordered)) and not is_noisy(text, words, gate.vocabulary)


def _run(ordered: Sequence[str]) -> str:
    return f" {' '.join(ordered)} "
