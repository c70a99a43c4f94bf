"""Settings files for tests."""

from __future__ import annotations

from pathlib import Path

from claimlint.settings import NAME


def put(text: str, folder: str = ".", name: str = NAME) -> None:
    """Write a settings file into a folder."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / name).write_text(text, encoding="utf-8")
