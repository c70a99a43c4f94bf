"""Rewrites: how a rule's words become safe by words put in, written between `<` and `>` where they go.

`reduces <the look of> wrinkles` is both a pattern that puts words in and, in a case, the text before and after.
"""

from __future__ import annotations

import re
from collections import defaultdict

from claimlint.engine.rulebook import Put, Rewrites, Sequence
from claimlint.packs.compile import Slots, sequences, table
from claimlint.packs.model import Pack
from claimlint.packs.patterns import PatternError, Terms

MARKED = re.compile(r" ?<([^<>]*)>")
PLAIN = re.compile(r"-?[A-Za-z]+(?: [A-Za-z]+)*")
"""What may be put in: it means nothing to any format and to no quoting."""


def before(case: str) -> str:
    """Give the text of a case without the words put in."""
    return MARKED.sub("", case)


def after(case: str) -> str:
    """Give the text of a case with the words put in."""
    return MARKED.sub(lambda mark: mark.group().replace("<", "").replace(">", ""), case)


def rewrite_sequences(owner: int, text: str, slots: Slots) -> tuple[str, list[tuple[int, Sequence]]]:
    """Give the words that a rewrite puts in, and its sequences, each with the number of steps before them.

    Raises PatternError.
    """
    parts = MARKED.split(text)
    if len(parts) != 3 or not PLAIN.fullmatch(parts[1]):
        raise PatternError("write the words to put in once, letters only, as in: reduce~ <the look of> wrinkles")
    first, behind = (sequences(owner, part, slots, is_claim=False) for part in parts[::2])
    joined = [(len(one.steps), Sequence(owner, (*one.steps, *other.steps))) for one in first for other in behind]
    if any(step.gap for _, sequence in joined for step in sequence.steps):
        raise PatternError("a gap lets in words that may not fit; name the words that may stand there")
    return parts[1], joined


def compile_rewrites(pack: Pack) -> Rewrites:
    """Compile the rewrites of a checked pack."""
    slots = Slots(pack.terms)
    puts: list[Put] = []
    wanted: list[Sequence] = []
    for rule in pack.rules.values():
        for number, text in enumerate(rule.rewrite):
            words, found = rewrite_sequences(0, text, slots)
            for seam, sequence in found:
                wanted.append(sequence._replace(owner=len(puts)))
                puts.append(Put(rule.id, number, words, seam))
    made = table(slots.phrases(), wanted, defaultdict(float))
    bars = (slots.of(Terms(name, True)) for name, terms in pack.terms.items() if terms.bars)
    return Rewrites(made, tuple(puts), frozenset(" ".join(phrase) for phrases in bars for phrase in phrases))
