"""Workflow commands for GitHub Actions."""

from __future__ import annotations

import re

from hypothesis import given

from claimlint.findings import NotChecked, Report
from claimlint.writers.github import write_github
from claimlint.writers.options import Options

from .kept import kept
from .sample import BOX, EMPTY, FINDINGS, REPORT, SHOP
from .terminal import AWKWARD

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def lines(report: Report, root: str = "") -> list[str]:
    return "".join(write_github(report, Options(root=root))).splitlines()


def unescaped(text: str) -> str:
    """Do what the runner does with the value of a property."""
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """Read the output as the runner does: a command is a line that begins with two colons."""
    found = []
    for line in lines(report):
        if line.lstrip().startswith("::") or "##[" in line:
            match = COMMAND.fullmatch(line)
            assert match, line
            pairs = (pair.partition("=") for pair in match[2].split(","))
            found.append((match[1], {name: unescaped(value) for name, _, value in pairs}, unescaped(match[3])))
    return found


def test_output_is_as_kept() -> None:
    output = "".join(write_github(REPORT, Options()))
    assert output == kept("report.github.txt", output)


def test_the_most_severe_come_first_and_settled_ones_only_in_the_sum() -> None:
    told = commands(REPORT)
    assert [name for name, _, _ in told] == ["error"] * 9 + ["warning"] * 3 + ["notice"]
    assert [properties["title"] for _, properties, _ in told[9:]] == [
        "claimlint: not checked", "claimlint: not checked", "claimlint heals-disease", "claimlint anti-ageing",
    ]  # fmt: skip
    assert lines(REPORT)[-1] == (
        "claimlint: 9 errors, 1 warning, 1 note in 5 of 7 files (1,315 sentences). "
        "1 known, 2 approved, 2 gone, 2 dismissed, 2 files not checked."
    )


def test_places_are_lines_and_columns_and_columns_stay_on_one_line() -> None:
    places = {
        (p["file"], p["title"]): {name: p[name] for name in ("line", "endLine", "col", "endColumn") if name in p}
        for _, p, _ in commands(REPORT)
    }
    assert places[SHOP, "claimlint builds-collagen"] == {"line": "1", "endLine": "1", "col": "33", "endColumn": "48"}
    assert places["shop/日本語/クリーム.txt", "claimlint builds-collagen"] == {"line": "2", "endLine": "3"}
    assert places[BOX, "claimlint heals-disease"] == {}


def test_ten_of_a_level_are_told_and_the_rest_counted() -> None:
    many = EMPTY._replace(findings=FINDINGS[:1] * 12, not_checked=(NotChecked("a", "b"),) * 11)
    told = lines(many)
    assert [line.split(" ", 1)[0] for line in told].count("::error") == 10
    assert told[10] == "and 2 errors more" and told[21] == "and 1 warning more"


def test_values_are_escaped_for_properties_and_messages() -> None:
    odd = FINDINGS[0]._replace(path="a,b:c%0A\nd.txt", text="100% ::stop-commands::x ##[group]")
    (line, _) = lines(EMPTY._replace(findings=(odd,)))
    assert line.startswith("::error file=a%2Cb%3Ac%250A%0Ad.txt,line=3,")
    assert '"100%25 ::stop-commands::x # #[group]"' in line


@given(AWKWARD)
def test_no_text_starts_a_command_of_its_own(text: str) -> None:
    odd = FINDINGS[0]._replace(path=text, text=f"\n::{text}", title=text, why=f"\r\n##[{text}", rule=f"a,b::{text}")
    report = EMPTY._replace(findings=(odd,), not_checked=(NotChecked(f"\n::error::{text}", f"\n::{text}"),))
    told = commands(report)
    assert [name for name, _, _ in told] == ["error", "warning"]
    assert [*told[0][1]] == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert len(lines(report)) == 3
