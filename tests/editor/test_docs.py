"""The snippets of docs/editors.md are of the language they say, and name settings that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claimlint.editor.preferences import KEYS, Preferences, preferred

TEXT = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")


def snippet(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    return str(found)


def test_all_settings_are_told() -> None:
    assert re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE) == list(KEYS)


def test_the_settings_of_vs_code_are_read() -> None:
    told: dict[str, Any] = json.loads(snippet("json"))
    assert [told["glspc.server.command"], *told["glspc.server.commandArguments"]] == ["claimlint", "lsp"]
    assert preferred(told["glspc.server.initializationOptions"], Preferences(), None).level == "warning"


def test_the_settings_of_helix_are_read() -> None:
    tomllib = pytest.importorskip("tomllib")
    server = tomllib.loads(snippet("toml"))["language-server"]["claimlint"]
    assert [server["command"], *server["args"]] == ["claimlint", "lsp"]
    assert preferred(server["config"], Preferences(), None).level == "warning"
