"""What can go wrong, each kind with a text that says where, what and the way out."""

from __future__ import annotations


class ClaimlintError(Exception):
    """Carry a message fit for the screen: place, offending value, way out."""


class NotReadable(ClaimlintError):
    """Say why one named input cannot be checked; the other inputs go on."""


class Unparsed(ClaimlintError):
    """Say where and why a text is not in the format its name promises; it is read as plain text then."""


class PackError(ClaimlintError):
    """List every fault of a pack at once, one per line, each with file, line, key and way out."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))
