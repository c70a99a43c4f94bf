"""An entry more in a file of approvals: added at the end, nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.review.sidecar import Entry, grown, read

NEW = Entry('Say "yes" \\ é 🌿\nand \u2028 more', "Ann", words="heals eczema", path="a.txt")
ADDED = '- words: "heals eczema"\n{0}  path: "a.txt"\n{0}  reason: "Say \\"yes\\" \\\\ é 🌿\\U0000000aand \\U00002028 more"\n{0}  by: "Ann"\n'


@pytest.mark.parametrize(
    ("before", "indent"),
    [
        (None, "  "),
        ("allow:\n# kept\n- words: abc   # why\n  reason: abc\n  by: Ann", ""),
        ("# kept\nallow:\n    - words: abc\n      reason: abc\n      by: Ann\n\n# at the end\n", "    "),
        ("allow: []\n", "  "),
        ("allow:\n", "  "),
    ],
)
def test_all_that_stands_there_stays(tmp_path: Path, before: str | None, indent: str) -> None:
    file = tmp_path / "f"
    if before is not None and before != "allow:\n":
        file.write_text(before, encoding="utf-8")
    text = grown(file, "f", NEW)
    assert text.endswith(indent + ADDED.format(indent))
    if before and "kept" in before:
        assert text.startswith(before)
    file.write_text(text, encoding="utf-8")
    assert read(file, "f").entries[-1].entry == NEW


def test_line_ends_are_kept(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"allow:\r\n- words: abc\r\n  reason: abc\r\n  by: Ann\r\n")
    text = grown(tmp_path / "f", "f", Entry("abc", "Ann", words="xyz"))
    assert text.count("\r\n") == text.count("\n") == 7


def test_the_same_again_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("allow:\n- words: Heals  Eczema\n  reason: abc\n  by: Ann\n  path: ./a.txt\n")
    with pytest.raises(ClaimlintError, match=r"^f:2: allows this already; change that entry by hand$"):
        grown(tmp_path / "f", "f", NEW)


def test_a_file_in_another_form_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("allow: [{words: abc, reason: abc, by: Ann}]\n")
    with pytest.raises(ClaimlintError, match="not YAML"):
        grown(tmp_path / "f", "f", NEW)
