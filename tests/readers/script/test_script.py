"""Scripts: what of them is copy, as what it is read, and that every character keeps its place."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document import Block
from claimlint.readers.formats import EVERYTHING, Wishes, format_of
from claimlint.readers.script import read
from tests.growth import Work, assert_linear


def blocks(source: str, name: str = "page.tsx", wishes: Wishes = EVERYTHING) -> list[Block]:
    return list(format_of(name).read(source, wishes).blocks)


def texts(source: str, name: str = "page.tsx") -> list[str]:
    return [" ".join(block.text.split()) for block in blocks(source, name)]


def roles(source: str) -> list[tuple[str, str]]:
    return [(block.role, " ".join(block.text.split())) for block in blocks(source)]


@pytest.mark.parametrize("suffix", "js mjs cjs ts mts cts jsx tsx".split())
def test_scripts_of_every_suffix_are_read(suffix: str) -> None:
    assert texts('const title = "Soft soap"', f"shop.{suffix}") == ["Soft soap"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("const heroTitle = 'Soap'", ["Soap"]),
        ("const heroTitle: string = 'Soap'", ["Soap"]),
        ("const a = 'Soft soap'", ["Soft soap"]),
        ("let a = b ? 'Soft soap' : 'Wide comb'", ["Soft soap", "Wide comb"]),
        ("node.title = 'Soap'; node['title'] = 'Comb'", ["Soap", "Comb"]),
        ("html += 'Soft soap'", ["Soft soap"]),
        ("f({title: 'Soap', 'label': `Comb`, [x]: 'Oil'})", ["Soap", "Comb"]),
        ("class A { static title = 'Soap'; readonly label: string = 'Comb'\n text = 'Oil' }", ["Soap", "Comb", "Oil"]),
        ("function f({title = 'Soap', id}, label: string = 'Comb') {}", ["Soap", "Comb"]),
        ("f('Soft soap', ['Wide comb'])", ["Soft soap", "Wide comb"]),
        ("const tags = ['soap', 'comb']", ["soap", "comb"]),
        (
            r"a = 'It\'s \"soft\"\x21 caf\u00e9 \u{1F486} \ud83d\udc86 a\tb\nc \ud800'",
            ['It\'s "soft"! café 💆 💆 a b c \ufffd'],
        ),
        ("a = 'Soft \\\nsoap \\\r\nof oats'", ["Soft soap of oats"]),
        ("a = 'Soft so' + 'ap' +\n  \"of oats\"", ["Soft soapof oats"]),
        ("a = 'Soft ' + soap(b, 'x')[0].c + 'of oats' + 5", ["Soft of oats"]),
        ("a = `Soft soap`+'s'", ["Soft soaps"]),
        ("a = 'Soft soap'\n'Wide comb'", ["Soft soap", "Wide comb"]),
        ("a = `Soft${b}soap of ${`oats and ${'rye'}`}s`", ["Soft soap of oats and ryes"]),
        ("a = `Soft ${b ? 'Wide comb' : ''} soap`", ["Soft soap", "Wide comb"]),
        ("a = `Soft \\`soap\\` $5 \\${x}`", ["Soft `soap` $5 ${x}"]),
        ("a = md`Soft soap`", ["Soft soap"]),
        ("a = {template: '<p>Soft <b>soap</b></p>'}", ["Soft", "soap"]),
        ("a = x satisfies T as 'soft soap of oats and rye'", ["soft soap of oats and rye"]),
    ],
)
def test_strings_are_read(source: str, expected: list[str]) -> None:
    if "<b>" in source:  # how HTML is laid out is the business of its reader
        assert " ".join(texts(source)) == " ".join(expected)
    else:
        assert texts(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "// Soft soap of oats and rye\n/* 'Soft soap of oats' */ /* Soft soap of oats",
        "#!/usr/bin/env soft soap of 'oats and rye'",
        "import a, {b} from 'soft soap of oats'; import 'soft soap of oats'; export * from \"soft soap of oats\"",
        "require('soft soap of oats'); await import('soft soap of oats'); declare module 'soft soap of oats' {}",
        "'use strict'\n\"use client\"",
        "softSoapOfOats.andRye['soft soap'].x",
        "a = {'soft soap of oats': 1, soft: 2}",
        "type A = 'soft soap' | 'wide comb'; const a: 'soft soap' | 'b' = b",
        "switch (a) { case 'soft soap': b() }",
        "if (a === 'soft soap' || 'wide comb' == b) c()",
        "a = 'soap'; f('soap'); b = ['soap']; t('home.title')",
        "a = {id: 'Soft soap', type: 'soft soap', url: 'a b', variant: 'x y', sku: 'Soft'}",
        "cn('soft soap of oats', {'wide comb of wood': a}); cls = 'flex px-4 md:mt-2 soft-soap'",
        "<a className='soft soap of oats' class='soft soap of oats' style='soft soap of oats'/>",
        "<a className={`soft soap of ${oats}`} css='soft soap of oats' data-testid='soft soap of oats'/>",
        "<a href='/soft soap' id='soft soap' key='soft soap' type='soft' variant='soft soap' name='soap'/>",
        "a = css`soft soap of oats ${b => c`x`}`; styled.p`soft soap of oats`; gql`soft soap of oats and rye`",
        "styled(Soap)`soft soap of oats`; styled.p<{ a: B }>`soft soap of oats`; styled.p.attrs({a: 1})`soft soap of oats`",
        "console.log('soft soap of oats', f('soft soap of oats')); console?.warn(`soft soap of oats`)",
        "throw new Error('soft soap of oats'); new shop.SoapError(`soft soap of oats`)",
        "describe('soft soap of oats', () => { expect(a).toBe('soft soap of oats') })",
        "a = /soft soap of 'oats' and rye/g; if (x) /soft 'soap' of oats/.test(y)",
        "a = b / 'soap' / 2; c = d++ / 2 / 'e'",
        "fetch(`/soap/${a} ${b}`); document.querySelector('.soft .soap')",
        "<style>{`soft soap of oats`}</style>",
    ],
)
def test_what_customers_do_not_see_is_not_read(source: str) -> None:
    assert texts(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Soap</p>", ["Soap"]),
        ("<>Soft <b>so</b>ap <Trans>of <a href='x'>oats</a></Trans></>", ["Soft soap of oats"]),
        ("<div>Soap<p>Comb</p>Oil<Card>Rye</Card></div>", ["Soap", "Comb", "Oil", "Rye"]),
        ("<p>Soft{' '}\n  <b>soap</b>\n  of\n\n  oats</p>", ["Soft soap of oats"]),
        ("<p>So{'a'}p {`of`} o{/* ! */}ats</p>", ["Soap of oats"]),
        ("<p>Soft{a}soap {b.c(1)}</p>", ["Soft soap"]),
        ("<p>Soft {a && <b>soap</b>}s {c ? <i>one</i> : <i>two</i>}</p>", ["Soft soap s one two"]),
        ("<p>Caf&eacute; &amp; &#174;&#xAE; &lt;b&gt; &nosuch; &amp</p>", ["Café & ®® <b> &nosuch; &amp"]),
        ("<p>One > two and 3 < 4</p>", ["One > two and 3 < 4"]),
        ('<p>It\'s `soft` // soap /* of */ "oats"</p>', ['It\'s `soft` // soap /* of */ "oats"']),
        ("<A title='Caf&eacute;\n  soap' label={\"Comb\"} alt={`Oil`} c='soap'/>", ["Café soap", "Comb", "Oil"]),
        ("<A b={<i>Soap</i>} c={() => <p>Comb</p>}>Oil</A>", ["Soap", "Comb", "Oil"]),
        ("<A name='soap of oats'/>", ["soap of oats"]),
        ("<A {...b} c /* d */ e={1} // f\n>Soap</A>", ["Soap"]),
        ("<Menu.Item<Soap> a='b'>Comb</Menu.Item>", ["Comb"]),
        ("a = b => <p>Soap</p>; if (c) return <p>Comb</p>\nelse <p>Oil</p>", ["Soap", "Comb", "Oil"]),
        ("<ul>{a.map(b => (<li key='x'>{b} Soap</li>))}<li>Comb</li></ul>", ["Soap", "Comb"]),
    ],
)
def test_elements_are_read(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "a = f<Soap>(b); c = new Map<string, Soap>(); d = f<'a'>(b)",
        "a = <T,>(b: T) => b; c = <T extends Soap>(d: T) => d; e = <T = Soap>(f: T) => f",
        "type F = <T>(a: T) => void; interface A { <T>(b: T): Soap }",
        "if (a < b && c > d) {} for (i = 0; i <n; i++) {} x = a <b> c",
        "a = (b as Soap) < c; d = e[0] < f; g = h() <i",
    ],
)
def test_types_and_less_than_begin_no_element(source: str) -> None:
    assert texts(f"{source}\nz = <p>Soft soap</p>; y = 'Wide comb'") == ["Soft soap", "Wide comb"]


def test_a_file_without_elements_has_types_in_angles_only() -> None:
    assert texts("a = <Soap>b; c = 'Wide comb' // </Soap>", "a.ts") == ["Wide comb"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = {title: 'Soap', text: 'We make soap.'}", [("heading", "Soap"), ("body", "We make soap.")]),
        ("const ingredients = ['Aqua, Glycerin']", [("ingredients", "Aqua, Glycerin")]),
        ("a = {reviews: [{name: 'Ann', text: 'Soft soap.'}]}", [("review", "Ann"), ("review", "Soft soap.")]),
        ("a = {warning: <p>Keep away from eyes.</p>}", [("warning", "Keep away from eyes.")]),
        ("const Warning = () => <A text='Soft soap.'/>", [("body", "Soft soap.")]),
        ("const warning = a\nf('Soft soap')", [("body", "Soft soap")]),
        ("const warning = a; f('Soft soap')", [("body", "Soft soap")]),
        ("const warning = () => { f('Soft soap') }", [("body", "Soft soap")]),
        (
            "<div><h2>Ingredients</h2><p>Aqua, Glycerin, Parfum</p><h2>Soap</h2><p>Soft on <b>hands</b>.</p></div>",
            [("heading", "Ingredients"), ("ingredients", "Aqua, Glycerin, Parfum"), ("heading", "Soap"), ("body", "Soft on hands.")],
        ),
        ("<ul><li><p>Soft soap</p></li><li><h3>Wide comb</h3></li></ul>", [("body", "Soft soap"), ("heading", "Wide comb")]),
    ],
)  # fmt: skip
def test_names_and_elements_give_roles(source: str, expected: list[tuple[str, str]]) -> None:
    assert roles(source) == expected


def test_a_pointer_names_the_value() -> None:
    found = blocks(
        "export const products: P[] = [{}, {'alt text': ['Soft soap', `Comb`]}]; f({a: 'Wide comb', 12: 'Fine oil'})"
    )
    assert [block.pointer for block in found] == ["/products/1/alt text/0", "/products/1/alt text/1", "/a", "/12"]


def test_wishes_choose_values() -> None:
    source = "a = {title: 'Soap', claim: 'Wide comb', id: 'x'}"
    assert [block.text for block in blocks(source, wishes=Wishes(("title", "/a/id")))] == ["Soap", "x"]


@pytest.mark.parametrize(
    "source",
    [
        "a = 'Soft soap of oats\nb = 'Wide comb'",
        "a = \"Soft soap of oats\nb = 'Wide comb'",
        "f((('Soft soap of oats'; }\nb = 'Wide comb'",
        "a = <p>Soft soap of oats\nb = 'Wide comb'",
        "a = <p b={c, <i>Soft soap of oats</p>; b = 'Wide comb'",
        "a = <p b='c' ; d='Soft soap of oats'\nb = 'Wide comb'",
        "a = <div><p>Soft soap of oats</div>\nb = 'Wide comb'",
        "a = <div>{c && <p>Soft soap of oats}</div>\nb = 'Wide comb'",
        "/* a = 'Soft soap of oats'\nb = 'Soft soap of oats'; c = 'Wide comb'",
        "a = /b[/; c = 'x'\nd = 'Soft soap of oats'; e = 'Wide comb'",
        "}}}]])) a = 'Soft soap of oats'; </p> b = 'Wide comb'",
    ],
)
def test_a_slip_costs_no_more_than_its_line(source: str) -> None:
    found = texts(source)
    assert "Wide comb" in found or "b = 'Wide comb'" in " ".join(found)
    assert any("Soft soap of oats" in text for text in found)


def test_an_open_template_reads_to_the_end() -> None:
    assert texts("a = `Soft soap ${b of oats\nc = 'Wide comb'") == ["Soft soap", "Wide comb"]
    assert texts("a = `Soft soap") == ["Soft soap"]


SYNTAX = st.text(alphabet="<>{}()[]`'\"/\\$=+*:;,.!?&# \r\nabp1é", max_size=60)
PIECES = st.lists(
    st.sampled_from(["<p>", "</p>", "<p ", "{", "}", "${", "`", "'", '"', "/*", "*/", "soft soap of oats", "=", "(", ")", "\n", "<", "/>", "a"]),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(SYNTAX, PIECES), st.sampled_from(["a.ts", "a.tsx"]))
def test_whatever_stands_in_a_file_has_its_place(source: str, name: str) -> None:
    for block in blocks(source, name):
        places = [(block.places.start_of(i), block.places.end_of(i + 1)) for i in range(len(block.text))]
        assert all(0 <= start <= end <= len(source) for start, end in places)
        assert all(before <= after for (before, _), (after, _) in pairwise(places))


CHARS = "a b zé®–&'\"<>{}`\t💆🏽\u200d♀\ufe0f\u0301"


def escaped(char: str, way: int) -> str:
    code = ord(char)
    if way == 1 and code < 0x100:
        return f"\\x{code:02x}"
    if way == 2 and code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04X}\\u{0xDC00 + low:04x}"
    if way == 2:
        return f"\\u{code:04x}"
    return f"\\u{{{code:x}}}" if way == 3 else f"\\{char}" if char in "'\"`" else char


def entity(char: str, way: int) -> str:
    named = {"é": "&eacute;", "®": "&reg;", "–": "&ndash;", "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    if way == 1 or char in "{}":
        return f"&#{ord(char)};"
    if way == 2:
        return f"&#x{ord(char):X};"
    return named.get(char, char) if way == 3 or char in named else char


WRITTEN = st.lists(st.tuples(st.sampled_from(CHARS), st.integers(0, 3)), max_size=20)
DRESSES = [
    ("const a = '", "'\r\n", escaped), ("const a = {\r\n\ttext: \"", '" }', escaped), ("f(`", "`)", escaped),
    ("/* 💆 */ <p>\r\n\t", "</p>", entity), ("<p><b>", "</b></p>", entity), ('<A alt="', '"/>', entity),
]  # fmt: skip
START, END = "We make soap for ", " every day."


@settings(max_examples=60)
@given(WRITTEN, st.sampled_from(DRESSES))
def test_every_character_maps_to_how_it_is_written(
    written: list[tuple[str, int]], dress: tuple[str, str, object]
) -> None:
    before, after, write = dress
    forms = [write(char, way) for char, way in written]  # type: ignore[operator]
    source = f"{before}{START}{''.join(forms)}{END}{after}"
    (block,) = [block for block in read(source, EVERYTHING).blocks if block.text.strip()]
    assert block.text == START + "".join(char for char, _ in written) + END
    places = [source[block.places.start_of(i) : block.places.end_of(i + 1)] for i in range(len(block.text))]
    assert places == [*START, *forms, *END]


@given(st.lists(st.sampled_from(["<b>", "</b>", "{' '}", "&amp;", "so", "ap ", "{a}", "\r\n  ", "💆"]), max_size=12))
def test_an_element_maps_to_its_text(parts: list[str]) -> None:
    source = f"<p>Soft {''.join(parts)} soap</p>"
    for block in read(source, EVERYTHING).blocks:
        for i, char in enumerate(block.text):
            place = source[block.places.start_of(i) : block.places.end_of(i + 1)]
            assert re.sub(r"\r\n\s*", " ", place.replace("&amp;", "&")) in (char, "")


@pytest.mark.parametrize(
    "part",
    [
        "<", "`", "${", "`${", "<a ", "<a>", "<a>{", "<p>x", "{", "[", "'", "/", "/[", "/*", "\\", "a<b>(", "&", "'a b'+", "{a:",
        "a-1.", "Aa", " ", "\n",
    ],
)  # fmt: skip
def test_time_grows_with_length(part: str) -> None:
    def prepare(size: int) -> Work:
        source = part * (size // len(part)) + "</a></p>"
        return lambda: read(source, EVERYTHING)

    assert_linear(prepare, 4_000)


@pytest.mark.parametrize(
    ("left", "right"),
    [("(", ")"), ("[{a:", "}]"), ("`${", "}`"), ("<a>", "</a>"), ("<a>{", "}</a>"), ("<a b={", "}/>")],
)
def test_depth_is_no_matter(left: str, right: str) -> None:
    found = texts(f"a = {left * 20_000}'Soft soap of oats'{right * 20_000}; b = 'Wide comb'")
    assert [text.strip("'") for text in found] == ["Soft soap of oats", "Wide comb"]
