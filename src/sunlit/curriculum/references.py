# SPDX-License-Identifier: MIT
"""The sources in ``references.bib``: what a ``{cite}`` may name, and how it reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sunlit.problems import ContentError, Problem

if TYPE_CHECKING:
    from pathlib import Path

CITE = re.compile(r"\{cite(?::[a-z]+)?\}`([^`]+)`")


@dataclass(frozen=True)
class Reference:
    """A source: its key, how a text names it, and where it was read."""

    key: str
    short: str
    title: str
    address: str
    note: str


def cited_keys(markdown: str) -> list[str]:
    """Return the keys of every ``{cite}`` role in ``markdown``, in order."""
    return [key.strip() for found in CITE.findall(markdown) for key in found.split(",")]


@cache
def references(file: Path) -> dict[str, Reference]:
    """Return the sources in ``file`` by key.

    Raises
    ------
    ContentError
        When the file is missing or is not BibTeX.

    """
    from pybtex.database import parse_file  # noqa: PLC0415 - loads only where sources are read
    from pybtex.exceptions import PybtexError  # noqa: PLC0415

    try:
        data = parse_file(str(file), bib_format="bibtex")
    except (PybtexError, OSError, UnicodeDecodeError) as error:
        raise ContentError(
            [Problem(file, getattr(error, "lineno", 0) or 0, 0, f"this is not BibTeX: {error}.")]
        ) from error
    return {key: _reference(key, entry) for key, entry in data.entries.items()}


def _reference(key: str, entry: object) -> Reference:
    fields = {name.lower(): _plain(text) for name, text in entry.fields.items()}  # type: ignore[attr-defined]
    people = entry.persons.get("author") or entry.persons.get("editor") or []  # type: ignore[attr-defined]
    names = [_plain(" ".join([*person.prelast_names, *person.last_names])) for person in people]
    if not names:
        who = fields.get("organization") or fields.get("publisher") or fields.get("title", key)
    elif len(names) <= 2:  # noqa: PLR2004 - two names are named, more are "and others"
        who = " and ".join(names)
    else:
        who = f"{names[0]} and others"
    year = fields.get("year", "no date")
    return Reference(
        key=key,
        short=f"{who}, {year}",
        title=fields.get("title", ""),
        address=fields.get("url")
        or (f"https://doi.org/{fields['doi']}" if "doi" in fields else ""),
        note=fields.get("note", ""),
    )


def _plain(text: str) -> str:
    return re.sub(r"[{}]|\\(?=[&%_#$])", "", text).strip()
