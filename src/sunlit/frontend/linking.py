# SPDX-License-Identifier: MIT
"""Join the front-end modules into one script.

ES modules do not load from ``file://``, and a notebook takes one file per widget, so
each module is wrapped in a function and its imports become constants. The modules
keep to a small part of the language, which `_wrap` checks: named imports from
``./NAME.js`` at the top, ``export function``, ``export const`` or ``export default {``
at the start of a line.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.activities.registry import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FRONTEND = Path(__file__).resolve().parent
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[a-z_/-]+)\.js";[ ]*\n', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?:async )?(?:function\*?|const|class) ([A-Za-z_$][\w$]*)", re.MULTILINE
)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*$", re.MULTILINE)


def _name(file: Path) -> str:
    return "$" + "_".join(file.relative_to(FRONTEND).with_suffix("").parts).replace("-", "_")


def _wrap(file: Path, linked: dict[Path, str], needing: tuple[Path, ...] = ()) -> None:
    """Add ``file`` and what it imports to ``linked``, each after what it needs.

    Raises
    ------
    ValueError
        When a module uses a form of import or export that is not joined here, or two
        modules need each other.

    """
    if file in linked:
        return
    if file in needing:
        ring = " needs ".join(one.name for one in (*needing[needing.index(file) :], file))
        raise ValueError(f"found modules in a ring: {ring}; wanted imports that run one way.")
    text = file.read_text(encoding="utf-8")
    constants = []
    for names, path in _IMPORT.findall(text):
        needed = (file.parent / f"{path}.js").resolve()
        _wrap(needed, linked, (*needing, file))
        constants.append(f"const {{{names.replace(' as ', ': ')}}} = {_name(needed)};")
    body = _IMPORT.sub("", text)
    exported = _EXPORT.findall(body)
    body = re.sub(r"^export (?=(?:async )?(?:function|const|class))", "", body, flags=re.MULTILINE)
    body = _DEFAULT.sub("const $default = ", body)
    if left := _LEFT.search(body):
        raise ValueError(
            f"{file.name}: found '{left.group().strip()}'; "
            'wanted imports as: import { name } from "./module.js"; '
            "and exports as: export function, export const, export default."
        )
    names = [*exported, *(["$default"] if "const $default = " in body else [])]
    linked[file] = (
        f"const {_name(file)} = (() => {{\n"
        + "\n".join(constants)
        + "\n"
        + body
        + f"\nreturn {{{', '.join(names)}}};\n}})();\n"
    )


@cache
def widget_module(kind: str) -> str:
    """Return the ES module of ``kind`` in anywidget's form, with all it needs inside."""
    file = FRONTEND / "kinds" / f"{kind}.js"
    card = FRONTEND / "card.js"
    linked: dict[Path, str] = {}
    for part in (file, card):
        _wrap(part, linked)
    return (
        "".join(linked.values()) + f"export default {_name(card)}.widget({_name(file)}.$default);\n"
    )


def page_script(strings: Mapping[str, str], kinds: Iterable[str] = tuple(KINDS)) -> str:
    """Return the classic script for pages: the ``kinds``, the page host, the strings."""
    linked: dict[Path, str] = {}
    host = FRONTEND / "host.js"
    files = [FRONTEND / "kinds" / f"{kind}.js" for kind in kinds]
    for file in [*files, host]:
        _wrap(file, linked)
    modules = ", ".join(f"{json.dumps(file.stem)}: {_name(file)}.$default" for file in files)
    texts = json.dumps(dict(strings), ensure_ascii=False)
    start = f"{_name(host)}.start({{{modules}}}, {texts});\n"
    return '(() => {\n"use strict";\n' + "".join(linked.values()) + start + "})();\n"


def classic_script(entry: str) -> str:
    """Return one classic script: the module ``entry``, such as ``present/stage``, and its needs."""
    linked: dict[Path, str] = {}
    _wrap(FRONTEND / f"{entry}.js", linked)
    return '(() => {\n"use strict";\n' + "".join(linked.values()) + "})();\n"


_DARK_NOTEBOOK = ':is([data-jp-theme-light="false"], .vscode-dark)'
_SCOPES = {
    ":root {": ".sunlit {",
    'html[data-theme="dark"] {': f"{_DARK_NOTEBOOK} .sunlit {{",
}


def page_style() -> str:
    """Return the style sheet of activities for a page that has the tokens already.

    The rules that every kind shares come first, then those of each kind that has its own.
    """
    own = (FRONTEND / "kinds" / f"{kind}.css" for kind in KINDS)
    shared = (FRONTEND / name for name in ("activity.css", "chart.css", "sheet.css"))
    files = [*shared, *(file for file in own if file.is_file())]
    return "".join(file.read_text(encoding="utf-8") for file in files)


@cache
def widget_style() -> str:
    """Return the style sheet of an activity in a notebook: tokens and activity rules.

    The tokens belong to the widget's own wrapper there, and follow the notebook's light
    or dark theme; the page round it keeps its own colours.

    Raises
    ------
    ValueError
        When the tokens have a scope that is not known here.

    """
    tokens = (FRONTEND / "tokens.css").read_text(encoding="utf-8")
    for page, wrapper in _SCOPES.items():
        if tokens.count(page) != 1:
            raise ValueError(
                f"tokens.css: wanted '{page}' once, found it {tokens.count(page)} times."
            )
        tokens = tokens.replace(page, wrapper)
    tokens = tokens.replace("[data-band=", ".sunlit[data-band=")
    pictures = (FRONTEND.parent / "pictures" / "pictures.css").read_text(encoding="utf-8")
    pictures = pictures.replace('html[data-theme="dark"]', f"{_DARK_NOTEBOOK} .sunlit")
    return tokens + pictures + page_style()
