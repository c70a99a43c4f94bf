"""Hold JSON data against a shipped schema, in its main points, without a library for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from importlib import resources
from typing import Any

Schema = dict[str, Any]
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "number": (int, float), "array": list, "object": dict,
}  # fmt: skip
MOST_SHOWN = 60
"""Characters shown of a value that does not fit."""


@lru_cache
def shipped_schema(name: str) -> Schema:
    """Give the schema of that name: `report`, `settings`, or a form of packs, such as `rule`."""
    text = (resources.files("claimlint.schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: Schema = json.loads(text)
    return loaded


def misfits(value: Any, schema: Schema) -> Iterator[str]:
    """Say what in `value` does not fit, each with its place: types, members that are needed, allowed values, limits.

    Members that the schema does not know are let through: a later version may have written them.
    """
    yield from _misfits(value, schema, schema.get("$defs", {}), "")


def _misfits(value: Any, form: Schema, named: Schema, where: str) -> Iterator[str]:
    if "$ref" in form:
        form = named[form["$ref"].rpartition("/")[2]]
    if fault := _fault(value, form):
        yield f"{where or 'the file'}: {fault}"
    elif isinstance(value, dict):
        yield from _members(value, form, named, where)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _misfits(item, form.get("items", {}), named, f"{where}[{number}]")


def _members(value: Schema, form: Schema, named: Schema, where: str) -> Iterator[str]:
    dot = f"{where}." if where else ""
    for name in form.get("required", ()):
        if name not in value:
            yield f"{where or 'the file'}: {name!r} is missing"
    rest = form.get("additionalProperties") or {}
    for name, item in value.items():
        yield from _misfits(item, form.get("properties", {}).get(name, rest), named, f"{dot}{name}")


def _fault(value: Any, form: Schema) -> str:
    """Say what is wrong with a value itself; nothing where it may stand."""
    kind = form.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or isinstance(value, bool)):
        return f"{_shown(value)} is no {kind}"
    allowed = [form["const"]] if "const" in form else form.get("enum", [value])
    if value not in allowed:
        return f"{_shown(value)} is not known; {_nearest(value, allowed)}"
    if isinstance(value, list) and not form.get("minItems", 0) <= len(value) <= form.get("maxItems", len(value)):
        return f"has {len(value)} items; needed are {form['minItems']}"
    if "minimum" in form and value < form["minimum"]:
        return f"{value} is less than {form['minimum']}"
    return ""


def _nearest(value: Any, allowed: list[Any]) -> str:
    close = get_close_matches(str(value), map(str, allowed), 1)
    return f"did you mean {close[0]!r}?" if close else f"allowed are: {', '.join(map(repr, allowed))}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
