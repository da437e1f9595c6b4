# SPDX-License-Identifier: MIT
"""A lesson is three files that agree with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import making
from sunlit.curriculum.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sunlit.curriculum.rules.material import Material

_FOLDERS = {"lessons": ".md", "activities": ".yml", "teacher_guides": ".md"}


def check(material: Material) -> Iterator[Finding]:
    """Find missing files, unreadable ones, and activities nobody uses or nobody wrote."""
    lesson = material.lesson
    for file, what in (
        (lesson.activities, "what the class does"),
        (lesson.guide, "what the teacher knows"),
    ):
        if not file.is_file():
            yield find(
                making.FILE_MISSING, lesson.page, (1, 1), f"'{file.name}' ({what}) is missing",
                file=_from_root(file, lesson.root),
            )  # fmt: skip
    yield from _activities(material)
    yield from _guide(material)


def _activities(material: Material) -> Iterator[Finding]:
    lesson = material.lesson
    own = f"{lesson.name}/"
    used: dict[str, int] = {}
    source = material.activity_source
    # A file that can't be read is a finding of its own; what it defines nobody knows.
    data = source.data if source else None
    defined = [str(name) for name in data] if isinstance(data, dict) else None
    for directive in material.directives("activity"):
        name = directive.argument.removeprefix(own)
        used.setdefault(name, directive.line)
        if "/" not in name and defined is not None and name not in defined:
            known = ", ".join(defined) or "none"
            place = directive.line, len("```{activity} ") + 1
            file = _from_root(lesson.activities, lesson.root)
            yield find(
                making.ACTIVITY_UNKNOWN, lesson.page, place, f"the activity '{name}'",
                file=file, known=known,
            )  # fmt: skip
    for name in material.activities:
        if name not in used and material.pieces and source is not None:
            yield find(
                making.ACTIVITY_UNUSED, lesson.activities, source.place((name,)),
                f"the activity '{name}' is not used", file=_from_root(lesson.page, lesson.root),
            )  # fmt: skip


def _guide(material: Material) -> Iterator[Finding]:
    source = material.guide_source
    if source is None or not material.lesson.guide.is_file():
        return
    found = source.data.get("lesson")
    if found != material.lesson.name:
        place = source.place(("lesson",))
        words = f"lesson: {found}"
        yield find(making.GUIDE_OF, source.file, place, words, lesson=material.lesson.name)


def strays(root: Path) -> Iterator[Finding]:
    """Find files that belong to no lesson: a wrong name, or a page that is missing."""
    for folder, suffix in _FOLDERS.items():
        for file in sorted((root / folder).rglob("*")):
            if not file.is_file() or file.name.startswith("."):
                continue
            band, theme = file.parent.name, file.stem
            fits = file.parent.parent == root / folder and band in BANDS and theme in THEMES
            if not fits or file.suffix != suffix:
                words = f"'{_from_root(file, root)}' is no lesson's file"
                yield find(making.FILE_STRAY, file, (1, 1), words, folder=folder, suffix=suffix)
            elif not (root / "lessons" / band / f"{theme}.md").is_file():
                words = f"there is no lesson '{band}/{theme}'"
                missing = f"lessons/{band}/{theme}.md, or take this file out"
                yield find(making.FILE_MISSING, file, (1, 1), words, file=missing)


def _from_root(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()
