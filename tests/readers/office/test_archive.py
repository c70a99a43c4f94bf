from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from claimlint.errors import NotReadable
from claimlint.readers.office import archive as module
from claimlint.readers.office.archive import Archive, resolved
from tests.readers.office.zipped import zipped

DATA = zipped({"word/Document.xml": "words " * 50, "b\\c.xml": "other"})


def refused(data: bytes, name: str = "word/document.xml") -> str:
    with pytest.raises(NotReadable) as error:
        Archive(data).read(name)
    return str(error.value)


def test_parts_by_name_whatever_their_spelling() -> None:
    assert Archive(DATA).read("/word/document.xml") == b"words " * 50
    assert Archive(DATA).read("B/C.xml") == b"other"
    assert "word/other.xml" not in Archive(DATA)


@pytest.mark.parametrize(
    ("target", "base", "part"),
    [
        ("media/a.xml", "word/document.xml", "word/media/a.xml"), ("/xl/a.xml", "word/document.xml", "xl/a.xml"),
        ("../a.xml", "ppt/slides/s.xml", "ppt/a.xml"), ("../../../etc/passwd", "word/document.xml", "../../etc/passwd"),
        ("word/document.xml", "", "word/document.xml"),
    ],
)  # fmt: skip
def test_targets_are_names_and_never_paths(target: str, base: str, part: str) -> None:
    assert resolved(target, base) == part
    assert "../../etc/passwd" not in Archive(DATA)


@pytest.mark.parametrize("size", [0, 4, 40, len(DATA) // 2, len(DATA) - 1])
def test_a_truncated_archive_is_told(size: int) -> None:
    assert refused(DATA[:size]).startswith("it is a damaged or incomplete ZIP archive")


def test_bad_bytes_are_told() -> None:
    at = DATA.index(b"Document.xml") + len("Document.xml")
    reason = refused(DATA[: at + 2] + b"\xff\xff\xff" + DATA[at + 5 :])
    assert reason.startswith("it is a damaged or incomplete ZIP archive (word/document.xml: ")


def test_a_missing_part_is_named() -> None:
    assert "(word/styles.xml is missing in it)" in refused(DATA, "word/styles.xml")


def test_a_locked_part_is_told() -> None:
    directory = DATA.index(b"PK\x01\x02")
    locked = DATA[: directory + 8] + b"\x01\x00" + DATA[directory + 10 :]
    assert refused(locked) == "it is protected by a password: take the password off and save it again"


def test_an_unknown_packing_is_told() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_BZIP2) as file:
        file.writestr("word/document.xml", "words")
    assert "packed in an unknown way, 12" in refused(data.getvalue())


def test_what_unpacks_to_too_much_is_refused_whatever_the_headers_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ALWAYS", 1_000_000)
    data = zipped({"word/document.xml": b" " * 1_500_000})
    honest = struct.pack("<I", 1_500_000)
    assert honest in data
    for bomb in (data, data.replace(honest, struct.pack("<I", 1_500))):
        assert "1,000,000" in refused(bomb) or "damaged" in refused(bomb)
    assert "it may be a ZIP bomb" in refused(data)


def test_the_limit_is_for_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ALWAYS", 1_000)
    monkeypatch.setattr(module, "RATIO", 1)
    archive = Archive(zipped({"a": b" " * 700}))
    archive.read("a")
    with pytest.raises(NotReadable, match="unpacks to more than 1,000 bytes"):
        archive.read("a")


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    assert "more than 20,000 parts" in refused(DATA + b"PK\x01\x02" * 20_001)
