"""Decide from words alone, before spaCy is loaded, which copy can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.engine.rulebook import Gate
from claimlint.engine.text import Sentence, is_noisy, odd_words, plain_words


def may_hold_claim(gate: Gate, words: set[str]) -> bool:
    """Tell whether these words fill every slot of some sequence."""
    filled: dict[int, bool] = {}
    for word in gate.triggers & words:
        for others, slot in gate.starts[word]:
            if others <= words:
                for need in gate.needs[slot]:
                    for later in need:
                        known = filled.get(later)
                        if known is None:
                            known = filled[later] = _fills(gate, later, words)
                        if not known:
                            break
                    else:
                        return True
    return False


def _fills(gate: Gate, slot: int, words: set[str]) -> bool:
    if not gate.words[slot].isdisjoint(words):
        return True
    phrases = gate.phrases[slot]
    return any(others <= words for key in phrases.keys() & words for others in phrases[key])


def worth_reading(gate: Gate, text: str, split: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Give the sentences of folded text that can hold a claim, with their numbers."""
    words = plain_words(text)
    noisy = is_noisy(text, words, gate.vocabulary)
    for number, sentence in enumerate(split):
        copy = text[sentence.start : sentence.end]
        words = plain_words(copy)
        if noisy and is_noisy(copy, words, gate.vocabulary):
            words |= odd_words(text, sentence, gate.vocabulary)
        if may_hold_claim(gate, words):
            yield number, sentence


def may_skip(gate: Gate, text: str) -> bool:
    """Tell whether no sentence of a folded block can hold a claim."""
    words = plain_words(text)
    return not may_hold_claim(gate, words) and not is_noisy(text, words, gate.vocabulary)
