# SPDX-License-Identifier: MIT
"""Our own texts keep the language guide (handbook, 6): the words checker over each text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import making
from sunlit.words import check_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.rules.material import Material


def check(material: Material) -> Iterator[Finding]:
    """Find wording that the checker would question in a pupil's text.

    Words marked as discussed are left alone; in data, where texts have no markup,
    quotation marks are the mark.
    """
    for passage in material.passages:
        if passage.kind == "words" and passage.path[1:2] not in {("title",), ("how",)}:
            continue  # the text that a class is asked to mend
        text = passage.text
        for start, end in passage.discussed:
            text = text[:start] + " " * (end - start) + text[end:]
        for match in check_words(text, quotes_are_mentions=passage.source is not None):
            if match.note:
                continue
            rule = making.WORDING if match.severity == "H" else making.WORDING_SOFT
            reason = match.reason or "These words are about suicide or self-harm: they need care."
            better = " or ".join(f"“{each}”" for each in match.suggestions) or "something else"
            yield find(
                rule, passage.file, passage.place(match.start, match.end), match.text,
                reason=reason, better=better, words=match.text,
            )  # fmt: skip
