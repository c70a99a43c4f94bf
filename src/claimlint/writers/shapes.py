"""The values of a report as JSON has them: the contracted shapes, described by `schemas/report.schema.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimlint.findings import (
    Approval,
    Basis,
    CheckedFile,
    Considered,
    CueMention,
    Finding,
    Gone,
    NotChecked,
    PackInfo,
    Place,
    Seen,
)
from claimlint.version import __version__

SCHEMA_VERSION = "1"
Shape = Mapping[str, Any]

UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no UTF-8 file can hold, or what acts on a terminal. JSON has all of it inside strings only."""
DELETE = "\x7f"
"""The one of them that is ASCII."""
ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False).encode

# The shape is spelt out key by key: a field added to a value must not slip into a contract.


def encoded(shape: Shape) -> str:
    """Give a shape on one line, as JSON that any file can hold and no terminal acts upon."""
    return _safe(ON_ONE_LINE(shape))


def spread(shape: Shape) -> str:
    """Give a shape over many lines, for people to read. It takes far longer than one line."""
    return _safe(json.dumps(shape, ensure_ascii=False, indent=2))


def _safe(text: str) -> str:
    if text.isascii() and DELETE not in text:
        return text
    return UNSAFE.sub(lambda char: f"\\u{ord(char.group()):04x}", text)


def array(name: str, shapes: Iterable[Shape], indent: str = "  ") -> Iterator[str]:
    """Give a further member of an object that is an array, item by item and each on a line: there may be many."""
    yield f',\n{indent}"{name}": ['
    inner = f"\n{indent}  "
    comma = end = ""
    for shape in shapes:
        yield f"{comma}{inner}{encoded(shape)}"
        comma, end = ",", f"\n{indent}"
    yield f"{end}]"


def tool(packs: Iterable[PackInfo]) -> dict[str, Any]:
    """Tell which version ran with which packs."""
    return {"name": "claimlint", "version": __version__, "packs": [*map(pack, packs)]}


def gone(item: Gone) -> dict[str, str]:
    """Give what the baseline knows and the files no longer have."""
    return {"fingerprint": item.fingerprint, "rule": item.rule, "path": item.path, "text": item.text}


def pack(item: PackInfo) -> dict[str, str]:
    """Tell which rules were used."""
    return {"name": item.name, "version": item.version, "sha256": item.sha256}


def checked(file: CheckedFile) -> dict[str, Any]:
    """Tell of a file that was read."""
    reason = {"reason": file.note} if file.note else {}
    return {"path": file.path, "status": "checked", **reason, "verdict": dict(file.verdict)}


def unread(item: NotChecked) -> dict[str, Any]:
    """Tell of a file that was not read."""
    return {"path": item.path, "status": "not_checked", "reason": item.reason, "verdict": {}}


def finding(item: Finding) -> dict[str, Any]:
    """Give a finding with all that explains it."""
    return {
        "fingerprint": item.fingerprint,
        "rule": item.rule,
        "title": item.title,
        "says": item.says,
        "law": item.law,
        "class": item.class_,
        "level": item.level,
        "path": item.path,
        "start": _place(item.start),
        "end": _place(item.end),
        **structure(item),
        "text": item.text,
        "sentence": item.sentence,
        "why": item.why,
        "instead": list(item.instead),
        "basis": [*map(_basis, item.basis)],
        "seen": [*map(_seen, item.seen)],
        "cues": [*map(_cue, item.cues)],
        "also": list(item.also),
        "state": item.state,
        **({"approval": approval(item.approval)} if item.approval else {}),
    }


def approval(item: Approval) -> dict[str, str]:
    """Tell why a finding may stand, leaving out what nobody wrote."""
    told = {
        "reason": item.reason, "place": item.place, "by": item.by, "date": item.date,
        "expires": item.expires, "evidence": item.evidence,
    }  # fmt: skip
    return {name: text for name, text in told.items() if text}


def structure(item: Finding) -> dict[str, Any]:
    """Give the place in a structured or paged file, where there is one."""
    box = item.box and [round(side, 2) for side in item.box]
    places = {"pointer": item.pointer, "page": item.page, "box": box}
    return {name: place for name, place in places.items() if place}


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _basis(basis: Basis) -> dict[str, str]:
    return {"cite": basis.cite, "url": basis.url}


def _seen(seen: Seen) -> dict[str, Any]:
    return {"by": seen.by, "kind": seen.kind, "year": seen.year, "said": seen.said, "source": seen.source}


def _cue(mention: CueMention) -> dict[str, str]:
    return {"effect": mention.effect, "text": mention.text}


def considered(item: Considered) -> dict[str, Any]:
    """Give what was dismissed, and by what."""
    return {
        "rule": item.rule,
        "path": item.path,
        "start": _place(item.start),
        "end": _place(item.end),
        "text": item.text,
        "dismissed_by": _cue(item.dismissed_by),
    }


def not_checked(item: NotChecked) -> dict[str, str]:
    """Tell what was not read, and why."""
    return {"path": item.path, "reason": item.reason}
