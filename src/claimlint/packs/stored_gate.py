"""The gate as plain data, of which a clean run reads little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimlint.engine.gate import ALONE, Gate, Starts
from claimlint.engine.lazy import Lazy
from claimlint.engine.triggers import gate_of
from claimlint.packs.rows import Rows, numbered, numbered_rows, packed

Json = Any


def plain(gate: Gate) -> Json:
    """Give the gate as plain data; the key words stand first among the short words and in the vocabulary."""
    short, vocabulary = sorted(gate.known - gate.vocabulary - {ALONE}), sorted(gate.vocabulary)
    few, many = ([word for word in words if word in gate.triggers] for words in (short, vocabulary))
    return {
        "short": _foremost(few, short),
        "vocabulary": _foremost(many, vocabulary),
        "counts": [len(few), len(many)],
        "starts": packed([_starts_text(gate.starts[key]) for key in [*few, *many]]),
        "needs": numbered(
            {slot: ";".join(" ".join(map(str, need)) for need in needs) for slot, needs in gate.needs.items()}
        ),
        "words": numbered({slot: " ".join(sorted(words)) for slot, words in gate.words.items()}),
        "phrases": numbered(
            {
                slot: ";".join(f"{key},{phrase}" for key, found in phrases.items() for phrase in found)
                for slot, phrases in gate.phrases.items()
            }
        ),
    }


def _foremost(some: Iterable[str], words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys([*some, *words]))


def _starts_text(seconds: Starts) -> str:
    items = (
        f"{second},{phrase},{' '.join(map(str, slots))}" for second, found in seconds.items() for phrase, slots in found
    )
    return ";".join(items)


def gate_from(data: Json) -> Gate:
    """Make the gate again of plain data."""
    short, vocabulary = data["short"].split(), data["vocabulary"].split()
    few, many = data["counts"]
    return gate_of(
        Lazy(Rows(lambda: short[:few] + vocabulary[:many], data["starts"]), _starts_from),
        Lazy(numbered_rows(data["needs"]), lambda row: [[*map(int, need.split())] for need in row.split(";")]),
        Lazy(numbered_rows(data["words"]), lambda words: frozenset(words.split())),
        Lazy(numbered_rows(data["phrases"]), _phrases_from),
        frozenset(vocabulary),
        short,
    )


def _starts_from(text: str) -> Starts:
    found: Starts = {}
    for item in text.split(";"):
        second, phrase, slots = item.split(",")
        found.setdefault(second, []).append((phrase, [*map(int, slots.split())]))
    return found


def _phrases_from(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in filter(None, text.split(";")):
        key, phrase = item.split(",")
        found.setdefault(key, []).append(phrase)
    return found
