"""Imports point down, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import claimlint

PACKAGE = Path(claimlint.__file__).parent
LAYERS = [
    {"version", "errors", "files", "findings"}, {"document", "marks", "policy", "schemas", "locate"},
    {"readers", "engine", "stored", "runs"}, {"packs"}, {"law", "review", "rewrite", "settings"}, {"writers", "trials"}, {"linter"}, {"work"},
    {"selftest", "evaluate", "fix", "diff", "catalog", "spacy_component", "editor", "tables"},
    {"mutate", "evidence", "pages"}, {"cli"}, {"__main__", "__init__"},
]  # fmt: skip
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def part(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "claimlint":
            names = [f"claimlint.{alias.name}" for alias in node.names] if node.module == "claimlint" else [node.module]
            found += names
    return found


def test_imports_point_down() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        own = part(".".join(["claimlint", *path.relative_to(PACKAGE).with_suffix("").parts]))
        for module in imports(path):
            other = part(module)
            if other == "__version__":
                other = "version"
            if other != own and RANK[other] >= RANK[own]:
                wrong.append(f"{path.relative_to(PACKAGE)} imports {module}")
    assert wrong == []


def modules_after(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(("text", "count"), [("A soft scent.", 0), ("It regrows hair.", 1)])
def test_a_run_loads_nothing_heavy(text: str, count: int) -> None:
    program = f"from claimlint import Linter; assert len(Linter().check_text({text!r}).findings) == {count}"
    assert "spacy" not in modules_after(program)  # this run may have to compile the packs
    loaded = modules_after(program)
    for heavy in ("spacy", "yaml", "regex", "numpy", "asyncio", "jsonschema", "importlib.metadata", "sqlite3"):
        assert heavy not in loaded, heavy


def test_a_clean_label_loads_nothing_that_it_does_not_need() -> None:
    label = Path(__file__).parents[1] / "examples" / "clean-label.txt"
    program = (
        f"import sys\nfrom claimlint.__main__ import run\nsys.argv = ['claimlint', {str(label)!r}]\n"
        "try: run()\nexcept SystemExit as end: assert end.code == 0, end.code"
    )
    modules_after(program)  # this run may have to compile the packs
    loaded = modules_after(program)
    for later in (
        "click", "dataclasses", "datetime", "hashlib", "html", "json", "tempfile", "claimlint.engine.matching", "claimlint.engine.rulebook",
        "claimlint.packs.compile", "claimlint.packs.stored_book", "claimlint.writers.card", "claimlint.writers.json",
    ):  # fmt: skip
        assert later not in loaded, later


def test_python_does_not_know_one_rule_from_another() -> None:
    rules = {path.stem for path in (PACKAGE.parents[1] / "patterns" / "claims").rglob("*.yaml")} or {
        path.stem for path in (PACKAGE / "patterns" / "claims").rglob("*.yaml")
    }
    assert rules
    for path in PACKAGE.rglob("*.py"):
        strings = {
            node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }  # fmt: skip
        assert not strings & rules, path
