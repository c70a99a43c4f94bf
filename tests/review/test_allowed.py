"""Approvals: what they let stand, for how long, and what is told of those gone wrong."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from claimlint.errors import ClaimlintError
from claimlint.findings import Approval, Finding, Report
from claimlint.linter import Linter
from claimlint.readers import read_paths
from claimlint.review.notices import Run
from claimlint.review.places import APPROVALS, near
from claimlint.review.sidecar import read
from claimlint.review.steps import approved
from claimlint.writers import WRITERS, Options

CLAIM = "Our tonic regrows hair in 12 weeks."
LINTER = Linter()
TODAY = date(2026, 5, 1)
RULES = LINTER.packs.texts["rules"].keys()
SCHEMA = json.loads((resources.files("claimlint.schemas") / "report.schema.json").read_text(encoding="utf-8"))


def judged(folder: Path, is_whole: bool = True, whole_folder: bool = False) -> Report:
    documents = read_paths([str(path) for path in sorted(folder.rglob("*.txt"))])
    run = Run(TODAY, RULES, (folder.resolve(),) if whole_folder else (), is_whole)
    files = approved(LINTER.files(map(LINTER.check, documents)), near(APPROVALS), lambda: run)
    judged = Report.of(LINTER.packs.infos, files)
    jsonschema.validate(json.loads("".join(WRITERS["json"](judged, Options()))), SCHEMA)
    return judged


def told(report: Report) -> list[tuple[str, str, str, int]]:
    return [(f.rule, f.level, Path(f.path).name, f.start.line) for f in report.findings if f.state == "new"]


def approvals(report: Report) -> list[Approval | None]:
    return [finding.approval for finding in report.findings if finding.state == "approved"]


def put(folder: Path, entries: str, copy: str = f"{CLAIM}\n") -> Path:
    (folder / "a.txt").write_text(copy, encoding="utf-8")
    (folder / APPROVALS).write_text(f"allow:\n{entries}", encoding="utf-8")
    return folder


def entry(**values: str) -> str:
    values = {"reason": "Trial 7", "by": "Ann", **values}
    return "".join(f"  {' ' if i else '-'} {key}: '{value}'\n" for i, (key, value) in enumerate(values.items()))


def test_a_comment_lets_its_line_stand_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"// claimlint: allow[regrows-hair] Trial 7\n{CLAIM}\n\n{CLAIM}\n")
    report = judged(tmp_path)
    assert told(report) == [("regrows-hair", "error", "a.txt", 4)]
    assert approvals(report) == [Approval("Trial 7", f"{tmp_path}/a.txt:1")]
    assert report.summary["suppressed"] == 1 and report.reaches("error")


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("allow[regrow-hair] x y", ("allow-unknown-rule", "error")),
        ("allow[regrows-hair]", ("allow-without-reason", "error")),
        ("allow regrows-hair x", ("allow-without-rule", "error")),
        ("allow[clears-acne] x y", ("allow-unused", "warning")),
    ],
)
def test_a_comment_without_effect_is_told(tmp_path: Path, comment: str, expected: tuple[str, str]) -> None:
    (tmp_path / "a.txt").write_text(f"// claimlint: {comment}\n{CLAIM}\n")
    assert told(judged(tmp_path)) == [(*expected, "a.txt", 1), ("regrows-hair", "error", "a.txt", 2)]


def test_the_nearest_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("// claimlint: allow[regrow-hair] x y\n")
    (finding,) = judged(tmp_path).findings
    assert "'regrow-hair'" in finding.why and "did you mean 'regrows-hair'?" in finding.why
    assert (finding.law, finding.class_, finding.text) == ("review", "review", "// claimlint: allow[regrow-hair] x y")


def test_unused_is_told_only_where_all_was_read(tmp_path: Path) -> None:
    put(tmp_path, entry(words="Never said", path="a.txt"), "// claimlint: allow[clears-acne] x y\nSoft.\n")
    assert told(judged(tmp_path, is_whole=False)) == []
    assert [each[0] for each in told(judged(tmp_path))] == ["allow-unused", "allow-unused"]


@pytest.mark.parametrize(("path", "whole_folder", "count"), [("", False, 0), ("", True, 1), ("b.txt", False, 0), ("a.txt", False, 1)])  # fmt: skip
def test_unused_is_told_where_its_file_was_checked(tmp_path: Path, path: str, whole_folder: bool, count: int) -> None:
    put(tmp_path, entry(words="Never said", **({"path": path} if path else {})), "Soft.\n")
    report = judged(tmp_path, whole_folder=whole_folder)
    assert told(report) == [("allow-unused", "warning", APPROVALS, 2)] * count


@pytest.mark.parametrize(
    ("values", "is_met"),
    [
        ({"words": "regrows hair"}, True),
        ({"words": "REGROWS  hair"}, True),
        ({"words": CLAIM}, True),
        ({"words": "hair"}, False),
        ({"words": "regrows hair in 13 weeks"}, False),
        ({"words": "regrows hair", "rule": "regrows-hair"}, True),
        ({"words": "regrows hair", "rule": "clears-acne"}, False),
        ({"words": "regrows hair", "path": "a.txt"}, True),
        ({"words": "regrows hair", "path": "./a.txt"}, True),
        ({"words": "regrows hair", "path": "*.txt"}, True),
        ({"words": "regrows hair", "path": "/b/*.txt"}, False),
        ({"words": "regrows hair", "expires": "2026-05-01"}, True),
        ({"words": "regrows hair", "expires": "2026-04-30"}, False),
        ({"fingerprint": "1995553796d465fb"}, True),
        ({"fingerprint": "0995553796d465fb"}, False),
    ],
)
def test_an_entry_lets_stand_what_it_means(tmp_path: Path, values: dict[str, str], is_met: bool) -> None:
    report = judged(put(tmp_path, entry(**values)))
    assert [finding.state for finding in report.findings if finding.law == "us"] == ["approved" if is_met else "new"]


def test_an_approval_tells_all(tmp_path: Path) -> None:
    (tmp_path / "trial.pdf").touch()
    put(tmp_path, entry(words="regrows hair", date="2026-01-01", expires="2027-01-01", evidence="trial.pdf"))
    assert approvals(judged(tmp_path)) == [
        Approval("Trial 7", f"{tmp_path}/{APPROVALS}", "Ann", "2026-01-01", "2027-01-01", "trial.pdf")
    ]


def test_what_has_run_out_is_new_again(tmp_path: Path) -> None:
    report = judged(put(tmp_path, entry(words="regrows hair", expires="2026-04-30")))
    assert told(report) == [("regrows-hair", "error", "a.txt", 1), ("allow-expired", "warning", APPROVALS, 2)]
    assert (report.findings[1].text, report.findings[1].start.column) == ("- reason: 'Trial 7'", 3)


def test_missing_evidence_is_told_and_an_address_is_not_looked_up(tmp_path: Path) -> None:
    put(tmp_path, entry(words="regrows hair", evidence="gone.pdf"))
    assert told(judged(tmp_path)) == [("allow-without-evidence", "warning", APPROVALS, 2)]
    put(tmp_path, entry(words="regrows hair", evidence="https://trials.example/7"))
    assert told(judged(tmp_path)) == []


def test_an_unknown_rule_of_an_entry_is_told(tmp_path: Path) -> None:
    report = judged(put(tmp_path, entry(words="regrows hair", rule="regrow-hair")))
    assert told(report) == [("regrows-hair", "error", "a.txt", 1), ("allow-unknown-rule", "error", APPROVALS, 2)]


def test_the_file_nearest_to_the_copy_speaks(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "shop").mkdir()
    put(tmp_path, entry(words="regrows hair"))
    put(tmp_path / "shop", entry(words="never said"))
    assert told(judged(tmp_path)) == [("regrows-hair", "error", "a.txt", 1)]
    (tmp_path / "shop" / APPROVALS).unlink()
    assert told(judged(tmp_path)) == []


def test_fingerprints_of_notices_differ(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("// claimlint: allow[x]\n\n// claimlint: allow[x]\n")
    findings: tuple[Finding, ...] = judged(tmp_path).findings
    assert len({finding.fingerprint for finding in findings}) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("allow:\n- words: abc\n  by: Ann\n", "f:2: allow.0: the key 'reason' is missing; add it"),
        ("allow:\n- words: abc\n  by: Ann\n  reason: abc\n  expire: x\n", "f:5: allow.0.expire: unknown key 'expire'; did you mean 'expires'?"),
        ("allow:\n- words: abc\n  by: Ann\n  reason: abc\n  expires: 2026-02-30\n", "f:5: allow.0.expires: '2026-02-30' is no day of the calendar; write it as 2026-01-31"),
        ("allow:\n- by: Ann\n  reason: abc\n", "f:2: allow.0: names one of 'fingerprint' and 'words'; add one of them, as the report gives it"),
        ("allow:\n- fingerprint: 1234567890123456\n  by: Ann\n  reason: abc\n", "f:2: allow.0.fingerprint: 1234567890123456 is no string; put it in quotes"),
        ("alow: []\n", "f:1: (whole file): the key 'allow' is missing; add it\nf:1: alow: unknown key 'alow'; did you mean 'allow'?"),
        ("allow:\n  - words: 'abc\n", "f:3: (whole file): not YAML: found unexpected end of stream; mend the line"),
        ("", "f:1: (whole file): None is no object; write keys and values"),
    ],
)  # fmt: skip
def test_a_faulty_file_is_told_with_line_key_and_value(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "f").write_text(text)
    with pytest.raises(ClaimlintError) as caught:
        read(tmp_path / "f", "f")
    assert str(caught.value) == message


def test_the_schema_accepts_what_is_read() -> None:
    schema = json.loads((resources.files("claimlint.schemas") / "allow.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    good = {"words": "regrows hair", "reason": "Trial 7", "by": "Ann", "expires": "2027-01-01"}
    jsonschema.validate({"allow": [good]}, schema)
    for bad in ({**good, "fingerprint": "1995553796d465fb"}, {**good, "expires": "soon"}, {"words": "abc"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"allow": [bad]}, schema)
