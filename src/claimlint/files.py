"""Write files so that nobody ever sees half of one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, content: Iterable[bytes], mode: int) -> None:
    """Put content in the place of a file, at once or not at all. Raises OSError where that fails."""
    import tempfile  # most runs write nothing, and it would slow every start

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
