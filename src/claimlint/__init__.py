"""Point at drug-like claims in cosmetic copy.

`Linter(law=["us"]).check_text("…")` gives a `Report` of `Finding` values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.version import __version__

if TYPE_CHECKING:
    from claimlint.errors import ClaimlintError, PackError
    from claimlint.findings import Considered, Finding, NotChecked, Report
    from claimlint.linter import Linter

_HOMES = {
    "ClaimlintError": "errors", "PackError": "errors", "Considered": "findings", "Finding": "findings",
    "NotChecked": "findings", "Report": "findings", "Linter": "linter",
}  # fmt: skip
__all__ = ["ClaimlintError", "Considered", "Finding", "Linter", "NotChecked", "PackError", "Report", "__version__"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'claimlint' has no attribute {name!r}")
    return getattr(import_module(f"claimlint.{_HOMES[name]}"), name)
