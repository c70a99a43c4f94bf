"""Hold a YAML file against its JSON schema and word each fault so that its author can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from claimlint.packs.yaml_file import Where, YamlFile
from claimlint.schemas.fit import Schema, shipped_schema

TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "boolean": bool, "array": list, "object": dict,
}  # fmt: skip


def faults(file: YamlFile, form: str) -> list[str]:
    """List what keeps a file from having the form, each with file, line, key, value and way out."""
    return [file.fault(where, text) for where, text in _check(file.data, shipped_schema(form), ())]


def suggest(value: object, allowed: list[str]) -> str:
    """Say which allowed value is nearest, or which there are."""
    close = get_close_matches(str(value), allowed, 1, 0.5)
    shown = ", ".join(allowed[:20]) + (", …" if len(allowed) > 20 else "")
    return f"did you mean {close[0]!r}?" if close else f"allowed are: {shown or 'none'}"


def _check(value: Any, form: Schema, where: Where) -> Iterator[tuple[Where, str]]:
    if "anyOf" in form:
        yield from _any_of(value, form["anyOf"], where)
        return
    if "enum" in form and value not in form["enum"]:
        yield where, f"{value!r} is not known; {suggest(value, form['enum'])}"
        return
    kind = form.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        yield where, f"{_short(value)} is no {kind}; {_way_out(kind)}"
        return
    if isinstance(value, str):
        yield from _string(value, form, where)
    elif isinstance(value, int):
        if not form.get("minimum", value) <= value <= form.get("maximum", value):
            yield where, f"{value} is out of range; allowed are {form.get('minimum')} to {form.get('maximum')}"
    elif isinstance(value, list):
        yield from _list(value, form, where)
    elif isinstance(value, dict):
        yield from _mapping(value, form, where)


def _any_of(value: Any, forms: list[Schema], where: Where) -> Iterator[tuple[Where, str]]:
    tries = [list(_check(value, form, where)) for form in forms]
    if all(tries):
        fitting = [t for t, form in zip(tries, forms, strict=True) if isinstance(value, TYPES[form["type"]])]
        yield from (fitting or tries)[0]


def _string(value: str, form: Schema, where: Where) -> Iterator[tuple[Where, str]]:
    if len(value) < form.get("minLength", 0):
        yield where, f"{value!r} is too short; write at least {form['minLength']} characters"
    if len(value) > form.get("maxLength", len(value)):
        yield where, f"{len(value)} characters; at most {form['maxLength']}"
    if "pattern" in form and not re.search(form["pattern"], value):
        yield where, f"{_short(value)} does not fit {form['pattern']!r}"


def _list(value: list[Any], form: Schema, where: Where) -> Iterator[tuple[Where, str]]:
    if len(value) < form.get("minItems", 0):
        yield where, f"{len(value)} items; write at least {form['minItems']}"
    if len(value) > form.get("maxItems", len(value)):
        yield where, f"{len(value)} items; at most {form['maxItems']}"
    for number, item in enumerate(value):
        yield from _check(item, form.get("items", {}), (*where, number))


def _mapping(value: dict[Any, Any], form: Schema, where: Where) -> Iterator[tuple[Where, str]]:
    known = form.get("properties", {})
    other = form.get("additionalProperties", {})
    for key in form.get("required", []):
        if key not in value:
            yield where, f"the key {key!r} is missing; add it"
    for key, item in value.items():
        if key in known:
            yield from _check(item, known[key], (*where, key))
        elif other is False:
            yield (*where, key), f"unknown key {key!r}; {suggest(key, list(known))}"
        else:
            yield from _check(item, other, (*where, str(key)))


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…'"


def _way_out(kind: str) -> str:
    return {
        "string": "put it in quotes", "integer": "write a whole number", "boolean": "write true or false",
        "array": "write a list", "object": "write keys and values",
    }[kind]  # fmt: skip
