# SPDX-License-Identifier: MIT
"""Interface strings in other languages: the same keys, the same braces."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import making
from sunlit.explaining import nearest
from sunlit.problems import ContentError
from sunlit.source import Source, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parent.parent.parent / "catalogue"
_FIRST = "en.yml"
_BRACE = re.compile(r"\{[a-z_]+\}")


def check(folder: Path = FOLDER) -> Iterator[Finding]:
    """Find strings that a translation lacks, invents, or robs of a brace."""
    others = [file for file in sorted(folder.glob("*.yml")) if file.name != _FIRST]
    if not others:
        return
    english = read_yaml(folder / _FIRST).data
    for file in others:
        try:
            source = read_yaml(file)
        except ContentError as error:
            for problem in error.problems:
                place = problem.line or 1, problem.column or 1
                yield find(making.FORMAT, file, place, problem.message, mend=problem.mend)
            continue
        yield from _compared(source, english)


def _compared(source: Source, english: dict[str, str]) -> Iterator[Finding]:
    file = source.file
    data = source.data if isinstance(source.data, dict) else {}
    for key in english:
        if key not in data:
            yield find(making.STRING, file, (1, 1), f"'{key}' is missing", mend=f"Add '{key}: …'.")
    for key, text in data.items():
        place = source.place((key,))
        if key not in english and str(key).split("@")[0] not in english:
            mend = f"Take it out, or mend its name.{nearest(str(key), list(english))}"
            yield find(making.STRING, file, place, f"'{key}' is unknown", mend=mend)
            continue
        wanted = set(_BRACE.findall(english.get(key, english[str(key).split("@")[0]])))
        lost = sorted(wanted - set(_BRACE.findall(str(text))))
        if lost and key in english:
            mend = f"Keep {', '.join(lost)} in the text."
            yield find(making.STRING, file, place, f"{key}: {text}", mend=mend)
