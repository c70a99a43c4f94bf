"""The same ten claims in every format: the same ten findings, each at its exact place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimlint import Finding, Linter
from claimlint.findings import Report
from claimlint.readers.decode import decode
from claimlint.readers.formats import format_of

FOLDER = Path(__file__).parent
LINTER = Linter()
TEN = [
    ("regrows-hair", "regrows hair"), ("wakes-follicles", "wakes up dormant follicles"),
    ("treats-eczema", "Heals eczema"), ("exosomes-act", "plant exosomes repair cells"),
    ("fda-approved", "FDA approved"), ("works-in-dermis", "stimulates collagen production in the dermis"),
    ("needling-named", "Use it right after microneedling"), ("claims-cure", "cured my psoriasis in"),
    ("calms-inflammation", "reduces inflammation"), ("kills-germs", "kills bacteria"),
]  # fmt: skip
FIXTURES = sorted(path.name for path in FOLDER.glob("ten.*"))


def checked(name: str) -> Report:
    report = LINTER.check_path(FOLDER / name)
    assert report.not_checked == ()
    return report


def words(finding: Finding) -> str:
    first, last = finding.said
    return " ".join(finding.sentence[first:last].split())


@pytest.mark.parametrize("name", FIXTURES)
def test_ten_findings(name: str) -> None:
    found = [(finding.rule, words(finding)) for finding in checked(name).findings]
    assert sorted(found) == sorted(TEN)


@pytest.mark.parametrize("name", [name for name in FIXTURES if format_of(name).takes != "bytes"])
def test_places_are_those_of_the_file(name: str) -> None:
    source, _ = decode((FOLDER / name).read_bytes())
    for finding in checked(name).findings:
        start, end = finding.start, finding.end
        assert source[start.offset : end.offset] == finding.text
        before = source[: start.offset]
        assert start.line == before.count("\n") + 1
        assert start.column == start.offset - before.rfind("\n")


@pytest.mark.parametrize("name", FIXTURES)
def test_the_sentence_is_free_of_markup(name: str) -> None:
    for finding in checked(name).findings:
        assert not re.search(r"<\w|&\w+;|\\u|\\n|\*\*", finding.sentence)
