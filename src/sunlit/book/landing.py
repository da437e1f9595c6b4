# SPDX-License-Identifier: MIT
"""Pieces of the first page: ``{age-cards}``, ``{start-box}``, ``{lesson-table}``."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sunlit.book.icons import icon, pane, theme_icon
from sunlit.book.nodes import block, drawn, when_written
from sunlit.book.outline import lesson_page
from sunlit.catalogue import wording
from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from sunlit.book.outline import Outline


class _Outlined(SphinxDirective):
    """A piece made of the lessons there are, filled in when the page is written."""

    part = ""

    def run(self) -> list[nodes.Node]:
        """Return the place to fill in."""
        return [when_written("", part=self.part)]


class AgeCards(_Outlined):
    """``{age-cards}``: one card per age, with how many lessons and how long they take."""

    part = "age-cards"


class LessonTable(_Outlined):
    """``{lesson-table}``: every lesson, filterable by age, theme and minutes."""

    part = "lesson-table"


class StartBox(SphinxDirective):
    """``{start-box} title``: what a teacher does first; a lead, a link and a list."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the box: everything but its list on one side, the list on the other."""
        inside = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, inside)
        steps = [child for child in inside.children if isinstance(child, nodes.enumerated_list)]
        lead = [child for child in inside.children if child not in steps]
        title = block("h2", nodes.Text(self.arguments[0]), id="start-here")
        return [
            block(
                "section",
                block("div", title, *lead, class_="startlead"),
                *steps,
                class_="start",
                aria_labelledby="start-here",
            )
        ]


def fill_in(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace each place by what the outline says now."""
    parts: dict[str, Callable[[Outline, Callable[[str], str]], nodes.Node]] = {
        "age-cards": _age_cards,
        "lesson-table": _lesson_table,
    }

    def link(target: str) -> str:
        return app.builder.get_relative_uri(docname, target)

    for node in list(doctree.findall(when_written)):
        made = parts[node["part"]](app.config.sunlit_book, link)
        node.replace_self(made)


def lesson_count(number: int) -> str:
    """Return "1 lesson" or "4 lessons"."""
    return wording("landing.lesson" if number == 1 else "landing.lessons").format(n=number)


def _age_cards(outline: Outline, _link: Callable[[str], str]) -> nodes.Node:
    listed = block("ul", class_="agegrid")
    for band in BANDS.values():
        number = len(outline.of_band(band.slug))
        count = lesson_count(number) if number else wording("landing.none-yet")
        minutes = wording("activity.minutes").format(n=band.minutes)
        inside = (
            f'<span class="agetop">{pane(band.short, "pane big")}<span class="agel">'
            f'<span class="vh">{escape(wording("page.ages"))} </span>'
            f'<span class="num">{band.ages}</span></span></span>'
            f'<span class="blurb">{escape(wording(f"landing.blurb-{band.short}"))}</span>'
            f'<span class="ameta"><span>{escape(count)} · {escape(minutes)}</span>'
            f"{icon('ui-arrow', 'ic flip') if number else ''}</span>"
        )
        tag, target = ("a", f' href="#lessons-{band.short}"') if number else ("div", "")
        words = f"{wording('page.ages')} {band.ages}: {count}, {minutes}."
        card = drawn(f"<{tag}{target}>{inside}</{tag}>", words)
        listed += block("li", card, class_="card age", data_band=band.short)
    return listed


def _lesson_table(outline: Outline, link: Callable[[str], str]) -> nodes.Node:
    rows, words = [], []
    seen: set[str] = set()
    for lesson, front in outline.fronts():
        band, theme = lesson.band, lesson.theme
        anchor = "" if band.slug in seen else f' id="lessons-{band.short}"'
        seen.add(band.slug)
        minutes = wording("activity.minutes").format(n=front.minutes)
        rows.append(
            f'<tr{anchor} data-band="{band.short}" data-theme-name="{theme.slug}" '
            f'data-minutes="{front.minutes}">'
            f'<th scope="row"><a href="{link(lesson_page(lesson))}">{escape(front.title)}</a></th>'
            f'<td><span class="tag">{theme_icon(theme.slug)}{escape(theme.name)}</span></td>'
            f'<td><span class="tag band">{pane(band.short)}'
            f'<span class="vh">{escape(wording("page.ages"))} </span>'
            f'<span class="num">{band.ages}</span></span></td>'
            f'<td class="num">{escape(minutes)}</td></tr>'
        )
        words.append(f"{front.title}: {theme.name}, {band.ages}, {minutes}.")
    heads = "".join(
        f'<th scope="col">{escape(wording(f"landing.{name}"))}</th>'
        for name in ("lesson-head", "theme", "age", "time")
    )
    html = (
        f'{_filters(outline)}<table class="lessons"><caption class="vh">'
        f"{escape(wording('landing.caption'))}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f'<p class="more" hidden><button class="btn" type="button">'
        f"{escape(wording('landing.show-all').format(n=len(rows)))}</button></p>"
    )
    one, many = wording("landing.lesson"), wording("landing.lessons")
    return block(
        "div",
        drawn(html, "\n".join(words)),
        class_="lesson-table",
        data_one=one,
        data_many=many,
        data_none=wording("landing.no-match"),
    )


def _filters(outline: Outline) -> str:
    """Return the three native selects; a script shows them, without one the table is whole."""
    themes = [THEMES[slug] for slug in THEMES]
    lengths = sorted({band.minutes for band in BANDS.values()})
    choices: dict[str, list[tuple[Any, str]]] = {
        "age": [(band.short, band.ages) for band in BANDS.values()],
        "theme": [(theme.slug, theme.name) for theme in themes],
        "time": [(n, wording("landing.up-to").format(n=n)) for n in lengths],
    }
    fields = "".join(
        f'<div><label for="filter-{name}">{escape(wording(f"landing.{name}"))}</label>'
        f'<select id="filter-{name}"><option value="">{escape(wording(f"landing.any-{name}"))}'
        "</option>"
        + "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in options)
        + "</select></div>"
        for name, options in choices.items()
    )
    count = escape(lesson_count(len(outline.lessons)))
    return f'<form class="filters" hidden>{fields}<p class="found" role="status">{count}</p></form>'
