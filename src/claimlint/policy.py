"""How a house wants a file judged: rules switched off or re-levelled, products that are drugs, words that are names."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from claimlint.findings import Considered, CueMention, Level

EFFECT = "settings"
"""The effect under which a report tells what a setting dismissed."""
LETTER = "q"
"""What every character of a name is read as: a word of it is in no pattern, however long."""


class RuleChoice(NamedTuple):
    """What a setting makes of a rule: a level, or none where it is off. `place` says where the setting stands."""

    rule: str
    level: Level | None
    place: str


class Choice(NamedTuple):
    """A word that a setting gives (a product, a name), and where the setting stands."""

    word: str
    place: str


class Policy(NamedTuple):
    """How one file is judged. Of several choices for one rule there is only the one that holds."""

    rules: tuple[RuleChoice, ...] = ()
    products: tuple[Choice, ...] = ()
    names: tuple[Choice, ...] = ()


AS_SHIPPED = Policy()


def dismissal(key: str, choice: str, place: str) -> CueMention:
    """Tell which setting dismissed a claim."""
    return CueMention(key, EFFECT, f"{place}: {choice}")


def dismissed_in(considered: Iterable[Considered]) -> set[str]:
    """Give the rules some of whose claims settings dismissed."""
    return {item.rule for item in considered if item.dismissed_by.effect == EFFECT}


class Names:
    """Words that are names, so that they neither make a claim nor take one away.

    A name counts as it is written and in capitals, as whole words with any space between them.
    """

    def __init__(self, names: Iterable[Choice]) -> None:
        self._names = {" ".join(name.word.split()).casefold(): name for name in names}

    def __bool__(self) -> bool:
        return bool(self._names)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = [spelling.split() for name in self._names.values() for spelling in (name.word, name.word.upper())]
        spellings = sorted((r"\s+".join(map(re.escape, parts)) for parts in words), key=len, reverse=True)
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(spellings)})(?![^\W_])")

    def masked(self, text: str) -> str:
        """Give a text of the same length with each name as one neutral word."""
        return self._pattern.sub(_neutral, text) if self else text

    def mention(self, sentence: str) -> CueMention | None:
        """Tell which name stands in a sentence."""
        found = self._pattern.search(sentence)
        if found is None:
            return None
        name = self._names[" ".join(found.group().split()).casefold()]
        return dismissal("names", f"names: {name.word}", name.place)


def _neutral(name: re.Match[str]) -> str:
    first = LETTER.upper() if name.group()[0].isupper() else LETTER
    return first + LETTER * (len(name.group()) - 1)


NO_NAMES = Names(())
