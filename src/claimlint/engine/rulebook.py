"""What the engine matches, compiled from packs: word slots, sequences of slots, cues. Plain values, cheap to store."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Step(NamedTuple):
    """One place of a sequence: a word slot, a number or a regular expression.

    `gap` is how many words may stand between the step before and this one.
    """

    kind: Literal["slot", "number", "regex"]
    slot: int
    regex: str
    gap: int


class Sequence(NamedTuple):
    """Steps that must follow one another in one sentence. `owner` is the index of the rule or cue told by it."""

    owner: int
    steps: tuple[Step, ...]


class RuleSpec(NamedTuple):
    """A rule as the engine sees it: what it says, which cues dismiss it, where it may stand."""

    id: str
    says: str
    unless: frozenset[str]
    short_only: bool


class CueSpec(NamedTuple):
    """A cue as the engine sees it.

    `reach` counts words between cue and claim; `stops` are words that end it; `roles` are block roles that stand for
    the cue without any word of it.
    """

    id: str
    effect: str
    dismisses: bool
    direction: Literal["before", "after", "either", "sentence", "next"]
    reach: int
    stops: frozenset[str]
    roles: frozenset[str]


SlotIndex = dict[int, list[tuple[frozenset[int], Sequence]]]
"""Sequences by the word slot that fewest of them share, each with all its word slots."""
Endings = list[tuple[tuple[str, ...], list[int]]]
"""What follows the first two words of phrases, each with the slots that the whole fills."""
Phrases = dict[str, dict[str, Endings]]
"""Phrases by their first word and by their second, which is ALONE where there is none."""


class Table(NamedTuple):
    """Sequences to look for in a sentence, and the phrases that fill their slots."""

    phrases: Phrases
    sequences: SlotIndex


class Put(NamedTuple):
    """What a sequence stands for: rewrite `number` of its rule, and words to put in behind the first `seam` steps."""

    rule: str
    number: int
    words: str
    seam: int


class Rewrites(NamedTuple):
    """How claims are made safe: sequences whose owner is the index of a put.

    `bars` are phrases beside which no words of a sentence are made safe.
    """

    table: Table
    puts: tuple[Put, ...]
    bars: frozenset[str]


class Rulebook(NamedTuple):
    """Everything stage two and three need: the tables of claims and of cues, rules and cues by index."""

    claims: Table
    hints: Table
    rules: tuple[RuleSpec, ...]
    cues: tuple[CueSpec, ...]
    breaks: frozenset[str]
