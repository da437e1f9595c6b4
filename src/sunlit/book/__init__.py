# SPDX-License-Identifier: MIT
"""Sunlit's Sphinx extension: directives, the pages' look, and what stands round them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sunlit import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

SCHOOL_VARIABLE = "SUNLIT_SCHOOL"
"""Names the school's file for one build; ``school.yml`` beside ``_config.yml`` otherwise."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    from sunlit.book import nodes  # noqa: PLC0415 - `import sunlit.book` alone stays light
    from sunlit.book.activity_directive import ActivityDirective, PictureDirective  # noqa: PLC0415
    from sunlit.book.assets import write_assets  # noqa: PLC0415
    from sunlit.book.classroom import Agreement, Ideas, Signposting  # noqa: PLC0415
    from sunlit.book.finishing import check_lessons, finish  # noqa: PLC0415
    from sunlit.book.furniture import add_furniture, trim_page  # noqa: PLC0415
    from sunlit.book.gallery import Gallery  # noqa: PLC0415
    from sunlit.book.guide import Preflight, Say  # noqa: PLC0415
    from sunlit.book.hastening import hasten  # noqa: PLC0415
    from sunlit.book.helping import Helplines  # noqa: PLC0415
    from sunlit.book.landing import AgeCards, LessonTable, StartBox, fill_in  # noqa: PLC0415
    from sunlit.book.sources import list_sources  # noqa: PLC0415

    app.add_config_value("sunlit_book", None, "")
    app.add_config_value("sunlit_school", None, "")
    # Changes of these are changes of pages that did not change themselves.
    app.add_config_value("sunlit_outline", "", "html", str)
    app.add_config_value("sunlit_school_data", "", "env", str)
    app.add_config_value("sunlit_package", "", "env", str)
    app.add_config_value("sunlit_versions", {}, "html", dict)
    # Jupyter Book sets this one whether or not there are comments.
    app.add_config_value("comments_config", {}, "", dict)
    app.add_html_theme("sunlit", str(Path(__file__).with_name("theme")))
    nodes.register(app)
    hasten(app)
    for name, directive in {
        "activity": ActivityDirective,
        "picture": PictureDirective,
        "gallery": Gallery,
        "agreement": Agreement,
        "ideas": Ideas,
        "signposting": Signposting,
        "say": Say,
        "preflight": Preflight,
        "helplines": Helplines,
        "age-cards": AgeCards,
        "start-box": StartBox,
        "lesson-table": LessonTable,
    }.items():
        app.add_directive(name, directive)
    app.connect("config-inited", _read_content)
    app.connect("builder-inited", write_assets)
    app.connect("env-before-read-docs", check_lessons)
    app.connect("doctree-resolved", fill_in)
    app.connect("doctree-resolved", list_sources)
    app.connect("doctree-resolved", trim_page)
    app.connect("html-page-context", add_furniture, priority=900)
    app.connect("build-finished", finish)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _read_content(app: Sphinx, config: Config) -> None:
    """Note where the content is, who the school is, and what the outline looks like."""
    from sunlit.book.digest import digest, package_files  # noqa: PLC0415
    from sunlit.book.outline import Outline  # noqa: PLC0415
    from sunlit.book.warning import warn_of  # noqa: PLC0415
    from sunlit.help import School, read_school  # noqa: PLC0415
    from sunlit.problems import ContentError  # noqa: PLC0415

    root = Path(app.srcdir)
    given = os.environ.get(SCHOOL_VARIABLE)
    file = Path(given) if given else root / "school.yml"
    school = School()
    try:
        school = read_school(file if given or file.is_file() else None)
    except ContentError as error:
        warn_of(error, set())
    config.sunlit_book = Outline(root)
    config.sunlit_school = school
    config.sunlit_school_data = repr(school)
    config.sunlit_package = digest(package_files())
    try:
        config.sunlit_outline = config.sunlit_book.fingerprint()
    except ContentError:
        config.sunlit_outline = "broken"
