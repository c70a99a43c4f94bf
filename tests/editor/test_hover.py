"""What is told on pointing at words: all of it, and nothing in it acts."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from claimlint.editor.hover import MARKDOWN, PLAIN, prose, told
from claimlint.findings import Approval, Basis, CueMention, Finding, Place, Seen
from claimlint.writers.groups import Group

FINDING = Finding(
    "0123456789abcdef", "some-rule", "Says it heals", "treats-disease", "us", "drug", "error", "a.txt",
    Place(3, 1, 4), Place(8, 1, 9), "heals", "It heals.", "Healing is for drugs.", ("It softens.",),
    (Basis("21 CFR 1 (a)", "https://example.org/a"), Basis("Act 2", "javascript:alert(1)")),
    (Seen("FDA", "letter", 2020, "said it heals", "https://example.org/b"),),
    (CueMention("may", "softened", "may"), CueMention("not", "negated", "not")), (), (3, 8),
)  # fmt: skip

SHOWN = """\
**Says it heals** (error, some-rule)

Healing is for drugs.

**Law**

- US drug: [21 CFR 1 (a)](https://example.org/a); Act 2

**Instead**

- It softens.

**Seen**

- [FDA letter, 2020](https://example.org/b): said it heals

**Words nearby**

- softener "may" does not change it"""


def test_the_whole_story_is_told() -> None:
    assert told([Group((FINDING,))], MARKDOWN) == SHOWN


def test_an_editor_without_markdown_gets_plain_text() -> None:
    plain = told([Group((FINDING._replace(title="Says *it* heals"),))], PLAIN)
    assert plain.startswith("Says *it* heals (error, some-rule)\n\nHealing is for drugs.")
    assert "- US drug: 21 CFR 1 (a) (https://example.org/a); Act 2\n" in plain


def test_who_approved_is_told() -> None:
    approval = Approval("Trial 7", "allow.yaml", by="Dr *A*", expires="2030-01-31")
    text = told([Group((FINDING._replace(state="approved", approval=approval),))], MARKDOWN)
    assert r"Approved by Dr \*A\* in allow.yaml, until 2030-01-31: Trial 7" in text.split("\n\n")


HOSTILE = [
    "[x](command:workbench.action.quit)", "![x](https://example.org/a.png)", "<img src=x onerror=alert(1)>", "<https://example.org>",
    "https://example.org/a", "www.example.org", "a@example.org", "[x]: https://example.org", "`code`", "~~a~~", "*a* __b__", "&lt;b&gt;",
    "# heading", "- item", "+ item", "1. item", "12) item", "> quote", "---", "===", "| a | b |", "\\*a*", "$x^2$", "a\n\n# b", "\x1b[31m\u202e", "![", "`", "\\",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_only_text(text: str) -> None:
    for written in (prose(text), f"- {prose(text)}"):
        tokens = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"]).parse(written)
        kinds = {token.type for token in tokens}
        assert kinds <= {
            "paragraph_open", "inline", "paragraph_close", "bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close",
        }  # fmt: skip
        inner = [child for token in tokens for child in token.children or ()]
        assert {child.type for child in inner} <= {"text", "text_special"}
        shown = "".join(child.content for child in inner)
        assert shown == " ".join(text.replace("\x1b", "\\x1b").replace("\u202e", "<U+202E>").split())


@pytest.mark.parametrize("text", ["https://example.org/a", "HTTP://example.org", "www.example.org", "WWW.example.org"])
def test_no_address_is_left_that_an_editor_would_make_a_link_of(text: str) -> None:
    assert not re.search(r"\w://|www\.", prose(text), re.I)
