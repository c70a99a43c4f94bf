"""Give compiled packs, built once and kept in the user's cache folder under a key made of their content."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimlint.engine.lazy import Lazy
from claimlint.engine.rulebook import (
    ALONE,
    CueSpec,
    Endings,
    Gate,
    Put,
    Rewrites,
    Rulebook,
    RuleSpec,
    Sequence,
    Starts,
    Step,
    Table,
)
from claimlint.engine.triggers import gate_of
from claimlint.findings import PackInfo
from claimlint.packs import kept
from claimlint.packs.identity import Identity, identify, remember
from claimlint.packs.rows import Rows, packed
from claimlint.version import __version__

if TYPE_CHECKING:
    from claimlint.packs.model import Pack

Json = Any
FORMAT = 19
"""Raise it when the shape of the stored files changes."""


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Give the folder for all that is kept from run to run: CLAIMLINT_CACHE, else claimlint's in the user's cache folder."""
    if "CLAIMLINT_CACHE" in environ:
        return Path(environ["CLAIMLINT_CACHE"])
    if sys.platform == "win32" and "LOCALAPPDATA" in environ:
        return Path(environ["LOCALAPPDATA"]) / "claimlint" / "cache"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimlint"


class Part(NamedTuple):
    """A stored part of compiled packs: plain data, and the bytes that stand in it by their places."""

    data: Json
    tail: bytes


class Compiled:
    """The packs in `places` ready for the engine. Raises PackError from any part where a pack is faulty.

    Each part is read from the cache where it is there and whole, else all are built and stored; a cache that cannot be
    written to is done without.
    """

    def __init__(self, places: Iterable[Path], cache: Path | None = None) -> None:
        self._places = tuple(places)
        self._cache = cache

    @cached_property
    def infos(self) -> tuple[PackInfo, ...]:
        """Identify the packs by name, version and content."""
        return self._identity.infos

    @cached_property
    def pack(self) -> Pack:
        """Give the checked pack, always read from its files."""
        from claimlint.packs.load import load_pack

        return load_pack(self._places)

    @cached_property
    def gate(self) -> Gate:
        """Give what decides which sentences are worth reading."""
        return _gate_from(self._part("gate"))

    @cached_property
    def book(self) -> Rulebook:
        """Give what the engine matches."""
        return _book_from(self._part("book"))

    @cached_property
    def rewrites(self) -> Rewrites:
        """Give how claims are made safe."""
        return _rewrites_from(self._part("rewrites"))

    @cached_property
    def texts(self) -> Json:
        """Give the plain data of rules and laws, as `law` reads them."""
        return self._part("texts").data

    @cached_property
    def laws(self) -> tuple[str, ...]:
        """Give the ids of the laws, sorted."""
        return tuple(self._part("laws").data)

    @cached_property
    def topics(self) -> dict[str, str]:
        """Give the topic of every rule."""
        topics: dict[str, str] = self._part("topics").data
        return topics

    @cached_property
    def products(self) -> tuple[str, ...]:
        """Give the OTC drug products that some law knows, sorted."""
        return tuple(self._part("products").data)

    @cached_property
    def _identity(self) -> Identity:
        salt = f"{FORMAT} {__version__}"
        return remember(self._places, salt, self._cache) if self._cache else identify(self._places, salt)

    def _part(self, name: str) -> Part:
        """Give one part from the cache; where it is not there, build and store all, for other runs need the others."""
        head, tail = (kept.read(self._file(name)) if self._cache else None) or self._built[name]
        return Part(json.loads(head), tail)

    @cached_property
    def _built(self) -> dict[str, tuple[bytes, bytes]]:
        """Build all parts, and store them where that can be."""
        built = {name: _stored(part) for name, part in _parts(self.pack).items()}
        if self._cache:
            for name, content in built.items():
                kept.write(self._file(name), *content)
        return built

    def _file(self, name: str) -> Path:
        return Path(self._cache or "", f"{self._identity.key}.{name}")


def _parts(pack: Pack) -> dict[str, Json]:
    """Give all that is made of a pack, as plain data."""
    from dataclasses import asdict

    from claimlint.packs.compile import compile_pack
    from claimlint.packs.rewrites import compile_rewrites

    gate, book = compile_pack(pack)
    table, puts, bars = compile_rewrites(pack)
    return {
        "gate": _gate_json(gate),
        "book": _book_json(book),
        "rewrites": {"table": _table_json(table), "puts": puts, "bars": sorted(bars)},
        "texts": {
            "rules": {rule.id: asdict(rule) for rule in pack.rules.values()},
            "laws": {law.id: asdict(law) for law in pack.laws.values()},
        },
        "laws": sorted(pack.laws),
        "topics": {rule.id: rule.topic for rule in pack.rules.values()},
        "products": sorted({name for law in pack.laws.values() for name in law.products}),
    }


def _stored(part: Json) -> tuple[bytes, bytes]:
    """Give a part as a line of JSON and the bytes of it, which stand in the line by their places."""
    tail = bytearray()

    def put(block: bytes) -> tuple[int, int]:
        tail.extend(block)
        return len(tail) - len(block), len(tail)

    return json.dumps(part, separators=(",", ":"), default=put).encode(), bytes(tail)


# Packs have tens of thousands of small parts of which a run needs a few dozen, so each value of a table is stored as one
# row of text and decoded when asked for: ";", "^" or "<" parts items, ",", "=" or ">" the fields of an item, a space the words
# of a field. None of these signs is in a word or a mark of folded text that stands beside it. The keys of a table are one
# text too, which is read several times faster than a list of JSON.


def _columns(table: Mapping[Any, str]) -> Json:
    return ["\n".join(map(str, table)), packed([*table.values()])]


def _rows(columns: Json, tail: bytes) -> Rows[str]:
    keys, places = columns
    return Rows(lambda: keys.split("\n") if places else (), places, tail)


def _numbered_rows(columns: Json, tail: bytes) -> Rows[int]:
    keys, places = columns
    return Rows(lambda: map(int, keys.split()), places, tail)


def _gate_json(gate: Gate) -> Json:
    """Give the gate as plain data; the key words stand first among the short words and in the vocabulary."""
    short, vocabulary = sorted(gate.known - gate.vocabulary - {ALONE}), sorted(gate.vocabulary)
    few, many = ([word for word in words if word in gate.triggers] for words in (short, vocabulary))
    return {
        "short": _foremost(few, short),
        "vocabulary": _foremost(many, vocabulary),
        "counts": [len(few), len(many)],
        "starts": packed([_starts_text(gate.starts[key]) for key in [*few, *many]]),
        "needs": _columns(
            {slot: ";".join(" ".join(map(str, need)) for need in needs) for slot, needs in gate.needs.items()}
        ),
        "words": _columns({slot: _joined(words) for slot, words in gate.words.items()}),
        "phrases": _columns(
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


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _gate_from(part: Part) -> Gate:
    data, tail = part
    short, vocabulary = data["short"].split(), data["vocabulary"].split()
    few, many = data["counts"]
    return gate_of(
        Lazy(Rows(lambda: short[:few] + vocabulary[:many], data["starts"], tail), _starts_from),
        Lazy(_numbered_rows(data["needs"], tail), lambda row: [[*map(int, need.split())] for need in row.split(";")]),
        Lazy(_numbered_rows(data["words"], tail), lambda words: frozenset(words.split())),
        Lazy(_numbered_rows(data["phrases"], tail), _phrases_from),
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


def _book_json(book: Rulebook) -> Json:
    return {
        "claims": _table_json(book.claims),
        "hints": _table_json(book.hints),
        "rules": [[r.id, r.says, _joined(r.unless), r.short_only] for r in book.rules],
        "cues": [
            [c.id, c.effect, c.dismisses, c.direction, c.reach, sorted(c.stops), sorted(c.roles)] for c in book.cues
        ],
        "breaks": sorted(book.breaks),
    }


def _table_json(table: Table) -> Json:
    return {
        "phrases": _columns(
            {
                first: "<".join(f"{second}>{_endings_text(found)}" for second, found in seconds.items())
                for first, seconds in table.phrases.items()
            }
        ),
        "sequences": _columns(
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


def _book_from(part: Part) -> Rulebook:
    data, tail = part
    return Rulebook(
        _table_from(data["claims"], tail),
        _table_from(data["hints"], tail),
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


def _rewrites_from(part: Part) -> Rewrites:
    data, tail = part
    return Rewrites(_table_from(data["table"], tail), tuple(Put(*put) for put in data["puts"]), frozenset(data["bars"]))


def _table_from(data: Json, tail: bytes) -> Table:
    return Table(
        Lazy(_rows(data["phrases"], tail), _seconds_from),
        Lazy(_numbered_rows(data["sequences"], tail), _sequences_from),
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
