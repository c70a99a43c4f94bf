"""`claimlint init`: what it finds, and that what it writes loads and does what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint.cli.init import start
from claimlint.errors import ClaimlintError
from claimlint.settings import Finder
from claimlint.settings.start import first_settings
from claimlint.settings.survey import Survey
from tests.cli.test_check import run
from tests.settings.files import put
from tests.settings.test_policies import linter


def fill(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


SHOP = {
    "package.json": json.dumps({"name": "@healandco/website"}), "README.md": "To build, run make.",
    "copy/soap.txt": "Heal & Co soap.", "reviews/one.txt": "Nice", "site/legal/terms.md": "Terms",
    "locales/de/a.json": '{"a": "Seife"}', "locales/en/a.json": '{"a": "Soap"}', "locales/en-GB.json": "{}",
    "locales/fr-CA.json": "{}",
}  # fmt: skip
LAST = "copy/soap.txt", "Healandco soap by HealAndCo. HealAndCo."


def test_a_shop_gets_settings_that_fit() -> None:
    fill({**SHOP, LAST[0]: LAST[1]})
    found = start(Path(), force=False)
    assert found == Survey(
        ((".json", 5), (".md", 2), (".txt", 2)), ("reviews",), ("site/legal",), ("locales/de/", "locales/fr-CA.json"),
        ("README.md", "package.json"), "HealAndCo",
    )  # fmt: skip
    settings = Finder().of("copy/soap.txt")
    assert settings.value("names") == ["HealAndCo"]
    assert [name for name in SHOP if settings.why_out(name, is_folder=False)] == [
        "package.json", "README.md", "site/legal/terms.md", "locales/de/a.json", "locales/fr-CA.json",
    ]  # fmt: skip
    assert linter().check_text("Soft.", "reviews/one.txt").summary["files"] == 1


def test_an_empty_folder_gets_settings_too() -> None:
    assert start(Path(), force=False) == Survey((), (), (), (), (), "")
    assert linter().check_text("Soft.", "a.txt").summary["files"] == 1


@pytest.mark.parametrize(
    "name", ["a b", "x: y", "[z]", '"q"', "#h", "!k", "*s*", "back\\slash", "é🌿", "it's", "\x1b[0m"]
)
def test_odd_folder_names_load_and_fit(name: str) -> None:
    fill({f"{name}/legal/a.txt": "x", f"{name}/reviews/a.txt": "x", f"{name}/locales/de/a.txt": "x"})
    start(Path(), force=False)
    settings = Finder().of("a.txt")
    out = [settings.why_out(f"{name}/{place}/a.txt", is_folder=False) for place in ("reviews", "legal", "locales/de")]
    assert [bool(reason) for reason in out] == [False, True, True]


@pytest.mark.parametrize("brand", ["", 'A"b', "Ab: #c", "Übel"])
def test_any_brand_loads(brand: str) -> None:
    put(first_settings(Survey((), (), (), (), (), brand)))
    assert Finder().of("a.txt").value("names") == ([brand] if brand else [])


@pytest.mark.parametrize("package", ["[]", "{", '{"name": 5}', '{"name": "x-site"}', '{"name": null}', "[" * 100_000])
def test_a_package_of_no_use_gives_no_brand(package: str) -> None:
    fill({"package.json": package, "a.txt": "X Site"})
    assert start(Path(), force=False).brand == ""


def test_a_python_project_gives_its_name() -> None:
    fill({"pyproject.toml": '[project]\nversion = "1"\nname = "noraveil-copy"\n', "a.txt": "NoraVeil is soft."})
    assert start(Path(), force=False).brand == "NoraVeil"


def test_what_is_there_stays() -> None:
    put("law: [us]\n")
    with pytest.raises(ClaimlintError, match=r"\.claimlint\.yaml: is there already and stays as it is; --force"):
        start(Path(), force=False)
    assert Path(".claimlint.yaml").read_text(encoding="utf-8") == "law: [us]\n"
    start(Path(), force=True)
    assert Path(".claimlint.yaml").read_text(encoding="utf-8").startswith("# How claimlint checks")


def test_the_command_tells_what_it_did(tmp_path: Path) -> None:
    fill(SHOP)
    done = run("init", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("found: 5 .json, 2 .md, 2 .txt\nfound reviews: reviews\n")
    assert "wrote .claimlint.yaml\nnext:\n  claimlint check . --show-settings " in done.stdout
    assert [run("init", cwd=tmp_path).returncode, run("init", "nowhere", cwd=tmp_path).returncode] == [2, 2]
    assert run(".", cwd=tmp_path).returncode == 0
