"""What an editor's settings ask for: laws, level, packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS, Level
from claimlint.packs.check import suggest

SECTION = "claimlint"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What an editor says over the settings file: laws, the lowest level to show, folders of own packs."""

    law: tuple[str, ...] | None = None
    level: Level | None = None
    patterns: tuple[str, ...] | None = None

    @property
    def given(self) -> dict[str, Any]:
        """Give what is said, by the keys of settings."""
        folders = None if self.patterns is None else tuple(map(Path, self.patterns))
        said = {"law": self.law, "level": self.level, "patterns": folders}
        return {key: value for key, value in said.items() if value is not None}


KEYS = tuple(field.name for field in fields(Preferences))


def preferred(given: object, before: Preferences, root: str | None) -> Preferences:
    """Give the preferences with what an editor sends laid over them; folders of packs are seen from `root`.

    A section named "claimlint" holds ours; without it they stand beside those of other servers, which are let be.
    Raises ClaimlintError for a key or a value that means nothing.
    """
    if not isinstance(given, Mapping):
        return before
    section = given.get(SECTION, {key: given[key] for key in KEYS if key in given})
    if not isinstance(section, Mapping):
        return before
    for key in section:
        if key not in KEYS:
            raise ClaimlintError(f"editor settings: there is no {key!r}; {suggest(key, [*KEYS])}")
    changed: dict[str, Any] = {key: _texts(key, section[key]) for key in section if key != "level"}
    if "level" in section:
        changed["level"] = _level(section["level"])
    if "patterns" in changed:
        changed["patterns"] = tuple(str(Path(root or "", folder)) for folder in changed["patterns"])
    return replace(before, **changed)


def _texts(key: str, given: object) -> tuple[str, ...]:
    """Read a list of texts, or one text with commas between."""
    texts = given.split(",") if isinstance(given, str) else given
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise ClaimlintError(f"editor settings: {key}: {given!r} is no list of texts")
    return tuple(filter(None, map(str.strip, texts)))


def _level(given: object) -> Level:
    if given not in LEVELS:
        raise ClaimlintError(f"editor settings: level: {given!r} is no level; {suggest(given, [*LEVELS])}")
    return given
