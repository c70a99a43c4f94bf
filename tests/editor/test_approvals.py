"""Entries in files of approvals that an editor offers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimlint.editor.approvals import addition
from claimlint.linter import Linter

TODAY = date(2026, 5, 1)


def test_an_entry_goes_into_the_file_that_settings_name(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".claimlint.yaml").write_text("allow: legal/approved.yaml\n", encoding="utf-8")
    copy = str(tmp_path / "a.txt")
    (finding,) = Linter().check_text("It regrows hair.", copy).findings
    entry = addition(copy, finding, TODAY)
    assert entry and (entry.file, entry.before) == (tmp_path / "legal/approved.yaml", None)
    assert 'path: "../a.txt"' in entry.edit.text
    (tmp_path / ".claimlint.yaml").write_text("alow: x\n", encoding="utf-8")
    assert addition(copy, finding, TODAY) is None
