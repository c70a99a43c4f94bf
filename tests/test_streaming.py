"""Large files come part by part, and lines are written while they are read: memory does not grow with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint import Linter

MEASURE = r"""
import re, sys
from claimlint import Linter
report = Linter().check_path(sys.argv[1])
assert not report.not_checked, report.not_checked
print(len(report.findings), int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024)
"""
SIZE = 30_000_000


def write(path: Path) -> int:
    """Write rows until the file is large enough, every hundredth with a claim; give how many claims there are."""
    size = claims = number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('"id","body"\n' if path.suffix == ".csv" else "")
        while size < SIZE:
            claims += number % 100 == 0
            body = "Leaves skin soft. " * 40 + ("It heals eczema." if number % 100 == 0 else "")
            row = json.dumps({"id": number, "body": body}) if path.suffix == ".jsonl" else f'"{number}","{body}"'
            size += file.write(f"{row}\n")
            number += 1
    return claims


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell the memory used at most")
@pytest.mark.parametrize("name", ["big.jsonl", "big.csv"])
def test_memory_is_bounded(tmp_path: Path, name: str) -> None:
    assert Linter().check_text("It heals eczema.").findings  # this run may have to compile the packs
    claims = write(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / name)], capture_output=True, text=True, check=True
    )
    found, megabytes = map(int, done.stdout.split())
    assert found == claims
    assert megabytes < 100


PEAK = r"""
import re, runpy, sys
sys.argv = ["claimlint", *sys.argv[1:]]
try:
    runpy.run_module("claimlint", run_name="__main__")
finally:
    print(int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024, file=sys.stderr)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell the memory used at most")
def test_memory_does_not_grow_with_what_is_found(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        with (tmp_path / "rows.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(f'{{"id": {number}, "body": "Batch {number} heals eczema."}}\n' for number in range(rows))
        command = [sys.executable, "-c", PEAK, "rows.jsonl", "--format", "jsonl", "--jobs", "1", "--no-config"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.returncode == 1 and done.stdout.count('{"finding"') == rows
        return int(done.stderr)

    peak(10)  # this run may have to compile the packs
    assert peak(90_000) < peak(30_000) + 50  # 60,000 findings take 180 MB
