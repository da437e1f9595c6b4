# SPDX-License-Identifier: MIT
"""Cut-out cards of a lesson: what is sorted, laid, put in order or matched, and the trays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sunlit.activities.path import StoryPath
from sunlit.activities.quiz import Quiz
from sunlit.activities.quiz_questions import MatchQuestion, OrderQuestion
from sunlit.activities.shuffling import shuffled
from sunlit.activities.sort import Sort
from sunlit.catalogue import wording
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.paper_blocks import Json, Pictures
from sunlit.handouts.renaming import renamed
from sunlit.handouts.worksheet import numbered_activities
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from sunlit.activities.kind import Activity
    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.settings import Settings


def cut_out_cards(
    lesson: Lesson, settings: Settings
) -> tuple[dict[str, Any], dict[str, bytes]] | None:
    """Return the document and the pictures of the lesson's cards; None without any."""
    pictures = Pictures()
    sets = [
        {"number": str(number), "title": activity.title, "cards": cards}
        for number, activity in numbered_activities(lesson)
        if (cards := _cards(activity, pictures))
    ]
    if not sets:
        return None
    band = lesson.band.slug
    title = wording("paper.cards-title", band).format(title=lesson.front.title)
    sheet = Sheet("cards", settings.renamed(title), lesson.band, pupil=True, lesson=lesson)
    document = furniture(sheet, settings, pictures)
    document["labels"]["how"] = wording("paper.cards-how", band)
    return document | {"sets": renamed(sets, settings)}, pictures.files


def _cards(activity: Activity, pictures: Pictures) -> list[Json]:
    if isinstance(activity, Sort):
        trays = [_card(entry.name, entry.picture, pictures, tray=True) for entry in activity.bins]
        cards = shuffled(activity.cards, lambda card: card.text)
        return [*trays, *(_card(card.text, card.picture, pictures) for card in cards)]
    if isinstance(activity, StoryPath):
        return [
            _card(card.text, card.picture, pictures)
            for card in shuffled(activity.cards, lambda card: card.text)
        ]
    if not isinstance(activity, Quiz):
        return []
    made = []
    for question in activity.questions:
        if isinstance(question, OrderQuestion):
            texts = [item.text for item in question.items]
        elif isinstance(question, MatchQuestion):
            texts = [text for pair in question.pairs for text in (pair.left, pair.right)]
        else:
            continue
        made += [_card(text, None, pictures) for text in shuffled(texts, str)]
    return made


def _card(
    text: str,
    picture: PictureDescription | None,
    pictures: Pictures,
    *,
    tray: bool = False,
) -> Json:
    drawn = pictures.drawn(draw(picture, uid="card", theme="print")) if picture else None
    return {"text": text, "picture": drawn, "tray": tray}
