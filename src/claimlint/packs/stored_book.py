"""The rulebook and the rewrites as plain data, whose tables are decoded where they are asked."""

from __future__ import annotations

import json
from typing import Any

from claimlint.engine.lazy import Lazy
from claimlint.engine.rulebook import CueSpec, Endings, Put, Rewrites, Rulebook, RuleSpec, Sequence, Step, Table
from claimlint.packs.rows import named, named_rows, numbered, numbered_rows

Json = Any


def plain(book: Rulebook) -> Json:
    """Give a rulebook as plain data."""
    return {
        "claims": _table_json(book.claims),
        "hints": _table_json(book.hints),
        "rules": [[r.id, r.says, " ".join(sorted(r.unless)), r.short_only] for r in book.rules],
        "cues": [
            [c.id, c.effect, c.dismisses, c.direction, c.reach, sorted(c.stops), sorted(c.roles)] for c in book.cues
        ],
        "breaks": sorted(book.breaks),
    }


def _table_json(table: Table) -> Json:
    return {
        "phrases": named(
            {
                first: "<".join(f"{second}>{_endings_text(found)}" for second, found in seconds.items())
                for first, seconds in table.phrases.items()
            }
        ),
        "sequences": numbered(
            {
                slot: json.dumps([_sequence_json(sequence) for _, sequence in found], separators=(",", ":"))
                for slot, found in table.sequences.items()
            }
        ),
    }


def _endings_text(endings: Endings) -> str:
    return "^".join(f"{' '.join(rest)}={' '.join(map(str, slots))}" for rest, slots in endings)


def _sequence_json(sequence: Sequence) -> Json:
    """Give owner, then for each step slot and gap; a number has the slot -1, an expression itself in its place."""
    return [sequence.owner, [[step.regex or step.slot, step.gap] for step in sequence.steps]]


def book_from(data: Json) -> Rulebook:
    """Make a rulebook again of plain data."""
    return Rulebook(
        _table_from(data["claims"]),
        _table_from(data["hints"]),
        tuple(RuleSpec(id_, says, frozenset(unless.split()), short) for id_, says, unless, short in data["rules"]),
        tuple(
            CueSpec(id_, effect, dismisses, direction, reach, frozenset(stops), frozenset(roles))
            for id_, effect, dismisses, direction, reach, stops, roles in data["cues"]
        ),
        frozenset(data["breaks"]),
    )


def _seconds_from(text: str) -> Lazy[str, str, Endings]:
    groups = (group.partition(">")[::2] for group in text.split("<"))
    return Lazy(dict(groups), _endings_from)


def _endings_from(text: str) -> Endings:
    items = (item.split("=") for item in text.split("^"))
    return [(tuple(rest.split()), [*map(int, slots.split())]) for rest, slots in items]


def plain_rewrites(rewrites: Rewrites) -> Json:
    """Give rewrites as plain data."""
    return {"table": _table_json(rewrites.table), "puts": rewrites.puts, "bars": sorted(rewrites.bars)}


def rewrites_from(data: Json) -> Rewrites:
    """Make rewrites again of plain data."""
    return Rewrites(_table_from(data["table"]), tuple(Put(*put) for put in data["puts"]), frozenset(data["bars"]))


def _table_from(data: Json) -> Table:
    return Table(
        Lazy(named_rows(data["phrases"]), _seconds_from),
        Lazy(numbered_rows(data["sequences"]), _sequences_from),
    )


def _sequences_from(text: str) -> list[tuple[frozenset[int], Sequence]]:
    return [_sequence_from(*item) for item in json.loads(text)]


def _sequence_from(owner: int, steps: Json) -> tuple[frozenset[int], Sequence]:
    made = tuple(_step_from(place, gap) for place, gap in steps)
    return frozenset(step.slot for step in made if step.kind == "slot"), Sequence(owner, made)


def _step_from(place: int | str, gap: int) -> Step:
    if isinstance(place, str):
        return Step("regex", -1, place, gap)
    return Step("number" if place < 0 else "slot", place, "", gap)
