"""XML: what is read of feeds, catalogues and documents, as what, and where it stands."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.errors import NotReadable, Unparsed
from claimlint.readers.formats import EVERYTHING, Wishes
from claimlint.readers.xml import read
from tests.growth import Work, assert_linear
from tests.readers.places import assert_places

Told = tuple[str, str, str]


def told(source: str, wishes: Wishes = EVERYTHING) -> list[Told]:
    return [(block.text, block.role, block.pointer) for block in read(source, wishes).blocks]


def texts(source: str) -> list[str]:
    return [block.text for block in read(source, EVERYTHING).blocks]


def test_a_feed_gives_its_copy_and_leaves_its_data() -> None:
    source = """<?xml version="1.0"?>
<rss xmlns:g="http://base.google.com/ns/1.0"><channel>
<item><g:id>soap-one</g:id><g:title>Oat soap</g:title><g:link>https://example.com/soap</g:link><g:price>9 EUR</g:price>
<g:description><![CDATA[<p>Soft hands.</p>]]></g:description></item>
<item><g:title>Comb</g:title><how_to_use>Comb your hair with it.</how_to_use><inci>Aqua, Oats</inci></item>
</channel></rss>"""
    assert told(source) == [
        ("Oat soap", "heading", "/rss/channel/item/1/title"),
        ("Soft hands.", "body", "/rss/channel/item/1/description"),
        ("Comb", "heading", "/rss/channel/item/2/title"),
        ("Comb your hair with it.", "directions", "/rss/channel/item/2/how_to_use"),
        ("Aqua, Oats", "ingredients", "/rss/channel/item/2/inci"),
    ]
    assert [text for text, _, _ in told(source, Wishes(fields=("title",)))] == ["Oat soap", "Comb"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Soft <b>oat</b> soap</p>", ["Soft oat soap"]),
        ("<p><b>Oat</b> <i>soap</i></p>", ["Oat soap"]),
        ("<p><term>Oats</term> make <term>soap</term> mild</p>", ["Oats make soap mild"]),
        ("<x><term>Oats</term> <term>soften</term> hands</x>", ["Oats soften hands"]),
        ("<x>O<hi>at</hi>s <!-- and -->soften<?x y?> hands</x>", ["Oats soften hands"]),
        ("<x><a>Oat</a><b2>Soap</b2></x>", ["Oat", "Soap"]),
        ("<x><id>oats</id><p>Soft.</p><sku>soap</sku></x>", ["Soft."]),
        ("<x><p>Soft.</p><p>Mild.</p></x>", ["Soft.", "Mild."]),
        ("<x><title>Oats</title><para>Soft.</para><note>Mild.</note></x>", ["Oats", "Soft.", "Mild."]),
        ("<content><div><ul><li>Soft</li><li>Mild</li></ul></div></content>", ["Soft", "Mild"]),
        ("<x>&lt;p&gt;Soft hands&lt;/p&gt;&lt;p&gt;Mild&lt;/p&gt;</x>", ["Soft hands", "Mild"]),
        ("<x>So<![CDATA[f]]>t &#104;&#x61;nds &amp; more</x>", ["Soft hands & more"]),
        ("<x>Caf&eacute;&nbsp;cr&egrave;me &unknown; soap</x>", ["Café\xa0crème &unknown; soap"]),
        ("<x>\n  Soft hands.\n\n  Mild soap.\n</x>", ["Soft hands.", "Mild soap."]),
        ("\n \n<?xml version='1.0'?><x>Soft hands</x>", ["Soft hands"]),
        ('<?xml version="1.0" encoding="UTF-16"?><x>Café hands</x>', ["Café hands"]),
        ('<!DOCTYPE x SYSTEM "x.dtd"><x>Soft hands</x>', ["Soft hands"]),
        ("<x><style>p { color: red of the kind }</style><script>var soap = 1 and so on</script></x>", []),
        ("<resources><item><a>Oats</a><a>Soap</a></item></resources>", ["Oats", "Soap"]),
        ("<root><data><title>Oats</title></data></root>", ["Oats"]),
        ("<?xml version='1.1'?><x>Soft hands</x>", ["Soft hands"]),
        ("<!DOCTYPE x [<!ATTLIST x alt CDATA 'Oats'><!ELEMENT x ANY>]><x>Soft hands</x>", ["Soft hands"]),
        (
            "<urlset><url><loc>https://a.b/</loc><i:image xmlns:i='i'><i:caption>Oats</i:caption></i:image></url></urlset>",
            ["Oats"],
        ),
        ("<u:x xmlns:u='u'><u:title>Soft</u:title></u:x>", ["Soft"]),
    ],
)
def test_texts(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_a_title_opens_the_section_that_it_names() -> None:
    source = "<section><title>Directions</title><para>Massage into hair.</para></section>"
    assert told(source) == [
        ("Directions", "heading", "/section"),
        ("Massage into hair.", "directions", "/section"),
    ]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('alt="Soft &amp; mild"', ["Soft & mild"]),
        ('title=\'Soft "oats"\' class="a b c d e"', ['Soft "oats"']),
        ("d:label = 'Soft'", ["Soft"]),
        ('xmlns:title="urn:soft hands and so on"', []),
        ('src="soft-hands.jpg" color="red"', []),
        ('name="how_to_use"', []),
        ('name="Soap"', ["Soap"]),
        ('name="the soap of oats"', ["the soap of oats"]),
        ('title=""', []),
    ],
)
def test_attributes(tag: str, expected: list[str]) -> None:
    assert texts(f"<x><y {tag}/></x>") == expected


def test_an_attribute_stands_where_it_is_written() -> None:
    source = "<é a='1'\n\talt='Soft &#233; hands'>Oats</é>"
    block = read(source, EVERYTHING).blocks
    (alt, body) = block
    assert source[alt.places.start_of(0) : alt.places.end] == "Soft &#233; hands"
    assert (alt.pointer, body.pointer) == ("/é/alt", "/é")
    assert source[body.places.start_of(0) : body.places.end] == "Oats"


def test_a_key_names_a_value() -> None:
    source = '<product><a name="how_to_use">Rub it in.</a><a name="title">Oat soap</a></product>'
    assert told(source) == [
        ("Rub it in.", "directions", "/product/a/how_to_use"),
        ("Oat soap", "heading", "/product/a/title"),
    ]


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="{target}"><body>
<trans-unit id="hero.title"><source>Oat <g id="1">so</g><x id="2"/>ap</source><target>Seife</target>
<note>For soft hands</note><alt-trans><source>Comb</source></alt-trans></trans-unit>
<trans-unit id="7"><source><bpt id="1">&lt;b&gt;</bpt>Mild<ept id="1">&lt;/b&gt;</ept></source>
<target xml:lang="fr">Doux</target></trans-unit></body></file></xliff>"""


def test_xliff_gives_what_is_in_english() -> None:
    copy = read(XLIFF.format(target="de-DE"), EVERYTHING)
    assert [(block.text, block.role, block.pointer) for block in copy.blocks] == [
        ("Oat soap", "heading", "hero.title"),
        ("Mild", "body", "7"),
    ]
    assert copy.note == "texts not read, as the rules are in English: 1 in de, 1 in fr"


@pytest.mark.parametrize("language", ["en-US", "EN_gb", "eng", "", "und"])
def test_xliff_gives_targets_in_english_or_in_no_language(language: str) -> None:
    assert texts(XLIFF.format(target=language)) == ["Oat soap", "Seife", "Mild"]


def test_xliff_2() -> None:
    source = """<xliff version="2.0" srcLang="de" trgLang="en"><file id="f"><unit id="u1" name="hero.text">
    <notes><note>Soft</note></notes><originalData><data id="d">x y z</data></originalData>
    <segment id="s"><source>Seife</source><target>Oat <pc id="1">so<ph id="2"/>ap</pc></target></segment>
    </unit></file></xliff>"""
    copy = read(source, EVERYTHING)
    assert [(block.text, block.pointer) for block in copy.blocks] == [("Oat soap", "hero.text")]
    assert copy.note == "texts not read, as the rules are in English: 1 in de"


def test_tmx() -> None:
    source = """<tmx version="1.4"><header srclang="en"><note>Soft</note></header><body><tu tuid="t1"><prop>Comb</prop>
    <tuv xml:lang="en"><seg>Oat <ph>&lt;br&gt;</ph>soap</seg></tuv><tuv xml:lang="de"><seg>Seife</seg></tuv></tu>
    </body></tmx>"""
    copy = read(source, EVERYTHING)
    assert [(block.text, block.pointer) for block in copy.blocks] == [("Oat soap", "t1")]
    assert copy.note == "texts not read, as the rules are in English: 1 in de"


def test_strings_of_android() -> None:
    source = r"""<resources><color name="red">#ff0000</color><string name="title">It\'s <b>soap</b> \u00e9 %1$s</string>
    <plurals name="n"><item quantity="one">One comb</item><item quantity="other">Combs</item></plurals></resources>"""
    assert told(source) == [
        ("It's soap é %1$s", "heading", "title"),
        ("One comb", "body", "n"),
        ("Combs", "body", "n"),
    ]
    block = next(iter(read(source, EVERYTHING).blocks))
    assert source[block.places.start_of(2) : block.places.end_of(3)] == r"\'"


def test_resx() -> None:
    source = """<root><resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
    <data name="Hero.Title" xml:space="preserve"><value>Oat soap</value><comment>Comb of the day</comment></data>
    <data name="Logo" mimetype="application/x"><value>aGVh bGVk IGhl cmU</value></data></root>"""
    assert told(source) == [("Oat soap", "heading", "Hero.Title")]


def test_other_languages_are_told_and_left() -> None:
    source = """<c><d xml:lang="de">Seife</d><d xml:lang="en-GB">Soap</d><d xml:lang="x-default">Comb</d>
    <p>Soft <i xml:lang="fr">savon</i> soap</p></c>"""
    copy = read(source, EVERYTHING)
    assert [block.text for block in copy.blocks] == ["Soap", "Comb", "Soft  soap"]
    assert copy.note == "texts not read, as the rules are in English: 1 in de, 1 in fr"


def test_xhtml_is_html() -> None:
    assert texts('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Soft hands</p></body></html>') == ["Soft hands"]


@pytest.mark.parametrize(
    ("source", "note", "text"),
    [
        ("<x>\n<a>Soft hands</b></x>", "read as HTML: line 2: mismatched tag", "Soft hands"),
        ("\n\n<x>Soft & mild</x>", "read as HTML: line 3: not well-formed (invalid token)", "Soft & mild"),
        ("<x><![CDATA[Soft hands]]></x>\n<y/>", "read as HTML: line 2: junk after document element", "Soft hands"),
        ("Soft hands", "read as HTML: line 1: syntax error", "Soft hands"),
        ("<x>Soft hands", "read as HTML: line 1: no element found", "Soft hands"),
        ("<x>Soft \udc80hands</x>", "read as HTML: line 1: not well-formed (invalid token)", "Soft \udc80hands"),
    ],
)
def test_faulty_xml_is_read_as_html(source: str, note: str, text: str) -> None:
    copy = read(source, EVERYTHING)
    (block,) = copy.blocks
    assert copy.note == note
    assert block.text == text
    assert source[block.places.start_of(0) : block.places.end] == text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('<!DOCTYPE x [\n<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>', "line 2: it declares the entity 'a'"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "line 1: it declares the entity 'a'"),
        ('\n<!DOCTYPE x [\n<!ENTITY % a SYSTEM "x.dtd"> %a;]><x/>', "line 3: it declares the entity 'a'"),
        ("<a>\n" * 100_000, "line 201: more than 200 elements are open"),
        ("<a>" * 333_000, "line 1: more than 200 elements are open"),
    ],
)
def test_what_is_not_safe_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Unparsed) as error:
        read(source, EVERYTHING)
    assert str(error.value).startswith(reason)


HOSTILE = {
    "siblings": ("<a/>", "<r>", "</r>"),
    "texts": ("<a>soap</a>", "<r>", "</r>"),
    "late words": ("<a>soap</a>", "<r>", "z</r>"),
    "deep late words": ("<a>" * 190 + "x" + "</a>y" * 190, "<r>", "</r>"),
    "references": ("&amp;é", "<r>", "</r>"),
    "names of HTML": ("&eacute;", "<r>é", "</r>"),
    "lines": ("oats\r\n", "<r>", "</r>"),
    "attribute": ("oats ", "<r title='", "'/>"),
    "broken": ("<a ", "", ""),
    "marks": ("]]", "<r><![CDATA[", "]]></r>"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_text(kind: str) -> None:
    part, before, after = HOSTILE[kind]

    def prepare(size: int) -> Work:
        source = before + part * (size // len(part)) + after
        return lambda: read(source, EVERYTHING)

    assert_linear(prepare, 40_000)


def test_a_large_attribute_is_read_or_refused() -> None:
    try:
        assert texts(f"<x title='{'a' * 999_000}'/>") == ["a" * 999_000]
    except NotReadable as error:
        pytest.fail(str(error))


LETTERS = st.sampled_from(
    [*"abc XYZ .,'\"", "é", "e\u0301", "a💆🏽‍♀️", "a–", "®", "\xa0", "& ", "< ", "\n", "\r\n", "\t"]
)


@st.composite
def dressed(draw: st.DrawFn, quote: str = "") -> str:
    """Write a text in one of the ways that XML has for each character."""
    words = ["Soap ", *draw(st.lists(LETTERS, max_size=20))]
    return "".join(draw(st.sampled_from(_ways(word, quote))) for word in words)


def _ways(word: str, quote: str) -> list[str]:
    codes = ["".join(form.format(ord(char)) for char in word) for form in ("&#{};", "&#x{:X};")]
    escaped = html.escape(word)
    named = {"é": "&eacute;", "®": "&reg;"}.get(word, escaped)
    return [escaped, named, *codes, *([] if quote else [f"<![CDATA[{word}]]>", f"<!-- x -->{escaped}"])]


def decoded(written: str) -> str:
    return "\n" if written == "\r\n" else html.unescape(written)


def words_of(written: str) -> str:
    bare = written.replace("<![CDATA[", "").replace("]]>", "").replace("<!-- x -->", "")
    return "".join(html.unescape(bare).split())


@given(texts=st.lists(dressed(), min_size=1, max_size=3), alt=dressed('"'))
@settings(max_examples=60, deadline=None)
def test_every_character_stands_where_its_map_says(texts: list[str], alt: str) -> None:
    values = "".join(f"<é><b>{text}</b></é>\r\n" for text in texts)
    source = f'<feed n="💆"><img alt="{alt}"/>{values}</feed>'
    copy = read(source, EVERYTHING)
    blocks = list(copy.blocks)
    assert copy.note is None
    assert_places(source, [block for block in blocks if not block.pointer.endswith("alt")], decoded)
    assert_places(source, [block for block in blocks if block.pointer.endswith("alt")], html.unescape)
    assert "".join("".join(block.text.split()) for block in blocks) == words_of(alt + "".join(texts))
