# SPDX-License-Identifier: MIT
"""What every document has around its content: labels, school, people, code, edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sunlit import __version__
from sunlit.catalogue import wording
from sunlit.curriculum.bands import BANDS, YOUNGEST, Band
from sunlit.handouts.fonts import families
from sunlit.handouts.qr import code, in_words
from sunlit.handouts.rendering import EDITION
from sunlit.help import emergency_number

if TYPE_CHECKING:
    from datetime import date

    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.paper_blocks import Pictures
    from sunlit.handouts.settings import Settings
    from sunlit.help import Contact, Helpline

_LABELS = (
    "adults",
    "draw",
    "fits",
    "friend",
    "key-note",
    "name",
    "online",
    "open-question",
    "outside",
    "page",
    "pass",
    "pass-more",
    "person",
    "read",
    "room",
    "say",
    "talk",
    "times",
)
_REGIONS = {"en": "GB"}
_HELPLINES_ON_PAPER = 4
_FOOT_LETTERS = {"normal": 150, "large": 70}
_YOUNGEST = BANDS[YOUNGEST]


@dataclass(frozen=True)
class Sheet:
    """What a document is: its template, title, readers and where it belongs."""

    template: str
    title: str
    band: Band
    pupil: bool
    lesson: Lesson | None = None


def furniture(
    sheet: Sheet, settings: Settings, pictures: Pictures, today: date | None = None
) -> dict[str, Any]:
    """Return the data every template needs; the caller adds the content.

    ``today`` decides which helplines are too old to print (default: the real day); it is
    the only thing but the input that can change a file.
    """
    band, lesson = sheet.band, sheet.lesson
    language = settings.school.language
    slug = band.slug
    if lesson is None:
        kicker = wording("paper.kicker-band", slug, language).format(ages=band.ages)
    else:
        kicker = wording("paper.kicker", slug, language).format(
            number=lesson.theme.number, theme=lesson.theme.name, ages=band.ages
        )
    labels = {name: wording(f"paper.{name}", slug, language) for name in _LABELS}
    checked = settings.school.checked_on
    labels["checked-on"] = (
        wording("paper.checked-on", slug, language).format(date=checked) if checked else ""
    )
    labels["emergency"] = _emergency(settings, slug, language)
    address = page_address(settings, lesson)
    return {
        "template": sheet.template,
        "title": sheet.title,
        "author": settings.school.name or "Sunlit",
        "kicker": kicker,
        "lang": language,
        "region": _REGIONS.get(language),
        "dir": "ltr",
        "paper": settings.paper,
        "size": settings.size,
        "fonts": families(settings.font, language),
        "young": band is _YOUNGEST and sheet.pupil,
        "pane": list(BANDS).index(slug) + 1,
        "pupil": sheet.pupil,
        "accent": settings.accent,
        "labels": labels,
        "edition": wording("paper.edition", slug, language).format(
            version=__version__, date=f"{EDITION:%Y-%m}"
        ),
        "school": _school(settings, pictures, language),
        "contacts": [_contact(contact, language) for contact in settings.school.contacts],
        "foot-contacts": _in_the_foot(settings, language),
        "helplines": _helplines(settings, slug, language, today or datetime.now(UTC).date())
        if sheet.pupil
        else [],
        "url": address,
        "qr": _code(address, pictures, language) if address and sheet.pupil else None,
    }


def page_address(settings: Settings, lesson: Lesson | None) -> str | None:
    """Return where the lesson is online; None when the school named no address."""
    base = settings.school.address
    if base is None:
        return None
    return f"{base}/lessons/{lesson.name}.html" if lesson else f"{base}/"


def _school(settings: Settings, pictures: Pictures, language: str) -> dict[str, Any]:
    school = settings.school
    logo = None
    if settings.logo is not None and not settings.mono:
        logo = pictures.add(*settings.logo)
    default = wording("paper.school-logo", "", language).format(school=school.name or "")
    return {"name": school.name, "logo": logo, "logo_alt": school.logo_alt or default.strip()}


def _contact(contact: Contact, language: str) -> str:
    details = ", ".join(part for part in (contact.room, contact.times, contact.how) if part)
    if not details:
        return contact.person
    return wording("paper.contact", "", language).format(person=contact.person, details=details)


def _in_the_foot(settings: Settings, language: str) -> list[str]:
    """Return the first people, as many as fit in the foot of a page, and at least one."""
    lines: list[str] = []
    for line in (_contact(contact, language) for contact in settings.school.contacts):
        if lines and sum(map(len, lines)) + len(line) > _FOOT_LETTERS[settings.size]:
            break
        lines.append(line)
    return lines


def _emergency(settings: Settings, band: str, language: str) -> str:
    country = settings.country or settings.school.country
    if country is None:
        return wording("paper.emergency", band, language)
    number = emergency_number(country)
    return wording("paper.emergency-number", band, language).format(number=number)


def _helplines(settings: Settings, band: str, language: str, today: date) -> list[dict[str, str]]:
    rows = [
        row
        for row in settings.school.rows(settings.country)
        if band in row.bands and not row.too_old(today) and row.kind != "emergency"
    ]
    return [_helpline(row, language) for row in rows[:_HELPLINES_ON_PAPER]]


def _helpline(row: Helpline, language: str) -> dict[str, str]:
    how = ", ".join(channel.value for channel in row.channels)
    if row.hours:
        how = f"{how} ({row.hours})"
    if row.status == "verified":
        note = wording("paper.checked", "", language).format(date=row.verified_on)
    else:
        note = wording("paper.seen", "", language).format(date=row.seen_on)
    return {"name": row.name, "how": how, "note": note}


def _code(address: str, pictures: Pictures, language: str) -> dict[str, Any]:
    made = code(address)
    words = in_words(address)
    return {
        "image": pictures.add(made.svg, "svg"),
        "side": made.side,
        "alt": wording("paper.qr", "", language).format(address="".join(words)),
        "words": words,
    }
