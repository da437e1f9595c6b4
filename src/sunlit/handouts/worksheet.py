# SPDX-License-Identifier: MIT
"""The worksheet and its answer key: the same activities, in the order of the lesson."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sunlit.activities.reading import load_activity, read_activities
from sunlit.catalogue import wording
from sunlit.curriculum.bands import BANDS, YOUNGEST
from sunlit.curriculum.pieces import Directive
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.paper_blocks import Pictures, grouped
from sunlit.handouts.renaming import renamed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sunlit.activities.kind import Activity
    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.settings import Settings

ANONYMOUS = frozenset({"reflection", "check"})
"""Kinds that never share a sheet with a name line: they are printed on slips."""


@lru_cache(maxsize=64)
def _read(file: Path, state: tuple[int, int]) -> dict[str, Activity]:  # noqa: ARG001
    """Return the activities of ``file``; read once for all handouts while it stays as it is."""
    return read_activities(file)


def used_activities(lesson: Lesson) -> list[tuple[str, Activity, str]]:
    """Return (name, activity, moment) in the order the lesson's page uses them.

    ``moment`` is ``before``, ``after`` or empty.

    Raises
    ------
    ContentError
        When the lesson's activities have problems.
    LookupError
        When the page names an activity that does not exist.

    """
    own: dict[str, Activity] = {}
    if lesson.activities.is_file():
        state = lesson.activities.stat()
        own = _read(lesson.activities, (state.st_mtime_ns, state.st_size))
    found = []
    for piece in lesson.pieces:
        if not isinstance(piece, Directive) or piece.name != "activity":
            continue
        name = piece.argument
        if "/" in name:
            activity = load_activity(name, lesson.root)[0]
        elif name in own:
            activity = own[name]
        else:
            raise LookupError(
                f"{lesson.page}: the page uses the activity '{name}', which is not in "
                f"{lesson.activities.name}. There are: {', '.join(own)}."
            )
        found.append((name, activity, piece.options.get("moment", "")))
    return found


def worksheet(lesson: Lesson, settings: Settings) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the document and the pictures of the pupil's worksheet; it has no answers."""
    pictures = Pictures()
    band = lesson.band.slug
    content = [
        _activity(number, activity, band, pictures, key=False)
        for number, activity in numbered_activities(lesson)
    ]
    title = settings.renamed(lesson.front.title)
    sheet = Sheet("worksheet", title, lesson.band, pupil=True, lesson=lesson)
    document = furniture(sheet, settings, pictures)
    return document | {"activities": renamed(content, settings)}, pictures.files


def answer_key(lesson: Lesson, settings: Settings) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the document and the pictures of the answer key, numbered as the worksheet."""
    pictures = Pictures()
    band = lesson.band.slug
    content = [
        _activity(number, activity, band, pictures, key=True)
        for number, activity in numbered_activities(lesson)
    ]
    title = wording("paper.key-title", band, settings.school.language).format(
        title=settings.renamed(lesson.front.title)
    )
    sheet = Sheet("key", title, lesson.band, pupil=False, lesson=lesson)
    document = furniture(sheet, settings, pictures)
    return document | {"activities": renamed(content, settings)}, pictures.files


def numbered_activities(lesson: Lesson) -> Iterator[tuple[int, Activity]]:
    """Yield each activity once, with its number; a check before and after counts once.

    Worksheet, key and cards share these numbers. What the youngest answer with their
    hands is not on paper at all.
    """
    seen: list[str] = []
    hands = lesson.band.slug == YOUNGEST
    for name, activity, _ in used_activities(lesson):
        if name not in seen and not (hands and activity.kind in ANONYMOUS):
            seen.append(name)
            yield len(seen), activity


def _activity(
    number: int, activity: Activity, band: str, pictures: Pictures, *, key: bool
) -> dict[str, Any]:
    document = {"number": str(number), "title": activity.title, "how": activity.how or ""}
    if activity.kind in ANONYMOUS and not key:
        text = wording("paper.on-slips", band)
        return document | {"how": "", "groups": [[{"b": "p", "text": text, "strong": False}]]}
    blocks = activity.key_blocks(band) if key else activity.question_blocks(band)
    groups = grouped(blocks, pictures, key=key)
    if activity.picture is not None and not key:
        groups = _with_picture(groups, activity, band, pictures)
    return document | {"groups": groups}


def _with_picture(
    groups: list[list[dict[str, Any]]], activity: Activity, band: str, pictures: Pictures
) -> list[list[dict[str, Any]]]:
    from sunlit.pictures import draw  # noqa: PLC0415 - only where there is a picture

    assert activity.picture is not None  # noqa: S101 - the caller looked
    drawn = draw(activity.picture, uid="paper", theme="print")
    young = BANDS[band] is BANDS[YOUNGEST]
    caption = wording("paper.colour", band) if young else ""
    figure = {"b": "figs", "figs": [{"caption": caption, **pictures.drawn(drawn)}]}
    if not groups:
        return [[figure]]
    return [[figure, *groups[0]], *groups[1:]]
