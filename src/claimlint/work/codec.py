"""Values of `findings` from the lists that JSON makes of them, by their types."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from claimlint.findings import Found

Json = Any
Make = Callable[[Json], Any]
Kind = TypeVar("Kind")


def short(found: Found) -> tuple[object, ...]:
    """Give the fields of what was found without the empty ones at the end: little is found in most copy."""
    last = max(number for number, value in enumerate(found, 1) if value)
    return found[:last]


def made(kind: type[Kind], data: Json) -> Kind:
    """Make a value again of what came through JSON, which is used up. Raises TypeError where that is not of its kind.

    Fields that are not there have their defaults.
    """
    maker = _maker(cast(Any, kind))
    value: Kind = maker(data) if maker else data
    return value


@cache
def _maker(kind: Any) -> Make | None:
    """Give what makes values of a type; none where they are plain data."""
    if hasattr(kind, "_fields"):
        return _of_fields(kind)
    if get_origin(kind) is tuple:
        return _of_items(_maker(get_args(kind)[0]))
    if get_origin(kind) in (Union, UnionType):
        return _or_none(_maker(get_args(kind)[0]))
    return None


def _of_fields(kind: Any) -> Make:
    """Give what makes values of a type in place of what it is given: that is new from JSON and nobody else's."""
    hints = enumerate(get_type_hints(kind).values())
    deep = [(place, maker) for place, hint in hints if (maker := _maker(hint))]

    def make(row: Json) -> Any:
        size = len(row)
        for place, maker in deep:
            if place >= size:
                break
            row[place] = maker(row[place])
        return kind(*row)

    return make


def _of_items(maker: Make | None) -> Make:
    return (lambda items: tuple(map(maker, items)) if items else ()) if maker else tuple


def _or_none(maker: Make | None) -> Make | None:
    return (lambda value: None if value is None else maker(value)) if maker else None
