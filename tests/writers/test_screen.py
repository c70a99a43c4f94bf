"""The report for the screen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.findings import (
    Basis,
    CheckedFile,
    Considered,
    CueMention,
    Finding,
    Level,
    NotChecked,
    Place,
    Report,
    Seen,
)
from claimlint.writers.options import Options
from claimlint.writers.screen import HINT, write_screen

from .kept import kept
from .sample import BALM, CLEAN, EMPTY, FINDINGS, REPORT
from .terminal import ANY_TEXT, AWKWARD, acts, width

FIRST = FINDINGS[0]
STYLE = re.compile(r"\x1b\[[\d;]*m")


def screen(report: Report, options: Options) -> str:
    return "".join(write_screen(report, options))


def _report(*findings: Finding, considered: tuple[Considered, ...] = ()) -> Report:
    return Report(REPORT.packs, REPORT.files, findings, considered, ())


def _lines(report: Report, width: int = 80, considered: bool = False) -> list[str]:
    return screen(report, Options(width=width, considered=considered)).splitlines()


def _beside(label: str, lines: list[str]) -> list[str]:
    """Give the texts that stand beside a label, without their indent."""
    at = next(number for number, line in enumerate(lines) if line.startswith(f"    {label:<9}"))
    texts = [lines[at][13:]]
    for line in lines[at + 1 :]:
        if not line.startswith(" " * 13):
            break
        texts.append(line[13:])
    return texts


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("color", [False, True])
def test_output_is_as_kept(columns: int, color: bool) -> None:
    output = screen(REPORT, Options(color=color, width=columns, considered=True))
    assert output == kept(f"screen-{columns}{'-color' if color else ''}.txt", output)


def test_colour_adds_nothing_but_colour() -> None:
    assert STYLE.sub("", screen(REPORT, Options(color=True))) == screen(REPORT, Options())


def test_a_clean_run_is_one_line() -> None:
    assert screen(CLEAN, Options()) == "No known pattern matched in 1 sentence of 1 file.\n"


def test_an_empty_run_says_so() -> None:
    assert screen(EMPTY, Options()) == "Nothing was checked.\n"


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_no_text_is_called_in_order(report: Report) -> None:
    assert not re.search(r"\b(complian\w+|approved|safe|legal|fine|ok)\b", screen(report, Options()), re.I)


@pytest.mark.parametrize(
    ("report", "total"),
    [
        (REPORT, "9 errors, 1 warning, 1 note in 5 of 7 files (1,315 sentences). "
         "2 dismissed (--considered shows them). 1 known and 2 suppressed not shown. 2 gone from the copy: `claimlint baseline prune`. 2 files not checked."),
        (_report(FIRST), "1 error in 1 of 7 files (1,315 sentences)."),
        (_report(FIRST._replace(state="known")), "No new finding in 1,315 sentences of 7 files. 1 known not shown."),
        (_report(considered=REPORT.considered),
         "No known pattern matched in 1,315 sentences of 7 files. 2 dismissed (--considered shows them)."),
        (EMPTY._replace(not_checked=REPORT.not_checked[:1]), "Nothing was checked. 1 file not checked."),
    ],
)  # fmt: skip
def test_the_sum_counts_what_is_shown_and_what_is_not(report: Report, total: str) -> None:
    shown = " ".join(_lines(report, width=80))
    assert shown.removesuffix(" " + HINT).endswith(total)


def test_the_sum_points_at_dismissed_items_only_until_they_are_shown() -> None:
    assert "(--considered shows them)" not in screen(REPORT, Options(considered=True))


def test_the_hint_comes_only_where_a_rule_was_named() -> None:
    assert _lines(_report(FIRST))[-1] == HINT
    assert HINT not in _lines(_report(FIRST._replace(state="approved")))
    assert HINT not in _lines(_report(considered=REPORT.considered))
    assert HINT in _lines(_report(considered=REPORT.considered), considered=True)


def test_a_path_is_shown_once_and_whole() -> None:
    path = "a/very/long/way/to/a/file/" * 5 + "label.txt"
    findings = [finding._replace(path=path) for finding in FINDINGS if finding.path == BALM]
    assert _lines(_report(*findings), width=40).count(path) == 1


def test_files_come_in_the_order_of_the_report() -> None:
    lines = _lines(REPORT)
    headers = [line for line in lines if line.endswith((".txt", ".exe")) and not line.startswith(" ")]
    assert headers == [
        "shop/night-balm.txt", "shop/日本語/クリーム.txt", "evil\\x1b[2J<U+202E>txt.exe", "latin.txt",
        "bad\\x0aname<U+DCFF>.txt",
    ]  # fmt: skip


def test_several_laws_on_the_same_words_are_told_together() -> None:
    lines = _lines(_report(*FINDINGS[:2]))
    assert sum("[heals-disease]" in line for line in lines) == 1
    assert _beside("law", lines) == [
        "US drug: FD&C Act 201(g)(1)(B), 21 U.S.C. 321(g)(1)(B) and 1 more",
        "EU medicine (warning): Directive 2001/83/EC, Art. 1(2) and 1 more",
    ]
    assert _beside("also", lines) == ["mentions-disease, names-skin-disease"]


def test_the_most_severe_law_leads_whichever_came_first() -> None:
    milder = FIRST._replace(law="eu", level="note", rule="milder", why="Another reason.")
    lines = _lines(_report(milder, FIRST))
    assert lines[2].startswith("  3:78  error  Says the product heals a disease [heals-disease]")
    assert "Another reason." in " ".join(_beside("why", lines))
    assert "milder" in " ".join(_beside("also", lines))


def test_a_law_gives_as_many_provisions_as_fit_its_line() -> None:
    many = FIRST._replace(basis=tuple(Basis(f"Art. {number}", "") for number in range(1, 30)))
    assert _beside("law", _lines(_report(many), width=40)) == ["US drug: Art. 1 and 28 more"]
    assert _beside("law", _lines(_report(FIRST._replace(basis=many.basis[:2])))) == ["US drug: Art. 1; Art. 2"]
    assert _beside("law", _lines(_report(FIRST._replace(basis=())))) == ["US drug"]


def test_at_most_two_wordings_are_offered() -> None:
    lines = _lines(_report(FIRST._replace(instead=("One.", "Two.", "Three."))))
    assert _beside("instead", lines) == ["One.", "Two."]


def test_the_latest_enforcement_fact_is_told() -> None:
    assert _beside("seen", _lines(_report(FIRST))) == ["FDA warning letter, 2019: mends red, itching skin"]


@pytest.mark.parametrize(
    ("effect", "words", "told"),
    [
        ("softened", "may help", 'softener "may help" does not change it'),
        ("told", "my friend says", 'testimonial "my friend says" still counts as the seller\'s own claim'),
        ("told", "", "testimonial still counts as the seller's own claim"),
        ("question", "can it", 'question "can it" still suggests it unless the answer is no'),
        ("softened", "x\x1b", 'softener "x\\x1b" does not change it'),
    ],
)
def test_cues_that_do_not_dismiss_are_told(effect: str, words: str, told: str) -> None:
    finding = FIRST._replace(cues=(CueMention("some-cue", effect, words),))
    assert _beside("cue", _lines(_report(finding))) == [told]


def test_other_cues_are_not_told() -> None:
    finding = FIRST._replace(cues=(CueMention("some-cue", "elsewhere", "shipping"),))
    assert "shipping" not in screen(_report(finding), Options())


def test_the_same_explanation_is_told_once_in_a_file() -> None:
    later = FIRST._replace(start=Place(900, 9, 1), end=Place(911, 9, 12), sentence=f"So {FIRST.sentence}")
    other = later._replace(path="clean.txt")
    lines = _lines(_report(FIRST, later, other))
    assert [line[13:] for line in lines if line.startswith("    why")] == [
        "Healing a disease is what a medicine does; a cosmetic may only", "as for 3:78 above",
        "Healing a disease is what a medicine does; a cosmetic may only",
    ]  # fmt: skip


def test_another_wording_is_another_explanation() -> None:
    later = FIRST._replace(start=Place(900, 9, 1), end=Place(911, 9, 12), instead=("Feels soft.",))
    assert _beside("instead", _lines(_report(later, FIRST))) == ["Feels soft."]
    assert "as for" not in screen(_report(FIRST, later), Options())


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ({"pointer": "/products/3/title"}, ["3:78  ", "at       /products/3/title"]),
        ({"pointer": "Sheet1!B7"}, ["Sheet1!B7  "]),
        ({"pointer": "cell\x1b[m"}, ["cell\\x1b[m  "]),
        ({"pointer": "table 2, row 13, cell 1"}, ["table 2… cell 1  ", "at       table 2, row 13, cell 1"]),
        ({"page": 7, "box": (1.0, 2.0, 3.0, 4.0)}, ["page 7  "]),
    ],
)
def test_the_place_is_told_as_the_format_counts(places: dict[str, Any], told: list[str]) -> None:
    output = screen(_report(FIRST._replace(**places)), Options())
    assert all(words in output for words in told)


@pytest.mark.parametrize(("level", "mark"), [("error", "^"), ("warning", "~"), ("note", "~")])
def test_the_mark_tells_an_error_without_colour(level: Level, mark: str) -> None:
    lines = _lines(_report(FIRST._replace(level=level, sentence="We heal eczema.", said=(3, 14))))
    assert lines[3:5] == ["    | We heal eczema.", "    |    " + mark * 11]


def test_known_and_approved_findings_are_counted_not_told() -> None:
    assert "mentions-disease]" not in screen(REPORT, Options())


@st.composite
def _reports(draw: st.DrawFn, path: str | None = None) -> Report:
    """Give a report that has an awkward text wherever a file or a pack may bring one."""
    text = draw(ANY_TEXT | AWKWARD)
    first, last = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    name = text if path is None else path
    finding = FIRST._replace(rule=text, title=text, law=text, class_=text, path=name, text=text[first:last], sentence=text, said=(first, last), pointer=text, why=text,
        instead=(text, "plain"), basis=(Basis(text, text),), seen=(Seen(text, text, 2020, text, text),), also=(text,),
        cues=(CueMention(text, "softened", text),),
    )  # fmt: skip
    item = Considered(text, name, FIRST.start, FIRST.end, text, CueMention(text, text, text))
    return Report((), (CheckedFile(name, {}, 1, text),), (finding,), (item,), (NotChecked(name, text),))


@given(_reports(), st.sampled_from([40, 80]))
def test_no_text_reaches_the_terminal_raw(report: Report, columns: int) -> None:
    output = screen(report, Options(width=columns, considered=True))
    assert acts(output) <= {"\n"}
    assert output.encode()
    assert STYLE.sub("", screen(report, Options(color=True, width=columns, considered=True))) == output


@given(_reports(path="label.txt"), st.sampled_from([40, 80]))
def test_no_line_but_a_path_is_too_wide(report: Report, columns: int) -> None:
    output = screen(report, Options(width=columns, considered=True))
    assert max(map(width, output.split("\n"))) <= columns


def test_words_that_a_file_repeats_are_told_once() -> None:
    again = [FIRST._replace(start=Place(900 + n, 9 + n, 1), end=Place(911 + n, 9 + n, 12)) for n in range(7)]
    lines = _lines(_report(FIRST, *again))
    assert sum("[heals-disease]" in line for line in lines) == 1
    assert _beside("again", lines) == ["9:1, 10:1, 11:1, 12:1, 13:1 and 2 more"]
    assert "8 errors" in lines[-2]


@pytest.mark.parametrize("path", ["::error::x.txt", " ::stop-commands::x"])
def test_no_line_is_a_command_to_a_service_that_reads_its_log(path: str) -> None:
    unread = NotChecked(path, "it is " + "very " * 20 + "::warning::x")
    report = _report(FIRST._replace(path=path))._replace(not_checked=(unread,))
    lines = screen(report, Options(width=40)).splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::")]
    assert [line for line in lines if "::" in line]
