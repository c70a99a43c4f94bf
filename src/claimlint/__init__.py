"""Point at drug-like claims in cosmetic copy."""

from __future__ import annotations

from claimlint.version import __version__

__all__ = ["__version__"]
