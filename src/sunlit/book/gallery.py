# SPDX-License-Identifier: MIT
"""``{gallery}``: every kind of activity, live, out of the examples on the authors' pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxDirective

from sunlit.activities.examples import example_page, read_example
from sunlit.activities.registry import KINDS
from sunlit.book.activity_directive import activity_node
from sunlit.book.nodes import paragraph
from sunlit.book.warning import warn, warn_of
from sunlit.catalogue import wording
from sunlit.curriculum.bands import BANDS
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path


class Gallery(SphinxDirective):
    """``{gallery}``: a section for each kind, with the first example of its page."""

    def run(self) -> list[nodes.Node]:
        """Return the sections; a kind without an example is a located warning."""
        root: Path = self.env.config.sunlit_book.root
        return [section for kind in KINDS for section in self._section(kind, root)]

    def _section(self, kind: str, root: Path) -> list[nodes.Node]:
        self.env.note_dependency(str(example_page(kind, root)))
        try:
            identifier, activity, band = read_example(kind, root)
        except LookupError as error:
            warn(str(error.args[0]), self.get_location())
            return []
        except ContentError as error:
            warn_of(error, self.env.temp_data.setdefault("sunlit-told", set()))
            return []
        for file in activity.files():
            self.env.note_dependency(str(file))
        title = f"{wording(f'{kind}.name')} ({kind})"
        section = nodes.section("", nodes.title("", title), ids=[f"kind-{kind}"], names=[])
        section += paragraph(
            wording("page.gallery-for").format(ages=BANDS[band].ages),
            " ",
            self._link(kind),
            classes=["gallery-note"],
        )
        section += activity_node(identifier, activity, band, None, f"gallery-{kind}")
        return [section]

    def _link(self, kind: str) -> nodes.Node:
        words = wording("page.gallery-how").format(kind=kind)
        return pending_xref(
            "",
            nodes.inline("", words),
            refdomain="std",
            reftype="doc",
            reftarget=f"/docs/authors/{kind}",
            refexplicit=True,
            refdoc=self.env.docname,
        )
