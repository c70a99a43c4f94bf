"""What a .gitignore file leaves out, told as git tells it and without running git.

Everything is bytes, as git compares them. Patterns come from files nobody vetted, so each piece of a pattern becomes an
expression that cannot backtrack, and the pieces are compared in one pass.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MARK = b"\xef\xbb\xbf"
SLASH = ord("/")
SPECIAL = re.compile(rb"[*?\[\\]")
CLASSES = {
    b"alnum": b"0-9A-Za-z", b"alpha": b"A-Za-z", b"blank": rb"\ \t", b"cntrl": rb"\x00-\x1f\x7f", b"digit": b"0-9",
    b"graph": rb"!-~", b"lower": b"a-z", b"print": rb"\ -~", b"punct": rb"!-/:-@\[-`{-~", b"space": rb"\ \t-\r",
    b"upper": b"A-Z", b"xdigit": b"0-9A-Fa-f",
}  # fmt: skip
STARS = re.compile(rb"\*+")
LONGEST_PATTERN = 4096
"""No path is longer than this, so a longer pattern is taken for an attack and left out."""
NAMED_CLASS = re.compile(rb"\[:([^\]]*):\]")

Piece = re.Pattern[bytes] | None
"""What one folder or file name must match; None stands for any number of names."""


class MalformedError(Exception):
    """Say that a pattern can match nothing."""


class Pattern(NamedTuple):
    """One line of a .gitignore file.

    A path must begin with `prefix`, and what is left of it must match `pieces`. A pattern that is not `rooted` is
    compared with the last name of a path only.
    """

    readmits: bool
    folders_only: bool
    rooted: bool
    prefix: bytes
    pieces: tuple[Piece, ...]


class Ignore(NamedTuple):
    """The patterns of one .gitignore file; `folder` is where it stands, from the top of the walk."""

    folder: bytes
    patterns: tuple[Pattern, ...]

    @classmethod
    def parse(cls, folder: bytes, data: bytes) -> "Ignore":
        """Read a .gitignore file. A malformed pattern is left out: it can match nothing."""
        return cls(folder, tuple(_patterns(data)))

    def verdict(self, path: bytes, *, is_folder: bool) -> bool | None:
        """Tell whether a path from the top of the walk is left out, or None where no pattern speaks of it."""
        inside = path[len(self.folder) + 1 :] if self.folder else path
        name = path.rpartition(b"/")[2]
        for pattern in reversed(self.patterns):
            if (is_folder or not pattern.folders_only) and _fits(pattern, inside if pattern.rooted else name):
                return not pattern.readmits
        return None

    def holds(self, path: bytes, *, is_folder: bool = False) -> bool:
        """Tell whether a path, or a folder above it, is left out."""
        ends = (place for place, char in enumerate(path) if char == SLASH)
        return any(self.verdict(path[:end], is_folder=True) for end in ends) or bool(
            self.verdict(path, is_folder=is_folder)
        )


def is_ignored(ignores: Sequence[Ignore], path: bytes, *, is_folder: bool) -> bool:
    """Tell whether a path is left out: the .gitignore file nearest to it speaks first, and comes last in `ignores`."""
    verdicts = (ignore.verdict(path, is_folder=is_folder) for ignore in reversed(ignores))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _patterns(data: bytes) -> Iterator[Pattern]:
    for line in data.removeprefix(MARK).split(b"\n"):
        if line.startswith(b"#"):
            continue
        entry = _without_end_spaces(line.removesuffix(b"\r").partition(b"\0")[0])
        try:
            yield _pattern(entry)
        except MalformedError:
            continue


def _without_end_spaces(entry: bytes) -> bytes:
    """Strip spaces at the end, but not one behind a backslash."""
    kept = entry.rstrip(b" ")
    slashes = len(kept) - len(kept.rstrip(b"\\"))
    return kept + b" " if slashes % 2 and len(kept) < len(entry) else kept


def _pattern(entry: bytes) -> Pattern:
    readmits = entry.startswith(b"!")
    entry = entry[readmits:]
    folders_only = entry.endswith(b"/")
    entry = entry[: len(entry) - folders_only]
    if not 0 < len(entry) <= LONGEST_PATTERN:
        raise MalformedError
    rooted = b"/" in entry
    entry = entry.removeprefix(b"/")
    special = SPECIAL.search(entry)
    prefix = entry[: special.start()] if special else entry
    rest = entry[len(prefix) :]
    return Pattern(readmits, folders_only, rooted, prefix, tuple(_pieces(rest)) if rest else ())


def _fits(pattern: Pattern, path: bytes) -> bool:
    if not pattern.pieces:
        return path == pattern.prefix
    if not path.startswith(pattern.prefix):
        return False
    return _all_fit(pattern.pieces, path[len(pattern.prefix) :].split(b"/"))


def _all_fit(pieces: tuple[Piece, ...], names: list[bytes]) -> bool:
    """Match names piece by piece; where it fails, let the last None take one name more and go on from there."""
    if pieces[-1] is None:
        names = names[:-1]
    piece = name = 0
    retry_piece, retry_name = -1, 0
    while name < len(names):
        if piece < len(pieces) and pieces[piece] is None:
            retry_piece, retry_name = piece, name
            piece += 1
        elif piece < len(pieces) and pieces[piece].fullmatch(names[name]):  # type: ignore[union-attr]
            piece, name = piece + 1, name + 1
        elif retry_piece >= 0:
            piece, name = retry_piece + 1, retry_name + 1
            retry_name += 1
        else:
            return False
    return all(left is None for left in pieces[piece:])


def _pieces(rest: bytes) -> Iterator[Piece]:
    """Cut a pattern at its slashes, where they are not part of a set, and compile what is between."""
    atoms: list[bytes] = []
    i = 0
    while i < len(rest):
        atom, end = _atom(rest, i)
        if atom == b"/":
            if atoms == [b"**"] and rest[i : i + 1] == b"\\":
                yield _compiled([b"*"])  # before an escaped slash, git wants at least one name
            yield _compiled(atoms)
            atoms = []
        elif atom == b"**":
            atoms.append(b"**" if _stands_alone(rest, i, end) else b"*")
        else:
            atoms.append(atom)
        i = end
    yield _compiled(atoms)


def _stands_alone(rest: bytes, start: int, end: int) -> bool:
    """Tell whether stars fill the place of a whole name."""
    begins = start == 0 or rest[start - 1 : start] == b"/"
    return begins and (rest[end : end + 1] in (b"", b"/") or rest[end : end + 2] == b"\\/")


def _atom(rest: bytes, i: int) -> tuple[bytes, int]:
    """Give the expression for one character, set or run of stars, and where it ends. A slash stands for itself."""
    char = rest[i : i + 1]
    stars = STARS.match(rest, i)
    if stars:
        return stars.group()[:2], stars.end()
    if char == b"?":
        return b".", i + 1
    if char == b"[":
        return _set(rest, i + 1)
    if char == b"\\":
        i += 1
        char = rest[i : i + 1]
        if not char:
            raise MalformedError
    return (b"/" if char == b"/" else re.escape(char)), i + 1


def _set(rest: bytes, i: int) -> tuple[bytes, int]:
    """Read a set such as [a-z] or [!x[:digit:]] from behind its bracket."""
    negated = rest[i : i + 1] in (b"!", b"^")
    i += negated
    members: list[bytes] = []
    last = b""
    first = i
    while i == first or rest[i : i + 1] != b"]":
        member, last, i = _member(rest, i, last)
        members.append(member)
    inside = b"".join(members)
    if not inside:
        return (b"." if negated else b"(?!)"), i + 1
    return b"[" + (b"^/" if negated else b"") + inside + b"]", i + 1


def _member(rest: bytes, i: int, last: bytes) -> tuple[bytes, bytes, int]:
    """Give one member of a set, the character that a range may begin with, and where the member ends."""
    char = rest[i : i + 1]
    named = NAMED_CLASS.match(rest, i)
    if named:
        if named[1] not in CLASSES:
            raise MalformedError
        return CLASSES[named[1]], b"", named.end()
    if rest[i : i + 2] == b"[:" and rest.find(b"]", i + 2) < 0:
        raise MalformedError
    if char == b"-" and last and rest[i + 1 : i + 2] not in (b"", b"]"):
        high, end = _plain(rest, i + 1)
        return (re.escape(last) + b"-" + re.escape(high) if last <= high else b""), b"", end
    char, end = _plain(rest, i)
    return re.escape(char), char, end


def _plain(rest: bytes, i: int) -> tuple[bytes, int]:
    i += rest[i : i + 1] == b"\\"
    if i >= len(rest):
        raise MalformedError
    return rest[i : i + 1], i + 1


def _compiled(atoms: list[bytes]) -> Piece:
    """Compile the atoms of one name so that no star ever gives back what it took.

    The text between two stars is looked for from the left and kept where it is found first (a group inside a
    lookahead is not tried again); only the last star looks from the right.
    """
    if atoms == [b"**"]:
        return None
    chunks: list[list[bytes]] = [[]]
    for atom in atoms:
        if atom == b"*":
            chunks.append([])
        else:
            chunks[-1].append(atom)
    joined = [b"".join(chunk) for chunk in chunks]
    body = joined[0]
    for i, chunk in enumerate(joined[1:-1]):
        body += b"(?=(?P<s%d>.*?%s))(?P=s%d)" % (i, chunk, i) if chunk else b""
    if len(joined) > 1:
        body += b".*" + joined[-1]
    return re.compile(body, re.S)
