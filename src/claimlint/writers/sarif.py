"""The report as SARIF 2.1.0, for code scanning and its viewers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal
from urllib.parse import quote

from claimlint.findings import CheckedFile, Finding, Gone, Report
from claimlint.version import __version__
from claimlint.writers import shapes
from claimlint.writers.message import headline, relative, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import line
from claimlint.writers.sarif_rules import rules
from claimlint.writers.shapes import array, spread

Shape = Mapping[str, Any]

ADDRESS = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "SRCROOT"
"""The name of the folder that relative addresses are told from: the root of the checked-out copy."""
MARK = "claimlint/v1"
"""The name and version of how fingerprints are made."""

BASELINE = {"new": "new", "known": "unchanged", "approved": "unchanged"}


def write_sarif(report: Report, options: Options) -> Iterator[str]:
    """Give a log with one run, result by result."""
    told = rules(report.findings)
    numbers = {rule: number for number, rule in enumerate(told)}
    findings = (_result(finding, numbers, report, options) for finding in report.findings)
    gone = (_gone(item, options) for item in report.gone or ())
    yield f'{{\n  "$schema": "{ADDRESS}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n      '
    head = spread(_run(report, list(told.values()), options))
    yield head.removeprefix("{\n  ").removesuffix("\n}").replace("\n  ", "\n      ")
    yield from array("results", chain(findings, gone), indent=" " * 6)
    yield "\n    }\n  ]\n}\n"


def _run(report: Report, rules: Sequence[Shape], options: Options) -> Shape:
    """Give all of a run but its results."""
    packs = {"packs": shapes.tool(report.packs)["packs"]}
    return {
        "tool": {"driver": {"name": "claimlint", "version": __version__, "rules": rules, "properties": packs}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder that claimlint ran in."}}},
        "invocations": [_invocation(report, options)],
        "properties": {"summary": report.summary},
    }


def _invocation(report: Report, options: Options) -> Shape:
    unread = (_notification(item.path, item.reason, "error", options) for item in report.not_checked)
    noted = (_noted(file, options) for file in report.files if file.note)
    return {"executionSuccessful": bool(report.files), "toolExecutionNotifications": [*unread, *noted]}


def _noted(file: CheckedFile, options: Options) -> Shape:
    return _notification(file.path, file.note or "", "note", options)


def _notification(path: str, reason: str, level: Literal["error", "note"], options: Options) -> Shape:
    return {
        "level": level,
        "message": {"text": _text(reason)},
        "locations": [{"physicalLocation": {"artifactLocation": _address(path, options)}}],
    }


def _result(finding: Finding, numbers: Mapping[str, int], report: Report, options: Options) -> Shape:
    where = "" if finding.is_in_lines else f"{spot(finding)}: "
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": finding.level,
        "message": {"text": _text(f"{where}{headline(finding)}. {finding.why}")},
        "locations": [_location(finding, options)],
        "partialFingerprints": {MARK: finding.fingerprint},
        **({"suppressions": [_suppression(finding)]} if finding.state == "approved" else {}),
        **({} if report.gone is None else {"baselineState": BASELINE[finding.state]}),
        "properties": _properties(finding),
    }


def _properties(finding: Finding) -> Shape:
    """Give what SARIF has no place for, under the names that JSON has."""
    shape = shapes.finding(finding)
    names = ("says", "law", "class", "page", "box", "sentence", "cues", "also", "state", "approval")
    return {name: shape[name] for name in names if name in shape}


def _location(finding: Finding, options: Options) -> Shape:
    artifact = {"artifactLocation": _address(finding.path, options), "region": _region(finding)}
    logical = {"logicalLocations": [{"fullyQualifiedName": finding.pointer}]} if finding.pointer else {}
    return {"physicalLocation": artifact, **logical}


def _region(finding: Finding) -> Shape:
    """Give the place in the file; of a document that holds no lines only its beginning, which GitHub asks for."""
    start, end = finding.start, finding.end
    if not finding.is_in_lines:
        return {"startLine": 1, "snippet": {"text": finding.text}}
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
        "snippet": {"text": finding.text},
    }


def _suppression(finding: Finding) -> Shape:
    """Tell who let a finding stand: a comment in the copy itself, or a file beside it."""
    approval = finding.approval
    if approval is None:
        return {"kind": "external", "status": "accepted"}
    kind = "inSource" if approval.place.startswith(f"{finding.path}:") else "external"
    return {"kind": kind, "status": "accepted", "justification": approval.reason}


def _gone(item: Gone, options: Options) -> Shape:
    return {
        "ruleId": item.rule,
        "level": "none",
        "kind": "notApplicable",
        "message": {"text": _text(f'Gone: "{item.text}"')},
        "locations": [
            {"physicalLocation": {"artifactLocation": _address(item.path, options), "region": {"startLine": 1}}}
        ],
        "partialFingerprints": {MARK: item.fingerprint},
        "baselineState": "absent",
    }


def _address(path: str, options: Options) -> Shape:
    """Give a path as an address: relative to the root where it can be."""
    told = relative(path, options.root)
    address = quote(_encoded_name(told), safe="/")
    return {"uri": f"file://{address}"} if told.startswith("/") else {"uri": address, "uriBaseId": BASE}


def _encoded_name(path: str) -> bytes:
    """Give the bytes of a file name; those that are no UTF-8 stand in it as half surrogates."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _text(text: str) -> str:
    """Give a message in which nothing of a file is taken for a link."""
    return line(text).replace("](", "] (")
