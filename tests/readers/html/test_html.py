"""HTML and templates: what is read, as what, and where it stands."""

from __future__ import annotations

import html as standard

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Mapped
from claimlint.readers import EVERYTHING
from claimlint.readers.html import cut_html, is_html, read
from tests.growth import Work, assert_linear
from tests.readers.places import assert_places


def texts(source: str) -> list[str]:
    return [block.text for block in read(source, EVERYTHING).blocks]


def roles(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read(source, EVERYTHING).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Soft</p><p>Mild</p>", ["Soft", "Mild"]),
        ("<p>So<b>f</b>t and <i>mi</i>ld</p>", ["Soft and mild"]),
        ("<p>Soft\n   and\tmild</p>", ["Soft and mild"]),
        ("Soft<br>Mild<br/><br>Oats", ["Soft\nMild", "Oats"]),
        ("<h3>Benefits</h3>Softens skin", ["Benefits", "Softens skin"]),
        ("Soft</div>Mild</li>Oats</br>Soap", ["Soft", "Mild", "Oats\nSoap"]),
        ("Soft <code>x <q>y</q></code>", ["Soft"]),
        ("<ul><li>Soft<li>Mild</ul>", ["Soft", "Mild"]),
        ("<DIV>Soft</DIV><P>Mild", ["Soft", "Mild"]),
        ("<table><tr><td>Soft<td>Mild</table>", ["Soft", "Mild"]),
        ("Skin < 5 weeks, pH > 4 & mild", ["Skin < 5 weeks, pH > 4 & mild"]),
        ("<a href=x.html title = 'Oat soap'>Soft</a>", ["Soft", "Oat soap"]),
        ('<img\n src="a>b.png"\n alt="Oat\n soap"\n>', ["Oat soap"]),
        ("Soft<!-- Mild --> oats<!-- never closed", ["Soft oats"]),
        ("Soft<script>if (a < b) 'Mild'</script> oats<style>a{}</style>", ["Soft oats"]),
        ("Soft<script>Mild", ["Soft"]),
        ("<svg><title>Oats</title><text>Mild</text></svg>Soft", ["Oats", "Soft"]),
        ("<textarea>Soft <b></textarea><button>Buy</button>", ["Soft <b>", "Buy"]),
        ("<p hidden>Soft</p><noscript>Mild</noscript>", ["Soft", "Mild"]),
        ("Soft&reg mild&hellip; caf&eacute; &#8217; &unknown; R&D", ["Soft® mild… café ’ &unknown; R&D"]),
        ("So&shy;ft&nbsp;and&#32;mild", ["So\xadft\xa0and mild"]),
        ("<o:p>Soft</o:p><my-note>Mild</my-note>", ["SoftMild"]),
        ("<p><![CDATA[Soft]]></p>", ["Soft"]),
    ],
)
def test_words_by_block(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ 'Mild' }}Soft {% if x %}oats{% endif %}{# Mild #}", ["Soft oats"]),
        ('<p class="{{ a > b }}">Soft</p>', ["Soft"]),
        ("<?php echo 'Mild'; ?><p>Soft</p><% mild %><%= mild %>", ["Soft"]),
        ("---\ntitle: Mild\n---\n<p>Soft</p>", ["Soft"]),
        ("{{!-- Mild --}}Soft {{{ mild }}} oats", ["Soft oats"]),
        ("{% comment %}Mild{% endcomment %}Soft", ["Soft"]),
        ("{{ never closed <p>Soft</p>", ["{{ never closed", "Soft"]),
    ],
)
def test_template_code_is_not_read(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h2>Ingredients</h2><p>Aqua, Glycerin, Parfum</p>", [("heading", "Ingredients"), ("ingredients", "Aqua, Glycerin, Parfum")]),
        ("<tr><th>Ingredients</th><td>Aqua, Glycerin, Parfum</td></tr>", [("heading", "Ingredients"), ("ingredients", "Aqua, Glycerin, Parfum")]),
        ('<div class="product-ingredients">Aqua, Glycerin, Parfum</div>', [("ingredients", "Aqua, Glycerin, Parfum")]),
        ("<nav><a>Soaps</a></nav><p>Soft</p>", [("navigation", "Soaps"), ("body", "Soft")]),
        ('<div class="review-body">So soft.</div>', [("review", "So soft.")]),
        ('<p itemprop="reviewBody">So soft.</p><p>Soft</p>', [("review", "So soft."), ("body", "Soft")]),
        ("<blockquote>So soft.<cite>Ann</cite></blockquote>", [("review", "So soft."), ("review", "Ann")]),
        ("<blockquote>Soft is our word.</blockquote>", [("body", "Soft is our word.")]),
        ("<title>Oat soap</title>", [("heading", "Oat soap")]),
        ('<meta name="keywords" content="oats, calm skin">', [("body", "oats"), ("body", "calm skin")]),
        ('<meta property="og:title" content="Oat soap"><meta property="og:url" content="Oat url">', [("heading", "Oat soap")]),
        ("<details><summary>How to use</summary>Apply daily.</details>", [("heading", "How to use"), ("directions", "Apply daily.")]),
        ("<dl><dt>Warnings<dd>Avoid the eyes.</dl>", [("heading", "Warnings"), ("warning", "Avoid the eyes.")]),
        ('<input type="submit" value="Buy soap"><input type="text" value="x">', [("heading", "Buy soap")]),
    ],
)  # fmt: skip
def test_roles(source: str, expected: list[tuple[str, str]]) -> None:
    assert roles(source) == expected


def test_json_ld_is_read_by_its_keys() -> None:
    page = '<script type="application/ld+json">{"sku": "Oat", "review": [{"reviewBody": "So\\u00a0soft."}], "name": "Soap"}</script>'
    assert roles(page) == [("review", "So\xa0soft."), ("heading", "Soap")]
    script = '<script type="application/ld+json">{"a": </script>'
    faulty = read(f"<p>Soft</p>\n{script}", EVERYTHING)
    assert [block.text for block in faulty.blocks] == ["Soft"]
    assert faulty.note == "JSON-LD of line 2 is no JSON and was not read"
    assert read(3 * script, EVERYTHING).note == "JSON-LD of line 1 is no JSON and was not read, nor were 2 more"


def test_what_is_never_closed_is_told() -> None:
    assert read("<p>Soft</p>\n<script>mild", EVERYTHING).note == (
        "<script> of line 2 is never closed: what follows was not read"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Soft <b>soap</b>", True),
        ("Soft &amp; mild", True),
        ("Soft & mild", False),
        ("a < b > c", False),
        ("R&D;", False),
    ],
)
def test_markup_is_told_from_text(source: str, expected: bool) -> None:
    assert is_html(source) is expected


def test_markup_that_is_escaped_once_over_is_read_too() -> None:
    source = "&lt;p&gt;Soft&lt;/p&gt;&lt;p&gt;Mild &amp;amp; oats&lt;/p&gt;"
    blocks = list(cut_html(Mapped.whole(source)))
    assert [block.text for block in blocks] == ["Soft", "Mild & oats"]
    start, end = blocks[1].places.start_of(5), blocks[1].places.end_of(6)
    assert source[start:end] == "&amp;amp;"


WORDS = st.text(st.sampled_from("ab é®💆\u0301&<\"'\t"), min_size=1, max_size=8)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<br>", "<b>", "</b>", "<!-- x -->", "<li>", "{{ x }}", "<td>", "</div>", "\r\n"]
)


@given(
    st.lists(
        WORDS.map(standard.escape) | TAGS | st.sampled_from(["&eacute;", "&#x1F486;", "&nbsp;", "&reg"]), max_size=14
    )
)
def test_blocks_map_back(parts: list[str]) -> None:
    source = "".join(parts)

    def decoded(written: str) -> str:
        plain = standard.unescape(written)
        return " " if plain and plain.strip(" \t\r\n") == "" else plain

    found = [block for block in read(source, EVERYTHING).blocks if not {*block.text} & {*" \n•"}]
    assert_places(source, found, decoded)


@given(st.text(st.sampled_from("<>/!-&;ab=\"'{}%#? \n"), max_size=60))
def test_any_soup_is_read_in_order(source: str) -> None:
    seen = 0
    for block in read(source, EVERYTHING).blocks:
        start, end = block.places.start_of(0), block.places.end
        assert 0 <= start <= end <= len(source)
        seen = max(seen, start)


HOSTILE = {
    "angles": "<", "tags": "<a ", "ampersands": "&", "comments": "<!--", "divs": "<div>", "quotes": '<a b="', "scripts": "<script>",
    "braces": "{{", "percent": "{%", "closers": "</p>", "titles": "<title>", "entities": "&amp", "php": "<?php ", "cdata": "<![CDATA[",
    "cells": "<td>a", "attributes": "<p a=b c='d' ", "items": "<li>a",
    "data": "<script type=ld+json>{</script>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_as_the_length(name: str) -> None:
    def prepare(size: int) -> Work:
        source = HOSTILE[name] * (size // len(HOSTILE[name]))
        return lambda: list(read(source, EVERYTHING).blocks)

    assert_linear(prepare, 40_000)
