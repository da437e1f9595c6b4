# SPDX-License-Identifier: MIT
"""Pieces of a teacher guide: ``{say}`` and ``{preflight}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sunlit.book.icons import icon
from sunlit.book.nodes import block, drawn, inline, paragraph
from sunlit.catalogue import wording

if TYPE_CHECKING:
    from sunlit.help import School

# The eight checks of the curriculum handbook, section 5.12.
PREFLIGHT = ("affected", "lead", "card", "room", "names", "opt-out", "slot", "news")


class Say(SphinxDirective):
    """``{say}``: words a teacher can say as they stand."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the words in a patch of light."""
        frame = block("div", class_="say")
        frame += block(
            "p",
            drawn(icon("ui-talk")),
            inline("span", wording("page.say")),
            class_="say-label",
        )
        words = block("div", class_="said")
        self.state.nested_parse(self.content, self.content_offset, words)
        frame += words
        return [frame]


class Preflight(SphinxDirective):
    """``{preflight}``: eight checks before teaching, and who, where and when."""

    def run(self) -> list[nodes.Node]:
        """Return the checks as a list of boxes to tick, and the school's own people."""
        school: School = self.env.config.sunlit_school
        checks = nodes.enumerated_list(classes=["checks"])
        for name in PREFLIGHT:
            strong = nodes.strong("", wording(f"page.preflight-{name}"))
            box = drawn('<span class="box" aria-hidden="true"></span>', "☐ ")
            checks += nodes.list_item(
                "", paragraph(box, strong, " " + wording(f"page.preflight-{name}-more"))
            )
        return [
            block(
                "div",
                block("div", checks, class_="preflight-checks"),
                block("div", *_ours(school), class_="ours"),
                block("p", nodes.Text(wording("page.preflight-unsure")), class_="unsure"),
                class_="preflight",
            )
        ]


def _ours(school: School) -> list[nodes.Node]:
    """Return the box "our person, our room, our time", filled in where the school is known."""
    first = school.contacts[0] if school.contacts else None
    values = {
        "person": first.person if first else None,
        "room": first.room if first else None,
        "time": first.times if first else None,
    }
    return [
        block(
            "p",
            inline("b", wording(f"page.our-{name}")),
            inline("span", value or "", class_="" if value else "blank"),
        )
        for name, value in values.items()
    ]
