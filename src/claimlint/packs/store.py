"""Give compiled packs, built once and kept in the user's cache folder under a key made of their content."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimlint.findings import PackInfo
from claimlint.packs import kept, stored_gate
from claimlint.packs.identity import Identity, identify, remember
from claimlint.version import __version__

if TYPE_CHECKING:
    from claimlint.engine.gate import Gate
    from claimlint.engine.rulebook import Rewrites, Rulebook
    from claimlint.packs.model import Pack

Json = Any
FORMAT = 20
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
        return stored_gate.gate_from(*self._part("gate"))

    @cached_property
    def book(self) -> Rulebook:
        """Give what the engine matches."""
        from claimlint.packs import stored_book

        return stored_book.book_from(*self._part("book"))

    @cached_property
    def rewrites(self) -> Rewrites:
        """Give how claims are made safe."""
        from claimlint.packs import stored_book

        return stored_book.rewrites_from(*self._part("rewrites"))

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

    from claimlint.packs import stored_book
    from claimlint.packs.compile import compile_pack
    from claimlint.packs.rewrites import compile_rewrites

    gate, book = compile_pack(pack)
    return {
        "gate": stored_gate.plain(gate),
        "book": stored_book.plain(book),
        "rewrites": stored_book.plain_rewrites(compile_rewrites(pack)),
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
