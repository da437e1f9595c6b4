# SPDX-License-Identifier: MIT
"""The teacher guide and the family letter, out of the guide's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sunlit.catalogue import wording
from sunlit.curriculum.lessons import page_pieces
from sunlit.curriculum.pieces import Heading, Piece
from sunlit.curriculum.references import references
from sunlit.handouts.cleaning import link_address
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.guide_text import GuideText
from sunlit.handouts.paper_blocks import Json, Pictures, rows_of_pictures
from sunlit.handouts.renaming import renamed
from sunlit.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sunlit.curriculum.lessons import Lesson
    from sunlit.curriculum.pieces import Directive
    from sunlit.handouts.settings import Settings

PREFLIGHT = ("affected", "lead", "card", "room", "names", "opt-out", "slot", "news")
"""The eight checks of the handbook, section 5.12."""
LETTER = "Family letter"
SOURCES = "Sources"
_SECTION = 2


def guide(lesson: Lesson, settings: Settings) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the document and the pictures of the teacher guide, its sources numbered.

    Raises
    ------
    ContentError
        When the guide is missing, holds what paper does not know, or names an unknown
        source.

    """
    pictures = Pictures()
    text = GuideText(
        lesson.guide,
        {
            "preflight": lambda _: _preflight(settings),
            "picture": lambda piece: [_picture(piece, lesson, pictures)],
        },
    )
    pieces = [
        piece
        for piece in page_pieces(lesson.guide)
        if not (isinstance(piece, Heading) and piece.level == 1)
    ]
    content = rows_of_pictures(text.blocks(pieces), most=2)
    content += _sources(lesson, text, has_section=_last_section(pieces) == SOURCES)
    title = wording("paper.guide-title").format(title=lesson.front.title)
    sheet = Sheet("guide", settings.renamed(title), lesson.band, pupil=False, lesson=lesson)
    document = furniture(sheet, settings, pictures)
    document["labels"]["people"] = wording("paper.glance-people")
    body = {"glance": _glance(lesson), "blocks": content}
    return document | renamed(body, settings), pictures.files


def family_letter(lesson: Lesson, settings: Settings) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the document and the pictures of the letter that the guide quotes.

    Raises
    ------
    ContentError
        When the guide has no '## Family letter' with the letter in a block quote.

    """
    pictures = Pictures()
    section = _section(page_pieces(lesson.guide), LETTER)
    content = GuideText(lesson.guide, {}).quoted(section)
    if not content:
        raise ContentError(
            [
                Problem(
                    lesson.guide,
                    0,
                    0,
                    f"wanted the letter as a quote ('> Dear …') under '## {LETTER}', found none.",
                )
            ]
        )
    title = wording("paper.letter-title").format(title=lesson.front.title)
    sheet = Sheet("letter", settings.renamed(title), lesson.band, pupil=False, lesson=lesson)
    document = furniture(sheet, settings, pictures)
    document["labels"]["people"] = wording("paper.letter-people")
    return document | {"blocks": renamed(content, settings)}, pictures.files


def _section(pieces: Sequence[Piece], name: str) -> list[Piece]:
    """Return the pieces under the '## heading' called ``name``."""
    found: list[Piece] = []
    inside = False
    for piece in pieces:
        if isinstance(piece, Heading) and piece.level <= _SECTION:
            inside = piece.text == name
        elif inside:
            found.append(piece)
    return found


def _last_section(pieces: Sequence[Piece]) -> str:
    names = [p.text for p in pieces if isinstance(p, Heading) and p.level == _SECTION]
    return names[-1] if names else ""


def _glance(lesson: Lesson) -> list[list[Any]]:
    """Return the lesson's front matter as (label, value) rows."""
    front = lesson.front
    words = "; ".join(f"{entry.word}: {entry.meaning}" for entry in front.new_words)
    rows = {
        "objective": front.objective,
        "minutes": wording("paper.glance-minutes-value").format(n=front.minutes),
        "materials": "; ".join(front.materials),
        "grouping": front.grouping,
        "cast": ", ".join(front.cast),
        "words": words,
        "note": front.content_note,
    }
    return [[wording(f"paper.glance-{name}"), value] for name, value in rows.items() if value]


def _picture(piece: Directive, lesson: Lesson, pictures: Pictures) -> Json:
    from sunlit.pictures import draw  # noqa: PLC0415 - few guides have pictures
    from sunlit.pictures.reading import read_picture  # noqa: PLC0415

    description = read_picture(piece.body, lesson.guide, piece.body_line)
    drawn = pictures.drawn(draw(description, uid="guide", theme="print"))
    return {"b": "figs", "figs": [{"caption": "", **drawn}]}


def _preflight(settings: Settings) -> list[Json]:
    options = [
        {
            "text": [
                {"t": "strong", "x": [wording(f"page.preflight-{name}")]},
                " ",
                wording(f"page.preflight-{name}-more"),
            ],
            "ticked": False,
            "note": "",
            "picture": None,
        }
        for name in PREFLIGHT
    ]
    people: list[Json] = (
        []
        if settings.school.contacts
        else [{"b": "people", "label": wording("paper.glance-people")}]
    )
    return [
        {"b": "choices", "several": True, "key": False, "options": options},
        *people,
        {"b": "p", "text": wording("page.preflight-unsure"), "strong": True},
    ]


def _sources(lesson: Lesson, text: GuideText, *, has_section: bool) -> list[Json]:
    """Return the sources as a numbered list, in the order of their first mention."""
    if not text.cited:
        return []
    known = references(lesson.root / "references.bib")
    if missing := [key for key in text.cited if key not in known]:
        raise ContentError(
            [
                Problem(
                    lesson.guide,
                    0,
                    0,
                    f"the source '{key}' is not in references.bib.",
                    "Check the spelling, or add it there.",
                )
                for key in missing
            ]
        )
    items = []
    for key in text.cited:
        entry = known[key]
        words = ". ".join(
            part.rstrip(".") for part in (entry.short, entry.title, entry.note) if part
        )
        pieces: list[Any] = [f"{words}. "]
        if entry.address and link_address(entry.address) and entry.address not in entry.note:
            pieces.append({"t": "link", "to": entry.address, "x": [entry.address]})
        items.append([{"b": "p", "text": pieces, "strong": False}])
    heading = (
        [] if has_section else [{"b": "h", "level": _SECTION, "text": wording("paper.sources")}]
    )
    return [*heading, {"b": "list", "ordered": True, "items": items}]
