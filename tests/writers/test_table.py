"""The table of outputs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimlint.writers import SUFFIXES, WRITERS, Options

from .sample import REPORT


def test_every_suffix_names_a_writer() -> None:
    assert SUFFIXES == {".txt": "text", ".json": "json"}
    assert set(SUFFIXES.values()) <= set(WRITERS)


@pytest.mark.parametrize(
    ("name", "start"), [("text", "shop/night-balm.txt\n"), ("json", '{\n  "schema_version": "1",')]
)
def test_every_writer_gives_its_own_output(name: str, start: str) -> None:
    assert "".join(WRITERS[name](REPORT, Options())).startswith(start)


def test_the_table_loads_no_writer_before_it_is_used() -> None:
    script = (
        "import sys, claimlint.writers; print([name for name in sys.modules if name.startswith('claimlint.writers.')])"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert loaded == "['claimlint.writers.options']\n"
