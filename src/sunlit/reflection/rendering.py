# SPDX-License-Identifier: MIT
"""The three pages and their files: strings filled in, everything escaped, nothing inline."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sunlit.reflection.wording import STRINGS, wording

if TYPE_CHECKING:
    from starlette.requests import Request

    from sunlit.reflection.help_card import HelpCard

PAGES = Path(__file__).parent / "pages"
_TOKENS = Path(__file__).parent.parent / "frontend" / "tokens.css"

_KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_SHARED = ("base.css", "theme.js", "dom.js", "icon.svg")
ASSETS = {
    "join": (*_SHARED, "join.css", "join.js", "coin.js", "phrases.js"),
    "control": (
        *_SHARED,
        "control.css",
        "control.js",
        "wall.css",
        "wall.js",
        "picture.js",
        "service.js",
        "paper.css",
    ),
}


@cache
def _file(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def _json_in_html(value: object) -> str:
    """Return JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def help_section(card: HelpCard, language: str) -> str:
    """Return the help card as HTML; it is the same whatever was answered."""
    people = "".join(
        f"<li><strong>{html.escape(who)}</strong> <span>{html.escape(where)}</span></li>"
        for who, where in card.people
    )
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in card.lines)
    more = html.escape(wording("join.more-help", language))
    place = html.escape(card.more)
    link = f'<p><a class="btn" href="{place}" target="_blank" rel="noopener">{more}</a></p>'
    parts = [
        f"<ul class=people>{people}</ul>" if people else "",
        f"<ul>{lines}</ul>" if lines else "",
        link if card.more else "",
    ]
    return "".join(parts)


def page(name: str, card: HelpCard, language: str = "en") -> Response:
    """Return a whole page; each place in its template is an escaped string of the catalogue."""
    strings = {key: wording(key, language) for key in STRINGS["en"]}
    places = {re.sub(r"\W", "_", key): html.escape(v) for key, v in strings.items()}
    wanted = ("join.",) if name == "join" else ("control.", "wall.", "picture.")
    words = {key: text for key, text in strings.items() if key.startswith(wanted)}
    filled = Template(_file(f"{name}.html")).substitute(
        places,
        language=html.escape(language),
        words=_json_in_html(words),
        help_card=help_section(card, language),
        logo=_file("logo.svg"),
        talk=_file("talk.svg"),
        light=_file("light.svg"),
        window=_file("window.svg"),
    )
    return HTMLResponse(filled)


_FACE = """@font-face {{
  font-family: "Sunlit Lexend"; font-weight: 350 700; font-display: swap;
  src: url("/{pages}/lexend.woff2") format("woff2");
}}
body {{ font-weight: 350; }}
"""


def asset_routes(pages: str, book: Path | None) -> list[Route]:
    """Return the routes of the files that a listener's pages load, and of no others.

    The typeface is the subset that the built book carries; without a book the pages use the
    device's own.
    """

    def serve(name: str, content: str | bytes) -> Route:
        async def asset(request: Request) -> Response:  # noqa: ARG001 (a fixed file)
            return Response(content, media_type=_KINDS[Path(name).suffix])

        return Route(f"/{pages}/{name}", asset)

    routes = [serve(name, _file(name)) for name in ASSETS[pages]]
    fonts = sorted((book / "_static").rglob("sunlit-lexend-*.woff2")) if book else []
    if fonts:
        routes.append(serve("lexend.woff2", fonts[0].read_bytes()))
    routes.append(serve("type.css", _FACE.format(pages=pages) if fonts else ""))
    return [*routes, serve("tokens.css", _TOKENS.read_text(encoding="utf-8"))]
