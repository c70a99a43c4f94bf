"""The story of a repository's first month: adopt, block, approve, run out, fix, report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.test_hooks import commit, new_shop

BALM, SERUM = "Our balm heals eczema.\n", "# Serum\n\nSilky, light and quick.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = new_shop(tmp_path / "shop")
    (folder / "copy").mkdir()
    (folder / "copy/balm.txt").write_text(BALM, encoding="utf-8")
    (folder / "copy/serum.md").write_text(SERUM, encoding="utf-8")
    return folder


def findings(folder: Path) -> list[tuple[str, str]]:
    """Give rule and state of what the first of the month's dashboards would show."""
    done = run("copy", "--format", "json", "--exit-zero", cwd=folder)
    assert done.returncode == 0, done.stderr
    return sorted((finding["rule"], finding["state"]) for finding in json.loads(done.stdout)["findings"])


def test_a_repository_lives_its_first_month(shop: Path) -> None:
    # Monday, the hook is in place: look at what is there, keep what is known, watch what comes.
    assert run("init", cwd=shop).returncode == 0
    assert run("baseline", "write", cwd=shop).returncode == 0
    adopted = commit(shop)
    assert adopted.returncode == 0, adopted.stdout + adopted.stderr
    assert findings(shop) == [("treats-eczema", "known")]

    # A writer adds a claim: the hook stops the commit and says where.
    serum = shop / "copy/serum.md"
    serum.write_text(SERUM + "Regrows hair in a week.\n", encoding="utf-8")
    blocked = commit(shop)
    assert blocked.returncode == 1
    assert "regrows-hair" in blocked.stdout + blocked.stderr
    assert findings(shop) == [("regrows-hair", "new"), ("treats-eczema", "known")]

    # Counsel approves it for a time: the commit passes, the claim stays in the report as approved.
    why = ("--reason", "drug label, file 12", "--by", "Bea", "--expires", "2999-12-31")
    approved = run("allow", "Regrows hair", *why, "--path", "copy/serum.md", cwd=shop)
    assert approved.returncode == 0, approved.stderr
    passed = commit(shop)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert ("regrows-hair", "approved") in findings(shop)

    # The time is over: the claim is back, and so is a word on the approval.
    sidecar = shop / ".claimlint-allow.yaml"
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("2999-12-31", "2001-01-31"), encoding="utf-8")
    assert {("regrows-hair", "new"), ("allow-expired", "new")} <= set(findings(shop))
    assert run("copy", cwd=shop).returncode == 1

    # The claim goes, and its approval with it; a milder line is mended by the tool.
    serum.write_text(SERUM + "Reduces wrinkles.\n", encoding="utf-8")
    sidecar.unlink()
    shown = run("copy", "--diff", cwd=shop).stdout
    assert re.search(r"^-Reduces wrinkles\.\n\+Reduces the look of wrinkles\.$", shown, re.MULTILINE)
    assert serum.read_text(encoding="utf-8").endswith("Reduces wrinkles.\n")
    assert run("copy", "--fix", cwd=shop).returncode == 0
    assert serum.read_text(encoding="utf-8") == SERUM + "Reduces the look of wrinkles.\n"

    # The old claim is rewritten: it is gone from the copy, and then from the baseline.
    (shop / "copy/balm.txt").write_text("Our balm softens dry skin.\n", encoding="utf-8")
    assert "1 gone from the copy" in run("copy", cwd=shop).stdout
    assert run("baseline", "prune", cwd=shop).returncode == 0
    assert findings(shop) == []

    # The end of the month: one page for the reviewer, with what became of it.
    (shop.parent / "first.json").write_text(json.dumps(_report(shop)), encoding="utf-8")
    (shop / "copy/balm.txt").write_text(BALM, encoding="utf-8")
    (shop.parent / "last.json").write_text(json.dumps(_report(shop)), encoding="utf-8")
    made = run("report", "../first.json", "../last.json", "-o", "../month.html", cwd=shop)
    assert made.returncode == 0, made.stderr
    page = (shop.parent / "month.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and "treats-eczema" in page and "last.json" in page


def _report(folder: Path) -> object:
    return json.loads(run("copy", "--format", "json", "--exit-zero", cwd=folder).stdout)
