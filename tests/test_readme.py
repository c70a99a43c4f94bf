"""The README shows what the program really prints; UPDATE_GOLDEN=1 writes it anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.test_check import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PRINTED = {
    "example": ("examples/ad.txt",),
    "help": ("check", "--help"),
}
"""What stands below each mark: the arguments that print it."""


@pytest.mark.parametrize("name", PRINTED)
def test_the_readme_shows_what_is_printed(name: str) -> None:
    arguments = PRINTED[name]
    printed = run(*arguments, cwd=ROOT).stdout.rstrip("\n")
    block = f"<!-- {name} -->\n```\n$ claimlint {' '.join(arguments)}\n{printed}\n```\n"
    text = README.read_text(encoding="utf-8")
    pattern = re.compile(rf"<!-- {name} -->\n```\n.*?```\n", re.DOTALL)
    if os.environ.get("UPDATE_GOLDEN"):
        text = pattern.sub(lambda _: block, text)
        README.write_text(text, encoding="utf-8")
    shown = pattern.search(text)
    assert shown and shown.group() == block


def test_the_commands_of_the_readme_exist() -> None:
    text = README.read_text(encoding="utf-8")
    for command in set(re.findall(r"^claimlint (\w+)", text, re.MULTILINE)):
        if command not in ("label", "copy"):
            assert run(command, "--help", cwd=ROOT).returncode == 0


def test_the_python_of_the_readme_runs() -> None:
    for program in re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(program, "README.md", "exec"), {})  # noqa: S102
