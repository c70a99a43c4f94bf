"""explain, rules, selftest, evaluate, completion: end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.conftest import RULE, MakePack


def test_explain_tells_everything(tmp_path: Path) -> None:
    done = run("explain", "regrows-hair", cwd=tmp_path)
    assert done.returncode == 0
    for heading in (
        "Law: United States: error",
        "Write instead",
        "Reported",
        "Not reported",
        "Dismissed where",
        "Limits",
        "Patterns",
    ):
        assert heading in done.stdout
    assert "21 CFR 310.527" in done.stdout and "checked 2026-" in done.stdout


def test_explain_shows_what_a_fix_puts_in(tmp_path: Path) -> None:
    shown = run("explain", "refines-pores", cwd=tmp_path).stdout
    assert "Rewritten by --fix, which puts in the words in <>\n  - Minimises <the look of> pores.\n" in shown
    assert "\nPatterns of rewrites\n  - ({rw-lessen} | " in shown


def test_explain_suggests_the_nearest_rule(tmp_path: Path) -> None:
    done = run("explain", "regrow-hair", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no rule 'regrow-hair'; did you mean regrows-hair" in done.stderr


def test_rules_are_a_table_with_filters(tmp_path: Path) -> None:
    everything = run("rules", cwd=tmp_path).stdout.splitlines()
    hair = run("rules", "--topic", "hair", "--level", "error", cwd=tmp_path).stdout.splitlines()
    assert 1 < len(hair) < len(everything)
    assert all(line.split()[1:3] == ["error", "hair"] for line in hair[:-1])
    assert hair[-1] == f"{len(hair) - 1} of {len(everything) - 1} rules"
    assert "known are: " in run("rules", "--topic", "hare", cwd=tmp_path).stderr


def test_a_sound_pack_passes_its_selftest(make_pack: MakePack, tmp_path: Path) -> None:
    done = run("selftest", _own(make_pack), cwd=tmp_path)
    assert done.stdout.splitlines()[-1].endswith(" 0 faults")
    assert done.returncode == 0


def test_a_pack_with_a_broken_case_fails_its_selftest(make_pack: MakePack, tmp_path: Path) -> None:
    done = run("selftest", _own(make_pack, RULE.replace("It [[grows moss]].", "It [[grows]] moss.")), cwd=tmp_path)
    assert "grows-moss: flag: 'It grows moss.': wanted ['grows'], reported ['grows moss']" in done.stdout
    assert done.returncode == 1


def test_a_faulty_pack_ends_with_two(make_pack: MakePack, tmp_path: Path) -> None:
    done = run("selftest", _own(make_pack, RULE.replace("says: alters-body", "says: altres")), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "own/claims/moss/grows-moss.yaml:4: says: 'altres' is not known" in done.stderr


def _own(make_pack: MakePack, rule: str = RULE) -> Path:
    return make_pack(
        {"claims/moss/grows-moss.yaml": rule.replace("{grow~}", "(grow~ | sprout~)")}, name="own", base=False
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "clean").mkdir(parents=True)
    (folder / "ad.txt").write_text("It [[regrows hair|regrows-hair]] fast.\n")
    (folder / "clean" / "page.txt").write_text("A soft lotion.\n")
    return folder


def test_evaluate_measures(corpus: Path, tmp_path: Path) -> None:
    done = run("evaluate", corpus, cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0].split() == ["rule", "marks", "recall", "findings", "precision", "overlap"]
    assert lines[1].split() == ["regrows-hair", "1", "1.000", "1", "1.000", "1.000"]
    assert lines[-1] == "2 files, 0 mistakes accepted by the ledger, 0 surprises"


def test_a_mistake_must_stand_in_the_ledger(corpus: Path, tmp_path: Path) -> None:
    (corpus / "clean" / "page.txt").write_text("It regrows hair. [[Moss grows|regrows-hair]].\n")
    done = run("evaluate", corpus, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-2:] == [
        "unexpected miss: clean/page.txt: regrows-hair: 'Moss grows'",
        "unexpected false-alarm: clean/page.txt: regrows-hair: 'regrows hair'",
    ]


def test_the_ledger_is_strict_in_both_directions(corpus: Path, tmp_path: Path) -> None:
    entry = "- {what: miss, file: ad.txt, rule: regrows-hair, words: regrows hair, reason: It is not missed at all.}"
    (corpus / "ledger.yaml").write_text(f"accepted:\n{entry}\n")
    done = run("evaluate", corpus, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == (
        "no longer made, remove from ledger.yaml: miss: ad.txt: regrows-hair: 'regrows hair'"
    )


def test_a_faulty_corpus_is_told(corpus: Path, tmp_path: Path) -> None:
    (corpus / "ad.txt").write_text("It [[regrows hair|regrow-hair]].\n")
    done = run("evaluate", corpus, cwd=tmp_path)
    assert done.returncode == 2
    assert "ad.txt: a mark names 'regrow-hair', which is no rule; did you mean 'regrows-hair'?" in done.stderr
    assert run("evaluate", tmp_path / "nowhere", cwd=tmp_path).returncode == 2


def test_rules_write_pages_and_drop_those_of_rules_that_are_gone(corpus: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    done = run("rules", "--pages", corpus, pages, cwd=tmp_path)
    assert done.returncode == 0
    assert f"wrote {len(list(pages.glob('*.md')))} pages to" in done.stderr
    assert "corpus: 1 marks, recall 1.00, precision 1.00" in (pages / "regrows-hair.md").read_text(encoding="utf-8")
    (pages / "gone.md").write_text("# gone\n")
    run("rules", "--pages", corpus, pages, cwd=tmp_path)
    assert not (pages / "gone.md").exists()


def test_rules_do_not_write_pages_among_other_files(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine\n")
    done = run("rules", "--pages", corpus, tmp_path, cwd=tmp_path)
    assert done.returncode == 2
    assert "holds other Markdown files; name an empty folder" in done.stderr
    assert (tmp_path / "notes.md").read_text() == "mine\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_command(shell: str, tmp_path: Path) -> None:
    done = run("completion", shell, cwd=tmp_path)
    assert done.returncode == 0
    assert "_CLAIMLINT_COMPLETE" in done.stdout


def test_completion_completes(tmp_path: Path) -> None:
    done = run(cwd=tmp_path, _CLAIMLINT_COMPLETE="bash_complete", COMP_WORDS="claimlint sel", COMP_CWORD="1")
    assert done.stdout.strip() == "plain,selftest"


def test_explain_knows_the_findings_about_approvals(tmp_path: Path) -> None:
    done = run("explain", "allow-unused", cwd=tmp_path)
    assert done.returncode == 0
    assert "An approval that nothing needs any more" in done.stdout
