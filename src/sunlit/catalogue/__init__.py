# SPDX-License-Identifier: MIT
"""Interface strings: one file per language, the same keys in each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sunlit.problems import ContentError
from sunlit.source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = Path(__file__).parent


@cache
def strings(language: str = "en") -> Mapping[str, str]:
    """Return every interface string of ``language`` by its key, such as ``activity.pass``.

    A key ending in ``@ages-05-07`` is the wording for that band.

    Raises
    ------
    ContentError
        When the language has no catalogue, or an entry is no text.

    """
    source = read_yaml(_FOLDER / f"{language}.yml")
    problems = [
        source.problem((key,), f"wanted a text for '{key}', found {text!r}.", "Put it in quotes.")
        for key, text in source.data.items()
        if not isinstance(text, str)
    ]
    if problems:
        raise ContentError(problems)
    return MappingProxyType(source.data)


def wording(key: str, band: str = "", language: str = "en") -> str:
    """Return the string of ``key``, in the wording for ``band`` where there is one."""
    catalogue = strings(language)
    return catalogue.get(f"{key}@{band}", catalogue[key])
