"""Changes to copy: they do what they say in each format, and are not offered where they would do more."""

from __future__ import annotations

import pytest

from claimlint.editor.edits import FORMS, commented, reworded
from claimlint.findings import Finding
from claimlint.linter import Linter
from claimlint.readers.formats import FORMATS
from claimlint.writers.groups import grouped

LINTER = Linter()
ALLOW = "claimlint: allow[regrows-hair]"


def finding(path: str, source: str) -> Finding:
    (found,) = LINTER.check_text(source, path).findings
    assert (found.text, found.rule) == ("regrows hair", "regrows-hair")
    return found


def comment(path: str, source: str) -> str | None:
    (group,) = grouped([finding(path, source)])
    edit = commented(path, source, group)
    return edit.applied(source) if edit else None


@pytest.mark.parametrize(
    ("path", "source", "wanted"),
    [
        ("a.html", "<div>\n  <p>It regrows hair.</p>\n</div>\n", f"<div>\n  <!-- {ALLOW} -->\n  <p>It regrows hair.</p>\n</div>\n"),
        ("a.html", "<p>Soft.</p>\r\n<p>It regrows hair.</p>\r\n", f"<p>Soft.</p>\r\n<!-- {ALLOW} -->\r\n<p>It regrows hair.</p>\r\n"),
        ("a.html", "<p>It regrows hair.</p>", f"<!-- {ALLOW} -->\n<p>It regrows hair.</p>"),
        ("a.md", "# Tonic\n\nSoft and\nit regrows hair.\nBuy it.\n", f"# Tonic\n\nSoft and\nit regrows hair. <!-- {ALLOW} -->\nBuy it.\n"),
        ("a.md", "---\ntitle: It regrows hair.\n---\n", f"---\n# {ALLOW}\ntitle: It regrows hair.\n---\n"),
        ("a.mdx", "It regrows hair.\n", f"It regrows hair. {{/* {ALLOW} */}}\n"),
        ("a.js", 'const a = [\n  "It regrows hair.",\n];\n', f'const a = [\n  // {ALLOW}\n  "It regrows hair.",\n];\n'),
        ("a.jsx", "const a = (\n  <p>\n    It regrows hair.\n  </p>\n);\n", f"const a = (\n  <p>\n    {{/* {ALLOW} */}}\n    It regrows hair.\n  </p>\n);\n"),
        ("a.jsx", "const a = (\n  <p>It regrows hair.</p>\n);\n", f"const a = (\n  // {ALLOW}\n  <p>It regrows hair.</p>\n);\n"),
        ("a.yaml", "copy:\n  title: It regrows hair.\n", f"copy:\n  # {ALLOW}\n  title: It regrows hair.\n"),
        ("a.toml", "\ttitle = 'It regrows hair.'\n", f"\t# {ALLOW}\n\ttitle = 'It regrows hair.'\n"),
        ("a.jinja", "<p>It regrows hair.</p>\n", f"{{# {ALLOW} #}}\n<p>It regrows hair.</p>\n"),
        ("a.liquid", "<p>It regrows hair.</p>\n", f"{{% comment %}} {ALLOW} {{% endcomment %}}\n<p>It regrows hair.</p>\n"),
        ("a.hbs", "<p>It regrows hair.</p>\n", f"{{{{!-- {ALLOW} --}}}}\n<p>It regrows hair.</p>\n"),
        ("a.erb", "<p>It regrows hair.</p>\n", f"<%# {ALLOW} %>\n<p>It regrows hair.</p>\n"),
        ("a.xml", "<a>\n<b>It regrows hair.</b>\n</a>\n", f"<a>\n<!-- {ALLOW} -->\n<b>It regrows hair.</b>\n</a>\n"),
        ("a.vue", "<template>\n  <p>It regrows hair.</p>\n</template>\n", f"<template>\n  <!-- {ALLOW} -->\n  <p>It regrows hair.</p>\n</template>\n"),
        ("a.properties", "a = It regrows hair.\n", f"# {ALLOW}\na = It regrows hair.\n"),
        ("a.strings", '"a" = "It regrows hair.";\n', f'/* {ALLOW} */\n"a" = "It regrows hair.";\n'),
    ],
)  # fmt: skip
def test_a_comment_stands_where_the_format_has_one(path: str, source: str, wanted: str) -> None:
    assert comment(path, source) == wanted
    (allowance,) = LINTER.check_text(wanted, path).allowances
    (found,) = LINTER.check_text(wanted, path).findings
    assert (allowance.rules, allowance.line) == (("regrows-hair",), found.start.line)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.json", '{\n"a": "It regrows hair."}'),
        ("a.csv", "title\nIt regrows hair.\n"),
        ("a.txt", "It regrows hair.\n"),
        ("a.js", "const a = `Soft.\nIt regrows hair.\nBuy it.`;\n"),
        ("a.yaml", "a: |\n  Soft.\n  It regrows hair.\n"),
        ("a.toml", 'a = """\nIt regrows hair.\n"""\n'),
        ("a.html", '<p\n  title="It regrows hair.">Soft.</p>\n'),
        ("a.properties", "a = Soft. \\\n It regrows hair.\n"),
    ],
)
def test_no_comment_is_put_into_copy(path: str, source: str) -> None:
    assert comment(path, source) is None


def test_forms_are_those_of_known_formats() -> None:
    assert set(FORMS) <= set(FORMATS)


@pytest.mark.parametrize(
    ("path", "source", "wanted"),
    [
        ("a.txt", "Soft® é 😀. It regrows hair. Buy it.\n", "Soft® é 😀. Fine, full hair. Buy it.\n"),
        ("a.md", "**Soft.** It regrows hair.\n", "**Soft.** Fine, full hair.\n"),
        ("a.html", "<p>It regrows hair.</p>", "<p>Fine, full hair.</p>"),
        ("a.json", '{"a": "It regrows hair."}', '{"a": "Fine, full hair."}'),
        ("a.js", "a('It regrows hair.')", "a('Fine, full hair.')"),
        ("a.csv", 'a,b\n"It regrows hair.",c\n', 'a,b\n"Fine, full hair.",c\n'),
        ("a.yaml", "a: It regrows hair.\n", "a: Fine, full hair.\n"),
        ("a.csv", "a,b\nIt regrows hair.,c\n", None),  # the comma would part the cell
        ("a.yaml", "[It regrows hair.]\n", None),
        ("a.md", "It *regrows* hair.\n", None),  # the sentence does not stand as it is read
        ("a.html", "<p>It regrows&nbsp;hair.</p>", None),
        ("a.html", "<p>It <b>regrows hair</b>.</p>", None),
    ],
)
def test_a_sentence_is_replaced_where_it_stands_as_it_is_read(path: str, source: str, wanted: str | None) -> None:
    (found,) = LINTER.check_text(source, path).findings
    edit = reworded(path, source, found, "Fine, full hair.")
    assert (edit.applied(source) if edit else None) == wanted


@pytest.mark.parametrize(
    ("path", "source", "wording"),
    [
        ("a.js", "a('It regrows hair.')", "Hair's full look."),
        ("a.json", '{"a": "It regrows hair."}', 'Hair with a "full" look.'),
        ("a.json", '{"a": "It regrows hair."}', "Hair \\n full."),
        ("a.yaml", "a: It regrows hair.\n", "Look: fuller hair."),
        ("a.html", "<p>It regrows hair.</p>", "Fuller <b>hair</b>."),
        ("a.md", "It regrows hair.\n", "*Fuller* hair."),
        ("a.html", "<p>It regrows hair.</p>", "</p><script>alert(1)</script>"),
    ],
)
def test_a_wording_that_the_format_would_read_otherwise_is_not_offered(path: str, source: str, wording: str) -> None:
    assert reworded(path, source, finding(path, source), wording) is None


def test_the_second_of_two_like_sentences_is_replaced() -> None:
    source = "It regrows hair. It regrows hair.\n"
    _, second = LINTER.check_text(source, "a.txt").findings
    edit = reworded("a.txt", source, second, "Full hair.")
    assert edit and edit.applied(source) == "It regrows hair. Full hair.\n"
