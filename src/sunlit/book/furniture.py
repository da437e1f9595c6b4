# SPDX-License-Identifier: MIT
"""What stands round a page's own text: tabs, navigation, buttons, the plan, the help box."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sunlit.book import nodes as own
from sunlit.book.assets import activity_script
from sunlit.book.icons import icon, pane, theme_icon
from sunlit.book.outline import Outline, Place, guide_page, lesson_page
from sunlit.book.presenting import mark_steps, present_data, teacher_data
from sunlit.catalogue import wording
from sunlit.curriculum.bands import BANDS, YOUNGEST, Band
from sunlit.curriculum.lessons import Lesson
from sunlit.curriculum.themes import THEMES
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
_NARROW = {"help": "narrow", "search": "narrow", "landing": "landing"}
_DOCS = ("docs/start-here", "docs/help", "docs/authors/", "docs/references")


@dataclass(frozen=True)
class Tab:
    """One age in the row of ages; without a page it is shown, but is no link."""

    band: Band
    page: str | None
    current: bool


@dataclass(frozen=True)
class Entry:
    """One line of the navigation at the side."""

    text: str
    page: str | None
    current: bool
    icon: str = ""


@dataclass(frozen=True)
class Side:
    """The navigation at the side: its name for screen readers, its title, its lines."""

    label: str
    title: str
    entries: list[Entry]


@dataclass
class Furniture:
    """Everything the page template needs beside the page's own text."""

    kind: str
    language: str
    direction: str
    versions: dict[str, str]
    mast: str = "plain"
    frame: str = ""
    lead: str = ""
    script: str | None = None
    band: Band | None = None
    theme: Any = None
    young: bool = False
    ages: list[Tab] = field(default_factory=list)
    side: Side | None = None
    sections: list[tuple[str, str]] = field(default_factory=list)
    plan: list[tuple[str, int]] = field(default_factory=list)
    note: str = ""
    front: Any = None
    present: str = ""
    notebook: str | None = None
    guide: str | None = None
    guide_title: str = ""
    lesson: str | None = None
    talk_box: bool = False
    printable: bool = False
    try_one: str | None = None
    bands: list[Band] = field(default_factory=lambda: list(BANDS.values()))
    search_strings: str = ""


def add_furniture(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the furniture of a page into its template's context (``html-page-context``)."""
    outline: Outline = app.config.sunlit_book
    place = outline.place(pagename)
    language = app.config.language
    furniture = Furniture(
        kind=place.kind,
        language="en-GB" if language == "en" else language,
        direction="rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
        versions=app.config.sunlit_versions,
    )
    if doctree is not None:
        kinds = {node["html"]["data-activity"] for node in doctree.findall(own.activity)}
        furniture.script = activity_script(app, frozenset(kinds)) if kinds else None
        furniture.sections = _sections(app, pagename)
    metadata = app.env.metadata.get(pagename, {})
    furniture.lead = str(metadata.get("lead", ""))
    furniture.frame = _NARROW.get(place.kind, "")
    if place.lesson is not None:
        try:
            _lesson_furniture(furniture, outline, place, place.lesson)
        except ContentError:
            furniture.mast = "plain"  # said where the page is read
    elif place.kind == "page":
        furniture.side = _documents(app, pagename)
        furniture.printable = True
    elif place.kind == "landing":
        furniture.mast = "landing"
        first = outline.first_to_try()
        furniture.try_one = lesson_page(first) if first else None
    elif place.kind == "search":
        furniture.search_strings = _search_strings(outline)
    if place.kind in {"landing", "help"}:
        furniture.sections = []
    context.update(furniture=furniture, words=_words, icon=icon, pane=pane, theme_icon=theme_icon)


def _words(key: str) -> str:
    """Return a string of the catalogue, safe inside markup."""
    return escape(wording(key))


def _lesson_furniture(furniture: Furniture, outline: Outline, place: Place, lesson: Lesson) -> None:
    page_of = lesson_page if place.kind == "lesson" else guide_page
    furniture.band, furniture.theme = lesson.band, lesson.theme
    furniture.mast = place.kind
    furniture.young = lesson.band.slug == YOUNGEST and place.kind == "lesson"
    same_theme = [Lesson(band, lesson.theme, outline.root) for band in BANDS.values()]
    furniture.ages = [
        Tab(one.band, _page(outline, one, place.kind), one.band == lesson.band)
        for one in same_theme
    ]
    entries = []
    for theme in THEMES.values():
        one = Lesson(lesson.band, theme, outline.root)
        page = _page(outline, one, place.kind)
        entries.append(Entry(theme.name, page, page == page_of(lesson), theme_icon(theme.slug)))
    title = f"{wording('page.ages')} {lesson.band.ages}"
    furniture.side = Side(wording("page.themes-of").format(ages=lesson.band.ages), title, entries)
    if place.kind == "guide":
        furniture.lesson = lesson_page(lesson)
        furniture.present = teacher_data()
        furniture.guide_title = lesson.front.title
        furniture.frame = "guide"
        return
    front = lesson.front
    furniture.front, furniture.lead, furniture.note = front, front.lead, front.content_note
    furniture.frame = "young" if furniture.young else "lesson"
    furniture.present = present_data(front)
    if furniture.young:
        furniture.side, furniture.sections = None, []
    else:
        furniture.plan = _plan(front.plan)
        furniture.talk_box = True
    if lesson.guide.is_file():
        furniture.guide = guide_page(lesson)
    if notebooks_writer() is not None:
        furniture.notebook = f"notebooks/{lesson.name}.ipynb"


def _page(outline: Outline, lesson: Lesson, kind: str) -> str | None:
    if kind == "guide":
        return guide_page(lesson) if lesson.guide.is_file() and outline.has(lesson) else None
    return lesson_page(lesson) if outline.has(lesson) else None


def _plan(steps: Any) -> list[tuple[str, int]]:
    """Return the minutes of each step; a step that takes two sections counts once."""
    minutes: dict[str, int] = {}
    for step in steps:
        minutes[step.step] = minutes.get(step.step, 0) + step.minutes
    return list(minutes.items())


def _sections(app: Sphinx, pagename: str) -> list[tuple[str, str]]:
    """Return the page's '## headings' with their anchors."""
    toc = app.env.tocs.get(pagename)
    if toc is None:
        return []
    found = []
    for reference in toc.findall(nodes.reference):
        depth, parent = 0, reference.parent
        while parent is not None and parent is not toc:
            depth += isinstance(parent, nodes.bullet_list)
            parent = parent.parent
        if reference.get("anchorname") and depth == 1:
            found.append((reference["anchorname"], reference.astext()))
    return found


def _documents(app: Sphinx, pagename: str) -> Side:
    """Return the navigation of the pages for teachers and authors."""
    known = sorted(
        (page for page in app.env.found_docs if page.startswith(_DOCS)),
        key=lambda page: (
            next(n for n, start in enumerate(_DOCS) if page.startswith(start)),
            page != "docs/authors/index",
            page,
        ),
    )
    entries = [
        # "Sort: which tray?" is "Sort" in the list.
        Entry(app.env.titles[page].astext().partition(": ")[0], page, page == pagename)
        for page in known
        if page in app.env.titles
    ]
    return Side(wording("page.documents"), wording("page.documents"), entries)


def _search_strings(outline: Outline) -> str:
    """Return what the search page says, and what it says of each page, as JSON."""
    pages: dict[str, str] = {}
    for lesson in outline.lessons.values():
        ages = f"{wording('page.ages')} {lesson.band.ages}"
        pages[lesson_page(lesson)] = f"{ages} · {lesson.theme.name}"
        if lesson.guide.is_file():
            about = f"{wording('page.guide')} · {ages} · {lesson.theme.name}"
            pages[guide_page(lesson)] = about
    strings = {name: wording(f"page.search-{name}") for name in ("one", "many", "none", "empty")}
    return json.dumps({"strings": strings, "pages": pages}, ensure_ascii=False)


def notebooks_writer() -> Any:
    """Return the function that writes the notebooks, or None where there is none."""
    try:
        from sunlit.notebooks import write_notebooks  # noqa: PLC0415
    except ImportError:
        return None
    return write_notebooks


def trim_page(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take the title out of the text (it stands above), add minutes to a lesson's headings."""
    if app.builder.format != "html":
        return
    outline: Outline = app.config.sunlit_book
    place = outline.place(docname)
    title = next(iter(doctree.findall(nodes.title)), None)
    if title is not None and isinstance(title.parent, nodes.section):
        title.parent.remove(title)
    if place.kind == "guide":
        mark_steps(doctree)
    if place.kind != "lesson" or place.lesson is None:
        return
    try:
        plan = place.lesson.front.plan
    except ContentError:
        return
    band = place.lesson.band.slug
    if band == YOUNGEST:
        return
    # In order, not by text: the page's quotation marks are rounder than the plan's.
    headings = [node for node in doctree.findall(nodes.title) if _is_second(node)]
    for heading, step in zip(headings, plan, strict=False):
        text = wording("activity.minutes", band).format(n=step.minutes)
        # As markup, not text: the search would take the minutes for a part of the title.
        heading.append(own.drawn(f' <span class="min num">{escape(text)}</span>'))


def _is_second(title: nodes.title) -> bool:
    """Say whether a title is a '## heading': in a section in a section in the document."""
    section = title.parent
    return (
        isinstance(section, nodes.section)
        and isinstance(section.parent, nodes.section)
        and isinstance(section.parent.parent, nodes.document)
    )
