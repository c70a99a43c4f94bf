"""Decide from words alone, before spaCy is loaded, which copy can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.engine.rulebook import Gate
from claimlint.engine.text import Sentence, is_noisy, odd_words, plain_words


class Scattered:
    """Words whose order is not known: holds a phrase that has its words in any order."""

    def __init__(self, words: set[str]) -> None:
        self._words = words

    def __contains__(self, phrase: object) -> bool:
        return self._words.issuperset(str(phrase).split())


def may_hold_claim(gate: Gate, words: set[str], run: str | Scattered) -> bool:
    """Tell whether these words fill every slot of some sequence; `run` has them in order, a space around each."""
    filled: dict[int, bool] = {}
    for word in gate.triggers & words:
        for phrase, slot in gate.starts[word]:
            if phrase in run:
                for need in gate.needs[slot]:
                    for later in need:
                        known = filled.get(later)
                        if known is None:
                            known = filled[later] = _fills(gate, later, words, run)
                        if not known:
                            break
                    else:
                        return True
    return False


def _fills(gate: Gate, slot: int, words: set[str], run: str | Scattered) -> bool:
    if not gate.words[slot].isdisjoint(words):
        return True
    phrases = gate.phrases[slot]
    if phrases and not phrases.keys().isdisjoint(words):
        return any(phrase in run for key in phrases.keys() & words for phrase in phrases[key])
    return False


def worth_reading(gate: Gate, text: str, split: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Give the sentences of folded text that can hold a claim, with their numbers."""
    noisy = is_noisy(text, set(plain_words(text)), gate.vocabulary)
    for number, sentence in enumerate(split):
        copy = text[sentence.start : sentence.end]
        ordered = plain_words(copy)
        words = set(ordered)
        run: str | Scattered = _run(ordered)
        if noisy and is_noisy(copy, words, gate.vocabulary):
            words |= odd_words(text, sentence, gate.vocabulary)
            run = Scattered(words)
        if may_hold_claim(gate, words, run):
            yield number, sentence


def may_skip(gate: Gate, text: str) -> bool:
    """Tell whether no sentence of a folded block can hold a claim."""
    ordered = plain_words(text)
    words = set(ordered)
    return not may_hold_claim(gate, words, _run(ordered)) and not is_noisy(text, words, gate.vocabulary)


def _run(ordered: Sequence[str]) -> str:
    return f" {' '.join(ordered)} "
