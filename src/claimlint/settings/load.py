"""Read one settings file; every fault is told at once, with its line and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimlint.errors import PackError
from claimlint.packs.check import faults
from claimlint.packs.yaml_file import LARGEST, YamlFile, read_yaml
from claimlint.settings.globs import Globs, fault_of
from claimlint.settings.values import Area, Settings

FORM = "settings"


def load(path: Path, shown: str) -> Settings:
    """Read and check a settings file, an empty one too. Raises PackError with all faults of its form."""
    if path.stat().st_size > LARGEST:
        raise PackError([f"{shown}:1: (whole file): more than {LARGEST:,} bytes; settings are shorter"])
    file = read_yaml(path, shown)
    if file.data is None:
        file = YamlFile(shown, {}, {})
    found = faults(file, FORM) or list(_glob_faults(file))
    if found:
        raise PackError(found)
    data = file.data
    areas = (Area(glob, Globs([glob]), area) for glob, area in data.get("paths", {}).items())
    include, exclude = (Globs(data.get(key, ())) for key in ("include", "exclude"))
    return Settings(shown, path.parent, data, file.lines, include, exclude, tuple(areas))


def _glob_faults(file: YamlFile) -> Iterator[str]:
    for key in ("include", "exclude"):
        for number, glob in enumerate(file.data.get(key, ())):
            fault = fault_of(glob, may_readmit=True)
            if fault:
                yield file.fault((key, number), fault)
    for glob in file.data.get("paths", {}):
        fault = fault_of(glob, may_readmit=False)
        if fault:
            yield file.fault(("paths", glob), fault)
