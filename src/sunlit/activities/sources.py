# SPDX-License-Identifier: MIT
"""A source that a definition names by its key in ``references.bib``."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from sunlit.content import content_root
from sunlit.curriculum.references import Reference, references
from sunlit.explaining import say
from sunlit.problems import ContentError

BIBLIOGRAPHY = "references.bib"


def _looked_up(key: Any, info: ValidationInfo) -> Reference:
    """Return the source of ``key``, from the bibliography beside the lesson or our own."""
    if isinstance(key, Reference):
        return key
    if not isinstance(key, str):
        raise PydanticCustomError(
            "source", "wanted the key of a source, found {found}", {"found": say(key)}
        )
    root = Path((info.context or {}).get("root") or content_root())
    file = root / BIBLIOGRAPHY
    try:
        known = references(file if file.is_file() else content_root() / BIBLIOGRAPHY)
    except ContentError as error:
        raise PydanticCustomError(
            "source", "{problem}", {"problem": error.problems[0].message.rstrip(".")}
        ) from error
    if key not in known:
        near = get_close_matches(key, known, n=1)
        raise PydanticCustomError(
            "source",
            "wanted the key of a source in references.bib, found '{key}'{nearest}",
            {"key": key, "nearest": f"; the nearest is '{near[0]}'" if near else ""},
        )
    return known[key]


Source = Annotated[Reference, BeforeValidator(_looked_up), WithJsonSchema({"type": "string"})]
"""Written as a key, such as ``whitley2017``; read as a `Reference`."""


def in_full(source: Reference) -> str:
    """Return the source as an answer key names it: who and when, what, where."""
    return " ".join(
        part for part in (f"{source.short}:", source.title + ".", source.address) if part
    )
