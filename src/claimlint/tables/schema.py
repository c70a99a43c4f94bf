"""The columns of findings in a table: the contract of `docs/tables.md`, for Arrow and in the words of Spark."""

from __future__ import annotations

import pyarrow as pa

VERSION = "1"
"""It changes where a column goes or means something else; new columns are put behind the last."""

_BASIS = pa.struct([("cite", pa.string()), ("url", pa.string())])
_SEEN = pa.struct(
    [("by", pa.string()), ("kind", pa.string()), ("year", pa.int32()), ("said", pa.string()), ("source", pa.string())]
)
_CUE = pa.struct([("effect", pa.string()), ("text", pa.string())])

FINDINGS = pa.schema(
    [
        ("id", pa.string()),
        ("row", pa.int64()),
        ("field", pa.string()),
        ("pointer", pa.string()),
        ("start_offset", pa.int64()),
        ("end_offset", pa.int64()),
        ("fingerprint", pa.string()),
        ("rule", pa.string()),
        ("title", pa.string()),
        ("says", pa.string()),
        ("law", pa.string()),
        ("class", pa.string()),
        ("level", pa.string()),
        ("text", pa.string()),
        ("sentence", pa.string()),
        ("why", pa.string()),
        ("instead", pa.list_(pa.string())),
        ("basis", pa.list_(_BASIS)),
        ("seen", pa.list_(_SEEN)),
        ("cues", pa.list_(_CUE)),
        ("also", pa.list_(pa.string())),
        ("state", pa.string()),
        ("reason", pa.string()),
    ],
    metadata={"claimlint_schema_version": VERSION},
)
"""Names are those of the JSON report where it has the thing."""

_SPARK = {pa.string(): "string", pa.int32(): "int", pa.int64(): "bigint"}


def _ddl(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"array<{_ddl(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'`{part.name}`: {_ddl(part.type)}' for part in kind)}>"
    return _SPARK[kind]


DDL = ", ".join(f"`{column.name}` {_ddl(column.type)}" for column in FINDINGS)
"""The same columns as a Spark schema."""
