"""allow, baseline, audit, and what check does with them: end to end."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_check import run

HAIR, ACNE = "Our tonic regrows hair.\n", "It heals acne.\n"
BASELINE, APPROVALS, ANSWERS = ".claimlint-baseline.json", ".claimlint-allow.yaml", ".claimlint-audit.json"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "hair.txt").write_text(HAIR)
    (tmp_path / "acne.txt").write_text(ACNE)
    return tmp_path


def test_an_approved_claim_is_counted_and_does_not_fail(shop: Path) -> None:
    done = run("allow", "regrows hair", "--reason", "Trial 7", "--by", "Ann", "--path", "hair.txt", cwd=shop)
    assert (done.returncode, done.stderr) == (0, f"approved in {APPROVALS}\n")
    done = run("hair.txt", cwd=shop)
    assert (done.returncode, done.stdout) == (0, "No new finding in 1 sentence of 1 file. 1 suppressed not shown.\n")
    (finding,) = json.loads(run("hair.txt", "--format", "json", cwd=shop).stdout)["findings"]
    assert (finding["state"], finding["approval"]["by"], finding["approval"]["place"]) == ("approved", "Ann", APPROVALS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x y z", "--reason", "abc", "--by", "Ann", "--rule", "regrow-hair"], "--rule: there is no rule 'regrow-hair'; did you mean 'regrows-hair'?"),
        (["x y z", "--reason", "abc", "--by", "Ann", "--expires", "soon"], f"{APPROVALS}:7: allow.0.expires: 'soon' does not fit"),
        (["x y z", "--reason", "abc", "--by", "Ann", "--file", "nowhere/f"], "--file nowhere/f: cannot be written"),
        (["x y z", "--reason", "a", "--by", "Ann"], f"{APPROVALS}:4: allow.0.reason: 'a' is too short"),
    ],
)  # fmt: skip
def test_a_faulty_approval_writes_nothing(shop: Path, arguments: list[str], message: str) -> None:
    done = run("allow", *arguments, cwd=shop)
    assert done.returncode == 2 and message in done.stderr
    assert not (shop / APPROVALS).exists()


def test_the_approver_is_the_one_git_knows(shop: Path) -> None:
    (shop / "config").write_text("[user]\n\tname = Zoë Q\n", encoding="utf-8")
    run("allow", "regrows hair", "--reason", "abc", cwd=shop, GIT_CONFIG_GLOBAL=str(shop / "config"))
    assert 'by: "Zoë Q"' in (shop / APPROVALS).read_text(encoding="utf-8")
    done = run("allow", "x y z", "--reason", "abc", cwd=shop, GIT_CONFIG_GLOBAL="", GIT_CONFIG_SYSTEM="")
    assert done.stderr == "claimlint: --by: git knows no user.name; say who approves the claim\n"


def test_a_faulty_file_of_approvals_ends_the_run(shop: Path) -> None:
    (shop / "f.yaml").write_text("allow:\n- words: abc\n")
    done = run("hair.txt", "--allow", "f.yaml", cwd=shop)
    assert done.returncode == 2 and "f.yaml:2: allow.0: the key 'reason' is missing; add it" in done.stderr


def test_a_baseline_from_its_making_to_its_pruning(shop: Path) -> None:
    assert run("baseline", "write", cwd=shop).stderr == f"{BASELINE}: 2 findings\n"
    first = (shop / BASELINE).read_bytes()
    again = run("baseline", "write", cwd=shop)
    assert again.returncode == 2 and "is there already" in again.stderr
    assert run("baseline", "write", "--force", str(shop), cwd=shop).returncode == 0
    assert (shop / BASELINE).read_bytes() == first
    assert run("baseline", "show", cwd=shop).stdout == "     1  clears-acne\n     1  regrows-hair\n     2  in all\n"
    assert run(".", cwd=shop).stdout == "No new finding in 2 sentences of 2 files. 2 known not shown.\n"

    (shop / "acne.txt").write_text("It heals eczema.\n")
    done = run(".", "--format", "json", cwd=shop)
    report = json.loads(done.stdout)
    assert [(f["path"], f["state"]) for f in report["findings"]] == [("acne.txt", "new"), ("hair.txt", "known")]
    assert [(item["path"], item["rule"], item["text"]) for item in report["gone"]] == [
        ("acne.txt", "clears-acne", "heals acne")
    ]
    assert "1 gone from the copy:\n`claimlint baseline prune`." in run(".", cwd=shop).stdout
    assert run("baseline", "prune", cwd=shop).stderr == f"{BASELINE}: 1 finding, 0 added, 1 dropped\n"
    assert run(".", cwd=shop).returncode == 1
    assert run("baseline", "update", "hair.txt", cwd=shop).stderr == f"{BASELINE}: 1 finding, 0 added, 0 dropped\n"
    assert run("baseline", "update", cwd=shop).stderr == f"{BASELINE}: 2 findings, 1 added, 0 dropped\n"
    assert run("baseline", "show", "--by", "path", cwd=shop).stdout.splitlines()[0] == "     1  acne.txt"


def test_a_broken_baseline_is_not_overwritten(shop: Path) -> None:
    (shop / BASELINE).write_text('{"claimlint')
    for arguments in (
        ["."],
        ["baseline", "update"],
        ["baseline", "prune"],
        ["baseline", "show"],
        ["baseline", "write"],
    ):
        done = run(*arguments, cwd=shop)
        assert done.returncode == 2 and done.stderr.startswith(f"claimlint: {BASELINE}:"), arguments
    assert (shop / BASELINE).read_text() == '{"claimlint'
    assert run("baseline", "update", "--baseline", "none.json", cwd=shop).returncode == 2


def test_files_of_decisions_are_no_copy(shop: Path) -> None:
    run("baseline", "write", "--baseline", "known.json", cwd=shop)
    done = run(".", "--baseline", "known.json", cwd=shop)
    assert done.stdout == "No new finding in 2 sentences of 2 files. 2 known not shown.\n"


def test_only_what_a_change_adds_is_reported(shop: Path) -> None:
    assert "is in no git repository" in run(".", "--diff-base", "HEAD", cwd=shop).stderr
    name = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    for arguments in (["init", "-q"], ["add", "."], [*name, "commit", "-qm", "one"]):
        subprocess.run(["git", *arguments], cwd=shop, check=True)
    done = run(".", "--diff-base", "HEAD", cwd=shop)
    assert (done.returncode, done.stderr) == (0, "nothing that was named has changed since HEAD\n")
    assert run("missing.txt", "--diff-base", "HEAD", cwd=shop).returncode == 2
    (shop / "hair.txt").write_text(f"Soft.\n\n{HAIR}")
    assert run(".", "--diff-base", "HEAD", cwd=shop).stdout == (
        "No new finding in 2 sentences of 1 file. 1 known not shown.\n"
    )
    (shop / "hair.txt").write_text(f"{ACNE}\n{HAIR}")
    done = run(".", "--diff-base", "HEAD", "--format", "json", cwd=shop)
    assert done.returncode == 1
    assert [(f["text"], f["state"]) for f in json.loads(done.stdout)["findings"]] == [
        ("heals acne", "new"),
        ("regrows hair", "known"),
    ]
    assert (
        run("-", "--stdin-filename", "hair.txt", "--diff-base", "HEAD", cwd=shop, given=HAIR.encode()).returncode == 0
    )


def test_an_audit_goes_on_where_it_stopped(shop: Path) -> None:
    assert "Nothing is judged yet" in run("audit", "--show", cwd=shop).stdout
    done = run("audit", cwd=shop, given=b"x\nf only  a name\nb\nt\nq\n")
    assert done.returncode == 0 and done.stderr == "1 judged, 1 left; --show tells more\n"
    assert "'x' is no answer" in done.stdout and "answered false only a name" in done.stdout
    done = run("audit", cwd=shop, given=b"a who\x1b[2J says so")
    assert done.stderr == "2 judged, 0 left; --show tells more\n" and "heals acne" not in done.stdout
    shown = run("audit", "--show", cwd=shop).stdout
    assert shown == (
        "rule           true  false    ask  precision\n"
        "clears-acne       1      0      0       100%\n"
        "regrows-hair      0      0      1          –\n"
        "in all            1      0      1       100%\n"
        "\nTo ask counsel\n"
        '  hair.txt  "regrows hair" [regrows-hair]: who\\x1b[2J says so\n'
    )
    assert len(json.loads((shop / ANSWERS).read_text())["answers"]) == 2
