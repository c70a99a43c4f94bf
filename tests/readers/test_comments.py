"""Comments that let findings stand: which are read, where they hold, and that their words are no copy."""

from __future__ import annotations

import time

import pytest

from claimlint.findings import Allowance, Place
from claimlint.linter import Linter
from claimlint.readers.comments import without_comments

CLAIM = "Our tonic regrows hair in 12 weeks."
LINTER = Linter()


def read(path: str, source: str) -> list[tuple[tuple[str, ...], str, int, str]]:
    return [(each.rules, each.reason, each.line, each.text) for each in LINTER.check_text(source, path).allowances]


@pytest.mark.parametrize(
    ("path", "source", "line"),
    [
        ("a.txt", f"# claimlint: allow[regrows-hair] Trial 7\n{CLAIM}\n", 2),
        ("a.txt", f"// claimlint: allow[regrows-hair] Trial 7\n{CLAIM}\n", 2),
        ("a.txt", f"<!-- claimlint: allow[regrows-hair] Trial 7 -->\n{CLAIM}\n", 2),
        ("a.txt", f"[//]: # (claimlint: allow[regrows-hair] Trial 7)\n{CLAIM}\n", 2),
        ("a.txt", f'[//]: # "claimlint: allow[regrows-hair] Trial 7"\n{CLAIM}\n', 2),
        ("a.txt", f"Soft.\r\n\r\n  # claimlint:allow[ regrows-hair ] — Trial 7  \r\n\r\n{CLAIM}\r\n", 5),
        ("a.md", f"{CLAIM} <!-- claimlint: allow[regrows-hair] Trial 7 -->\nSoft.\n", 1),
        ("a.html", f"<p>{CLAIM}</p> <!-- claimlint: allow[regrows-hair] Trial 7 -->\n<p>Soft.</p>", 1),
        ("a.html", f"<div><!--\n claimlint: allow[regrows-hair]\n Trial 7\n-->\n<p>{CLAIM}</p></div>", 5),
        ("a.html", f"{{# claimlint: allow[regrows-hair] Trial 7 #}}\n<p>{CLAIM}</p>", 2),
        ("a.html", f"{{{{!-- claimlint: allow[regrows-hair] Trial 7 --}}}}\n<p>{CLAIM}</p>", 2),
        ("a.html", f"<%# claimlint: allow[regrows-hair] Trial 7 %>\n<p>{CLAIM}</p>", 2),
        ("a.js", f'// claimlint: allow[regrows-hair] Trial 7\nconst title = "{CLAIM}";\n', 2),
        ("a.js", f'const title = "{CLAIM}"; // claimlint: allow[regrows-hair] Trial 7\n', 1),
        ("a.ts", f'/**\n * claimlint: allow[regrows-hair]\n * Trial 7\n */\nconst title = "{CLAIM}";\n', 5),
        ("a.jsx", f"const a = <p>\n  {{/* claimlint: allow[regrows-hair] Trial 7 */}}\n  {CLAIM}\n</p>;\n", 3),
        ("a.ini", f"title = {CLAIM}  # claimlint: allow[regrows-hair] Trial 7\n", 1),
        ("a.tex", f"%% claimlint: allow[regrows-hair] Trial 7\n{CLAIM}\n", 2),
        ("a.txt", "# claimlint: allow[regrows-hair] Trial 7\n", 0),
    ],
)
def test_the_comment_form_of_the_format_is_read(path: str, source: str, line: int) -> None:
    ((rules, reason, held, text),) = read(path, source)
    assert (rules, reason.replace("* ", ""), held) == (("regrows-hair",), "Trial 7", line)
    assert text in source and text[0] != " " and text == text.strip()
    found = LINTER.check_text(source, path).findings
    assert [finding.start.line for finding in found] == [line] * bool(line)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("a.txt", f"{CLAIM} # claimlint: allow[a-b] Trial 7\n"),
        ("a.txt", f"claimlint: allow[a-b] Trial 7\n{CLAIM}\n"),
        ("a.txt", f"<!-- claimlint: allow[a-b] never closed\n{CLAIM}\n"),
        ("a.html", f"# claimlint: allow[a-b] Trial 7\n<p>{CLAIM}</p>"),
        ("a.html", f"<p>// claimlint: allow[a-b] Trial 7\n{CLAIM}</p>"),
        ("a.json", f'{{"a": "// claimlint: allow[a-b] Trial 7", "b": "{CLAIM}"}}'),
        ("a.csv", f"title\n# claimlint: allow[a-b] Trial 7\n{CLAIM}\n"),
        ("a.js", f'const a = "https://claimlint: allow[a-b] {CLAIM}";\n'),
        ("a.txt", f"# claimlint: see the guide\n{CLAIM}\n"),
    ],
)
def test_what_is_no_comment_of_the_format_is_copy(path: str, source: str) -> None:
    assert read(path, source) == []
    assert [finding.text for finding in LINTER.check_text(source, path).findings] == ["regrows hair"]


@pytest.mark.parametrize(
    ("words", "rules", "reason"),
    [
        ("allow[a-b, c-d, a-b] Both by law.", ("a-b", "c-d"), "Both by law."),
        ("allow[a-b]", ("a-b",), ""),
        ("allow[a-b] --", ("a-b",), ""),
        ("allow a-b because", (), "a-b because"),
        ("allow[] because", (), "because"),
        ("alow[a-b] because", (), "because"),
    ],
)
def test_a_wrong_comment_is_kept_to_be_told_of(words: str, rules: tuple[str, ...], reason: str) -> None:
    assert read("a.txt", f"# claimlint: {words}\n{CLAIM}\n") == [(rules, reason, 2, f"# claimlint: {words}")]


def test_the_places_are_those_of_the_comment() -> None:
    source = f"® é 🌿\n{CLAIM} <!-- claimlint: allow[regrows-hair] x -->\n"
    start = source.index("<!--")
    assert LINTER.check_text(source).allowances == (
        Allowance(
            "<text>",
            ("regrows-hair",),
            "x",
            Place(start, 2, 37, 37),
            Place(len(source) - 1, 2, 78, 78),
            2,
            source[start:-1],
        ),
    )


def test_the_words_of_a_comment_are_no_copy() -> None:
    report = LINTER.check_text(f"# claimlint: allow[regrows-hair] heals eczema, not a claim\n{CLAIM}\n")
    assert [(finding.text, finding.sentence) for finding in report.findings] == [("regrows hair", CLAIM)]
    assert report.considered == ()


def test_a_comment_does_not_change_what_stands_around_it() -> None:
    source = "Our tonic is strong: it\n// claimlint: allow[regrows-hair] x\nregrows hair fast.\n"
    (finding,) = LINTER.check_text(source).findings
    (bare,) = LINTER.check_text(source.replace("// claimlint: allow[regrows-hair] x\n", "")).findings
    assert (finding.fingerprint, finding.start.line) == (bare.fingerprint, 3)


def test_two_comments_hold_for_the_same_line() -> None:
    source = f"# claimlint: allow[a] one\n# claimlint: allow[b] two\n\n{CLAIM}\n"
    assert [each[:3] for each in read("a.txt", source)] == [(("a",), "one", 4), (("b",), "two", 4)]


@pytest.mark.parametrize("text", ["<!-- claimlint: allow[a] b ", "# claimlint: ", "<!-- claimlint: allow[a] b -->"])
def test_hostile_comments_take_no_time(text: str) -> None:
    source = text * 40_000
    began = time.process_time()
    assert len(without_comments("a.txt", source)) == len(source)
    assert time.process_time() - began < 2
