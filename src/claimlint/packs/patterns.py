"""The pattern language: from `"{treat~} .. {disease}"` to elements, and from elements to flat runs of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Union

TOKEN = re.compile(
    r"\s*(?:(?P<gap>\.\.(?P<most>\d+)?)|(?P<regex>/(?:\\.|[^/\\])+/)|\{(?P<list>[a-z0-9-]+)(?P<bend>~)?\}"
    r"|(?P<mark>[()|\[\]#])|(?P<word>[^\s()|\[\]{}#~/.]+)(?P<inflect>~)?)"
)
GAP = 3
MOST_RUNS = 400


class PatternError(ValueError):
    """Say what is wrong in a pattern and how to mend it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word; `bent` asks for all its forms."""

    text: str
    bent: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """A term list; `bent` asks for all forms of its entries."""

    name: str
    bent: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number, with or without %."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression over the sentence."""

    regex: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words that do not matter."""

    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several patterns; an empty one makes it optional."""

    options: tuple[tuple[Element, ...], ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """One of several phrases of literal words."""

    options: tuple[tuple[Word, ...], ...]


Flat = Union[Word, Phrases, Terms, Number, Expression, Gap]
Element = Union[Flat, Choice]


def parse(pattern: str) -> tuple[Element, ...]:
    """Read a pattern. Raises PatternError with the place in it."""
    pieces: list[re.Match[str]] = []
    place = 0
    while place < len(pattern.rstrip()):
        piece = TOKEN.match(pattern, place)
        if piece is None:
            raise PatternError(
                f"cannot read {pattern[place:].strip()!r}; write a word, {{list}}, (a | b), [a], .., # or /regex/"
            )
        pieces.append(piece)
        place = piece.end()
    elements, rest = _elements(pieces, closing="")
    if rest:
        raise PatternError(f"{rest[0].group().strip()!r} closes nothing")
    return elements


def _elements(pieces: list[re.Match[str]], closing: str) -> tuple[tuple[Element, ...], list[re.Match[str]]]:
    """Read elements up to a closing mark; give them and the pieces behind that mark."""
    options: list[list[Element]] = [[]]
    while pieces:
        piece, *pieces = pieces
        mark = piece["mark"]
        if mark in ("(", "["):
            inner, pieces = _elements(pieces, ")" if mark == "(" else "]")
            choice = inner[0] if len(inner) == 1 and isinstance(inner[0], Choice) else Choice((inner,))
            options[-1].append(Choice((*choice.options, ())) if mark == "[" else choice)
        elif mark == "|" and closing:
            options.append([])
        elif mark in (")", "]"):
            if mark != closing:
                raise PatternError(f"{mark!r} closes nothing")
            return (Choice(tuple(map(tuple, options))),), pieces
        elif mark == "|":
            raise PatternError("'|' stands outside of (…); write (a | b)")
        else:
            options[-1].append(_single(piece))
    if closing:
        raise PatternError(f"{closing!r} is missing")
    return tuple(options[0]), []


def _single(piece: re.Match[str]) -> Element:
    if piece["gap"]:
        return Gap(int(piece["most"] or GAP))
    if piece["regex"]:
        return Expression(piece["regex"][1:-1])
    if piece["list"]:
        return Terms(piece["list"], bool(piece["bend"]))
    return Number() if piece["mark"] == "#" else Word(piece["word"], bool(piece["inflect"]))


def runs(elements: Iterable[Element]) -> list[tuple[Flat, ...]]:
    """Give every way through the choices of a pattern; choices of literal words stay together.

    Raises PatternError where there are too many or a gap is loose.
    """
    return [_checked(run) for run in _ways(elements)]


def _ways(elements: Iterable[Element]) -> list[tuple[Flat, ...]]:
    """Give every way through part of a pattern, its edges unchecked."""
    ways: list[tuple[Flat, ...]] = [()]
    for element in elements:
        ways = [(*way, *more) for way in ways for more in _options(element)]
        if len(ways) > MOST_RUNS:
            raise PatternError(f"it stands for more than {MOST_RUNS} sequences; move words into a term list")
    return ways


def _options(element: Element) -> list[tuple[Flat, ...]]:
    """Give what an element may stand for."""
    if not isinstance(element, Choice):
        return [(element,)]
    ways = [way for option in element.options for way in _ways(option)]
    literal: list[tuple[Word, ...]] = []
    other: list[tuple[Flat, ...]] = []
    for way in ways:
        spelt = _spelt(way)
        if spelt:
            literal.extend(spelt)
        else:
            other.append(way)
    return [*([(Phrases(tuple(dict.fromkeys(literal))),)] if literal else []), *dict.fromkeys(other)]


def _spelt(way: tuple[Flat, ...]) -> list[tuple[Word, ...]]:
    """Give the phrases a way stands for if it is literal words only, else nothing."""
    phrases: list[tuple[Word, ...]] = [()]
    for element in way:
        if isinstance(element, Word):
            phrases = [(*phrase, element) for phrase in phrases]
        elif isinstance(element, Phrases):
            phrases = [(*phrase, *option) for phrase in phrases for option in element.options]
        else:
            return []
    return phrases if way and len(phrases) <= MOST_RUNS else []


def _checked(run: tuple[Flat, ...]) -> tuple[Flat, ...]:
    """Refuse gaps at the edge; make one of gaps that meet."""
    if not run or isinstance(run[0], Gap) or isinstance(run[-1], Gap):
        raise PatternError("a gap at the edge of a pattern finds nothing more; remove it, or move it inside the choice")
    joined: list[Flat] = []
    for element in run:
        if isinstance(element, Gap) and isinstance(joined[-1], Gap):
            joined[-1] = Gap(max(element.most, joined[-1].most))
        else:
            joined.append(element)
    return tuple(joined)
