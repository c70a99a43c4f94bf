"""The corpus: what must stay silent does, and innocent copy that is still flagged stands apart from it."""

from __future__ import annotations

from pathlib import Path

from claimlint import Linter
from claimlint.marks import read_marks

CORPUS = Path(__file__).parent.parent / "corpus"


def test_clean_copy_is_silent() -> None:
    linter = Linter()
    paths = sorted((CORPUS / "clean").glob("*.txt"))
    assert len(paths) > 100
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert read_marks(text)[1] == [], path
        assert [(finding.rule, finding.text) for finding in linter.check_text(text).findings] == [], path


def test_innocent_copy_has_no_marks_and_is_still_flagged() -> None:
    linter = Linter()
    for path in sorted((CORPUS / "innocent").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert read_marks(text)[1] == [], path
        assert linter.check_text(text).findings, f"{path} is silent now: move it to clean/"
