"""Write the copy that is measured. It runs as a process of its own: the benchmark's must stay small, since what the system
tells of the memory of a process is never less than that of the process which started it.

    python benchmarks/material.py FOLDER MEGABYTES SHARE...
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

from copy_maker import make_copy, pages

FILES = 500
"""Small files for a megabyte of copy: a page is about 1.5 kB."""
TIMES = 10
"""How many times the copy the file of JSON lines is."""
WHOLE = 1.0


def copy(folder: Path, share: float = WHOLE) -> Path:
    """Give the path of a share of the copy as one file."""
    return folder / f"copy-{share:g}.txt"


def small_files(folder: Path, share: float = WHOLE) -> Path:
    """Give the path of a folder with a share of the small files."""
    return folder / f"files-{share:g}"


def lines(folder: Path) -> Path:
    """Give the path of the file of JSON lines."""
    return folder / "products.jsonl"


def size(path: Path) -> int:
    """Give the bytes of a file, or of all files of a folder."""
    return sum(file.stat().st_size for file in (path.iterdir() if path.is_dir() else [path]))


def make(folder: Path, megabytes: float, shares: list[float]) -> None:
    """Write the copy; with shares also those of it, the small files and the JSON lines."""
    subprocess.run([sys.executable, __file__, str(folder), str(megabytes), *map(str, shares)], check=True)


def main() -> None:
    """Write the material."""
    folder, megabytes, shares = Path(sys.argv[1]), float(sys.argv[2]), [float(share) for share in sys.argv[3:]]
    text = make_copy(int(megabytes * 1_000_000))
    for share in {WHOLE, *shares}:
        copy(folder, share).write_text(text[: int(share * len(text))], encoding="utf-8")
    for share in shares:
        _write_files(small_files(folder, share), max(1, int(share * megabytes * FILES)))
    if shares:
        _write_lines(lines(folder), int(megabytes * 1_000_000))


def _write_files(folder: Path, count: int) -> None:
    folder.mkdir()
    for number, page in enumerate(islice(pages(), count)):
        (folder / f"{number:05}.txt").write_text(page, encoding="utf-8")


def _write_lines(path: Path, length: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for seed in range(TIMES):
            written = 0
            for number, page in enumerate(pages(seed)):
                title, _, body = page.partition("\n\n")
                product = {"sku": f"{seed}-{number}", "title": title, "description": body}
                written += file.write(json.dumps(product, ensure_ascii=False) + "\n")
                if written >= length:
                    break


if __name__ == "__main__":
    main()
