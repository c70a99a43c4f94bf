"""Copy in tables: Arrow record batches in, findings as Arrow out, so that one function serves every engine.

`TableLinter(id="sku", text=["title"])` is what Spark's `mapInArrow` takes; `check_batches` and `check_table` serve the
rest. Raises ClaimlintError where pyarrow is missing.
"""

from __future__ import annotations

from importlib.util import find_spec

from claimlint.errors import ClaimlintError

if not find_spec("pyarrow"):
    raise ClaimlintError("tables need an extra: pip install 'cosmetic-claimlint[tables]'")

from claimlint.tables.linter import TableLinter
from claimlint.tables.schema import DDL, FINDINGS

__all__ = ["DDL", "FINDINGS", "TableLinter"]
