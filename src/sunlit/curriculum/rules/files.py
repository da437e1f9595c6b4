# SPDX-License-Identifier: MIT
"""A lesson is three files that agree with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.findings import Finding
from sunlit.curriculum.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sunlit.curriculum.rules.material import Material

_WHY = "A lesson is three files at the same path: what the class sees, does, and the teacher knows."
_FOLDERS = {"lessons": ".md", "activities": ".yml", "teacher_guides": ".md"}


def check(material: Material) -> Iterator[Finding]:
    """Find missing files, unreadable ones, and activities nobody uses or nobody wrote."""
    lesson = material.lesson
    for file, what in (
        (lesson.activities, "what the class does"),
        (lesson.guide, "what the teacher knows"),
    ):
        if not file.is_file():
            yield Finding(
                lesson.page, 0, 0, "files", f"'{file.name}' ({what}) is missing", _WHY,
                f"Write {_from_root(file, lesson.root)}.",
            )  # fmt: skip
    yield from _activities(material)
    yield from _guide(material)


def _activities(material: Material) -> Iterator[Finding]:
    lesson = material.lesson
    own = f"{lesson.name}/"
    used: dict[str, int] = {}
    for directive in material.directives("activity"):
        name = directive.argument.removeprefix(own)
        used.setdefault(name, directive.line)
        if "/" not in name and name not in material.activities and lesson.activities.is_file():
            known = ", ".join(material.activities) or "none"
            yield Finding(
                lesson.page, directive.line, 1, "files", f"the activity '{name}'",
                "Each activity on the page is defined in the lesson's own file.",
                f"Define it in {_from_root(lesson.activities, lesson.root)}, "
                f"or use one of: {known}.",
            )  # fmt: skip
    source = material.activity_source
    for name in material.activities:
        if name not in used and source is not None:
            line, column = source.place((name,))
            yield Finding(
                lesson.activities, line, column, "files", f"the activity '{name}' is not used",
                "An activity that no page shows is never seen or checked by a class.",
                f"Show it with an activity block in {_from_root(lesson.page, lesson.root)}, "
                "or take it out.",
            )  # fmt: skip


def _guide(material: Material) -> Iterator[Finding]:
    source = material.guide_source
    if source is None or not material.lesson.guide.is_file():
        return
    found = source.data.get("lesson")
    if found != material.lesson.name:
        line, column = source.place(("lesson",))
        yield Finding(
            source.file, line, column, "files", f"lesson: {found}",
            "The guide names the lesson that it belongs to.",
            f"Write 'lesson: {material.lesson.name}' at the top.",
        )  # fmt: skip


def strays(root: Path) -> Iterator[Finding]:
    """Find files that belong to no lesson: a wrong name, or a page that is missing."""
    for folder, suffix in _FOLDERS.items():
        for file in sorted((root / folder).rglob("*")):
            if not file.is_file() or file.name.startswith("."):
                continue
            band, theme = file.parent.name, file.stem
            fits = file.parent.parent == root / folder and band in BANDS and theme in THEMES
            if not fits or file.suffix != suffix:
                yield Finding(
                    file, 0, 0, "files", f"'{_from_root(file, root)}' is no lesson's file",
                    "Files are named by band and theme, so that each finds the other two.",
                    f"Move it to {folder}/BAND/THEME{suffix}, such as "
                    f"{folder}/ages-11-13/03-words{suffix}.",
                )  # fmt: skip
            elif not (root / "lessons" / band / f"{theme}.md").is_file():
                yield Finding(
                    file, 0, 0, "files", f"there is no lesson '{band}/{theme}'", _WHY,
                    f"Write lessons/{band}/{theme}.md, or take this file out.",
                )  # fmt: skip


def _from_root(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()
