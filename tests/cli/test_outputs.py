"""Several outputs in one run; the exit status depends on none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint.cli.outputs import Output, output_of
from claimlint.errors import ClaimlintError
from claimlint.writers import WRITERS

from .test_check import run


@pytest.mark.parametrize("name", WRITERS)
def test_the_status_does_not_depend_on_the_format(tmp_path: Path, name: str) -> None:
    (tmp_path / "risky.txt").write_text("It heals eczema.", encoding="utf-8")
    (tmp_path / "quiet.txt").write_text("A soft cream.", encoding="utf-8")
    (tmp_path / "none.txt").write_bytes(b"")
    statuses = [
        run(*paths, "--format", name, cwd=tmp_path).returncode
        for paths in (["quiet.txt"], ["risky.txt"], ["risky.txt", "none.txt"], ["risky.txt", "--exit-zero"])
    ]
    assert statuses == [0, 1, 2, 0]


def test_several_outputs_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It heals eczema.", encoding="utf-8")
    done = run(
        "a.txt",
        "-o",
        "r.json",
        "-o",
        "r.sarif",
        "-o",
        "gitlab:quality.json",
        "-o",
        "r.csv",
        "--format",
        "github",
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=a.txt,line=1,endLine=1,col=4,endColumn=16,")
    assert json.loads((tmp_path / "r.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads((tmp_path / "quality.json").read_text(encoding="utf-8"))[0]["location"]["path"] == "a.txt"
    assert done.stderr.count("wrote ") == 4


def test_the_job_summary_gets_the_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It heals eczema.", encoding="utf-8")
    (tmp_path / "summary.md").write_text("before\n", encoding="utf-8")
    run("a.txt", "--format", "github", cwd=tmp_path, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert (
        (tmp_path / "summary.md")
        .read_text(encoding="utf-8")
        .startswith("before\n### claimlint: 1 error in 1 of 1 file")
    )


@pytest.mark.parametrize(
    ("wish", "output"),
    [
        ("out/r.JSON", Output("json", Path("out/r.JSON"))), ("junit:r.txt", Output("junit", Path("r.txt"))),
        ("odd:name.csv", Output("csv", Path("odd:name.csv"))), ("github:x", Output("github", Path("x"))),
    ],
)  # fmt: skip
def test_outputs_are_named(wish: str, output: Output) -> None:
    assert output_of(wish) == output


@pytest.mark.parametrize(
    ("wish", "told"),
    [("r.pdf", "no format has the suffix '.pdf'"), ("sarf:r", "sarif:FILE"), ("csv:", "is no file; name one")],
)
def test_what_names_no_output_is_told(wish: str, told: str) -> None:
    with pytest.raises(ClaimlintError, match=told):
        output_of(wish)
