"""Answers: kept, read again, counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.linter import Linter
from claimlint.review.answers import Answer, Measure, measures, open_findings, read, text


def answer(mark: str, rule: str, judgement: str, note: str = "") -> Answer:
    return Answer(rule, mark, "a.txt", "heals é", judgement, note)


GIVEN = {
    each.fingerprint: each
    for each in (answer("3", "b", "true"), answer("1", "a", "true", "x"), answer("2", "a", "false"), answer("4", "c", "ask"))
}  # fmt: skip


def test_answers_are_read_as_they_were_kept_in_an_order_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("".join(text(GIVEN)))
    assert read(tmp_path / "f") == GIVEN and list(read(tmp_path / "f")) == ["1", "2", "3", "4"]
    assert (tmp_path / "f").read_text().splitlines()[3] == (
        '    {"rule": "a", "fingerprint": "1", "path": "a.txt", "words": "heals \\u00e9", "judgement": "true", "note": "x"},'
    )
    assert read(tmp_path / "missing") == {}


def test_rules_are_measured() -> None:
    found = measures(GIVEN)
    assert found == [Measure("a", 1, 1, 0), Measure("b", 1, 0, 0), Measure("c", 0, 0, 1)]
    assert [each.precision for each in found] == [0.5, 1.0, None]


def test_what_nobody_judged_is_open_once() -> None:
    linter = Linter(law=["us"])
    findings = linter.check_text("It heals acne.\n").findings + linter.check_text("It heals acne.\n", "b").findings
    assert open_findings(findings, {}) == [findings[0]]
    assert open_findings(findings, {findings[0].fingerprint: answer("1", "a", "true")}) == []


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ('{"claimlint-audit": 1,\n"answers": [', ":2: the answers are broken"),
        ("{}", ":1: holds no answers"),
        ('{"claimlint-audit": 1, "answers": [3]}', ":4: answer 1 lacks one of rule, fingerprint"),
        (
            "".join(text({"1": answer("1", "a", "maybe")})),
            ":4: judgement: 'maybe' is none; known are: true, false, ask",
        ),
    ],
)
def test_broken_answers_are_told(tmp_path: Path, broken: str, message: str) -> None:
    (tmp_path / "f").write_text(broken)
    with pytest.raises(ClaimlintError) as caught:
        read(tmp_path / "f")
    assert f"f{message}" in str(caught.value)
