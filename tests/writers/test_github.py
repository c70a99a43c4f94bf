"""Workflow commands for GitHub Actions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.findings import LEVELS, Finding, NotChecked, Report
from claimlint.writers.github import COMMANDS, write_github
from claimlint.writers.message import message
from claimlint.writers.options import Options
from claimlint.writers.plain import harmless, line

from .kept import kept
from .runner import Command, commands, place
from .sample import BOX, EMPTY, FINDINGS, REPORT, SHOP
from .terminal import AWKWARD

HOSTILE = [
    "%0A::set-env name=PATH::x", "\n::error file=a::b", "\r\n##[add-path]/tmp", "::stop-commands::x", "a,b:c=d", "=a",
    "==", "100% 🧴 %25%0D%3A", "a::b", " a ", "a,line=7",
]  # fmt: skip
TEXT = AWKWARD | st.lists(st.sampled_from([*HOSTILE, ":", ",", "=", "%", "#", "[", "]", "\r", "a"])).map("".join)


def written(report: Report, root: str = "") -> str:
    return "".join(write_github(report, Options(root=root)))


def lines(report: Report, root: str = "") -> list[str]:
    return written(report, root).splitlines()


def told(report: Report) -> list[Command]:
    return commands(written(report))


def test_output_is_as_kept() -> None:
    output = "".join(write_github(REPORT, Options()))
    assert output == kept("report.github.txt", output)


def test_the_most_severe_come_first_and_settled_ones_only_in_the_sum() -> None:
    assert [command.name for command in told(REPORT)] == ["error"] * 9 + ["warning"] * 3 + ["notice"]
    assert [command.properties["title"] for command in told(REPORT)[9:]] == [
        "claimlint: not checked", "claimlint: not checked", "claimlint heals-disease", "claimlint anti-ageing",
    ]  # fmt: skip
    assert lines(REPORT)[-1] == (
        "claimlint: 9 errors, 1 warning, 1 note in 5 of 7 files (1,315 sentences). "
        "1 known, 2 approved, 2 gone, 2 dismissed, 2 files not checked."
    )


def test_the_runner_of_the_tests_reads_both_forms_of_commands() -> None:
    assert commands(
        "a\n  ::error file=a%2Cb,line==3::x%0A::y%2C\r\nb ##[add-path a=1;b=2]/bin%5D\n::other::c\n::error"
    ) == [
        Command("error", {"file": "a,b", "line": "3"}, "x\n::y%2C"),
        Command("add-path", {"a": "1", "b": "2"}, "/bin]"),
    ]
    assert place(Command("error", {"line": "1", "endLine": "2", "col": "3"}, "")) == {"line": 1, "endLine": 2}


def where(finding: Finding) -> dict[str, int]:
    """Give the place that an annotation can have: columns on one line only."""
    start, end = finding.start, finding.end
    if not finding.is_in_lines:
        return {}
    columns = {"col": start.column, "endColumn": end.column} if start.line == end.line else {}
    return {"line": start.line, "endLine": end.line, **columns}


def test_the_runner_reads_every_new_finding_whole() -> None:
    new = [finding for level in LEVELS for finding in FINDINGS if (finding.level, finding.state) == (level, "new")]
    read = [command for command in told(REPORT) if command.properties["title"] != "claimlint: not checked"]
    for finding, command in zip(new, read, strict=True):
        assert command.name == COMMANDS[finding.level]
        assert command.properties["file"] == harmless(finding.path)
        assert command.properties["title"] == f"claimlint {finding.rule}"
        assert place(command) == where(finding)
        assert command.data.removeprefix("page 2: ") == message(finding)


def test_places_are_lines_and_columns_and_columns_stay_on_one_line() -> None:
    places = {(each.properties["file"], each.properties["title"]): each.properties for each in told(REPORT)}
    shop = places[SHOP, "claimlint builds-collagen"]
    assert [shop[name] for name in ("line", "endLine", "col", "endColumn")] == ["1", "1", "33", "48"]
    japan = places["shop/日本語/クリーム.txt", "claimlint builds-collagen"]
    assert (japan["line"], japan["endLine"]) == ("2", "3") and not {"col", "endColumn"} & set(japan)
    assert set(places[BOX, "claimlint heals-disease"]) == {"file", "title"}


def test_ten_of_a_level_are_told_and_the_rest_counted() -> None:
    many = EMPTY._replace(findings=FINDINGS[:1] * 12, not_checked=(NotChecked("a", "b"),) * 11)
    assert [command.name for command in told(many)] == ["error"] * 10 + ["warning"] * 10
    assert lines(many)[10] == "and 2 errors more" and lines(many)[21] == "and 1 warning more"


def test_values_are_escaped_for_properties_and_messages() -> None:
    odd = FINDINGS[0]._replace(path="a,b:c%0A\nd.txt", text="100% ::stop-commands::x ##[group]")
    (line, _) = lines(EMPTY._replace(findings=(odd,)))
    assert line.startswith("::error file=a%2Cb%3Ac%250A%0Ad.txt,line=3,")
    assert '"100%25 ::stop-commands::x # #[group]"' in line


def hostile(text: str) -> Report:
    odd = FINDINGS[0]._replace(path=text, text=f"\n::{text}", title=text, why=f"\r\n##[{text}", rule=f"a,b::{text}c")
    return EMPTY._replace(findings=(odd,), not_checked=(NotChecked(f"\n::error::{text}", f"\n::{text}"),))


def parted(text: str) -> str:
    """Give a text without the mark of a command of the older form."""
    return text.replace("##[", "# #[")


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_copy_stay_data_and_come_back(text: str) -> None:
    report = hostile(text)
    found, unread = told(report)
    assert (found.name, unread.name) == ("error", "warning")
    assert found.properties["file"] == ("./" if text.startswith("=") else "") + parted(harmless(text))
    assert found.properties["title"] == parted(f"claimlint a,b::{harmless(text)}c")
    assert found.data == parted(message(report.findings[0]))
    assert unread.properties["file"] == parted(harmless(f"\n::error::{text}"))
    assert unread.data == parted(line(f"\n::{text}"))


@given(TEXT.filter(bool))
def test_no_text_starts_a_command_of_its_own(text: str) -> None:
    found, unread = told(hostile(text))
    assert (found.name, unread.name) == ("error", "warning")
    assert [*found.properties] == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert place(found) == where(FINDINGS[0])
    assert len(lines(hostile(text))) == 3
