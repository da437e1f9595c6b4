# SPDX-License-Identifier: MIT
"""Document nodes of Sunlit's own, and how each writer shows them.

Everything else in a page is an ordinary docutils node, so that the fallback of an
activity reads in HTML, in plain text and in LaTeX alike.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.text import TextTranslator


class piece(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes so
    """A block of the page: an HTML element with attributes; plain content elsewhere."""


class span(nodes.Inline, nodes.TextElement):  # noqa: N801
    """An inline HTML element with attributes; plain content elsewhere."""


class markup(nodes.General, nodes.Element):  # noqa: N801
    """Markup made by Sunlit itself (icons, pictures, data); ``words`` stand for it elsewhere."""


class activity(nodes.General, nodes.Element):  # noqa: N801
    """An activity: its definition as data, and its fallback as children."""


class when_written(nodes.General, nodes.Element):  # noqa: N801
    """A place that is filled in when the page is written, out of the book's outline."""


def block(tag: str, *children: nodes.Node, **attributes: str) -> piece:
    """Return a block element; ``class_`` and ``aria_label`` become ``class``, ``aria-label``."""
    return piece("", *children, tag=tag, html=_attributes(attributes))


def inline(tag: str, text: str = "", *children: nodes.Node, **attributes: str) -> span:
    """Return an inline element that holds ``text`` and ``children``."""
    return span("", text, *children, tag=tag, html=_attributes(attributes))


def drawn(html: str, words: str = "") -> markup:
    """Return markup that Sunlit made itself; never put an author's text in ``html``."""
    return markup("", html=html, words=words)


def paragraph(*parts: str | nodes.Node, classes: list[str] | None = None) -> nodes.paragraph:
    """Return a paragraph of texts and inline nodes."""
    children = [nodes.Text(part) if isinstance(part, str) else part for part in parts]
    return nodes.paragraph("", "", *children, classes=classes or [])


def script_data(data: Any) -> str:
    """Return JSON that can stand inside a <script> whatever its texts hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def start_tag(tag: str, attributes: dict[str, str]) -> str:
    """Return an opening tag with every value escaped."""
    shown = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{shown}>"


def _attributes(given: dict[str, str]) -> dict[str, str]:
    return {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}


def _open(translator: HTML5Translator, node: nodes.Element) -> None:
    translator.body.append(start_tag(node["tag"], node["html"]))


def _close(translator: HTML5Translator, node: nodes.Element) -> None:
    translator.body.append(f"</{node['tag']}>" + ("\n" if isinstance(node, piece) else ""))


def _markup_html(translator: HTML5Translator, node: markup) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def _markup_text(translator: TextTranslator, node: markup) -> None:
    if node["words"]:
        translator.add_text(node["words"])
    raise nodes.SkipNode


def _markup_latex(translator: Any, node: markup) -> None:
    translator.body.append(translator.encode(node["words"]))
    raise nodes.SkipNode


def _open_activity(translator: HTML5Translator, node: activity) -> None:
    translator.body.append(start_tag("div", node["html"]))
    translator.body.append(
        f'<script type="application/json">{script_data(node["definition"])}</script>'
        '<div class="act-live" hidden></div>'
    )


def _close_activity(translator: HTML5Translator, _node: activity) -> None:
    translator.body.append("</div>\n")


def _open_text(translator: TextTranslator, _node: nodes.Element) -> None:
    translator.new_state(0)


def _close_text(translator: TextTranslator, _node: nodes.Element) -> None:
    translator.end_state()


def _nothing(_translator: Any, _node: nodes.Element) -> None:
    """Show only the content, in a writer that has no form for this node."""


def _new_paragraph(translator: Any, _node: nodes.Element) -> None:
    translator.body.append("\n\n")


def register(app: Sphinx) -> None:
    """Tell every writer how to show the nodes."""
    plain = (_nothing, _nothing)
    latex = (_new_paragraph, _new_paragraph)
    text = (_open_text, _close_text)
    other: dict[str, Any] = {"man": plain, "texinfo": plain}
    app.add_node(piece, html=(_open, _close), text=text, latex=latex, **other)
    app.add_node(span, html=(_open, _close), text=plain, latex=plain, **other)
    app.add_node(
        markup,
        html=(_markup_html, None),
        text=(_markup_text, None),
        latex=(_markup_latex, None),
        man=(_markup_text, None),
        texinfo=(_markup_latex, None),
    )
    app.add_node(activity, html=(_open_activity, _close_activity), text=text, latex=latex, **other)
    app.add_node(when_written, html=plain, text=plain, latex=plain, **other)
