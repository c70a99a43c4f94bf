"""The report as JSON: the contracted shape, described by `schemas/report.schema.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
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
    Report,
    Seen,
)
from claimlint.version import __version__
from claimlint.writers.options import Options

SCHEMA_VERSION = "1"
Shape = Mapping[str, Any]

UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no UTF-8 file can hold, or what acts on a terminal. JSON has all of it inside strings only."""

# The shape is spelt out key by key: a field added to a value must not slip into a contract.


def write_json(report: Report, options: Options) -> Iterator[str]:
    """Give the whole report as one JSON object, piece by piece, whatever `options` say about the screen."""
    tool = {"name": "claimlint", "version": __version__, "packs": [*map(_pack, report.packs)]}
    head = {"schema_version": SCHEMA_VERSION, "tool": tool, "summary": report.summary}
    yield _encoded(head).removesuffix("\n}")
    files: Iterable[Shape] = chain(map(_checked, report.files), map(_unread, report.not_checked))
    yield from _array("files", files)
    yield from _array("findings", map(_finding, report.findings))
    yield from _array("considered", map(_considered, report.considered))
    yield from _array("not_checked", ({"path": item.path, "reason": item.reason} for item in report.not_checked))
    if report.gone is not None:
        yield from _array("gone", map(_gone, report.gone))
    yield "\n}\n"


def _array(name: str, shapes: Iterable[Shape]) -> Iterator[str]:
    """Give a member of the report that is an array, item by item: there may be many."""
    yield f',\n  "{name}": ['
    comma = end = ""
    for shape in shapes:
        yield f"{comma}\n    " + _encoded(shape).replace("\n", "\n    ")
        comma, end = ",", "\n  "
    yield f"{end}]"


def _encoded(shape: Shape) -> str:
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    return UNSAFE.sub(lambda char: f"\\u{ord(char.group()):04x}", text)


def _gone(item: Gone) -> dict[str, str]:
    return {"fingerprint": item.fingerprint, "rule": item.rule, "path": item.path, "text": item.text}


def _pack(pack: PackInfo) -> dict[str, str]:
    return {"name": pack.name, "version": pack.version, "sha256": pack.sha256}


def _checked(file: CheckedFile) -> dict[str, Any]:
    reason = {"reason": file.note} if file.note else {}
    return {"path": file.path, "status": "checked", **reason, "verdict": dict(file.verdict)}


def _unread(item: NotChecked) -> dict[str, Any]:
    return {"path": item.path, "status": "not_checked", "reason": item.reason, "verdict": {}}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "title": finding.title,
        "says": finding.says,
        "law": finding.law,
        "class": finding.class_,
        "level": finding.level,
        "path": finding.path,
        "start": _place(finding.start),
        "end": _place(finding.end),
        **_structure(finding),
        "text": finding.text,
        "sentence": finding.sentence,
        "why": finding.why,
        "instead": list(finding.instead),
        "basis": [*map(_basis, finding.basis)],
        "seen": [*map(_seen, finding.seen)],
        "cues": [*map(_cue, finding.cues)],
        "also": list(finding.also),
        "state": finding.state,
        **({"approval": _approval(finding.approval)} if finding.approval else {}),
    }


def _approval(approval: Approval) -> dict[str, str]:
    told = {
        "reason": approval.reason, "place": approval.place, "by": approval.by, "date": approval.date,
        "expires": approval.expires, "evidence": approval.evidence,
    }  # fmt: skip
    return {name: text for name, text in told.items() if text}


def _structure(finding: Finding) -> dict[str, Any]:
    """Give the place in a structured or paged file, where there is one."""
    box = finding.box and [round(side, 2) for side in finding.box]
    places = {"pointer": finding.pointer, "page": finding.page, "box": box}
    return {name: place for name, place in places.items() if place}


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _basis(basis: Basis) -> dict[str, str]:
    return {"cite": basis.cite, "url": basis.url}


def _seen(seen: Seen) -> dict[str, Any]:
    return {"by": seen.by, "kind": seen.kind, "year": seen.year, "said": seen.said, "source": seen.source}


def _cue(mention: CueMention) -> dict[str, str]:
    return {"effect": mention.effect, "text": mention.text}


def _considered(item: Considered) -> dict[str, Any]:
    return {
        "rule": item.rule,
        "path": item.path,
        "start": _place(item.start),
        "end": _place(item.end),
        "text": item.text,
        "dismissed_by": _cue(item.dismissed_by),
    }
