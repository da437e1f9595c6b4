# SPDX-License-Identifier: MIT
"""``{activity}`` and ``{picture}``: an activity by its name, a picture by its description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sunlit.activities.compiling import compile_activity
from sunlit.activities.reading import activities_file, load_activity
from sunlit.book import nodes as own
from sunlit.book.paper_form import paper_form, picture_node
from sunlit.book.warning import warn, warn_of
from sunlit.catalogue import wording
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from sunlit.activities.kind import Activity

_UNSAFE = re.compile(r"[^a-z0-9]+")


def _moment(argument: str) -> str:
    return directives.choice(argument, ("before", "after"))


class ActivityDirective(SphinxDirective):
    """``{activity} swap``: shows an activity of this lesson, or one by its full name."""

    required_arguments = 1
    option_spec: ClassVar = {"moment": _moment}

    def run(self) -> list[nodes.Node]:
        """Return the activity, or nothing and a located warning."""
        root = self.env.config.sunlit_book.root
        identifier = self.arguments[0]
        if "/" not in identifier:
            folder, _, lesson = self.env.docname.partition("/")
            if folder not in {"lessons", "teacher_guides"}:
                warn(
                    f"wanted a full name such as 'ages-11-13/03-words/swap', found '{identifier}'. "
                    "Only a lesson's own page may use the short name.",
                    self.get_location(),
                )
                return []
            identifier = f"{lesson}/{identifier}"
        band, _, rest = identifier.partition("/")
        self.env.note_dependency(str(activities_file(band, rest.partition("/")[0], root)))
        try:
            activity, band = load_activity(identifier, root)
        except LookupError as error:
            warn(str(error.args[0]), self.get_location())
            return []
        except ContentError as error:
            # The file is named by whoever shows its activities; say each problem once.
            told = self.env.temp_data.setdefault("sunlit-told", set())
            warn_of(error, told)
            return []
        for file in activity.files():
            self.env.note_dependency(str(file))
        return [
            activity_node(
                identifier, activity, band, self.options.get("moment"), self._uid(identifier)
            )
        ]

    def _uid(self, identifier: str) -> str:
        """Return an id for the activity that no other on the page has."""
        base = "act-" + _UNSAFE.sub("-", identifier.rpartition("/")[2])
        moment = self.options.get("moment")
        base += f"-{moment}" if moment else ""
        return f"{base}-{number}" if (number := self.env.new_serialno(base)) else base


def activity_node(
    identifier: str, activity: Activity, band: str, moment: str | None, uid: str
) -> own.activity:
    """Return the node of an activity: its definition, and its paper form as children.

    ``uid`` starts every id in it and stands once on the page; ``moment`` is before or
    after, for a check.
    """
    attributes = {
        "class": "act card",
        "id": uid,
        "role": "group",
        "aria-labelledby": f"{uid}-title",
        "data-activity": activity.kind,
        "data-id": identifier,
    }
    if moment:
        attributes["data-moment"] = moment
    minutes: nodes.Node = own.drawn("", "")
    if activity.minutes:
        text = wording("activity.minutes", band).format(n=activity.minutes)
        minutes = own.inline("span", text, class_="mins num")
    head: list[nodes.Node] = [
        own.block(
            "div",
            own.inline("span", wording(f"{activity.kind}.name", band), class_="kind"),
            minutes,
            class_="acthead",
        ),
    ]
    if activity.picture is not None:
        from sunlit.pictures import draw  # noqa: PLC0415 - only where there is a picture

        head.append(picture_node(draw(activity.picture, uid="top", theme="css"), uid))
    head.append(own.block("h3", nodes.Text(activity.title), id=f"{uid}-title", class_="act-title"))
    if activity.how:
        head.append(own.block("p", nodes.Text(activity.how), class_="how"))
    fallback = paper_form(activity.question_blocks(band), uid)
    return own.activity(
        "",
        own.block("div", *head, class_="act-head"),
        own.block("div", *fallback, class_="act-paper"),
        html=attributes,
        definition=compile_activity(identifier, activity, band),
    )


class PictureDirective(SphinxDirective):
    """``{picture}``: draws the cast from a few words of YAML."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the picture, or nothing and a located warning."""
        from pathlib import Path  # noqa: PLC0415

        from sunlit.pictures import draw  # noqa: PLC0415
        from sunlit.pictures.reading import read_picture  # noqa: PLC0415

        file = Path(self.env.doc2path(self.env.docname))
        try:
            description = read_picture("\n".join(self.content), file, self.content_offset + 1)
        except ContentError as error:
            warn_of(error, set())
            return []
        uid = f"picture-{self.env.new_serialno('picture')}"
        return [
            own.block(
                "div",
                picture_node(draw(description, uid="p", theme="css"), uid),
                class_="scene-frame",
            )
        ]
