"""The reference of settings is what the schema says; UPDATE_GOLDEN=1 writes it anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from claimlint.settings.manual import manual
from tests.settings.files import put
from tests.settings.test_policies import linter

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", manual(), re.DOTALL)


def test_the_reference_is_current() -> None:
    if os.environ.get("UPDATE_GOLDEN") == "1":
        PAGE.write_text(manual(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == manual()


@pytest.mark.parametrize("example", EXAMPLES)
def test_its_examples_load(example: str) -> None:
    put(example)
    assert linter().check_text("Soft.", "a.txt").summary["files"] == 1
