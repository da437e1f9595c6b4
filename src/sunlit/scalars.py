# SPDX-License-Identifier: MIT
"""What a single YAML value means: a text, a number, true or false, or nothing."""

from __future__ import annotations


def plain_value(tag: str, text: str) -> str | int | float | bool | None:
    """Return the value of ``text`` that YAML gives the type ``tag``.

    A number that is too odd to be read stays a text, and so does a date.

    Raises
    ------
    LookupError
        When ``tag`` is none of the plain types.

    """
    kind = tag.removeprefix("tag:yaml.org,2002:")
    try:
        if kind == "int":
            return int(text.replace("_", ""), 0) if text[:2] in {"0x", "0o"} else int(text)
        if kind == "float":
            return float(text)
    except ValueError:
        return text
    if kind in {"str", "timestamp", "!"}:
        return text
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in {"true", "yes", "on", "y"}
    raise LookupError(tag)
