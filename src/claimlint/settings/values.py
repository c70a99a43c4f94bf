"""The values of one settings file, each with the place where it was said."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from claimlint.settings.globs import NO_GLOBS, Globs, path_inside

NAME = ".claimlint.yaml"

DEFAULTS: dict[str, Any] = {
    "law": ["us"], "fail-on": "error", "level": "note", "rules": {}, "paths": {}, "product": "cosmetic", "names": [],
    "patterns": [], "include": [], "exclude": [], "baseline": None, "allow": None, "fields": [],
    "timeout": 300,
}  # fmt: skip
"""Every key with what holds where no file and no option says otherwise; the schema says the same."""

NOTHING: Mapping[Any, Any] = MappingProxyType({})

Given = Mapping[str, Any]
"""What was said on the command line, by key."""


class Area(NamedTuple):
    """Paths with their own rules and product: one entry of `paths`."""

    glob: str
    globs: Globs
    data: Mapping[str, Any]


class Settings:
    """What a checked settings file says. `place` is its shown path, empty where there is no file.

    Globs and paths in it go from `folder`. One file is one value, so that settings are compared by identity.
    """

    def __init__(
        self, place: str, folder: Path, data: Mapping[str, Any] = NOTHING, lines: Mapping[tuple[str | int, ...], int] = NOTHING,
        include: Globs = NO_GLOBS, exclude: Globs = NO_GLOBS, areas: tuple[Area, ...] = (),
    ) -> None:  # fmt: skip
        self.place = place
        self.folder = folder
        self.data = data
        self.lines = lines
        self.include = include
        self.exclude = exclude
        self.areas = areas

    def value(self, key: str) -> Any:
        """Give what the file says of a key, or the default."""
        return self.data.get(key, DEFAULTS[key])

    def at(self, *where: str | int) -> str:
        """Name the place of a value: file and line."""
        return f"{self.place}:{self.lines.get(where, 1)}"

    def areas_of(self, path: str) -> tuple[int, ...]:
        """Give the numbers of the areas that hold a path, in the order of the file."""
        if not self.areas:
            return ()
        inside = path_inside(self.folder, path)
        return tuple(number for number, area in enumerate(self.areas) if area.globs.hold(inside))

    def why_out(self, path: str, *, is_folder: bool) -> str | None:
        """Say by which key a path is left out, or nothing where it is to be read."""
        if not (self.include or self.exclude or self.areas):
            return None
        inside = path_inside(self.folder, path)
        if self.exclude.hold(inside, is_folder=is_folder):
            return "exclude"
        skipped = (
            area for area in self.areas if area.data.get("skip") and area.globs.hold(inside, is_folder=is_folder)
        )
        area = next(skipped, None)
        if area:
            return f"paths: {area.glob}: skip"
        left = self.include and not is_folder and not self.include.hold(inside)
        return "include" if left else None

    def paths(self, key: str) -> Sequence[Path]:
        """Give the paths of a key, from the folder of the file."""
        value = self.value(key)
        return [self.folder / path for path in ([value] if isinstance(value, str) else value or ())]
