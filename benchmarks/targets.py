"""The ratios that must hold, each against something measured in the same round."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scenarios import CLAIMLINT, CLEAN, COPY, SPACY, START, TOKENIZER
from trials import LABEL, Results, ratio


class Target(NamedTuple):
    """A ratio and the most it may be."""

    name: str
    most: float
    of: Callable[[Results], float]


TARGETS = (
    Target(
        "clean label / import of spaCy", 0.20,
        lambda results: ratio(results.seconds(CLAIMLINT, CLEAN), results.seconds(SPACY, START)),
    ),
    Target(
        "flagged label / import of spaCy", 1.35,
        lambda results: ratio(results.seconds(CLAIMLINT, LABEL), results.seconds(SPACY, START)),
    ),
    Target(
        "copy / bare tokenizer", 0.50,
        lambda results: ratio(results.checking(CLAIMLINT, COPY), results.checking(TOKENIZER, COPY)),
    ),
    Target(
        "ten times the rules / the rules", 1.20,
        lambda results: ratio(results.checking(CLAIMLINT, COPY, 10), results.checking(CLAIMLINT, COPY)),
    ),
)  # fmt: skip


def missed(results: Results) -> list[str]:
    """Name the targets that were missed."""
    return [target.name for target in TARGETS if target.of(results) > target.most]
