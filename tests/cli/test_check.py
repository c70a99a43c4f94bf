"""The installed command, end to end: what it prints, writes and answers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

RISKY = "Our tonic regrows hair in 12 weeks.\n"
QUIET = "A light lotion that leaves skin soft.\n"
SCHEMA = json.loads((resources.files("claimlint.schemas") / "report.schema.json").read_text(encoding="utf-8"))


def run(*arguments: str | Path, cwd: Path, given: bytes = b"", **environ: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "claimlint", *map(str, arguments)],
        capture_output=True, cwd=cwd, input=given, check=False, env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", **environ},
    )  # fmt: skip
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def heed_interrupts() -> None:
    """Undo what a shell does that starts a script in the background: it has the script ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "risky.txt").write_text(RISKY, encoding="utf-8")
    (tmp_path / "quiet.txt").write_text(QUIET, encoding="utf-8")
    return tmp_path


def test_a_path_alone_is_checked(copy: Path) -> None:
    done = run("risky.txt", cwd=copy)
    assert done.returncode == 1
    assert "risky.txt" in done.stdout and "regrows hair" in done.stdout and "^^^^^^^^^^^^" in done.stdout
    assert done.stderr == ""


def test_check_and_the_bare_path_are_the_same(copy: Path) -> None:
    assert run("check", "risky.txt", cwd=copy).stdout == run("risky.txt", cwd=copy).stdout


def test_quiet_copy_ends_with_zero_and_promises_nothing(copy: Path) -> None:
    done = run("quiet.txt", cwd=copy)
    assert (done.returncode, done.stdout.strip()) == (0, "No known pattern matched in 1 sentence of 1 file.")


def test_json_holds_the_contract(copy: Path) -> None:
    done = run(".", "--format", "json", cwd=copy)
    report = json.loads(done.stdout)
    jsonschema.validate(report, SCHEMA)
    (finding,) = report["findings"]
    source = RISKY[finding["start"]["offset"] : finding["end"]["offset"]]
    assert (done.returncode, source, finding["text"], finding["law"], finding["level"]) == (
        1, "regrows hair", "regrows hair", "us", "error",
    )  # fmt: skip
    assert (finding["start"]["line"], finding["start"]["column"]) == (1, 11)
    assert [(file["path"], file["status"]) for file in report["files"]] == [
        ("quiet.txt", "checked"),
        ("risky.txt", "checked"),
    ]
    assert report["summary"]["files"] == 2 and report["summary"]["error"] == 1


def test_standard_input_is_a_file(copy: Path) -> None:
    done = run("-", "--format", "json", cwd=copy, given=RISKY.encode())
    assert (done.returncode, json.loads(done.stdout)["findings"][0]["path"]) == (1, "<stdin>")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["risky.txt", "--exit-zero"], 0),
        (["risky.txt", "--fail-on", "warning"], 1),
        (["quiet.txt", "--fail-on", "note"], 0),
        (["risky.txt", "missing.txt"], 2),
        (["missing.txt", "--exit-zero"], 2),
        (["risky.txt", "empty.txt"], 2),
        ([".", "--exit-zero"], 0),
        ([], 2),
        (["check"], 2),
        (["risky.txt", "--law", "atlantis"], 2),
        (["risky.txt", "--patterns", "nowhere"], 2),
        (["risky.txt", "--format", "sonnet"], 2),
        (["risky.txt", "-o", "x.sonnet"], 2),
        (["risky.txt", "-o", "nowhere/x.json"], 2),
    ],
)
def test_the_exit_status_tells(copy: Path, arguments: list[str], status: int) -> None:
    (copy / "empty.txt").write_text("")
    assert run(*arguments, cwd=copy).returncode == status


def test_findings_are_printed_although_something_could_not_be_read(copy: Path) -> None:
    done = run("risky.txt", "missing.txt", cwd=copy)
    assert done.returncode == 2
    assert "regrows hair" in done.stdout and "missing.txt" in done.stdout


def test_an_unknown_law_is_answered_with_the_known_ones(copy: Path) -> None:
    assert run("risky.txt", "--law", "atlantis", cwd=copy).stderr == (
        "claimlint: --law: there is no law 'atlantis'; known are: us\n"
    )


def test_reports_are_written_by_suffix(copy: Path) -> None:
    done = run("risky.txt", "-o", "out.json", "-o", "out.txt", cwd=copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "wrote out.json: 1 finding\nwrote out.txt: 1 finding\n"
    jsonschema.validate(json.loads((copy / "out.json").read_text(encoding="utf-8")), SCHEMA)
    assert "regrows hair" in (copy / "out.txt").read_text(encoding="utf-8")


def test_what_was_dismissed_is_shown_on_request(copy: Path) -> None:
    (copy / "denied.txt").write_text("This tonic does not regrow hair.\n")
    done = run("denied.txt", "--considered", cwd=copy)
    assert done.returncode == 0
    assert '"regrow hair"' in done.stdout and "not" in done.stdout


def test_a_level_hides_and_says_so(copy: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "law"
    own.mkdir(parents=True)
    (own / "us.yaml").write_text("law: us\nrules: {regrows-hair: note}\n")
    done = run("risky.txt", "--patterns", "own", "--level", "warning", cwd=copy)
    assert (done.returncode, done.stderr) == (0, "not shown: 1 finding below --level warning\n")
    assert run("risky.txt", "--patterns", "own", "--fail-on", "note", cwd=copy).returncode == 1


def test_colour_only_where_asked_for(copy: Path) -> None:
    assert "\x1b" not in run("risky.txt", cwd=copy).stdout
    assert "\x1b" in run("risky.txt", cwd=copy, FORCE_COLOR="1").stdout
    assert "\x1b" not in run("risky.txt", cwd=copy, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_hostile_names_and_copy_do_not_reach_the_terminal(copy: Path) -> None:
    (copy / "a\x1b[31m\u202eb.txt").write_text("It \x1b]0;x\x07 regrows\u200b hair.\n", encoding="utf-8")
    done = run(".", cwd=copy)
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(done.stdout + done.stderr)
    missing = run("no\x1b[2J.txt", "--law", "x\x1b", cwd=copy)
    assert "\x1b" not in missing.stdout + missing.stderr


def test_a_narrow_encoding_does_not_stop_the_report(copy: Path) -> None:
    (copy / "wide.txt").write_text("Überserum 🌿 regrows hair – fast.\n", encoding="utf-8")
    done = run("wide.txt", cwd=copy, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1 and "regrows hair" in done.stdout


def test_help_and_version(copy: Path) -> None:
    assert run("--version", cwd=copy).stdout.startswith("claimlint 0.")
    shown = run("--help", cwd=copy).stdout
    for command in ("check", "explain", "rules", "selftest", "evaluate", "completion"):
        assert command in shown
    assert "Commands" in run(cwd=copy).stderr + run(cwd=copy).stdout


def test_standard_input_may_be_told_its_name(tmp_path: Path) -> None:
    done = run(
        "-", "--stdin-filename", "shop.json", cwd=tmp_path, given=b'{"sku": "heals eczema", "title": "It heals acne"}'
    )
    assert (done.returncode, done.stdout.count("[")) == (1, 1)
    assert "shop.json\n" in done.stdout and "at       /title" in done.stdout


def test_only_the_named_fields_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Title,Body\nHeals acne,Soft\n", encoding="utf-8")
    assert run("a.csv", "--field", "body", cwd=tmp_path).returncode == 0
    assert run("a.csv", "--field", "body", "--field", "title", cwd=tmp_path).returncode == 1


def test_empty_standard_input_is_trouble_beside_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Soft.", encoding="utf-8")
    assert run("a.txt", "-", cwd=tmp_path).returncode == 2
