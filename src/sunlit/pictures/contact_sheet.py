# SPDX-License-Identifier: MIT
"""A page for authors that shows every figure, feeling, posture, scene, thing and sign."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from sunlit.pictures.colours import stylesheet
from sunlit.pictures.description import PictureDescription
from sunlit.pictures.drawing import draw
from sunlit.pictures.names import FEELINGS, POSTURES, SCENES, SIGNS, THINGS, WHO
from sunlit.pictures.postures import TOO_LARGE_TO_HOLD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sunlit.pictures.names import Theme

_PAGE = """<!doctype html>
<html lang="en"{dark}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures: {name}</title>
<style>
{css}
body {{ font: 1rem/1.5 Lexend, Verdana, sans-serif; margin: 1rem; }}
html[data-theme="dark"] {{ color: #f5efe2; background: #151b2b; }}
ul {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1rem; }}
ul {{ padding: 0; list-style: none; }}
ul.scenes {{ grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); }}
code {{ font-size: .9rem; overflow-wrap: anywhere; }}
</style>
<h1>Pictures: {name}</h1>
{body}
</html>
"""


class Section(NamedTuple):
    """A heading, and descriptions as an author writes them."""

    heading: str
    descriptions: list[dict[str, Any]]


def sections() -> Iterator[Section]:
    """Yield everything the vocabulary can show, each word at least once."""
    for who in WHO:
        feelings: list[dict[str, Any]] = [{"who": who, "feeling": name} for name in FEELINGS]
        yield Section(f"{who}: feelings", feelings)
        postures = [{"who": who, "feeling": "busy", "posture": name} for name in POSTURES]
        yield Section(f"{who}: postures", postures)
    hugs = [
        {"who": who, "feeling": "calm", "hugs": {"who": friend, "feeling": "kind"}}
        for who, friend in zip(WHO, (*WHO[1:], WHO[0]), strict=True)
    ]
    yield Section("hugs", hugs)
    held = [name for name in THINGS if name not in TOO_LARGE_TO_HOLD]
    yield Section("holds", [{"who": "hare", "feeling": "kind", "holds": name} for name in held])
    yield Section("says", [{"who": "mouse", "feeling": "kind", "says": [name]} for name in SIGNS])
    figures = [{"who": "bear", "feeling": "happy"}, {"who": "badger", "feeling": "kind"}]
    scenes = [{"scene": name, "figures": figures} for name in SCENES]
    yield Section("scenes", scenes)
    yield Section("things", [{"scene": "plain", "things": [name]} for name in THINGS])


def contact_sheet(out_dir: Path) -> list[Path]:
    """Write the sheet in daylight, in evening colours and for paper.

    Parameters
    ----------
    out_dir
        The folder to write to; it is made when missing.

    Returns
    -------
    list[Path]
        The three pages.

    """
    out_dir.mkdir(parents=True, exist_ok=True)
    pages = []
    themes: tuple[tuple[str, Theme, str], ...] = (
        ("daylight", "css", ""),
        ("evening", "css", ' data-theme="dark"'),
        ("paper", "print", ""),
    )
    for name, theme, dark in themes:
        page = out_dir / f"pictures-{name}.html"
        body = "\n".join(_section(section, theme) for section in sections())
        text = _PAGE.format(name=name, dark=dark, css=stylesheet(), body=body)
        page.write_text(text, encoding="utf-8")
        pages.append(page)
    return pages


def _section(section: Section, theme: Theme) -> str:
    start = "".join(letter if letter.isalnum() else "-" for letter in section.heading)
    items = []
    for index, wanted in enumerate(section.descriptions):
        picture = draw(
            PictureDescription.model_validate(wanted), uid=f"{start}-{index}", theme=theme
        )
        words = ", ".join(f"{key}: {_yaml(value)}" for key, value in wanted.items())
        items.append(f"<li>{picture.svg}<code>{escape(words)}</code></li>")
    kind = ' class="scenes"' if "scene" in section.descriptions[0] else ""
    return f"<h2>{escape(section.heading)}</h2>\n<ul{kind}>{''.join(items)}</ul>"


def _yaml(value: object) -> str:
    """Write a value as an author would, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    return str(value)
