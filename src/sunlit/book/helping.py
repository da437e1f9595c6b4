# SPDX-License-Identifier: MIT
"""``{helplines}``: where to turn, out of the dated data and the school's own file.

The order is the handbook's (section 8.2): the school's people first, then the emergency
line, then the country's services. Without a country nothing is guessed: there is a
chooser, and all the data is in the page, so nothing is asked of a server or remembered.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

from sunlit.book.icons import icon
from sunlit.book.nodes import block, drawn
from sunlit.catalogue import wording
from sunlit.help import countries, emergency_number

if TYPE_CHECKING:
    from docutils import nodes

    from sunlit.help import Helpline, School

PARTS = ("now", "school", "outside", "leave")


def _part(argument: str) -> str:
    from docutils.parsers.rst import directives  # noqa: PLC0415

    return directives.choice(argument, PARTS)


class Helplines(SphinxDirective):
    """``{helplines}`` or ``{helplines} school``: the whole help page, or one part of it."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the parts asked for."""
        school: School = self.env.config.sunlit_school
        if self.arguments:
            try:
                wanted = [_part(self.arguments[0])]
            except ValueError as error:
                raise self.error(f"{{helplines}}: {error}") from error
        else:
            wanted = list(PARTS)
        makers = {"now": _now, "school": _people, "outside": _outside, "leave": _leave}
        return [makers[part](school) for part in wanted]


def _say(key: str, **values: str) -> str:
    return escape(wording(f"help.{key}").format(**values))


def _now(school: School) -> nodes.Node:
    key = "danger-number" if school.country else "danger"
    number = emergency_number(school.country) if school.country else ""
    html = f"{icon('ui-talk')}<span><b>{_say('danger-title')}</b> {_say(key, number=number)}</span>"
    words = wording("help.danger-title") + " " + wording(f"help.{key}").format(number=number)
    return block("p", drawn(html, words), class_="now")


def _people(school: School) -> nodes.Node:
    if school.contacts:
        people = "".join(
            f"<li><b>{escape(one.person)}</b>"
            + "".join(
                f"<span>{escape(text)}</span>" for text in (one.room, one.times, one.how) if text
            )
            + "</li>"
            for one in school.contacts
        )
    else:
        empty = f'<li class="blank"><b>{_say("name")}</b><span>{_say("room")}</span></li>'
        people = empty * 2
    title = escape(school.name) if school.name else ""
    heading = _say("people-of", school=school.name) if title and school.name else _say("people")
    checked = (
        f'<p class="soft">{_say("checked", date=school.checked_on)}</p>'
        if school.checked_on
        else ""
    )
    html = (
        f'<h2 id="people-in-school">{heading}</h2><p class="soft">{_say("people-more")}</p>'
        f'<ul class="ppl">{people}</ul>{checked}'
    )
    words = "; ".join(one.person for one in school.contacts) or wording("help.people-more")
    return block("section", drawn(html, words), class_="card", aria_labelledby="people-in-school")


def _outside(school: School) -> nodes.Node:
    known = countries()
    boxes, words = [], []
    for code, name in known.items():
        rows = [row for row in school.rows(code) if row.country == code]
        opened = " open" if code == school.country else ""
        boxes.append(
            f'<details class="country" data-country="{code}"{opened}><summary>{escape(name)}'
            f'</summary><p class="emergency">{icon("ui-phone-line")}<span>'
            f"{_say('emergency', number=emergency_number(code))}</span></p>"
            f'<ul class="lines">{"".join(_row(row) for row in rows)}</ul></details>'
        )
        words.append(f"{name}: {emergency_number(code)}.")
    options = "".join(
        f'<option value="{code}"{" selected" if code == school.country else ""}>{escape(name)}'
        "</option>"
        for code, name in known.items()
    )
    html = (
        f'<h2 id="outside-school">{_say("outside")}</h2>'
        f'<form class="chooser" hidden><label for="country">{_say("country")}</label>'
        f'<select id="country" autocomplete="off"><option value="">'
        f"{_say('choose-country')}</option>"
        f"{options}</select></form>"
        f'<p class="soft">{_say("outside-more")}</p>'
        f'<div class="countries" role="status">{"".join(boxes)}</div>'
        f'<p class="soft">{_say("private")}</p>'
    )
    return block(
        "section",
        drawn(html, " ".join(words)),
        class_="card outside",
        aria_labelledby="outside-school",
    )


def _row(row: Helpline) -> str:
    """Return one service; one not yet checked by a person says since when it is known."""
    ways = "".join(
        "<li>"
        + (
            f'<a href="{escape(way.link)}">{escape(way.value)}</a>'
            if way.link
            else f"<b>{escape(way.value)}</b>"
        )
        + (f" <span>{escape(way.cost)}</span>" if way.cost else "")
        + "</li>"
        for way in row.channels
    )
    facts = [row.hours, _ages(row)]
    details = " · ".join(escape(fact) for fact in facts if fact)
    if row.status == "verified":
        grade = _say("verified", date=row.verified_on or "")
    elif row.seen_on:
        grade = _say("sourced", date=row.seen_on)
    else:
        grade = _say("sourced-undated")
    return (
        f'<li data-status="{row.status}"><b class="service">{escape(row.name)}</b>'
        f'<ul class="ways">{ways}</ul>'
        + (f"<p>{details}</p>" if details else "")
        + (f"<p>{escape(row.note)}</p>" if row.note else "")
        + f'<p class="grade">{grade}</p></li>'
    )


def _ages(row: Helpline) -> str:
    least, most = row.audience.min_age, row.audience.max_age
    if least is not None and most is not None:
        return wording("help.ages-between").format(least=least, most=most)
    if most is not None:
        return wording("help.ages-to").format(most=most)
    return wording("help.ages-from").format(least=least) if least is not None else ""


def _leave(school: School) -> nodes.Node:
    html = (
        f'<div><h2 id="leave-quickly">{_say("leave-title")}</h2><p>{_say("leave-more")}</p></div>'
        f'<p><a class="btn" data-leave rel="noreferrer" href="{escape(school.leave_to)}">'
        f"{icon('ui-door')}<span>{_say('leave')}</span></a></p>"
    )
    return block(
        "section",
        drawn(html, wording("help.leave-more")),
        class_="leave",
        aria_labelledby="leave-quickly",
    )
