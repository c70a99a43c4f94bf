"""Whatever a file holds: a clear line for it, every other file checked, and the exit status tells."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.readers.pdf.pdf_files import pdf
from tests.readers.pdf.test_pdf import LOCK, PAGE

TEN = Path(__file__).parents[1] / "formats"
CLAIM = "It heals eczema."
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "ha">'
    + "".join(f'<!ENTITY b{n} "&b{n - 1 or ""};&b{n - 1 or ""};">' for n in range(1, 30))
    + f"]>\n<a>&b29; {CLAIM}</a>"
)


def bomb() -> bytes:
    """Give a Word document whose text unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(TEN / "ten.docx") as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            data = whole.read(name)
            archive.writestr(name, data + b" " * 300_000_000 if name == "word/document.xml" else data)
    return out.getvalue()


UNREAD = {
    "cut.docx": ((TEN / "ten.docx").read_bytes()[:4000], "damaged"),
    "bomb.docx": (bomb(), "unpack"),
    "locked.pdf": (pdf(PAGE, extra=LOCK), "locked with a password"),
    "cut.pdf": ((TEN / "ten.pdf").read_bytes()[:300], ""),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Word"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG picture"),
    "quote.csv": (f'Title,Body\nOats,{CLAIM}\nSoap,"Soft\n'.encode(), "line 3: a quote"),
    "nul.csv": (f"Title,Body\nOats\0,{CLAIM}\n".encode(), "is NUL"),
    "empty.html": (b"", "it is empty (0 bytes)"),
}
READ = {
    "laughs.xml": (LAUGHS.encode(), "declares"),
    "deep.json": (b"[" * 100_000, "brackets are open"),
    "deep.xml": (b"<a>" * 100_000, "read as"),
    "deep.html": (b"<div>" * 100_000 + CLAIM.encode(), ""),
    "deep.yaml": (b"[" * 100_000, "read as plain text"),
    "broken.json": (b'{"title": "It heals eczema."', "never closed"),
    "broken.toml": (b'title = "It heals eczema.\n', "read as plain text"),
    "page.pdf": (CLAIM.encode(), ""),
    "label.docx": (CLAIM.encode(), ""),
    "brochure.txt": ((TEN / "ten.docx").read_bytes(), "read as DOCX"),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("bad")
    for name, (data, _) in {**UNREAD, **READ}.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(CLAIM, encoding="utf-8")
    names = [*UNREAD, *READ, "good.txt"]
    done = subprocess.run(
        [sys.executable, "-m", "claimlint", "--format", "json", *names],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return {"status": done.returncode, "stderr": done.stderr, **json.loads(done.stdout)}


def test_the_status_tells_of_what_was_not_read(report: dict[str, object]) -> None:
    assert (report["status"], report["stderr"]) == (2, b"")


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_told_with_its_reason(report: dict[str, list[dict[str, str]]], name: str) -> None:
    (reason,) = [item["reason"] for item in report["not_checked"] if item["path"] == name]
    assert UNREAD[name][1] in reason
    assert "\n" not in reason and ": " in reason


@pytest.mark.parametrize("name", READ)
def test_what_is_in_another_format_is_read_with_a_note(report: dict[str, list[dict[str, str]]], name: str) -> None:
    (file,) = [file for file in report["files"] if file["path"] == name]
    assert file["status"] == "checked"
    assert READ[name][1] in file.get("reason", "")


def test_every_claim_is_found(report: dict[str, list[dict[str, str]]]) -> None:
    claimed = {name for name, (data, _) in {**UNREAD, **READ}.items() if b"heals eczema" in data} - {"nul.csv"}
    assert {finding["path"] for finding in report["findings"]} == {*claimed, "brochure.txt", "good.txt"}


def test_a_document_that_takes_too_long_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n\n".join(f"Batch {n} heals eczema." for n in range(5_000)), encoding="utf-8")
    (tmp_path / "label.txt").write_text(CLAIM, encoding="utf-8")
    command = [sys.executable, "-m", "claimlint", "label.txt", "long.txt", "--timeout", "0.2", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    report = json.loads(done.stdout)
    (unread,) = report["not_checked"]
    assert unread["path"] == "long.txt"
    assert unread["reason"].startswith("it takes longer than 0.2 seconds to check: split it into smaller files")
    assert {finding["path"] for finding in report["findings"]} == {"label.txt"}
    assert done.returncode == 2
    unlimited = subprocess.run([*command, "--timeout", "0"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert unlimited.returncode == 1 and len(json.loads(unlimited.stdout)["findings"]) == 5_001
