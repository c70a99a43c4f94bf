"""What holds for every output."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from claimlint.findings import CheckedFile, Gone, NotChecked, Report
from claimlint.writers import WRITERS, Options

from .kept import FOLDER
from .sample import EMPTY, FINDINGS
from .terminal import AWKWARD

KEPT = {
    "text": "screen-80.txt", "json": "report.json", "jsonl": "report.jsonl", "sarif": "report.sarif",
    "github": "report.github.txt", "gitlab": "report.gitlab.json", "rdjson": "report.rdjson.json",
    "junit": "report.junit.xml", "markdown": "report.md", "csv": "report.csv", "html": "report.html",
}  # fmt: skip
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""What a terminal obeys, or what turns the text behind it around."""


@pytest.mark.parametrize("name", WRITERS)
def test_every_output_has_a_kept_file(name: str) -> None:
    assert (FOLDER / KEPT[name]).is_file()


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=30)
@given(text=AWKWARD)
def test_no_output_acts_on_a_terminal(name: str, text: str) -> None:
    odd = FINDINGS[0]._replace(path=text, text=text, sentence=text, title=text, pointer=text, why=text, instead=(text,))
    report = Report(
        EMPTY.packs,
        (CheckedFile(text, {}, 1, text),),
        (odd,),
        (),
        (NotChecked(text, text),),
        (Gone("f", text, text, text),),
    )
    output = "".join(WRITERS[name](report, Options()))
    assert not ACTING.search(output)
    assert output.encode()
