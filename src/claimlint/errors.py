"""What can go wrong, each kind with a text that says where, what and the way out."""

from __future__ import annotations


class ClaimlintError(Exception):
    """Carry a message fit for the screen: place, offending value, way out."""


class NotReadable(ClaimlintError):
    """Say why one named input cannot be checked; the other inputs go on."""


def line_of(text: str, at: int) -> int:
    """Give the number, from 1, of the line of a text that holds an offset."""
    return 1 + text.count("\n", 0, at) + text.count("\r", 0, at) - text.count("\r\n", 0, at)


class Unparsed(ClaimlintError):
    """Say why a text is not in the format its name promises, and where; it is read as plain text then.

    Lines are counted when the message is asked for: a large file may hold many faults that are passed over.
    """

    def __init__(self, why: str, text: str = "", at: int | None = None) -> None:
        super().__init__(why)
        self._why, self._text, self._at = why, text, at

    def __str__(self) -> str:
        return self._why if self._at is None else f"line {line_of(self._text, self._at):,}: {self._why}"


class PackError(ClaimlintError):
    """List every fault of a pack at once, one per line, each with file, line, key and way out."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__(faults)

    def __str__(self) -> str:
        return "\n".join(self.faults)
