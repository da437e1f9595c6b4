# SPDX-License-Identifier: MIT
"""The files every page shares: one style sheet, the page's script, activities, the font."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.activities.registry import KINDS
from sunlit.book.fonts import FACE, WEIGHTS, write_fonts
from sunlit.catalogue import strings
from sunlit.frontend.linking import FRONTEND, classic_script, page_script, page_style

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_BOOK = Path(__file__).parent
_STYLE = _BOOK / "style"
# In the order of the cascade; print comes last and wins.
_SHEETS = (
    "base",
    "furniture",
    "text",
    "lesson",
    "young",
    "guide",
    "landing",
    "helping",
)
_PRESENT = ("present", "teacher")
_DARK = re.compile(r'html\[data-theme="dark"\] \{(?P<tokens>[^}]*)\}')
# What only templates and directives say; the rest goes with the activities' script.
_PAGE_ONLY = (
    "page.",
    "present.",
    "landing.",
    "help.",
    "agreement.",
    "signposting.",
    "paper.",
    "notebook.",
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


def write_assets(app: Sphinx) -> None:
    """Write the shared files (``builder-inited``) and note what their content hashes to."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    static.mkdir(parents=True, exist_ok=True)
    font = write_fonts(static / "fonts", Path(app.doctreedir).parent / ".fonts")
    files = {
        "sunlit.css": style_sheet(font),
        "page.js": (_STYLE / "page.js").read_text(encoding="utf-8"),
        "search.js": (_STYLE / "search.js").read_text(encoding="utf-8"),
        "present.js": classic_script("present/stage"),
        "teacher.js": classic_script("present/teacher_window"),
    }
    for name, text in files.items():
        (static / name).write_text(text, encoding="utf-8", newline="\n")
    (static / "favicon.svg").write_bytes((_STYLE / "favicon.svg").read_bytes())
    app.config.sunlit_versions = {name: _hash(text) for name, text in files.items()}


def activity_script(app: Sphinx, kinds: frozenset[str]) -> str:
    """Write the script of a page with activities of ``kinds``; return its file name.

    A page loads only the kinds it shows. The name says what the file holds, so pages
    with the same kinds share it, and no browser keeps an old one.
    """
    text = _script(kinds)
    name = f"sunlit-{_hash(text)}.js"
    file = Path(app.outdir) / "_static" / name
    if not file.is_file():
        file.write_text(text, encoding="utf-8", newline="\n")
    return name


@cache
def _script(kinds: frozenset[str]) -> str:
    others = tuple(f"{kind}." for kind in KINDS if kind not in kinds)
    said = {key: text for key, text in strings().items() if not key.startswith(_PAGE_ONLY + others)}
    return page_script(said, sorted(kinds))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def style_sheet(font: str) -> str:
    """Return the book's one style sheet, with ``font`` as its typeface."""
    tokens = (FRONTEND / "tokens.css").read_text(encoding="utf-8")
    dark = _DARK.search(tokens)
    if dark is None:
        raise ValueError("tokens.css: wanted the evening colours, found none.")
    face = (
        f'@font-face {{ font-family: "{FACE}"; src: url("fonts/{font}") format("woff2"); '
        f"font-weight: {WEIGHTS[0]} {WEIGHTS[1]}; font-display: swap; }}"
    )
    # Without a script nothing sets the theme: the system's choice holds then too.
    system = (
        f"@media (prefers-color-scheme: dark) {{ html:not([data-theme]) {{{dark['tokens']}}} }}"
    )
    sheets = [(_STYLE / f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS]
    pictures = FRONTEND.parent / "pictures" / "pictures.css"
    parts = [
        face,
        tokens,
        system,
        *sheets,
        pictures.read_text(encoding="utf-8"),
        page_style(),
        *((FRONTEND / "present" / f"{name}.css").read_text(encoding="utf-8") for name in _PRESENT),
        (_STYLE / "print.css").read_text(encoding="utf-8"),
    ]
    return _SPACE.sub("\n", _COMMENT.sub("", "\n".join(parts))).strip() + "\n"
