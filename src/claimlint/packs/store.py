"""Give compiled packs, built once and kept in the user's cache folder under a key made of their content."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlint.findings import PackInfo
from claimlint.packs import kept, stored_gate
from claimlint.packs.identity import Identity, identify, remember
from claimlint.version import __version__

if TYPE_CHECKING:
    from claimlint.engine.gate import Gate
    from claimlint.engine.rulebook import Rewrites, Rulebook
    from claimlint.packs.model import Pack

Json = Any
FORMAT = 21
"""Raise it when the shape of the stored files changes."""


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Give the folder for all that is kept from run to run: CLAIMLINT_CACHE, else claimlint's in the user's cache folder."""
    if "CLAIMLINT_CACHE" in environ:
        return Path(environ["CLAIMLINT_CACHE"])
    if sys.platform == "win32" and "LOCALAPPDATA" in environ:
        return Path(environ["LOCALAPPDATA"]) / "claimlint" / "cache"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimlint"


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
        return stored_gate.gate_from(self._part("gate"))

    @cached_property
    def book(self) -> Rulebook:
        """Give what the engine matches."""
        from claimlint.packs import stored_book

        return stored_book.book_from(self._part("book"))

    @cached_property
    def rewrites(self) -> Rewrites:
        """Give how claims are made safe."""
        from claimlint.packs import stored_book

        return stored_book.rewrites_from(self._part("rewrites"))

    @cached_property
    def texts(self) -> Json:
        """Give the plain data of rules and laws, as `law` reads them."""
        return self._part("texts")

    @cached_property
    def laws(self) -> tuple[str, ...]:
        """Give the ids of the laws, sorted."""
        return tuple(self._part("laws"))

    @cached_property
    def topics(self) -> dict[str, str]:
        """Give the topic of every rule."""
        topics: dict[str, str] = self._part("topics")
        return topics

    @cached_property
    def products(self) -> tuple[str, ...]:
        """Give the OTC drug products that some law knows, sorted."""
        return tuple(self._part("products"))

    @cached_property
    def _identity(self) -> Identity:
        salt = f"{FORMAT} {__version__} {sys.implementation.cache_tag}"  # each Python reads only what it wrote itself
        return remember(self._places, salt, self._cache) if self._cache else identify(self._places, salt)

    def _part(self, name: str) -> Json:
        """Give one part from the cache; where it is not there, build and store all, for other runs need the others."""
        return marshal.loads((kept.read(self._file(name)) if self._cache else None) or self._built[name])  # noqa: S302

    @cached_property
    def _built(self) -> dict[str, bytes]:
        """Build all parts, and store them where that can be."""
        built = {name: marshal.dumps(_plain(part)) for name, part in _parts(self.pack).items()}
        if self._cache:
            for name, content in built.items():
                kept.write(self._file(name), content)
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


def _plain(value: Json) -> Json:
    """Give data without named tuples, which cannot be stored."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [*map(_plain, value)] if isinstance(value, (list, tuple)) else value
