"""The values that one run has once, whatever files it reads."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from claimlint.errors import ClaimlintError
from claimlint.findings import Level
from claimlint.settings.values import Given, Settings

AGREED = ("law", "patterns", "fail-on", "level", "fields", "baseline", "allow", "timeout")
"""Keys on which all settings files of a run must agree."""
PATHS = frozenset({"patterns", "baseline", "allow"})
OPTIONS = {"fields": "--field"}


class Run(NamedTuple):
    """What holds for a whole run: as one settings file says, and the command line over it (`given`).

    `level` is the lowest level shown.
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
    def timeout(self) -> float:
        """Give the seconds that a document may take; 0 is no limit."""
        seconds: float = self._value("timeout")
        return seconds

    @property
    def is_whole(self) -> bool:
        """Tell whether all that the settings take for copy is read, not only fields that the command line names."""
        return "fields" not in self.given

    def file(self, key: str) -> Path | None:
        """Give the file that `baseline` or `allow` names, if any."""
        named = [self.given[key]] if key in self.given else self.settings.paths(key)
        return next(iter(named), None)

    def require_same(self, other: Settings) -> None:
        """Check that other settings ask for the same run. Raises ClaimlintError that names both places."""
        for key in AGREED:
            if key not in self.given and _said(self.settings, key) != _said(other, key):
                raise ClaimlintError(
                    f"{_told(other, key)}, but {_told(self.settings, key)}: one run has one value of {key!r}; "
                    f"say the same in both, run once for each, or give {OPTIONS.get(key, f'--{key}')} for all"
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
