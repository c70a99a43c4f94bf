"""The report as one HTML page for a reviewer: no network, nothing of the copy is ever read as markup."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib import resources
from itertools import chain
from string import Template

from claimlint.findings import Report
from claimlint.runs import Run
from claimlint.writers import shapes
from claimlint.writers.options import Options, ReadAgain
from claimlint.writers.shapes import Shape
from claimlint.writers.tally import aside, verdict
from claimlint.writers.whole import wholes

SCRIPTS = ("words.js", "findings.js", "decisions.js", "parts.js", "views.js", "report.js")
"""Joined in this order they are the one script of the page."""

TOLD = ("rule", "title", "says", "law", "class", "level", "why", "instead", "basis", "seen")
"""What findings of one rule and law have in common; the page holds it once, as findings may be many."""

INERT = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&"})
"""No text may end the element that holds the data."""

POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Only the style and the script whose hashes these are; no address is asked for; no text is made markup."""


def write_html(report: Report, options: Options) -> Iterator[str]:
    """Give the page of one run, whatever `options` say about the screen."""
    yield from page(report, read=options.read)


def page(report: Report, runs: Sequence[Run] = (), read: ReadAgain | None = None) -> Iterator[str]:
    """Give the page of a report, piece by piece; of several `runs`, the latest last, it shows how the counts went.

    Where files can be `read` again, it shows their whole copy too.
    """
    style, script = _asset("report.css"), "".join(map(_asset, SCRIPTS))
    policy = POLICY.format(style=_digest(style), script=_digest(script))
    before, _, after = _asset("report.html").partition("$data")
    yield Template(before).substitute(policy=policy, style=style, verdict=_sum(report))
    yield from _data(report, runs, read)
    yield Template(after).substitute(script=script)


def _data(report: Report, runs: Sequence[Run], read: ReadAgain | None) -> Iterator[str]:
    """Give what the JSON output holds, and what only this page needs, as JSON that is safe inside an element."""
    own = {"id": _identity(report), "verdict": _sum(report), "runs": [asdict(run) for run in runs]}
    told: dict[str, int] = {}
    head = {"schema_version": shapes.SCHEMA_VERSION, "tool": shapes.tool(report.packs), "summary": report.summary}
    yield _encoded({**head, **own}).removesuffix("}")
    files: Iterable[Shape] = chain(map(shapes.checked, report.files), map(shapes.unread, report.not_checked))
    yield from _member("files", map(_encoded, files))
    yield from _member("findings", (_brief(shapes.finding(item), told) for item in report.findings))
    yield from _member("told", told)
    yield from _member("whole", map(_encoded, wholes(report, read) if read else ()))
    yield from _member("said", (_encoded(item.said) for item in report.findings))
    yield from _member("considered", (_encoded(shapes.considered(item)) for item in report.considered))
    yield from _member("not_checked", (_encoded(shapes.not_checked(item)) for item in report.not_checked))
    if report.gone is not None:
        yield from _member("gone", (_encoded(shapes.gone(item)) for item in report.gone))
    yield "}"


def _member(name: str, items: Iterable[str]) -> Iterator[str]:
    yield f',\n"{name}": [' + ",\n".join(items) + "]"


def _brief(finding: Shape, told: dict[str, int]) -> str:
    """Give a finding with a number in place of what others have in common with it."""
    number = told.setdefault(_encoded({name: finding[name] for name in TOLD}), len(told))
    return _encoded({"told": number, **{name: part for name, part in finding.items() if name not in TOLD}})


def _sum(report: Report) -> str:
    return " ".join(filter(None, (verdict(report), aside(report))))


def _identity(report: Report) -> str:
    """Name a report by its findings: decisions kept in a browser outlive a page that is made anew."""
    known = sorted(f"{finding.path}\0{finding.fingerprint}" for finding in report.findings)
    return hashlib.sha256("\0".join(known).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _encoded(shape: object) -> str:
    """Give JSON of ASCII letters alone, so that it stays the same in any encoding."""
    return json.dumps(shape, separators=(",", ":")).translate(INERT)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return (resources.files("claimlint.writers") / "report" / name).read_text(encoding="utf-8")
