"""What is found under files, folders, globs and standard input, and every reason for what is not."""

from __future__ import annotations

import errno
import io
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from claimlint.document import Document
from claimlint.errors import NotReadable
from claimlint.findings import NotChecked
from claimlint.readers import read_paths
from claimlint.readers.discover import discover
from claimlint.readers.reading import read as read_all
from claimlint.readers.source import Source

NO_TEXT = (
    "there is no file in it of a kind that is read, without what .gitignore and the settings leave out: "
    "docs/formats.md lists the kinds; name a file itself to have it read"
)

DENIED = "permission denied: let this user read it"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    for path in tmp_path.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)


def put(*paths: str, text: str = "Oat soap.") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def read(source: Source) -> Document:
    (document,) = read_all(source)
    return document


def found(*paths: str) -> list[str]:
    """Give the shown paths; what was not found fails the test."""
    sources = list(discover(paths))
    assert [source for source in sources if isinstance(source, NotChecked)] == []
    return [source.path for source in sources]


def listed(*paths: str) -> list[Source | NotChecked]:
    """Give what is found without what the system says of it."""
    return [item._replace(info=None) if isinstance(item, Source) else item for item in discover(paths)]


def reasons(*paths: str) -> list[tuple[str, str]]:
    return [(item.path, item.reason) for item in discover(paths) if isinstance(item, NotChecked)]


def test_a_named_file_is_tried_whatever_its_suffix() -> None:
    put("b.jpeg", "a.txt", "noend")
    assert found("b.jpeg", "a.txt", "noend") == ["b.jpeg", "a.txt", "noend"]


def test_shown_paths_are_relative_where_given_so(here: Path) -> None:
    put("copy/a.txt")
    assert found("./copy//a.txt") == ["copy/a.txt"]
    assert found("copy/") == ["copy/a.txt"]
    assert found(".") == ["copy/a.txt"]
    assert found("copy/../copy/a.txt") == ["copy/../copy/a.txt"]
    assert found(str(here / "copy")) == [f"{here}/copy/a.txt"]


def test_folders_are_read_in_order_of_names_and_by_suffix() -> None:
    put("b.txt", "a/z.md", "a/b/c.MARKDOWN", "a.copy", "c.text", "d.rst", "e.png", ".copy", ".git/x.txt", ".venv/y.txt")
    assert found(".") == ["a/b/c.MARKDOWN", "a/z.md", "a.copy", "b.txt", "c.text"]


def test_a_file_named_twice_is_read_once() -> None:
    put("a.txt", "sub/b.txt")
    Path("link.txt").symlink_to("a.txt")
    assert found("a.txt", "./a.txt", "link.txt", ".", "*.txt", "sub/../sub/b.txt") == ["a.txt", "sub/b.txt"]


def test_hard_links_are_files_of_their_own() -> None:
    put("a.txt")
    Path("b.txt").hardlink_to("a.txt")
    assert found(".", "a.txt") == ["a.txt", "b.txt"]


def test_standard_input_is_given_once() -> None:
    assert list(discover(["-", "-"])) == [Source("<stdin>", is_stdin=True)]


def test_a_file_may_be_called_like_standard_input() -> None:
    put("-", "<stdin>")
    assert listed("./-", "<stdin>") == [Source("-"), Source("<stdin>")]
    assert [read(source).source for source in discover(["./-"]) if isinstance(source, Source)] == ["Oat soap."]


def test_hostile_names_survive() -> None:
    names = ["a\nb.txt", "c\x1b[31m.txt", "d\\e.txt", "f \u202e.txt", "g[1].txt"]
    put(*names)
    raw = os.fsdecode(b"h\xff.txt")
    put(raw)
    assert found(".") == [*names, raw]
    assert found(*names, raw) == [*names, raw]
    assert [read(Source(path)).path for path in [*names, raw]] == [*names, raw]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("copy/*.txt", ["copy/b.txt"]),
        ("copy/**/*.txt", ["copy/b.txt", "copy/de/c.txt", "copy/de/f.txt"]),
        ("**/c.*", ["copy/de/c.md", "copy/de/c.txt"]),
        ("copy/de/[cd].txt", ["copy/de/c.txt"]),
        ("copy/de/?.md", ["copy/de/c.md"]),
        ("copy/**", ["copy/b.txt", "copy/de/c.md", "copy/de/c.txt", "copy/de/e.png", "copy/de/f.txt"]),
        ("c*/de/c.md", ["copy/de/c.md"]),
        ("co*", ["copy/b.txt", "copy/de/c.md", "copy/de/c.txt"]),
        (".h*/*.txt", [".hid/d.txt"]),
    ],
)
def test_globs(pattern: str, expected: list[str]) -> None:
    put("a.txt", "copy/b.txt", "copy/de/c.txt", "copy/de/c.md", ".hid/d.txt", "copy/de/e.png", "copy/de/f.txt")
    put("copy/.gitignore", text="f.txt\n")
    assert found(pattern) == expected


def test_an_absolute_glob(here: Path) -> None:
    put("copy/a.txt")
    assert found(f"{here}/c*/*.txt") == [f"{here}/copy/a.txt"]


def test_a_glob_does_not_follow_links_to_folders() -> None:
    put("copy/a.txt")
    Path("copy/round").symlink_to("..")
    assert found("copy/**/*.txt") == ["copy/a.txt"]


def test_a_link_that_leads_back_to_itself_does_not_stop_a_glob() -> None:
    put("copy/a.txt")
    Path("copy/round").symlink_to("round")
    Path("round").symlink_to("round")
    Path("gone[1].txt").symlink_to("nothing.txt")
    assert found("*/*.txt", "**/a.*") == ["copy/a.txt"]
    assert reasons("co*/round", "gone[1].txt") == [
        ("copy/round", "it is a link that leads back to itself: name the file it should lead to"),
        ("gone[1].txt", "it is a link to 'nothing.txt', which does not exist: mend the link"),
    ]


def test_globs_without_a_match() -> None:
    put("copy/a.txt")
    reason = "no file matches this pattern: check the spelling; ** means folders at any depth"
    assert reasons("copy/*.md", "nowhere/**/*.txt") == [("copy/*.md", reason), ("nowhere/**/*.txt", reason)]


def test_missing_paths() -> None:
    put("copy/label.txt")
    near = "there is no such file or folder: did you mean 'copy/label.txt'?"
    far = "there is no such file or folder: check the spelling, and the folder it is run in"
    assert reasons("copy/lable.txt", "oats", "no/where.txt") == [
        ("copy/lable.txt", near), ("oats", far), ("no/where.txt", far),
    ]  # fmt: skip


def test_paths_that_are_none() -> None:
    put("a.txt")
    impossible = "no file can have this name: check how this list of paths was made"
    too_long = "the path is too long for this system: check the spelling"
    no_match = "no file matches this pattern: check the spelling; ** means folders at any depth"
    assert reasons("", "a\0b", "a\ud800b", "a.txt/b", "w" * 300, "w*" * 300) == [
        ("", "an empty path names nothing: name a file, a folder or - for standard input"),
        ("a\0b", impossible),
        ("a\ud800b", impossible),
        ("a.txt/b", "a part of this path is a file, not a folder: check the spelling"),
        ("w" * 300, too_long),
        ("w*" * 300, no_match),
    ]


def test_nothing_else_is_lost() -> None:
    put("a.txt", "b.txt")
    assert listed("a.txt", "gone.png", "b.txt") == [
        Source("a.txt"),
        NotChecked("gone.png", "there is no such file or folder: check the spelling, and the folder it is run in"),
        Source("b.txt"),
    ]


def test_folders_without_text() -> None:
    put("pictures/a.png", "out/a.txt", "out/.gitignore")
    put("out/.gitignore", text="*.txt\n")
    Path("bare").mkdir()
    assert reasons("pictures", "bare", "out") == [("pictures", NO_TEXT), ("bare", NO_TEXT), ("out", NO_TEXT)]


def test_pipes_sockets_and_devices() -> None:
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("plug.txt")
        pipe = ("pipe.txt", "it is a pipe, not a file: name - to read standard input")
        sock = ("plug.txt", "it is a socket, not a file: save the copy as a file")
        device = ("/dev/null", "it is a device, not a file: name - to read standard input")
        assert reasons("pipe.txt", "plug.txt", "/dev/null") == [pipe, sock, device]
        assert reasons(".") == [pipe, sock]


def test_links_that_lead_nowhere() -> None:
    put("a.txt")
    Path("gone.txt").symlink_to("nothing.txt")
    Path("one.txt").symlink_to("two.txt")
    Path("two.txt").symlink_to("one.txt")
    Path("round").symlink_to("round")
    Path("gone").symlink_to("nothing")
    loop = "it is a link that leads back to itself: name the file it should lead to"
    gone = "it is a link to 'nothing.txt', which does not exist: mend the link"
    assert reasons(".") == [("gone.txt", gone), ("one.txt", loop), ("round", loop), ("two.txt", loop)]
    assert reasons("gone.txt", "one.txt") == [("gone.txt", gone), ("one.txt", loop)]


def test_links_to_folders_are_not_followed() -> None:
    put("copy/in/a.txt", "apart/b.txt", "copy/.hid/c.txt")
    Path("copy/also").symlink_to("in")
    Path("copy/hidden").symlink_to(".hid")
    Path("copy/.dot").symlink_to("../apart")
    assert found("copy") == ["copy/in/a.txt"]
    Path("copy/out").symlink_to("../apart")
    Path("copy/in/up").symlink_to("..")
    assert listed("copy") == [
        Source("copy/in/a.txt"),
        NotChecked(
            "copy/in/up", "it is a link back to a folder that holds it, and is not followed: take the link away"
        ),
        NotChecked(
            "copy/out",
            "it is a link to the folder '../apart', and such links are not followed: name that folder itself",
        ),
    ]


def test_a_link_to_a_folder_is_followed_where_it_is_named() -> None:
    put("apart/b.txt")
    Path("copy").symlink_to("apart")
    assert found("copy") == ["copy/b.txt"]


def test_too_large_files() -> None:
    with Path("big.txt").open("wb") as big:
        big.truncate(50_000_001)
    assert listed(".") == [Source("big.txt")]
    with pytest.raises(NotReadable, match=r"it has more than 50,000,000 bytes, the limit of its format \(50 MB\)"):
        Source("big.txt").load()


def test_forbidden_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", "b.txt", "shut/c.txt")
    scandir = os.scandir

    def closed(path: str) -> Iterator[os.DirEntry[str]]:
        if path == "shut":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert listed(".") == [Source("a.txt"), Source("b.txt"), NotChecked("shut", DENIED)]
    assert listed("shut") == [NotChecked("shut", DENIED)]
    assert listed("b.txt", "sh*/*.txt") == [Source("b.txt"), NotChecked("shut", DENIED)]


@pytest.mark.parametrize("name", ["b.txt", "b.jsonl", "b.csv", "b.docx"])
def test_forbidden_files(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", name, "z.txt")

    def closed(path: str, mode: str) -> IO[bytes]:
        if path == name:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return open(path, mode)

    monkeypatch.setattr("claimlint.readers.source.open", closed, raising=False)
    told = [item if isinstance(item, NotChecked) else item.path for item in read_paths(["."])]
    assert told == ["a.txt", NotChecked(name, DENIED), "z.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_files_and_folders_of_the_system() -> None:
    put("a.txt", "b.txt", "shut/c.txt")
    Path("b.txt").chmod(0)
    Path("shut").chmod(0)
    told = [item if isinstance(item, NotChecked) else item.path for item in read_paths(["."])]
    assert told == ["a.txt", NotChecked("b.txt", DENIED), NotChecked("shut", DENIED)]


def test_deep_folders_do_not_end_the_walk(here: Path) -> None:
    deep = here
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Oat soap.", encoding="utf-8")
    put("z.txt")
    assert found(".") == ["d/" * 300 + "a.txt", "z.txt"]


def test_gone_between_finding_and_reading() -> None:
    put("a.txt")
    (source,) = discover(["a.txt"])
    Path("a.txt").unlink()
    with pytest.raises(NotReadable, match="there is no such file or folder"):
        read(source)  # type: ignore[arg-type]


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(NotReadable) as caught:
        Source("<stdin>", is_stdin=True).load()
    assert str(caught.value) == "standard input is closed: pipe the copy in, or name a file"


def test_read_gives_a_document_with_its_note(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_bytes(b"Ann\x92s soap\r\n")
    document = read(Source("a.md"))
    assert (document.path, document.source, document.note) == (
        "a.md",
        "Ann’s soap\r\n",
        "read as Windows-1252: byte 0x92 at offset 3 is not UTF-8",
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Oat söap.".encode())))
    document = read(Source("<stdin>", is_stdin=True))
    assert (document.path, document.source, document.note) == ("<stdin>", "Oat söap.", None)
