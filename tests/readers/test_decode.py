"""Encodings, notes, and every reason for which bytes are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.errors import NotReadable
from claimlint.readers.decode import decode, edited

COPY = "Softens “rough” hands – naïvely so."
NUL_REASON = "is NUL): save the words as UTF-8 text"


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        (COPY.encode(), COPY, None),
        (b"\xef\xbb\xbf" + COPY.encode(), COPY, None),
        (b"\xff\xfe" + COPY.encode("utf-16-le"), COPY, None),
        (b"\xfe\xff" + COPY.encode("utf-16-be"), COPY, None),
        (b"\xff\xfe\x00\x00" + COPY.encode("utf-32-le"), COPY, None),
        (b"\x00\x00\xfe\xff" + COPY.encode("utf-32-be"), COPY, None),
        (COPY.encode("utf-16-le"), COPY, "read as UTF-16 LE: it has no byte order mark"),
        (COPY.encode("utf-16-be"), COPY, "read as UTF-16 BE: it has no byte order mark"),
        (b"The moon\x92s soap", "The moon’s soap", "read as Windows-1252: byte 0x92 at offset 8 is not UTF-8"),
        (b"\xef\xbb\xbfA\x80", "A€", "read as Windows-1252: byte 0x80 at offset 4 is not UTF-8"),
        (
            "Café ".encode() + b"\x93cr\xe8me\x94",
            "Café “crème”",
            "read as UTF-8 mixed with Windows-1252: byte 0x93 at offset 6 is not UTF-8",
        ),
        (
            b"a\x81\x8d\x8f\x90\x9dz",
            "a\x81\x8d\x8f\x90\x9dz",
            "read as Windows-1252: byte 0x81 at offset 1 is not UTF-8",
        ),
        (b"One\nTwo\r\nThree\rFour\r\n", "One\nTwo\r\nThree\rFour\r\n", None),
    ],
)
def test_text_and_note(data: bytes, text: str, note: str | None) -> None:
    assert decode(data) == (text, note)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty (0 bytes): put the copy in, or leave the file out"),
        (b" \r\n\t ", "it is only white space (5 bytes): put the copy in, or leave the file out"),
        (b"\xef\xbb\xbf", "it is only white space (3 bytes): put the copy in, or leave the file out"),
        (b"\xff\xfe", "it is only white space (2 bytes): put the copy in, or leave the file out"),
        (b"soap\0soap", f"it is binary, not text (byte 4 {NUL_REASON}"),
        (b"s\0o\0a\0\0p", f"it is binary, not text (byte 1 {NUL_REASON}"),
        (b"s\0o\0a\0p\0\0\xd8", f"it is binary, not text (byte 1 {NUL_REASON}"),
        (b"s\0o\0a\0p\0x", f"it is binary, not text (byte 1 {NUL_REASON}"),
        (b"\xff\xfes\0\0\0", f"it is binary, not text (character 1 {NUL_REASON}"),
        (b"\xff\xfes\0o", "it begins as UTF-16 LE, but byte 4 breaks that: save it again as UTF-8"),
        (b"\xfe\xff\xd8\x00\x00s", "it begins as UTF-16 BE, but byte 2 breaks that: save it again as UTF-8"),
        (b"%PDF-1.7 soap", "it is a PDF file, not text: save the words in it as UTF-8 text"),
        (b"PK\x03\x04....soap.txt", "it is a ZIP archive, not text: save the words in it as UTF-8 text"),
        (
            b"PK\x03\x04....[Content_Types].xml....word/document.xml",
            "it is a Word document (DOCX), not text: save the words in it as UTF-8 text",
        ),
        (
            b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml",
            "it is an Excel workbook (XLSX), not text: save the words in it as UTF-8 text",
        ),
        (b"\x89PNG\r\n\x1a\n....", "it is a PNG picture, not text: save the words in it as UTF-8 text"),
        (b"\xff\xd8\xff\xe0....", "it is a JPEG picture, not text: save the words in it as UTF-8 text"),
        (b"\x1f\x8b\x08....", "it is a gzip archive, not text: save the words in it as UTF-8 text"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "it is a WebP picture, not text: save the words in it as UTF-8 text"),
        (b"{\\rtf1 soap}", "it is an RTF document, not text: save the words in it as UTF-8 text"),
    ],
)
def test_reasons(data: bytes, reason: str) -> None:
    with pytest.raises(NotReadable) as caught:
        decode(data)
    assert str(caught.value) == reason


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1))
def test_every_text_comes_back_from_utf8(text: str) -> None:
    data = b"\xef\xbb\xbf" + text.encode()
    if text.strip():
        assert decode(data) == (text, None)
    else:
        with pytest.raises(NotReadable, match="white space"):
            decode(data)


@given(st.binary())
def test_no_bytes_make_it_crash(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except NotReadable as error:
        assert ": " in str(error)
    else:
        assert text.strip()
        assert "\0" not in text
        text.encode()


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).filter(str.strip), st.data()
)
def test_an_edit_keeps_all_other_bytes(text: str, data: st.DataObject) -> None:
    mark, encoding = data.draw(
        st.sampled_from(
            [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
        )
    )
    place = data.draw(st.integers(0, len(text)))
    text = text.removeprefix("\ufeff") or "x"
    raw = mark + ("x" + text).encode(encoding)
    assert edited(raw, str) == raw
    assert (
        decode(edited(raw, lambda body: body[:place] + "new" + body[place:]))[0]
        == f"{('x' + text)[:place]}new{('x' + text)[place:]}"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_edit_knows_utf_16_without_a_mark(encoding: str) -> None:
    assert edited(COPY.encode(encoding), lambda text: text + "!") == (COPY + "!").encode(encoding)


def test_an_edit_sees_offsets_of_the_text_where_bytes_are_mixed() -> None:
    raw = "Café ".encode() + b"\x93cr\xe8me\x94 \x81."
    place = decode(raw)[0].index("crème")
    assert edited(raw, lambda text: text[:place] + "new " + text[place:]) == raw.replace(b"cr", b"new cr")
