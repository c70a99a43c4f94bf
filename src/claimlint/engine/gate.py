"""What the gate goes by, compiled from packs. Plain values, cheap to store."""

from typing import NamedTuple

ALONE = ""
"""Stands for the second word of a phrase that has one word only; every set of words holds it."""
Starts = dict[str, list[tuple[str, list[int]]]]
"""Phrases of one key word by their rarest other word, each with the slots it fills."""
Needs = dict[int, list[list[int]]]
"""By slot, the other slots of the sequences that are tried where it is filled."""


class Gate(NamedTuple):
    """What decides, from words alone, which sentences can hold a match.

    A sequence is tried where the slot of it that ordinary copy fills least is filled: `starts` gives, by key word (the
    `triggers`) and by the rarest other word, the phrases that fill it and the slots. `beside` gives words of which at
    least one must stand with the key word, `ahead` those of which one must stand where the slot is filled. `needs` are
    the other slots of the sequences tried then, the rarest first;
    `words` are the key words of what fills them, `phrases` the phrases of those key words that do not fill them alone. A
    phrase has a space around each word and no numbers; phrase and other word are empty (ALONE) where the key word is all
    of it. `known` holds every word that may count, `vocabulary` the longer ones.
    """

    triggers: frozenset[str]
    starts: dict[str, Starts]
    beside: dict[str, frozenset[str]]
    ahead: dict[int, frozenset[str]]
    needs: Needs
    words: dict[int, frozenset[str]]
    phrases: dict[int, dict[str, list[str]]]
    known: set[str]
    vocabulary: frozenset[str]
