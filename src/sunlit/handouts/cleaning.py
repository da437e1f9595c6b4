# SPDX-License-Identifier: MIT
"""Text and addresses made fit for paper, whatever was typed.

Typst prints every string literally, so nothing here escapes anything. What is taken out
are characters that no reader can see but that change what is read: control characters,
bidirectional overrides, tag characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

MAX_TEXT = 4_000
"""Longest single text in characters; a paragraph of a guide has about 600."""
MAX_PARTS = 200_000
"""Most values in one document; a guide has about 1,500, a pack of ten lessons 40,000."""
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
# Words this long have no place in a line; Thai, Lao, Khmer and CJK break without spaces.
_LONG = re.compile(r"[^\s\u200b\u0e00-\u0eff\u1780-\u17ff\u3000-\uffff]{46,}")
_STEP = 24
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x85]")
_UNPRINTED = frozenset({"to", "url", "image", "logo", "drawing"})
_SPACE = re.compile(r"\s")


def clean(text: str) -> str:
    """Return ``text`` without unseen characters, in Unicode's composed form (NFC).

    Joiners, direction marks and isolates stay: Arabic, Persian and Hindi need them.

    Raises
    ------
    ValueError
        When the text is longer than `MAX_TEXT`.

    """
    if len(text) > MAX_TEXT:
        raise ValueError(
            f"wanted at most {MAX_TEXT} characters in one text, found {len(text)}: "
            f"'{text[:40]}…'. Split it."
        )
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BREAKS.sub("\n", text)).replace("\t", " "))


def breakable(text: str) -> str:
    """Return ``text`` with places to break inside words too long for a line.

    The places are zero-width spaces, which neither show nor are read out.
    """
    return _LONG.sub(
        lambda found: "\u200b".join(
            found[0][start : start + _STEP] for start in range(0, len(found[0]), _STEP)
        ),
        text,
    )


def cleaned(data: Any) -> Any:
    """Return ``data`` (plain JSON) with every text clean; keys stay as they are.

    Raises
    ------
    ValueError
        When a text is too long or there are more than `MAX_PARTS` values.

    """
    left = MAX_PARTS

    def walk(value: Any, *, printed: bool = True) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise ValueError(f"wanted at most {MAX_PARTS} values in one document, found more.")
        if isinstance(value, str):
            return breakable(clean(value)) if printed else clean(value)
        if isinstance(value, dict):
            return {key: walk(item, printed=key not in _UNPRINTED) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [walk(item) for item in value]
        return value

    return walk(data)


def link_address(address: str) -> str | None:
    """Return ``address`` where it may become a link on paper, or None.

    Allowed are the schemes of `SCHEMES` in any case, without spaces or unseen
    characters; everything else, such as ``javascript:``, stays plain text.
    """
    if not address or clean(address) != address or _SPACE.search(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES:
        return None
    if parts.scheme.lower() in {"http", "https"} and not parts.netloc:
        return None
    return address
