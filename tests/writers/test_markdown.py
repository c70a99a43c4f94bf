"""The comment on a pull request."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from claimlint.findings import Basis, Gone, NotChecked, Report
from claimlint.writers.markdown import ROOM, write_markdown
from claimlint.writers.options import Options

from .kept import kept
from .sample import CLEAN, EMPTY, FINDINGS, REPORT
from .terminal import AWKWARD


def written(report: Report) -> str:
    return "".join(write_markdown(report, Options()))


def test_output_is_as_kept() -> None:
    output = written(REPORT)
    assert output == kept("report.md", output)


def test_a_clean_run_is_one_line() -> None:
    assert written(CLEAN) == "### claimlint: No known pattern matched in 1 sentence of 1 file.\n\n"


def test_every_state_is_told() -> None:
    output = written(REPORT)
    for title in (
        "#### Errors",
        "#### Notes",
        "Known (1)",
        "Approved (2)",
        "Gone since the baseline (2)",
        "Not checked (2)",
    ):
        assert title in output


def rendered(output: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(output))


HOSTILE = ["<script>alert(1)</script>", "[x](javascript:alert(1))", "| a | b |", "`code`", "@anna", "#12", "![x](http://a.b/c)", "# h", "a\n\n# b", "<!-- x", "</details>", "www.evil.example"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_copy_is_read_as_words(text: str) -> None:
    odd = FINDINGS[0]._replace(
        path=text, text=text, title=text, why=text, instead=(text,), basis=(Basis(text, text),), rule=text
    )
    report = EMPTY._replace(findings=(odd,), not_checked=(NotChecked(text, text),), gone=(Gone("f", text, text, text),))
    output = written(report)
    html = rendered(output)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {
        "h3",
        "h4",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "code",
        "br",
        "details",
        "summary",
        "ul",
        "li",
        "p",
        "a",
    }
    assert not re.search(r"href=\"(?!https?://)", html)
    assert html.count("<tr>") == 2 and html.count("<details>") == html.count("</details>") == 3
    assert not re.search(
        r"(?<![\w;&])[@#](?=\w)", re.sub(r"<[^>]*>|&#\d+;", " ", output).replace("####", "").replace("###", "")
    )


@given(AWKWARD)
def test_any_words_keep_the_table_whole(text: str) -> None:
    odd = FINDINGS[0]._replace(path=text, text=text, title=text, instead=(text,))
    html = rendered(written(EMPTY._replace(findings=(odd,))))
    assert html.count("<td>") == 4


def test_a_comment_is_never_too_long() -> None:
    many = tuple(
        FINDINGS[0]._replace(path=f"{n}.txt", text="x" * 300, why=f"{n} " * 200, rule=f"r{n}") for n in range(3000)
    )
    output = written(EMPTY._replace(findings=many, not_checked=(NotChecked("p" * 500, "r" * 500),) * 500))
    assert ROOM - 20_000 < len(output) <= ROOM
    assert re.search(r"\| … and [\d,]+ more\n", output)
