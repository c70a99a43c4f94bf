"""Tell every value that holds for a path, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from claimlint.settings.run import Run
from claimlint.settings.values import DEFAULTS, Settings

BY_AREA = ("rules", "product")
UNSAID = {"baseline": "the nearest", "allow": "the nearest"}
"""What holds of a key that nobody gives a value; of others nothing does."""


class Row(NamedTuple):
    """A key, one value of it, and its origin: default, file and line, or command line."""

    key: str
    value: str
    origin: str


def show(path: str, run: Run, *, is_folder: bool = False) -> Iterator[str]:
    """Give the values for a path as lines of text."""
    rows = list(rows_of(path, run, is_folder=is_folder))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    yield f"{path}: {run.settings.place or 'no settings file'}\n"
    for row in rows:
        yield f"  {row.key.ljust(widths[0])}  {row.value.ljust(widths[1])}  {row.origin}\n"


def rows_of(path: str, run: Run, *, is_folder: bool = False) -> Iterator[Row]:
    """Give every value that holds for a path, in the order of the reference."""
    settings = run.settings
    for key in DEFAULTS:
        if key in run.given:
            yield from (Row(key, str(value), "command line") for value in _items(run.given[key]))
        elif key in BY_AREA:
            yield from _by_area(path, settings, key)
        else:
            yield from _plain(settings, key)
    out = settings.why_out(path, is_folder=is_folder)
    if out:
        yield Row("left out", "yes", f"{settings.place}: {out}")


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _plain(settings: Settings, key: str) -> Iterator[Row]:
    value = settings.value(key)
    if key not in settings.data or not value:
        shown = ", ".join(value) if isinstance(value, (list, dict)) else value
        yield Row(key, shown or UNSAID.get(key, "none"), settings.at(key) if key in settings.data else "default")
    elif isinstance(value, (list, dict)):
        spots = range(len(value)) if isinstance(value, list) else value
        yield from (Row(key, str(item), settings.at(key, spot)) for item, spot in zip(value, spots, strict=True))
    else:
        yield Row(key, str(value), settings.at(key))


def _by_area(path: str, settings: Settings, key: str) -> Iterator[Row]:
    """Give what holds of a key after the areas that hold the path had their say."""
    found: dict[str, Row] = {}
    areas = [settings.areas[number] for number in settings.areas_of(path)]
    for where, told, data in [
        ((), "", settings.data),
        *((("paths", a.glob), f" (paths: {a.glob})", a.data) for a in areas),
    ]:
        value = data.get(key)
        if isinstance(value, dict) and key == "rules":
            for rule, level in value.items():
                found[rule] = Row(key, f"{rule}: {level}", settings.at(*where, key, rule) + told)
        elif value is not None:
            shown = f"otc: {', '.join(value['otc'])}" if isinstance(value, dict) else value
            found[key] = Row(key, shown, settings.at(*where, key) + told)
    yield from found.values() or [Row(key, DEFAULTS[key] or "none", "default")]
