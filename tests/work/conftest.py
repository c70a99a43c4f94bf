"""A folder of copy, of which even the least is worth keeping."""

from __future__ import annotations

from pathlib import Path

import pytest

from .copy import write_copy


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder of copy."""
    monkeypatch.setattr("claimlint.work.run.WORTH_KEEPING", 0)
    folder = tmp_path / "shop"
    folder.mkdir()
    write_copy(folder)
    monkeypatch.chdir(folder)
    return folder
