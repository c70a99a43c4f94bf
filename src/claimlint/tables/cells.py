"""Columns to cells: which columns hold text, and the texts in them, however Arrow lays them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from glob import escape
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from claimlint.errors import ClaimlintError, NotReadable
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers.decode import decode
from claimlint.readers.fields import Names, pointer_of


class Column(NamedTuple):
    """A column to read: its number in the batch, its name, and what of it is wished."""

    number: int
    name: str
    wishes: Wishes


class Cell(NamedTuple):
    """A text in a row: the names that lead to it, the column's first; `note` tells what was odd about reading it."""

    names: Names
    text: str
    note: str | None = None


class Unread(NamedTuple):
    """What of a row could not be read, by the names that lead to it, and why; without names it is the whole row."""

    names: Names
    reason: str


def text_columns(schema: pa.Schema, named: Sequence[str], id_: str | None) -> list[Column]:
    """Give the columns to read: those named, of which everything is read, or all with text but the id.

    Raises ClaimlintError with the known ones.
    """
    if named:
        return [_wished(schema, name) for name in dict.fromkeys(named)]
    found = [
        Column(number, field.name, EVERYTHING)
        for number, field in enumerate(schema)
        if field.name != id_ and _holds_text(field.type)
    ]
    if not found:
        raise ClaimlintError(f"no column holds text; {_known(schema)}")
    return found


def column_number(schema: pa.Schema, name: str, use: str) -> int:
    """Give the number of a column that is named for a use. Raises ClaimlintError with the known ones."""
    found = schema.get_all_field_indices(name)
    if len(found) == 1:
        return int(found[0])
    if found:
        raise ClaimlintError(f"{len(found)} columns are called {name!r}, the {use} column; give each a name of its own")
    close = get_close_matches(name, schema.names, 1)
    hint = f" (did you mean {close[0]!r}?)" if close else ""
    raise ClaimlintError(f"there is no {use} column {name!r}{hint}; {_known(schema)}")


def _wished(schema: pa.Schema, name: str) -> Column:
    number = column_number(schema, name, "text")
    kind = schema.field(number).type
    if not _holds_text(kind):
        raise ClaimlintError(f"text column {name!r} is {kind} and holds no text; {_known(schema)}")
    pointer = escape(pointer_of((name,)))
    return Column(number, name, Wishes((pointer, f"{pointer}/*")))


def _known(schema: pa.Schema) -> str:
    return f"known are: {', '.join(f'{field.name} ({field.type})' for field in schema)}"


def _holds_text(kind: pa.DataType) -> bool:
    """Tell whether there is text in values of a type, however deep."""
    if isinstance(kind, pa.BaseExtensionType):
        return _holds_text(kind.storage_type)
    if pa.types.is_map(kind):
        return _holds_text(kind.item_type)
    if pa.types.is_struct(kind):
        return any(_holds_text(field.type) for field in kind)
    if pa.types.is_nested(kind) and not pa.types.is_union(kind):
        return _holds_text(kind.value_type)
    if pa.types.is_dictionary(kind) or pa.types.is_run_end_encoded(kind):
        return _holds_text(kind.value_type)
    return _is_text(kind)


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def values(column: pa.Array) -> list[Any]:
    """Give the values of a column: text, lists, mappings, nothing; an error in the place of what cannot be read."""
    column = _plain(column)
    try:
        return list(column.to_pylist())
    except ValueError:  # bytes that are not UTF-8, and what Python has no value for
        if _is_text(column.type):
            return [_text(data) for data in column.cast(pa.large_binary()).to_pylist()]
        return [_value(row) for row in column]


def _plain(column: pa.Array) -> pa.Array:
    """Undo what only saves room."""
    if isinstance(column.type, pa.BaseExtensionType):
        return _plain(column.storage)
    if pa.types.is_dictionary(column.type):
        return _plain(column.dictionary_decode())
    if pa.types.is_run_end_encoded(column.type):
        return _plain(pc.run_end_decode(column))
    return column


def _text(data: bytes | None) -> str | bytes | None:
    """Give the text in bytes; the bytes themselves where they are not UTF-8."""
    try:
        return data.decode("utf-8") if data else None
    except UnicodeDecodeError:
        return data


def _value(row: pa.Scalar) -> Any:
    try:
        return row.as_py()
    except ValueError as error:
        return NotReadable(f"{row.type} value cannot be read: {error}; store its texts as UTF-8")


def cells(value: Any, names: Names) -> Iterator[Cell | Unread]:
    """Give the texts in a value of a column, those in lists, structs and maps by index and key."""
    if isinstance(value, str):
        if value:
            yield Cell(names, value)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            name, inner = item if isinstance(item, tuple) else (number, item)  # a map is a list of pairs
            yield from cells(inner, (*names, str(name)))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from cells(inner, (*names, name))
    elif isinstance(value, NotReadable):
        yield Unread(names, str(value))
    elif isinstance(value, bytes) and len(names) == 1:
        yield _decoded(value, names)


def _decoded(data: bytes, names: Names) -> Cell | Unread:
    """Read bytes of a text column as the readers of files do."""
    try:
        return Cell(names, *decode(data))
    except NotReadable as error:
        return Unread(names, str(error))


def ids(column: pa.Array) -> list[str | None]:
    """Give the values of an id column as text."""
    return [None if value is None else _id(value) for value in values(column)]


def _id(value: Any) -> str:
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)
