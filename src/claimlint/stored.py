"""Read a report that was stored as JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from claimlint.errors import ClaimlintError
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
from claimlint.locate import locate
from claimlint.schemas.fit import misfits, shipped_schema

Json = Any
Starts = dict[tuple[str, str], set[int]]
"""Where a file's findings of certain words start."""
MOST_FAULTS = 5


def read_report(path: Path) -> Report:
    """Read a file that `--format json` wrote. Raises ClaimlintError that says where it is not such a file."""
    try:
        data = json.loads(path.read_bytes(), parse_constant=_no_number)
    except OSError as error:
        raise ClaimlintError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:  # also what is no Unicode text
        raise ClaimlintError(f"{path}: is no JSON: {error}; give a file that `--format json` wrote") from error
    faults = [*islice(misfits(data, shipped_schema("report")), MOST_FAULTS)]
    if faults:
        wrong = "".join(f"\n  {fault}" for fault in faults)
        raise ClaimlintError(f"{path}: is no report of claimlint, schema version 1:{wrong}")
    return report_of(data)


def report_of(data: Json) -> Report:
    """Make a report of data that fit the schema.

    JSON does not tell three things: where in its sentence a claim stands is found again; the first file stands for the
    sentences of all; a cue has no id.
    """
    sentences = data["summary"]["sentences"]
    checked = [file for file in data["files"] if file["status"] == "checked"]
    starts = _starts(data["findings"])
    return Report(
        packs=tuple(PackInfo(pack["name"], pack["version"], pack["sha256"]) for pack in data["tool"]["packs"]),
        files=tuple(_file(file, 0 if number else sentences) for number, file in enumerate(checked)),
        findings=tuple(_finding(finding, starts) for finding in data["findings"]),
        considered=tuple(map(_considered, data["considered"])),
        not_checked=tuple(NotChecked(item["path"], item["reason"]) for item in data["not_checked"]),
        gone=tuple(map(_gone, data["gone"])) if "gone" in data else None,
    )


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _starts(findings: Iterable[Json]) -> Starts:
    starts: Starts = defaultdict(set)
    for finding in findings:
        starts[finding["path"], finding["text"]].add(finding["start"]["offset"])
    return starts


def _finding(data: Json, starts: Starts) -> Finding:
    begin, text, path = _place(data["start"]), data["text"], data["path"]
    said = locate(data["sentence"], text, begin.offset, starts[path, text]) or (0, 0)
    return Finding(
        data["fingerprint"], data["rule"], data["title"], data["says"], data["law"], data["class"], data["level"], path,
        begin, _place(data["end"]), text, data["sentence"], data["why"], tuple(data["instead"]),
        tuple(Basis(basis["cite"], basis["url"]) for basis in data["basis"]), tuple(map(_seen, data["seen"])),
        tuple(map(_cue, data["cues"])), tuple(data["also"]), said, data.get("pointer", ""), data.get("page"),
        _box(data), data["state"], _approval(data.get("approval")),
    )  # fmt: skip


def _box(data: Json) -> tuple[float, float, float, float] | None:
    if "box" not in data:
        return None
    left, top, right, bottom = data["box"]
    return left, top, right, bottom


def _approval(data: Json) -> Approval | None:
    if data is None:
        return None
    told = {name: data.get(name, "") for name in ("by", "date", "expires", "evidence")}
    return Approval(data["reason"], data["place"], **told)


def _file(data: Json, sentences: int) -> CheckedFile:
    return CheckedFile(data["path"], dict(data["verdict"]), sentences, data.get("reason"))


def _place(data: Json) -> Place:
    return Place(data["offset"], data["line"], data["column"])


def _seen(data: Json) -> Seen:
    return Seen(data["by"], data["kind"], data["year"], data["said"], data["source"])


def _cue(data: Json) -> CueMention:
    return CueMention("", data["effect"], data["text"])


def _considered(data: Json) -> Considered:
    return Considered(
        data["rule"], data["path"], _place(data["start"]), _place(data["end"]), data["text"],
        _cue(data["dismissed_by"]),
    )  # fmt: skip


def _gone(data: Json) -> Gone:
    return Gone(data["fingerprint"], data["rule"], data["path"], data["text"])
