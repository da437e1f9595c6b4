# SPDX-License-Identifier: MIT
"""Slips: small sheets to cut apart, several copies on a page.

Two channels never mix (handbook, B-21): slips without a name, from which nobody can be
helped, and the talk slip, which bears a name so that an adult can come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGEST, Band
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.paper_blocks import Json, Pictures, grouped
from sunlit.handouts.renaming import renamed
from sunlit.handouts.worksheet import ANONYMOUS, used_activities

if TYPE_CHECKING:
    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.settings import Settings

Made = tuple[dict[str, Any], dict[str, bytes]]


def exit_slip(lesson: Lesson, settings: Settings) -> Made:
    """Return the slip that everyone fills in at the end: about the lesson, without a name."""
    band = lesson.band.slug
    title = _say("exit-title", band).format(title=lesson.front.title)
    blocks = [_text(_say("exit-how", band))]
    if band == YOUNGEST:
        blocks.append(_frame(_say("exit-draw", band), 60))
    else:
        for part in ("exit-take", "exit-do"):
            blocks += [_text(_say(part, band), strong=True), {"b": "lines", "count": 2}]
    blocks.append(_text(_say("exit-help", band)))
    return _slips(settings.renamed(title), [blocks], lesson.band, settings, lesson)


def talk_slip(band: Band, settings: Settings) -> Made:
    """Return the slip with a name on it: "I would like to talk"."""
    slug = band.slug
    people = [contact.person for contact in settings.school.contacts]
    if band.slug == YOUNGEST:
        blocks = [
            _field(_say("talk-name", slug)),
            _text(_say("talk-with", slug), strong=True),
            _ticks([_say("talk-teacher", slug), *people, _say("talk-else", slug)]),
        ]
    else:
        blocks = [
            _field(_say("talk-name", slug), _say("talk-class", slug)),
            _text(_say("talk-with", slug), strong=True),
            _ticks(
                [
                    *people,
                    _say("talk-teacher", slug),
                    _say("talk-any", slug),
                ]
            ),
            _field(_say("talk-else", slug), tick=True),
            _text(_say("talk-when", slug), strong=True),
            _ticks([_say(f"talk-{name}", slug) for name in ("today", "week", "any-time")]),
            _text(_say("talk-how-to", slug), strong=True),
            _ticks([_say(f"talk-{name}", slug) for name in ("alone", "friend")]),
        ]
    opening = _text(_say("talk-how", slug))
    content = [opening, *blocks, _text(_say("talk-honest", slug))]
    return _slips(_say("talk-title", slug), [content], band, settings)


def question_slip(band: Band, settings: Settings) -> Made:
    """Return the slip for the question box: everyone writes something (B-19, B-20)."""
    slug = band.slug
    blocks = [
        _text(_say("question-how", slug)),
        _ticks([_say("question-none", slug)]),
        _text(_say("question-mine", slug), strong=True),
        {"b": "lines", "count": 2 if slug == YOUNGEST else 3},
        _text(_say("question-honest", slug)),
    ]
    return _slips(_say("question-title", slug), [blocks], band, settings)


def reflection_slips(lesson: Lesson, settings: Settings) -> Made | None:
    """Return the slips for the lesson's reflection and checks: boxes only, no name.

    None where the class answers with hands, and where the lesson has no such activity.
    """
    band = lesson.band.slug
    if band == YOUNGEST:
        return None
    pictures = Pictures()
    slips = []
    for _, activity, moment in used_activities(lesson):
        if activity.kind not in ANONYMOUS:
            continue
        title = (
            _say(f"moment-{moment}", band).format(title=activity.title)
            if moment
            else activity.title
        )
        blocks: list[Json] = [
            _text(_say("reflection-how", band)),
            *(
                block
                for group in grouped(activity.question_blocks(band), pictures, key=False)
                for block in group
            ),
            _text(wording("reflection.no-help", band)),
            _text(_say("reflection-limits", band)),
        ]
        slips.append({"title": settings.renamed(title), "blocks": renamed(blocks, settings)})
    if not slips:
        return None
    title = _say("reflection-title", band).format(title=lesson.front.title)
    sheet = Sheet("slips", settings.renamed(title), lesson.band, pupil=True, lesson=lesson)
    return furniture(sheet, settings, pictures) | {"slips": slips}, pictures.files


def _slips(
    title: str,
    contents: list[list[Json]],
    band: Band,
    settings: Settings,
    lesson: Lesson | None = None,
) -> Made:
    pictures = Pictures()
    sheet = Sheet("slips", title, band, pupil=True, lesson=lesson)
    document = furniture(sheet, settings, pictures)
    slips = [{"title": title, "blocks": blocks} for blocks in contents]
    return document | {"slips": slips}, pictures.files


def _say(name: str, band: str) -> str:
    return wording(f"paper.{name}", band)


def _text(text: str, *, strong: bool = False) -> Json:
    return {"b": "p", "text": text, "strong": strong}


def _field(*labels: str, tick: bool = False) -> Json:
    return {"b": "field", "labels": list(labels), "tick": tick}


def _frame(title: str, height: int) -> Json:
    return {"b": "box", "title": title, "height": height, "blocks": []}


def _ticks(texts: list[str]) -> Json:
    options = [{"text": text, "ticked": False, "note": "", "picture": None} for text in texts]
    return {"b": "choices", "several": True, "key": False, "options": options}
