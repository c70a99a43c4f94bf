"""Decide from words alone, before spaCy is loaded, which sentences can hold a claim. May only ever save work."""

from __future__ import annotations

from collections.abc import Iterable

from claimlint.engine.rulebook import Gate
from claimlint.engine.text import Sentence, is_noisy, plain_words, tokens


def may_hold_claim(gate: Gate, words: Iterable[str]) -> bool:
    """Tell whether these words fill every slot of some sequence."""
    present = gate.slots.keys() & words
    filled = {slot for word in present for slot in gate.slots[word]}
    return any(need <= filled for slot in filled & gate.needs.keys() for need in gate.needs[slot])


def worth_reading(gate: Gate, text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence of folded text can hold a claim."""
    copy = text[sentence.start : sentence.end]
    if is_noisy(copy, gate.vocabulary):
        words: Iterable[str] = [token.norm for token in tokens(text, sentence, gate.vocabulary)]
    else:
        words = plain_words(copy)
    return not gate.triggers.isdisjoint(words) and may_hold_claim(gate, words)
