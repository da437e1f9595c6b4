# SPDX-License-Identifier: MIT
"""Every citation resolves, every figure has one, and none is in a form printed literally."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.references import CITE, Reference, references
from sunlit.curriculum.rulebook import making
from sunlit.curriculum.rules.terms import figures_without_source
from sunlit.explaining import nearest
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sunlit.curriculum.rules.material import Material

_PANDOC = re.compile(r"\[-?@[A-Za-z0-9:_-]+[^\]]*\]|(?<![\w.])@[a-z]+[0-9]{4}[a-z]*\b")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]")
_MARK = re.compile(r"\[(?:S\d{1,2}[a-z]?(?:[,;][^\]\n]*)?|U|D)\](?!\()")
_FINDING = re.compile(
    r"\b(?:stud(?:y|ies)|research(?:ers)?|scientists|trials?|survey(?:s|ed)?|meta-analys[ie]s)\b"
    r"[^.?!]{0,60}?\b(?:found|shows?|showed|proved?|suggests?|reported|discovered|says?|said"
    r"|asked)\b",
    re.IGNORECASE,
)
_READ = re.compile(r"\bread\b.*\b(?:19|20)\d\d\b", re.IGNORECASE | re.DOTALL)


def check(material: Material) -> Iterator[Finding]:
    """Find unknown sources, figures and findings without one, and marks of other tools."""
    bibliography = material.lesson.root / "references.bib"
    empty: dict[str, Reference] = {}
    known = material.attempt(lambda: references(bibliography), empty)
    for file in material.files():
        for number, line in enumerate(material.lines(file), start=1):
            if "cite" in line:
                yield from _cited(file, number, line, list(known))
            if "@" in line or "[" in line:
                yield from _marks(file, number, line)
    yield from figures_without_source(material)
    yield from _findings_without_source(material)


def _cited(file: Path, number: int, line: str, known: list[str]) -> Iterator[Finding]:
    for found in CITE.finditer(line):
        column = found.start(1)
        for part in found[1].split(","):
            key = part.strip()
            if key not in known:
                place = number, column + 1 + part.index(key)
                words = f"the source '{key}'" if key else "a citation without a key"
                yield find(making.SOURCE_UNKNOWN, file, place, words, nearest=nearest(key, known))
            column += len(part) + 1


def _marks(file: Path, number: int, line: str) -> Iterator[Finding]:
    if file.suffix == ".md":
        for pattern in (_PANDOC, _FOOTNOTE):
            for found in pattern.finditer(line):
                yield find(making.SOURCE_FORM, file, (number, found.start() + 1), found.group())
    for found in _MARK.finditer(line):
        yield find(making.HANDBOOK_MARK, file, (number, found.start() + 1), found.group())


def _findings_without_source(material: Material) -> Iterator[Finding]:
    """Find "researchers found …" with no source in its paragraph."""
    knowledge = [each for each in material.guide_passages if each.section == "What to know"]
    for passage in [*material.page_passages, *knowledge]:
        if not passage.cited and (found := _FINDING.search(passage.text)):
            place = passage.place(*found.span())
            yield find(making.SOURCE_MISSING, passage.file, place, found.group())


def unread_sources(root: Path) -> Iterator[Finding]:
    """Find entries of ``references.bib`` that do not say where and when they were read."""
    file = root / "references.bib"
    try:
        known = references(file)
        lines = file.read_text(encoding="utf-8").split("\n")
    except (ContentError, OSError):
        return
    for key, entry in known.items():
        if not _READ.search(entry.note) or not (entry.address or "http" in entry.note):
            start = re.compile(rf"@\w+\{{\s*{re.escape(key)}\s*,")
            line = next((n for n, text in enumerate(lines, 1) if start.match(text.strip())), 1)
            yield find(making.SOURCE_UNREAD, file, (line, 1), f"the entry '{key}'")
