# SPDX-License-Identifier: MIT
"""A bound pack: every handout of a band in one file, with contents and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sunlit.catalogue import wording
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.kinds import BAND_KINDS, LESSON_KINDS, Made
from sunlit.handouts.paper_blocks import Pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sunlit.curriculum.bands import Band
    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.settings import Settings

_PICTURE_NAMES = frozenset({"image", "logo", "drawing"})


def bound_pack(band: Band, lessons: Sequence[Lesson], settings: Settings) -> Made:
    """Return one document that holds every kind for the band and for each of ``lessons``."""
    pictures = Pictures()
    parts = [
        _rehoused(document, files, pictures) | {"part": True}
        for document, files in _makings(band, lessons, settings)
    ]
    school = settings.school.name
    key = "paper.pack-title" if school else "paper.pack-title-plain"
    title = wording(key).format(school=school, ages=band.ages)
    document = furniture(Sheet("pack", title, band, pupil=False), settings, pictures)
    document["labels"] |= {
        "lead": wording("paper.pack-lead"),
        "contents": wording("paper.pack-contents"),
    }
    return document | {"parts": parts}, pictures.files


def _makings(band: Band, lessons: Sequence[Lesson], settings: Settings) -> Iterator[Made]:
    for band_kind in BAND_KINDS.values():
        yield band_kind.make(band, settings)
    for lesson in lessons:
        for lesson_kind in LESSON_KINDS.values():
            made = lesson_kind.make(lesson, settings)
            if made is not None:
                yield made


def _rehoused(value: Any, files: dict[str, bytes], pictures: Pictures) -> Any:
    """Return the document with its pictures kept among those of the pack."""
    if isinstance(value, list):
        return [_rehoused(item, files, pictures) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: pictures.add(files[item], item.rpartition(".")[2])
        if key in _PICTURE_NAMES and isinstance(item, str)
        else _rehoused(item, files, pictures)
        for key, item in value.items()
    }
