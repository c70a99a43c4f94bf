"""Settings on the command line: who wins, what is left out, what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_check import RISKY, run
from tests.test_layers import modules_after


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "old").mkdir()
    (tmp_path / "a.txt").write_text(RISKY, encoding="utf-8")
    (tmp_path / "old" / "b.txt").write_text(RISKY, encoding="utf-8")
    return tmp_path


def settle(copy: Path, text: str) -> None:
    (copy / ".claimlint.yaml").write_text(text, encoding="utf-8")


def test_the_command_line_wins(copy: Path) -> None:
    settle(copy, "rules: {regrows-hair: note}\nfail-on: note\n")
    assert run("a.txt", cwd=copy).returncode == 1
    assert run("a.txt", "--fail-on", "warning", cwd=copy).returncode == 0
    settle(copy, "law: [atlantis]\n")
    assert run("a.txt", cwd=copy).stderr == (
        "claimlint: .claimlint.yaml:1: law.0: 'atlantis' is not known; allowed are: us\n"
    )
    assert run("a.txt", "--law", "us", cwd=copy).returncode == 1
    assert run("a.txt", "--no-config", cwd=copy).returncode == 1


def test_a_level_of_the_settings_hides_and_says_so(copy: Path) -> None:
    settle(copy, "rules: {regrows-hair: note}\nlevel: error\n")
    done = run("a.txt", cwd=copy)
    assert (done.returncode, done.stderr) == (0, "not shown: 1 finding below --level error\n")


def test_what_is_excluded_is_left_out_also_where_it_is_named(copy: Path) -> None:
    settle(copy, "exclude: [old/]\n")
    done = run(".", cwd=copy)
    assert ("a.txt" in done.stdout, "b.txt" in done.stdout, done.stderr) == (True, False, "")
    done = run("old/b.txt", ".claimlint.yaml", cwd=copy)
    assert (done.returncode, done.stderr) == (
        0,
        "left out: old/b.txt (.claimlint.yaml: exclude), .claimlint.yaml (a file of claimlint's own); "
        "--no-exclude reads what settings leave out\n",
    )
    assert run("old/b.txt", "--no-exclude", cwd=copy).returncode == 1
    assert "old/b.txt" in run(".", "--no-exclude", cwd=copy).stdout
    assert run("old/b.txt", "missing.txt", cwd=copy).returncode == 2
    assert run("old", "a.txt", cwd=copy).stderr.startswith("left out: old (.claimlint.yaml: exclude);")


def test_a_folder_with_nothing_left_in_it_is_trouble(copy: Path) -> None:
    settle(copy, "exclude: ['*.txt']\n")
    done = run(".", cwd=copy)
    assert done.returncode == 2 and "the settings leave out" in " ".join(done.stdout.split())


def test_globs_of_the_command_line_leave_out_too(copy: Path) -> None:
    settle(copy, "exclude: [old/]\n")
    done = run("**/*.txt", cwd=copy)
    assert (done.returncode, "old/b.txt" in done.stdout) == (1, False)


def test_one_file_for_all(copy: Path) -> None:
    (copy / "mine.yaml").write_text("rules: {regrows-hair: off}\n", encoding="utf-8")
    assert run("a.txt", "old", "--config", "mine.yaml", cwd=copy).returncode == 0
    assert run("a.txt", "--config", "none.yaml", cwd=copy).returncode == 2
    assert run("a.txt", "--config", "mine.yaml", "--no-config", cwd=copy).returncode == 2


def test_standard_input_has_the_settings_of_its_name(copy: Path) -> None:
    (copy / "old" / ".claimlint.yaml").write_text("rules: {regrows-hair: off}\n", encoding="utf-8")
    assert run("-", cwd=copy, given=RISKY.encode()).returncode == 1
    assert run("-", "--stdin-filename", "old/x.txt", cwd=copy, given=RISKY.encode()).returncode == 0


def test_faulty_settings_met_on_the_way_end_the_run(copy: Path) -> None:
    (copy / "old" / ".claimlint.yaml").write_text("fail-in: note\n", encoding="utf-8")
    done = run(".", "-o", "out.json", cwd=copy)
    assert (done.returncode, done.stdout, (copy / "out.json").exists()) == (2, "", False)
    assert done.stderr == "claimlint: old/.claimlint.yaml:1: fail-in: unknown key 'fail-in'; did you mean 'fail-on'?\n"


def test_settings_are_shown(copy: Path) -> None:
    settle(copy, "fail-on: note\nexclude: [old/]\n")
    done = run("a.txt", "old/b.txt", "--show-settings", "--level", "error", cwd=copy)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.split("\n\n")
    assert first.startswith(
        "a.txt: .claimlint.yaml\n  law       us           default\n  fail-on   note         .claimlint.yaml:1\n"
        "  level     error        command line\n"
    )
    assert "left out" not in first and second.endswith("  left out  yes          .claimlint.yaml: exclude\n")
    assert run("--show-settings", cwd=copy).stdout.startswith(".: .claimlint.yaml\n")
    settle(copy, "product: {otc: [acnes]}\n")
    assert run("--show-settings", cwd=copy).returncode == 2


def test_the_time_limit_is_set_and_the_command_line_wins(copy: Path) -> None:
    (copy / "a.txt").write_text("\n\n".join(f"Batch {n} heals eczema." for n in range(40_000)), encoding="utf-8")
    settle(copy, "timeout: 1\n")
    done = run("a.txt", "--no-cache", cwd=copy)
    assert done.returncode == 2 and "it takes longer than 1 seconds to check" in " ".join(done.stdout.split())
    assert (
        "  timeout   0.5          command line\n"
        in run("a.txt", "--show-settings", "--timeout", "0.5", cwd=copy).stdout
    )


def test_what_settings_dismiss_is_shown_on_request(copy: Path) -> None:
    settle(copy, "rules: {regrows-hair: off}\n")
    done = run("a.txt", "--considered", cwd=copy)
    assert done.returncode == 0 and ".claimlint.yaml:1: regrows-hair: off" in " ".join(done.stdout.split())


@pytest.mark.parametrize("path", ["x" * 5000, "a.txt/b", "*.none", ""])
def test_paths_that_cannot_be_are_told_as_ever(copy: Path, path: str) -> None:
    settle(copy, "exclude: [old/]\n")
    done = run("check", path, cwd=copy)
    assert (done.returncode, done.stderr) == (2, "") and "Not checked" in done.stdout


def test_hostile_settings_do_not_reach_the_terminal(copy: Path) -> None:
    settle(copy, '"x\\e[31m": 1\n')
    done = run("a.txt", cwd=copy)
    assert done.returncode == 2 and "\x1b" not in done.stderr


def test_a_run_without_settings_reads_no_yaml(copy: Path) -> None:
    program = (
        "import os, sys; from claimlint.cli.commands import main\n"
        f"os.chdir({str(copy)!r}); sys.argv = ['claimlint', 'a.txt']\n"
        "try: main()\nexcept SystemExit as end: assert end.code == 1, end.code"
    )
    modules_after(program)  # this run may have to compile the packs
    assert not {"yaml", "spacy", "difflib", "claimlint.settings.load"} & modules_after(program)


def test_settings_name_the_baseline_and_the_approvals(copy: Path) -> None:
    settle(copy, "baseline: legal/known.json\nallow: legal/approved.yaml\n")
    (copy / "legal").mkdir()
    assert run("baseline", "write", "a.txt", cwd=copy).returncode == 0
    assert (copy / "legal/known.json").is_file()
    assert run("a.txt", cwd=copy).returncode == 0
    assert run("a.txt", "--no-config", cwd=copy).returncode == 1
    (copy / "legal/known.json").unlink()
    assert run("allow", "regrows hair", "--reason", "on file", "--by", "Bea", cwd=copy).returncode == 0
    assert "on file" in (copy / "legal/approved.yaml").read_text(encoding="utf-8")
    (copy / "legal/approved.yaml").unlink()
    rule = ("--reason", "on file", "--by", "Bea", "--path", "a.txt")
    assert run("allow", "regrows hair", *rule, cwd=copy).stderr == "approved in legal/approved.yaml\n"
    assert run("a.txt", cwd=copy).returncode == 0 and run("old/b.txt", cwd=copy).returncode == 1


@pytest.mark.parametrize("command", [("baseline", "write"), ("audit",)])
def test_settings_govern_the_other_commands(copy: Path, command: tuple[str, ...]) -> None:
    settle(copy, "law: [atlantis]\n")
    done = run(*command, ".", cwd=copy)
    assert (done.returncode, done.stderr) == (
        2,
        "claimlint: .claimlint.yaml:1: law.0: 'atlantis' is not known; allowed are: us\n",
    )


def test_what_settings_switch_off_is_neither_unused_nor_gone(copy: Path) -> None:
    (copy / "old/b.txt").unlink()
    assert run("baseline", "write", cwd=copy).returncode == 0
    (copy / "c.txt").write_text("// claimlint: allow[regrows-hair] on file\nIt regrows hair.\n", encoding="utf-8")
    rule = ("--reason", "on file", "--by", "Bea", "--rule", "regrows-hair")
    assert run("allow", "regrows hair", *rule, "--path", "c.txt", cwd=copy).returncode == 0
    settle(copy, "rules: {regrows-hair: off}\n")
    done = run(".", cwd=copy)
    assert (done.returncode, "allow-unused" in done.stdout, "gone" in done.stdout) == (0, False, False)
    before = (copy / ".claimlint-baseline.json").read_text(encoding="utf-8")
    assert run("baseline", "prune", cwd=copy).returncode == 0
    assert (copy / ".claimlint-baseline.json").read_text(encoding="utf-8") == before


def test_a_rule_that_is_off_in_one_file_is_judged_in_the_others(copy: Path) -> None:
    unused = "// claimlint: allow[regrows-hair] on file\nSoft.\n"
    (copy / "a.txt").write_text(unused, encoding="utf-8")
    (copy / "old/b.txt").write_text(f"{RISKY}\n\n{unused}", encoding="utf-8")
    rule = ("--reason", "on file", "--by", "Bea", "--rule", "regrows-hair")
    for path in ("a.txt", "old/b.txt"):
        assert run("allow", "it regrows hair", *rule, "--path", path, cwd=copy).returncode == 0
    settle(copy, "paths: {old/: {rules: {regrows-hair: off}}}\n")
    found = json.loads(run(".", "--format", "json", cwd=copy).stdout)["findings"]
    assert [(finding["rule"], finding["path"], finding["start"]["line"]) for finding in found] == [
        ("allow-unused", "a.txt", 1), ("allow-unused", ".claimlint-allow.yaml", 3),
    ]  # fmt: skip


def test_fields_of_the_settings_are_the_whole_copy(copy: Path) -> None:
    (copy / "a.json").write_text('{"title": "Regrows hair", "id": "Heals eczema"}', encoding="utf-8")
    settle(copy, "fields: [title]\n")
    assert run("baseline", "write", "a.json", cwd=copy).stderr == ".claimlint-baseline.json: 1 finding\n"
    (copy / "a.json").write_text('{"title": "Soft", "id": "Heals eczema"}', encoding="utf-8")
    assert "0 dropped" in run("baseline", "prune", "a.json", "--field", "id", cwd=copy).stderr
    assert "1 dropped" in run("baseline", "prune", "a.json", cwd=copy).stderr


def test_the_command_line_names_other_files_of_decisions(copy: Path) -> None:
    settle(copy, "baseline: known.json\nallow: approved.yaml\n")
    (copy / "etc").mkdir()
    (copy / "etc/mine.yaml").write_text("baseline: mine.json\n", encoding="utf-8")
    done = run("baseline", "write", "a.txt", "--config", "etc/mine.yaml", cwd=copy)
    assert done.stderr == "etc/mine.json: 1 finding\n"
    assert run("baseline", "show", "--config", "etc/mine.yaml", cwd=copy).stdout.endswith("     1  in all\n")
    assert run("a.txt", "--baseline", "etc/mine.json", cwd=copy).returncode == 0
    assert run("a.txt", "--baseline", "none.json", cwd=copy).returncode == 2
    assert run("allow", "x y z", "--reason", "abc", "--by", "Bea", "--no-config", cwd=copy).stderr == (
        "approved in .claimlint-allow.yaml\n"
    )
    shown = run("--show-settings", "--allow", "mine.yaml", cwd=copy).stdout
    assert "  baseline  known.json  .claimlint.yaml:1\n  allow     mine.yaml   command line\n" in shown


def test_other_commands_tell_what_is_left_out(copy: Path) -> None:
    settle(copy, "exclude: [old/]\n")
    done = run("baseline", "write", "old/b.txt", cwd=copy)
    assert (done.returncode, done.stderr) == (
        2,
        "left out: old/b.txt (.claimlint.yaml: exclude); --no-exclude reads what settings leave out\n"
        "claimlint: nothing was checked; name files or folders with copy\n",
    )
    assert run("baseline", "write", "old/b.txt", "--no-exclude", cwd=copy).returncode == 0


def test_no_law_at_all_is_no_way_to_pass(copy: Path) -> None:
    done = run("a.txt", "--law", " ,", cwd=copy)
    assert done.returncode == 2 and "' ,' names no law" in done.stderr


def test_faulty_settings_overwrite_nothing(copy: Path) -> None:
    assert run("baseline", "write", cwd=copy).returncode == 0
    kept = {path: path.read_bytes() for path in copy.rglob("*.*") if path.is_file()}
    settle(copy, "rules: {regrow-hair: off}\n")
    fault = (
        "claimlint: .claimlint.yaml:1: rules.regrow-hair: 'regrow-hair' is not known; did you mean 'regrows-hair'?\n"
    )
    for command in (
        (".", "--fix"), (".", "-o", "out.json"), ("--show-settings",), ("baseline", "write", "--force"),
        ("baseline", "update"), ("baseline", "prune"), ("audit",), ("allow", "x y z", "--reason", "abc", "--by", "Bea"),
    ):  # fmt: skip
        done = run(*command, cwd=copy)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", fault), command
    done = run("init", cwd=copy)
    assert done.returncode == 2 and "is there already and stays as it is" in done.stderr
    (copy / ".claimlint.yaml").unlink()
    assert {path: path.read_bytes() for path in copy.rglob("*.*") if path.is_file()} == kept
