# SPDX-License-Identifier: MIT
"""The list of sources, without the roles that screen readers no longer know; made fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sunlit.book.nodes import block, inline

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def list_sources(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Make one plain list of each run of citations (``doctree-resolved``, HTML only).

    docutils gives each the roles ``doc-biblioentry`` and a numbered label; the roles are
    deprecated, and the pages name sources by author and year.
    """
    if app.builder.format != "html":
        return
    for first in list(doctree.findall(nodes.citation)):
        parent = first.parent
        if parent is None or first not in parent.children:  # gone with the run before it
            continue
        position = parent.index(first)
        run: list[nodes.citation] = []
        while position < len(parent) and isinstance(parent[position], nodes.citation):
            run.append(cast("nodes.citation", parent.pop(position)))
        parent.insert(position, block("ul", *[_entry(one) for one in run], class_="sources"))


def _entry(citation: nodes.citation) -> nodes.Node:
    identifier, *others = citation["ids"]
    anchors = [inline("span", id=other) for other in others]
    text = [child for child in citation.children if not isinstance(child, nodes.label)]
    return block("li", *anchors, *text, id=identifier)
