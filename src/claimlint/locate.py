"""Find the words of a claim in the sentence they were found in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice

MARKUP = re.compile(r"<[^<>]*>|&#?\w{1,10};")
MOST_PLACES = 50
"""Places looked at: more of them are noise, and each is held against each."""


def locate(sentence: str, claim: str, start: int, starts: Collection[int]) -> tuple[int, int] | None:
    """Give where in `sentence` the claim stands that starts at the file's offset `start`; none if it cannot be told.

    `starts` holds the offsets of every claim of these words in the file, which tells repeated words apart.
    """
    places = list(islice(_places(sentence, claim), MOST_PLACES))
    if not places:
        return _likeness(sentence, claim)

    def others(place: int) -> int:
        """Count the claims of the file that fit a sentence starting where this place would have it."""
        return sum(start - place + other in starts for other in places)

    best = max(places, key=lambda place: (others(place), _stands_alone(sentence, place, place + len(claim))))
    return best, best + len(claim)


def _places(sentence: str, claim: str) -> Iterator[int]:
    place = sentence.find(claim) if claim else -1
    while place >= 0:
        yield place
        place = sentence.find(claim, place + len(claim))


def _stands_alone(sentence: str, first: int, last: int) -> bool:
    return not (sentence[max(first - 1, 0) : first].isalnum() or sentence[last : last + 1].isalnum())


def _likeness(sentence: str, claim: str) -> tuple[int, int] | None:
    """Find the claim by its letters alone, where spaces, hidden characters or markup differ."""
    letters, places = _letters(sentence)
    wanted, _ = _letters(MARKUP.sub("", claim))
    found = letters.find(wanted) if wanted else -1
    if found < 0:
        return None
    return places[found], places[found + len(wanted) - 1] + 1


def _letters(text: str) -> tuple[str, list[int]]:
    """Give the plain letters and digits of a text, and where each of them stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = [part for part in unicodedata.normalize("NFKD", char).casefold() if part.isalnum()]
        letters.extend(plain)
        places.extend([place] * len(plain))
    return "".join(letters), places
