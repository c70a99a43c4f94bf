"""Look at a folder before settings are written for it: which copy it has, and whose."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath

from claimlint.readers.discover import discover
from claimlint.readers.formats import suffix_of
from claimlint.readers.source import Source

MOST_FILES, MOST_READ, LARGEST = 50_000, 200, 200_000
TOLD = frozenset({"reviews", "review", "testimonials", "testimonial"})
LEGAL = frozenset({"legal", "terms", "privacy", "policies"})
LANGUAGES = frozenset({"i18n", "l10n", "lang", "langs", "languages", "locale", "locales", "translations"})
LANGUAGE = re.compile(r"(?!en\b|en[-_])[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
TOOLS = frozenset(
    """package.json package-lock.json composer.json tsconfig.json jsconfig.json vercel.json renovate.json bower.json lerna.json
    manifest.json eslint.config.js eslint.config.mjs tailwind.config.js tailwind.config.ts vite.config.js vite.config.ts
    next.config.js next.config.mjs webpack.config.js babel.config.js jest.config.js postcss.config.js README.md CHANGELOG.md
    CONTRIBUTING.md CODE_OF_CONDUCT.md SECURITY.md LICENSE.md LICENSE.txt requirements.txt robots.txt""".split()
)
"""Files of tools and for developers, which are no copy."""
NO_BRAND = re.compile(r"[-_. ]?(?:web|site|website|shop|store|storefront|app|copy|content|frontend|theme|www|docs)$")
PYTHON_NAME = re.compile(r'^\[project\][^\[]*?^name\s*=\s*"([^"\n]{1,80})"', re.M)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a folder holds: files by suffix, folders of kinds, files of tools, the brand as the copy spells it."""

    suffixes: tuple[tuple[str, int], ...]
    told: tuple[str, ...]
    legal: tuple[str, ...]
    foreign: tuple[str, ...]
    tools: tuple[str, ...]
    brand: str


def survey(folder: Path) -> Survey:
    """Look at the files of a folder that claimlint would read, without what .gitignore leaves out."""
    sources = (found for found in discover([str(folder)]) if isinstance(found, Source))
    files = [PurePath(source.path).relative_to(folder) for source in islice(sources, MOST_FILES)]
    kinds = Counter(suffix_of(file.name) for file in files)
    tools = {file.name for file in files if file.name in TOOLS and len(file.parts) == 1}
    return Survey(
        tuple(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))), tuple(_named(files, TOLD)), tuple(_named(files, LEGAL)), tuple(_foreign(files)),
        tuple(sorted(tools)), _spelt(folder, files, _brand(folder)),
    )  # fmt: skip


def _named(files: Iterable[PurePath], names: frozenset[str]) -> Iterator[str]:
    """Give the outermost folders of some names."""
    found = set()
    for file in files:
        place = next((i for i, part in enumerate(file.parts[:-1]) if part.lower() in names), None)
        if place is not None:
            found.add("/".join(file.parts[: place + 1]))
    yield from sorted(found)


def _foreign(files: Iterable[PurePath]) -> Iterator[str]:
    """Give the folders and files of other languages than English, below a folder of languages."""
    found = set()
    for file in files:
        for i, part in enumerate(file.parts[:-1]):
            below = file.parts[i + 1]
            if part.lower() in LANGUAGES and LANGUAGE.fullmatch(PurePath(below).stem):
                found.add("/".join(file.parts[: i + 2]) + ("/" if i + 2 < len(file.parts) else ""))
    yield from sorted(found)


def _brand(folder: Path) -> str:
    """Give the letters of the brand by the name of the package, if it has one."""
    name = ""
    with suppress(OSError, ValueError, AttributeError, RecursionError):
        data = json.loads(_start(folder / "package.json"))
        name = str(data.get("displayName") or data.get("name") or "")
    with suppress(OSError):
        match = PYTHON_NAME.search(_start(folder / "pyproject.toml"))
        name = name or (match[1] if match else "")
    name = name.lower()
    name = name[1:].split("/")[0] if name.startswith("@") else name
    return re.sub(r"[^a-z0-9]", "", NO_BRAND.sub("", name))


def _spelt(folder: Path, files: Iterable[PurePath], brand: str) -> str:
    """Give the brand as the copy spells it most; empty where no copy has it with a capital."""
    if not 4 <= len(brand) <= 40:
        return ""
    between = r"[ &-]{0,3}"
    pattern = re.compile(rf"(?<![^\W_]){between.join(brand)}(?![^\W_])", re.I)
    found: Counter[str] = Counter()
    for file in islice((file for file in files if suffix_of(file.name) in (".txt", ".md", ".html", ".csv")), MOST_READ):
        with suppress(OSError):
            found.update(match for match in pattern.findall(_start(folder / file)) if match != match.lower())
    usual = found.most_common(1)
    return usual[0][0] if usual else ""


def _start(path: Path) -> str:
    """Give the beginning of a file; what is no ordinary file is never opened, since a pipe would wait for ever."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file.read(LARGEST).decode("utf-8", "replace")
