# SPDX-License-Identifier: MIT
"""Pieces of a lesson's page: ``{agreement}``, ``{ideas}``, ``{signposting}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sunlit.book.icons import icon
from sunlit.book.nodes import block, drawn, inline, paragraph
from sunlit.book.warning import warn
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGEST
from sunlit.help import emergency_number

if TYPE_CHECKING:
    from sunlit.book.outline import Outline
    from sunlit.help import School

# Each rule with its picture; the catalogue holds the words by band.
AGREEMENT = {
    "listen": "ui-ear",
    "pass": "ui-pass",
    "someone": "ui-who",
    "ideas": "ui-heart",
    "step-out": "ui-door",
}
SIGNPOSTING = {
    "inside": "ui-door",
    "outside": "ui-talk",
    "friend": "ui-pairs",
    "keep-telling": "ui-ear",
}


class _BandDirective(SphinxDirective):
    """A piece whose words depend on the age of the page it stands on."""

    @property
    def band(self) -> str:
        """The band of this page; the oldest one's words outside a lesson."""
        outline: Outline = self.env.config.sunlit_book
        lesson = outline.place(self.env.docname).lesson
        return lesson.band.slug if lesson else "ages-14-18"

    def words(self, key: str) -> str:
        """Return a string of the catalogue for this page's band."""
        return wording(key, self.band)


class Agreement(_BandDirective):
    """``{agreement}``: the ground rules, the right to pass, the way out (B-9, B-10, B-15)."""

    def run(self) -> list[nodes.Node]:
        """Return the rules as a list of pictures with words."""
        rules = nodes.bullet_list(classes=["rules"])
        for name, shape in AGREEMENT.items():
            rule = paragraph(drawn(icon(shape)), inline("span", self.words(f"agreement.{name}")))
            rules += nodes.list_item("", rule)
        made: list[nodes.Node] = [block("div", rules, class_="agreement")]
        if self.band != YOUNGEST:
            strong = nodes.strong("", self.words("agreement.always"))
            rest = " " + self.words("agreement.nobody-asks")
            made.append(
                block(
                    "div",
                    drawn(icon("ui-pass")),
                    paragraph(strong, rest),
                    class_="passnote",
                )
            )
        return made


class Ideas(SphinxDirective):
    """``{ideas}``: a list of at most three key ideas, side by side."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the list in a frame."""
        frame = block("div", class_="ideas")
        self.state.nested_parse(self.content, self.content_offset, frame)
        lists = [child for child in frame.children if isinstance(child, nodes.bullet_list)]
        if len(lists) != 1 or len(frame.children) != 1:
            warn(
                "wanted one list of ideas inside {ideas}, "
                f"found {len(frame.children)} block(s), {len(lists)} of them list(s). "
                "Start each idea with '- **Name.** text'.",
                self.get_location(),
            )
        return [frame]


class Signposting(_BandDirective):
    """``{signposting}``: who helps in school and outside, for a friend too (section 5.9)."""

    def run(self) -> list[nodes.Node]:
        """Return the help box in the words of the band."""
        school: School = self.env.config.sunlit_school
        items = nodes.bullet_list(classes=["who-helps"])
        for name, shape in SIGNPOSTING.items():
            text: list[str | nodes.Node] = [self.words(f"signposting.{name}")]
            if name == "inside" and school.contacts:
                people = "; ".join(
                    ", ".join(filter(None, (one.person, one.room, one.times)))
                    for one in school.contacts
                )
                text.append(inline("span", " " + people + ".", class_="own-people"))
            items += nodes.list_item(
                "", block("div", drawn(icon(shape)), paragraph(*text), class_="helper")
            )
        danger = self.words("signposting.danger")
        if school.country:
            danger = self.words("signposting.danger-number").format(
                number=emergency_number(school.country)
            )
        return [
            block(
                "div",
                block("p", nodes.Text(self.words("signposting.title")), class_="signpost-title"),
                items,
                block("p", drawn(icon("ui-talk")), inline("span", danger), class_="danger"),
                class_="signposting",
            )
        ]
