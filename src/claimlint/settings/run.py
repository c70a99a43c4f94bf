"""The values that one run has once, whatever files it reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from claimlint.errors import ClaimlintError
from claimlint.findings import Level
from claimlint.settings.values import Given, Settings

AGREED = ("law", "patterns", "fail-on", "level", "fields", "baseline", "allow")
"""Keys on which all settings files of a run must agree."""
PATHS = frozenset({"patterns", "baseline", "allow"})
OPTIONS = {"fields": "--field"}


class Run(NamedTuple):
    """What holds for a whole run: as one settings file says, and the command line over it (`given`).

    `level` is the lowest level shown. `baseline` and `allow` are paths, or none where no setting names them.
    """

    settings: Settings
    given: Given

    @property
    def law(self) -> tuple[str, ...]:
        """Give the laws to read under."""
        return tuple(self._value("law"))

    @property
    def patterns(self) -> tuple[Path, ...]:
        """Give the folders of own packs."""
        return tuple(self._value("patterns"))

    @property
    def fail_on(self) -> Level:
        """Give the level from which on a run fails."""
        level: Level = self._value("fail-on")
        return level

    @property
    def level(self) -> Level:
        """Give the level from which on findings are shown."""
        level: Level = self._value("level")
        return level

    @property
    def fields(self) -> tuple[str, ...]:
        """Give the fields to read of data files; all copy where there are none."""
        return tuple(self._value("fields"))

    @property
    def baseline(self) -> Path | None:
        """Give the baseline that the settings name."""
        return next(iter(self._value("baseline")), None)

    @property
    def allow(self) -> Path | None:
        """Give the file of approvals that the settings name."""
        return next(iter(self._value("allow")), None)

    def require_same(self, other: Settings) -> None:
        """Check that other settings ask for the same run. Raises ClaimlintError that names both places."""
        for key in AGREED:
            if key not in self.given and _said(self.settings, key) != _said(other, key):
                option = OPTIONS.get(key, f"--{key}")
                way_out = f"say the same in both, run once for each, or give {option} for all"
                if key in ("baseline", "allow"):
                    way_out = "name the same file in both, or run once for each"
                raise ClaimlintError(
                    f"{_told(other, key)}, but {_told(self.settings, key)}: one run has one value of {key!r}; {way_out}"
                )

    def _value(self, key: str) -> Any:
        return self.given[key] if key in self.given else _said(self.settings, key)


def run_of(settings: Iterable[Settings], given: Given) -> Run:
    """Give what all settings of a run ask for; there is at least one. Raises ClaimlintError where they differ."""
    first, *others = dict.fromkeys(settings)
    run = Run(first, given)
    for other in others:
        run.require_same(other)
    return run


def _said(settings: Settings, key: str) -> Any:
    return settings.paths(key) if key in PATHS else settings.value(key)


def _told(settings: Settings, key: str) -> str:
    value = settings.value(key)
    shown = ", ".join(value) if isinstance(value, list) else value
    if key in settings.data:
        return f"{settings.at(key)}: {key} is {shown}"
    return f"{settings.place or 'where no settings file is'}: {key} is {shown or 'none'} (default)"
