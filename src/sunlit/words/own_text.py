# SPDX-License-Identifier: MIT
"""Check the curriculum's own texts, in which some words are named to discuss them.

In Markdown a word under discussion carries an explicit mark, ``[crazy]{.discussed}``
(MyST's ``attrs_inline``); code, addresses and front matter are left alone. In YAML,
where texts have no markup, quotation marks are the mark.
"""

from __future__ import annotations

import re

from sunlit.words.checker import Match, check_words

# Each keeps its length: what is masked turns into spaces, so offsets stay true.
_MASKED = [
    re.compile(r"\A---\n.*?\n---\n", re.DOTALL),
    re.compile(r"^(`{3,}|~{3,})[ \t]*(?!\{)[^\n]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE),
    re.compile(
        r"^(`{3,}|:{3,})\{(?:code|math|raw|activity|helplines)[^\n]*\n.*?^\1[ \t]*$",
        re.DOTALL | re.MULTILINE,
    ),
    re.compile(r"`[^`\n]+`"),
    re.compile(r"(?<=\])\([^()\n]*\)"),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"<[a-z/][^<>\n]*>"),
]
_DISCUSSED = re.compile(r"\[[^\[\]]*\]\{[^{}\n]*\.discussed\b[^{}\n]*\}")
_NOT_LINE_END = re.compile(r"[^\n]")


def mask(text: str, syntax: str = "markdown") -> str:
    """Return ``text`` with what is not running prose turned into spaces of equal length.

    ``syntax`` is ``markdown``, ``yaml`` or ``plain``; marked words under
    discussion are masked in all three.
    """
    patterns = [_DISCUSSED, *(_MASKED if syntax == "markdown" else ())]
    if syntax == "yaml":
        patterns.append(re.compile(r"(?m)^[ \t]*#[^\n]*$"))
    for pattern in patterns:
        text = pattern.sub(lambda found: _NOT_LINE_END.sub(" ", found.group()), text)
    return text


def check_own_text(
    text: str,
    band: str = "ages-14-18",
    *,
    syntax: str = "markdown",
    quotes_are_mentions: bool | None = None,
) -> list[Match]:
    """Return the phrases in one of our own texts that are used, not discussed.

    ``quotes_are_mentions`` defaults to true for ``yaml`` and false otherwise.
    ``band`` is best left alone: our own texts keep every rule at every age.
    """
    if quotes_are_mentions is None:
        quotes_are_mentions = syntax == "yaml"
    return check_words(mask(text, syntax), band, quotes_are_mentions=quotes_are_mentions)
