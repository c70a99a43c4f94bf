"""Read the context of a match: which cues touch it, and which of them dismiss it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimlint.engine.grammar import Match, SentenceView
from claimlint.engine.rulebook import CueSpec
from claimlint.engine.spelling import HASH

NEXT_REACH = 3
"""Words of the next sentence that an answer may start within."""


class CueTouch(NamedTuple):
    """A cue that touches a match, by the tokens `start` to `end` of the sentence (or none, for a role)."""

    cue: CueSpec
    start: int
    end: int


def touches(view: SentenceView, match: Match, hints: Iterable[tuple[CueSpec, Match]]) -> list[CueTouch]:
    """Give the cues of a sentence that touch a match, each once."""
    found: dict[str, CueTouch] = {}
    for cue, hint in hints:
        if cue.id not in found and _touches(view, match, cue, hint):
            found[cue.id] = CueTouch(cue, hint.start, hint.end)
    return list(found.values())


def _touches(view: SentenceView, match: Match, cue: CueSpec, hint: Match) -> bool:
    if cue.direction == "sentence":
        return True
    if cue.direction == "next":
        return False
    if hint.start < match.end and match.start < hint.end:
        return _inside(match, hint)
    if hint.end <= match.start:
        return cue.direction != "after" and _near(view, cue, hint.end, match.start)
    return cue.direction != "before" and _near(view, cue, match.end, hint.start)


def _inside(match: Match, hint: Match) -> bool:
    """Tell whether an overlapping cue is more than a word of the claim itself."""
    return not any(start <= hint.start and hint.end <= end for start, end in match.parts)


def _near(view: SentenceView, cue: CueSpec, end: int, start: int) -> bool:
    if view.words_between(end, start) > cue.reach or not view.same_clause(end, start):
        return False
    return not any(token.norm in cue.stops or token.norm == HASH for token in view.tokens[end:start])
