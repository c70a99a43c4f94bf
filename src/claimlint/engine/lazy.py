"""Tables whose values are decoded when first asked for, so that loading a large pack costs little."""

from __future__ import annotations

from collections.abc import Callable, KeysView, Mapping
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Raw = TypeVar("Raw")
Value = TypeVar("Value")


class Lazy(dict[Key, Value], Generic[Key, Raw, Value]):
    """A table over `raw`; its keys are those of `raw`, its values what `decode` makes of them."""

    def __init__(self, raw: Mapping[Key, Raw], decode: Callable[[Raw], Value]) -> None:
        super().__init__()
        self._raw = raw
        self._decode = decode

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._decode(self._raw[key])
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def keys(self) -> KeysView[Key]:  # type: ignore[override]
        """Give all keys, decoded or not."""
        return self._raw.keys()

    def whole(self) -> dict[Key, Value]:
        """Give the table with every value decoded, also in tables that are values."""
        return {key: _whole(self[key]) for key in self._raw}


def _whole(value: Any) -> Any:
    return value.whole() if isinstance(value, Lazy) else value
