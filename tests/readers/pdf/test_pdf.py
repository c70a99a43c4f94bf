"""PDF files: what is read of them, where it stands on the page, and every reason for which it is not."""

from __future__ import annotations

import importlib
import subprocess
import sys
from array import array
from contextlib import closing
from math import ceil, floor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint import Linter
from claimlint.errors import NotReadable
from claimlint.findings import Box, Finding
from claimlint.readers import pdf as reader
from claimlint.readers.formats import EVERYTHING, Part
from tests.readers.pdf.pdf_files import pdf, shown

pypdfium2 = pytest.importorskip("pypdfium2")
pytest.importorskip("PIL")
pdfium = importlib.import_module("claimlint.readers.pdf.pdfium")
TEN = (Path(__file__).parents[2] / "formats" / "ten.pdf").read_bytes()
PICTURE = "0 0 50 50 re f\n"
PAGE = shown("Oat soap", 30, 100)


def read(data: bytes) -> Part:
    part = reader.read_bytes(data, EVERYTHING)
    return part._replace(blocks=tuple(part.blocks))


def told(data: bytes) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read(data).blocks]


def refused(data: bytes) -> str:
    with pytest.raises(NotReadable) as caught:
        reader.read_bytes(data, EVERYTHING)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (shown("Soft", 30, 100) + shown("hair", 30, 86), [("body", "Soft\nhair")]),
        (shown("It regen-", 30, 100) + shown("erates", 30, 86), [("body", "It regen-erates")]),
        (shown("SPF 20-", 30, 100) + shown("30", 30, 86), [("body", "SPF 20-\n30")]),
        (
            shown("Great hair", 30, 150, 20) + shown("for all of us", 30, 128, 20) + shown("Wash it and dry it as you do.", 30, 90, 9),
            [("heading", "Great hair for all of us"), ("body", "Wash it and dry it as you do.")],
        ),
        (
            shown("•", 30, 100) + shown("Rinse the", 45, 100) + shown("Hair", 45, 86) + shown("• Dry", 30, 72),
            [("body", "Rinse the\n  Hair"), ("body", "Dry")],
        ),
        (shown("l", 30, 100, font="F2") + shown("Vegan", 45, 100), [("body", "Vegan")]),
        (shown("Warnings", 30, 100) + shown("Keep out of eyes.", 30, 86), [("heading", "Warnings"), ("warning", "Keep out of eyes.")]),
        (shown("H E A L S", 30, 100), [("body", "H E A L S")]),
        ("3 Tr " + PAGE, [("body", "Oat soap")]),
    ],
    ids=["wrapped", "hyphen", "range", "heading", "items", "a sign of a font", "section", "tracking", "unseen"],
)  # fmt: skip
def test_what_is_read(content: str, expected: list[tuple[str, str]]) -> None:
    assert told(pdf(content)) == expected


def test_title_subject_and_keywords_are_read_without_a_page() -> None:
    data = pdf(
        PAGE, info="/Title (Oat soap) /Subject <FEFF0043006C00E90061006E> /Keywords (oat, mild) /Author (Cures acne)"
    )
    part = read(data)
    assert [(block.role, block.text, block.pointer) for block in part.blocks] == [
        ("heading", "Oat soap", "/title"), ("heading", "Cléan", "/subject"),
        ("body", "oat", "/keywords"), ("body", "mild", "/keywords"), ("body", "Oat soap", ""),
    ]  # fmt: skip
    assert part.text == "Oat soap\nCléan\noat, mild\nOat soap\n\n"
    layout = part.layout
    assert layout is not None
    assert (layout.page(0), layout.box(0, 8), layout.page(25), len(layout.boxes)) == (0, None, 1, 4 * len(part.text))


def test_only_what_the_page_shows_is_read() -> None:
    note = "/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Cures acne) >>]"
    outside = shown("Proof 3", 30, 190)
    assert told(pdf(PAGE + outside, look=f"/CropBox [0 0 300 180] {note}")) == [("body", "Oat soap")]


@pytest.mark.parametrize(
    ("pages", "note"),
    [
        ([PAGE, PICTURE, "", PICTURE], "page 2, 4: only pictures, no text, not read"),
        (
            [PAGE, shown("abcdef", 30, 100, font="F3")],
            "page 2: fonts that do not tell which letters they show, not read",
        ),
        ([PAGE, ""], None),
        ([PAGE + shown("abc", 30, 50, font="F2")], None),
    ],
    ids=["pictures", "unknown letters", "blank", "signs"],
)
def test_notes(pages: list[str], note: str | None) -> None:
    part = read(pdf(*pages))
    assert part.note == note
    assert part.text.startswith("Oat soap\n")


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    data = pdf(PAGE)
    part = read(data[: data.index(b"startxref")])
    assert [block.text for block in part.blocks] == ["Oat soap"]
    assert part.note == "the end of the file is missing, and maybe pages with it: export it again"


LINTER = Linter()
OTHERWISE = "or save the words in it as UTF-8 text"
LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<{1}> <{1}>]".format(
    "61" * 32, "62" * 16
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(PAGE, extra=LOCK), f"it is locked with a password: save a copy without one, {OTHERWISE}"),
        (pdf(), f"it is a damaged PDF file, or has no pages: export it again, {OTHERWISE}"),
        (b"%PDF-1.7\nsoap", f"it is a damaged PDF file, or has no pages: export it again, {OTHERWISE}"),
        (pdf(PICTURE), f"it has no text to read (only pictures, no text): run text recognition (OCR) over it, {OTHERWISE}"),
        (pdf(""), "it has no text to read (blank pages): save the words in it as UTF-8 text"),
        (
            pdf(shown("abcdef", 30, 100, font="F3")),
            "it has no text to read (fonts that do not tell which letters they show): "
            f"run text recognition (OCR) over it, {OTHERWISE}",
        ),
    ],
    ids=["locked", "no pages", "damaged", "pictures", "blank", "unknown letters"],
)  # fmt: skip
def test_reasons(data: bytes, reason: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert refused(data) == reason
    assert capfd.readouterr() == ("", "")


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refused(TEN) == (
        "PDF files need an extra: pip install 'cosmetic-claimlint[documents]', or save the words in it as UTF-8 text"
    )


@pytest.mark.parametrize(
    ("child", "reason"),
    [
        ("import time; time.sleep(9)", "reading it takes longer than 0.2 seconds: export it again"),
        ("import os; os.abort()", "it breaks the library that reads PDF, or needs too much memory: export it again"),
        ("raise MemoryError", "it breaks the library that reads PDF, or needs too much memory: export it again"),
    ],
    ids=["endless", "breaks", "fails"],
)
def test_a_library_that_fails_takes_nothing_along(
    child: str, reason: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reader, "CHILD", child)
    if "sleep" in child:
        monkeypatch.setattr(reader, "SECONDS", 0.2)
    assert refused(TEN).startswith(reason)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "limit", "reason"),
    [
        ("MOST_PAGES", 1, "it has 2 pages, the limit is 1: split it into smaller files"),
        ("MOST_CHARACTERS", 300, "it has more than 300 characters: split it into smaller files"),
        (
            "MOST_ON_PAGE",
            100,
            "it has no text to read (more than 200,000 characters): save the words in it as UTF-8 text",
        ),
    ],
)
def test_limits(name: str, limit: int, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, name, limit)
    with pytest.raises(NotReadable) as caught:
        pdfium.tell(TEN)
    assert str(caught.value) == reason


def test_the_process_warns_of_nothing_left_open() -> None:
    program = "import sys; from claimlint.readers.pdf.pdfium import main; main()"
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", program]
    done = subprocess.run(command, input=TEN, capture_output=True, check=True)
    assert done.stderr == b""


LETTERS = st.text(st.sampled_from("abc déß-(\\.,"), min_size=1, max_size=20)


@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=6), st.sampled_from([0, 90, 180, 270]), st.integers(0, 30))
def test_every_character_maps_back_to_its_own_box(lines: list[str], rotation: int, crop: int) -> None:
    content = "".join(shown(line, 40, 150 - 14 * row) for row, line in enumerate(lines))
    data = pdf(content + shown("z", 260, 40), look=f"/Rotate {rotation} /CropBox [{crop} 10 300 190]")
    told_ = pdfium.tell(data)
    (page,) = told_["pages"]
    text, boxes = page["text"], array("f", bytes.fromhex(page["boxes"]))
    assert len(boxes) == 4 * len(text)
    for words, start, end in page["pieces"]:
        if words.strip() and start < end:
            assert text[start:end] == words
    width, height = (300 - crop, 180) if rotation % 180 == 0 else (180, 300 - crop)
    for char, (left, top, right, bottom) in zip(text, zip(*[iter(boxes)] * 4, strict=True), strict=True):
        assert (right > left) == (not char.isspace())
        if not char.isspace():
            assert 0 <= left < right <= width
            assert 0 <= top < bottom <= height


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(TEN) - 1), st.binary(min_size=1, max_size=30), st.booleans())
def test_no_damage_makes_it_crash(at: int, junk: bytes, cuts: bool) -> None:
    damaged = TEN[:at] + junk + (b"" if cuts else TEN[at + len(junk) :])
    try:
        told_ = pdfium.tell(damaged)
    except NotReadable as error:
        assert ": " in str(error)
    else:
        assert all(len(page["boxes"]) == 32 * len(page["text"]) for page in told_["pages"])


SCALE = 4
"""Pixels of a point."""
NEAR = 0.5
"""Points by which the ink of a word may fall short of its box: pixels, and the rounding of outlines."""
ROUND = 1.0
"""Points around a box in which no other ink is."""
CLAIM = "It cures acne in a week"
LOOKS = [
    ("", "1 0 0 1"), ("/Rotate 90", "1 0 0 1"), ("/Rotate 180", "1 0 0 1"), ("/Rotate 270", "1 0 0 1"),
    ("/CropBox [20 30 280 170]", "1 0 0 1"), ("/CropBox [20 30 280 170] /Rotate 90", "1 0 0 1"),
    ("/MediaBox [-50 -40 300 200]", "1 0 0 1"), ("", "0 1 -1 0"), ("/Rotate 90 /CropBox [9 0 300 190]", "0 1 -1 0"),
    ("/Rotate 180", "0 -1 1 0"),
]  # fmt: skip


@pytest.mark.parametrize(("look", "matrix"), LOOKS)
def test_boxes_hold_the_ink_of_the_words(look: str, matrix: str, tmp_path: Path) -> None:
    x, y = {"1": (40, 100), "0 1": (150, 40), "0 -": (150, 165)}[matrix[: 3 if matrix[0] == "0" else 1]]
    content = shown(CLAIM, x, y, matrix=matrix) + shown("Mild soap", 40, 60) + shown("Mild oats", 200, 140)
    assert inked(pdf(content, look=look), tmp_path) == ["cures acne"]


def test_boxes_of_the_ten_claims_hold_the_ink_of_their_words(tmp_path: Path) -> None:
    assert len(inked(TEN, tmp_path)) == 10


def test_the_words_within_a_box_are_those_of_the_finding(tmp_path: Path) -> None:
    with closing(pypdfium2.PdfDocument(TEN)) as document:
        for finding in found(TEN, tmp_path):
            if "\n" in finding.text or finding.page is None or finding.box is None:
                continue
            left, top, right, bottom = finding.box
            with closing(document[finding.page - 1]) as page, closing(page.get_textpage()) as text:
                height = page.get_height()
                assert text.get_text_bounded(left, height - bottom, right, height - top).strip() == finding.text


def found(data: bytes, folder: Path) -> tuple[Finding, ...]:
    path = folder / "leaflet.pdf"
    path.write_bytes(data)
    report = LINTER.check_path(path)
    assert report.not_checked == ()
    return report.findings


def inked(data: bytes, folder: Path) -> list[str]:
    """Give the words of findings once each of their lines fills its box with ink that no other ink touches."""
    part = read(data)
    layout = part.layout
    assert layout is not None
    findings = found(data, folder)
    with closing(pypdfium2.PdfDocument(data)) as document:
        images = [page.render(scale=SCALE).to_pil().convert("L") for page in document]
    for finding in findings:
        start = finding.start.offset
        for words in finding.text.split("\n"):
            end = start + len(words)
            box = layout.box(start, end)
            assert box is not None
            assert finding.page == layout.page(start)
            beside = (part.text[start - 1 : start].isspace(), part.text[end].isspace())
            assert_filled(images[finding.page - 1], box, beside)
            start = end + 1
    return [finding.text for finding in findings]


def assert_filled(image: Any, box: Box, beside: tuple[bool, bool]) -> None:
    """Check that ink fills a box from side to side, and none is right above, below or, where no letter stands, beside it."""
    ink = image.point(lambda shade: 255 * (shade < 128))
    left, top, right, bottom = (side * SCALE for side in box)
    within = ink.crop((floor(left), floor(top), ceil(right), ceil(bottom)))
    assert_near(within.getbbox(), (0, 0, *within.size))
    away = ROUND * SCALE
    sides = [
        (left, top - away, right, top - 1), (left, bottom + 1, right, bottom + away),
        (left - away, top, left - 1, bottom), (right + 1, top, right + away, bottom),
    ]  # fmt: skip
    is_level = right - left > bottom - top
    free = (True, True, *beside) if is_level else (all(beside), all(beside), True, True)
    for side, is_free in zip(sides, free, strict=True):
        if is_free:
            assert ink.crop(tuple(round(at) for at in side)).getbbox() is None


def assert_near(found_: Box | None, expected: Box) -> None:
    assert found_ is not None
    assert max(abs(one - other) for one, other in zip(found_, expected, strict=True)) <= NEAR * SCALE
