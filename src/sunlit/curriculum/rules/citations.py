# SPDX-License-Identifier: MIT
"""Every citation resolves, and none is left in a form that the book prints literally."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding
from sunlit.curriculum.references import CITE, references
from sunlit.explaining import nearest
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.rules.material import Material

_PANDOC = re.compile(r"\[-?@[A-Za-z0-9:_-]+[^\]]*\]|(?<![\w.])@[a-z]+[0-9]{4}[a-z]*\b")
_WHY = "Every fact has a source that a reader can open."


def check(material: Material) -> Iterator[Finding]:
    """Find citations of unknown sources and citations in another tool's form."""
    bibliography = material.lesson.root / "references.bib"
    try:
        known = list(references(bibliography))
    except ContentError as error:
        material.problems += [each for each in error.problems if each not in material.problems]
        return
    for file in material.files():
        for number, line in enumerate(material.lines(file), start=1):
            for found in CITE.finditer(line):
                for key in (part.strip() for part in found[1].split(",")):
                    if key not in known:
                        yield Finding(
                            file, number, found.start() + 1, "citations", f"the source '{key}'",
                            _WHY, f"Add it to references.bib, or mend it.{nearest(key, known)}",
                        )  # fmt: skip
            for found in _PANDOC.finditer(line):
                yield Finding(
                    file, number, found.start() + 1, "citations", found.group(),
                    "The book would print this as it stands.",
                    "Write {cite}`key` with a key from references.bib.",
                )  # fmt: skip
