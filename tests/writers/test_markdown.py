"""The comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimlint.findings import Approval, Basis, Gone, NotChecked, Report
from claimlint.writers.gfm import BREAK
from claimlint.writers.markdown import HEADINGS, MOST_CLAIM, MOST_PATH, ROOM, write_markdown
from claimlint.writers.message import relative, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import line, short

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


COMMON = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True}).enable(["table", "strikethrough"])


def github(text: str) -> str:
    """Render as GitHub does, by its own library, with HTML let through."""
    import cmarkgfm

    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=cmarkgfm.Options.CMARK_OPT_UNSAFE))


RENDERERS = pytest.mark.parametrize(
    "render",
    [
        pytest.param(COMMON.render, id="markdown-it"),
        pytest.param(
            github,
            id="cmark-gfm",
            marks=pytest.mark.skipif(not find_spec("cmarkgfm"), reason="cmarkgfm is not installed"),
        ),
    ],
)
Render = Callable[[str], str]
TAGS = set("comment h3 h4 table thead tbody tr th td code br details summary ul li p a".split())
CALLING = re.compile(r"[@#](?=\w)|\bgh-(?=\d)", re.I)
"""What GitHub makes a link to a person or a thread wherever it stands in words that are not code."""

HOSTILE = [
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "| a | b |", "`code`", "@anna", "#12", "o/r#12", "GH-12", "see gh-7.", "a@b.example", "0@.A", "logo@2x.png", "mailto:a@b.example",
    "![x](http://a.b/c)", "[x]: http://a.b", "# h", "a\n\n# b", "a\n===", "<!-- x", "</details>", "</code>", "<b>", "<a@b.c>",
    "www.evil.example", "<http://a.b>", "http://a.b", "~~a~~", "**a**", "_a_", "a\\", "&lt;b&gt;", "&#64;anna", "- a", "1. a",
    "> a", "\n\n---\n\n", "```\na", "    a", "$a$", "\\|",
]  # fmt: skip
TEXT = AWKWARD | st.lists(st.sampled_from([*HOSTILE, *"|`<>*_~[]()!\\#@&;: \n"])).map("".join)


def rendered(report: Report, render: Render) -> Element:
    """Render a comment; markup that is not balanced cannot be read."""
    html = render(written(report)).replace("<br>", "<br />")
    return ElementTree.fromstring(f"<comment>{html}</comment>")  # noqa: S314


def seen(text: str) -> str:
    """Give what a reader sees of a text: no breaks, one space for each run of spaces."""
    return " ".join(text.replace(BREAK, "").split())


def words(element: Element) -> str:
    return seen("".join(element.itertext()))


def loose(element: Element) -> Iterator[str]:
    """Give the texts of an element that are not code, in which GitHub looks for names."""
    for each in element.iter():
        yield (each.text or "") if each.tag != "code" else ""
        yield each.tail or ""


def assert_whole(comment: Element) -> None:
    """Hold a comment to its build: nothing in it but what the writer put there."""
    elements = [*comment.iter()]
    assert {each.tag for each in elements} <= TAGS
    assert all(set(each.attrib) == ({"href"} if each.tag == "a" else set()) for each in elements)
    assert all(re.match("https?://law.example/", each.get("href", "")) for each in elements if each.tag == "a")
    assert [words(each)[:11] for each in comment.iter("h3")] == ["claimlint: "]
    assert {words(each) for each in comment.iter("h4")} <= set(HEADINGS.values())
    assert all(len(row) == 4 for row in comment.iter("tr"))
    assert all([each.tag for each in part] == ["summary", "ul"] for part in comment.iter("details"))
    assert not [text for text in loose(comment) if CALLING.search(text)]


@RENDERERS
@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY, REPORT._replace(gone=None)])
def test_a_comment_is_whole(report: Report, render: Render) -> None:
    assert_whole(rendered(report, render))


def hostile(text: str) -> Report:
    """Give a report that has a text wherever a file or a pack may bring one."""
    law = (Basis(text, "https://law.example/1"), Basis(text, f"https://law.example/{text}"), Basis(text, f"x{text}"))
    odd = FINDINGS[0]._replace(
        path=text, text=text, title=text, why=text, instead=(text,), basis=law, rule=text, law=text
    )
    box = odd._replace(pointer=f"cell {text}", start=odd.start._replace(offset=1))
    known = odd._replace(state="known")
    approved = odd._replace(state="approved", approval=Approval(text, text, text, text, text, text))
    unread, gone = (NotChecked(text, text),), (Gone("f", text, text, text),)
    return EMPTY._replace(findings=(odd, box, known, approved), not_checked=unread, gone=gone)


def assert_words(text: str, render: Render) -> None:
    """Hold a comment on a report full of a text to its build, and what is read in its cells to the text."""
    comment = rendered(hostile(text), render)
    assert_whole(comment)
    cells = [[words(cell) for cell in row] for row in comment.findall("table/tbody/tr")]
    prose, claim, path = line(text), short(text, MOST_CLAIM), short(relative(text, ""), MOST_PATH)
    for finding, row in zip(hostile(text).findings, cells, strict=False):
        told = [f"{path} {spot(finding)}", claim, f"{prose}{claim} ({prose} error)", prose]
        assert row == [*map(seen, told)]
    assert len(cells) == 2 and len([*comment.iter("details")]) == 5


@RENDERERS
@pytest.mark.parametrize("text", HOSTILE)
def test_copy_is_read_as_words(text: str, render: Render) -> None:
    assert_words(text, render)


@RENDERERS
@given(text=TEXT)
def test_any_words_keep_the_comment_whole(text: str, render: Render) -> None:
    assert_words(text, render)


def test_a_comment_is_never_too_long() -> None:
    many = tuple(
        FINDINGS[0]._replace(path=f"{n}.txt", text="x" * 300, why=f"{n} " * 200, rule=f"r{n}") for n in range(3000)
    )
    output = written(EMPTY._replace(findings=many, not_checked=(NotChecked("p" * 500, "r" * 500),) * 500))
    assert ROOM - 20_000 < len(output) <= ROOM
    assert re.search(r"\| … and [\d,]+ more\n", output)
