# SPDX-License-Identifier: MIT
"""A lesson's texts as passages: who reads each, and where each character stands.

A passage is a paragraph, a list item, a heading or one text of an activity. Markup is
turned into spaces of the same length, so that a position in the passage is a position
in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from sunlit.curriculum.pieces import Directive, Heading, Piece, Prose, inner
from sunlit.curriculum.rulebook import cues
from sunlit.curriculum.rulebook.rule import small
from sunlit.curriculum.sentences import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sunlit.source import Key, Place, Source

# What is not running text, turned into spaces.
_MASKED = (
    re.compile(r"\{[a-z:]+\}`[^`\n]*`"),  # roles such as cite
    re.compile(r"`+[^`\n]*`+"),  # code
    re.compile(r"(?<=\])\([^()\s]*\)"),  # the address of a link
    re.compile(r"https?://\S+"),
    re.compile(r"\{[^{}\n]*\.discussed[^{}\n]*\}"),
)
_SPECIAL = ("`", "](", "http", ".discussed")  # what each of these has in it
_MARKS = re.compile(
    r"(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]|^[ \t]*(?:>[ \t]?)+"
    r"|\*+|(?<!\w)_+|_+(?!\w)|[\[\]#]|^[ \t|:-]+$"
)
_NOT_LINE_END = re.compile(r"[^\n]")
_DISCUSSED = re.compile(r"\[([^\[\]]*)\]\{[^{}\n]*\.discussed\b[^{}\n]*\}")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)")
_NO_PROSE = frozenset({"activity", "picture", "agreement", "code-cell"})
_ITEM = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+]|\d+[.)])[ \t]|[ \t]*(?:>[ \t]?)*\|")
_BLANK = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*\Z")

_KEY = re.compile(r"[^\s:]+:[ ]")

_NO_TEXT = frozenset(
    {"kind", "id", "type", "mode", "about", "icon", "picture", "pictures", "fits", "answer", "at",
     "moment", "source", "sources", "address", "url", "key", "cite", "country", "unit", "format"}
)  # fmt: skip
_ANSWERS = re.compile(r"\A(?:why|feedback|then|after|leads|says|reason|reply|note|explain|what_)")


@dataclass(eq=False)  # neither frozen nor compared: there are many, and that would cost time
class Passage:
    """One piece of text.

    Attributes
    ----------
    file
        Where it stands.
    part
        Who meets it: a name out of `sunlit.curriculum.rulebook.rule.EVERYONE`.
    text
        The words, with markup as spaces.
    line
        Line of the first character.
    section, step
        The '## heading' and '### heading' it stands under; in data, its first key.
    kind
        The kind of activity it belongs to, else empty.
    path
        Its place in the data, for front matter and activities.
    tested
        Whether it is a statement to be judged, such as a choice that does not fit.
    discussed
        Spans marked as words under discussion.
    source, raw
        For data: where its parts stand, and the file's text.
    cited
        Whether it names a source.

    """

    file: Path
    part: str
    text: str
    line: int
    section: str = ""
    step: str = ""
    kind: str = ""
    path: tuple[Key, ...] = ()
    tested: bool = False
    discussed: tuple[tuple[int, int], ...] = ()
    source: Source | None = None
    raw: str = ""
    cited: bool = False

    @cached_property
    def small(self) -> str:
        """The text in small letters, each character in its place."""
        return small(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in small letters, to see quickly what can't be in it."""
        return frozenset(cues.WORD.findall(self.small))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where its sentences are."""
        return sentences(self.text)

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where it quotes, or marks words as discussed."""
        return [found.span() for found in _QUOTED.finditer(self.text)] + list(self.discussed)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the sentence around ``offset``."""
        for start, end in self.sentences:
            if offset < end:
                return min(start, offset), end
        return 0, len(self.text)

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether the span stands between quotation marks or is marked as discussed."""
        return any(left <= start and end <= right for left, right in self.quoted)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\n", self.text))]

    def place(self, start: int, end: int | None = None) -> Place:
        """Return (line, column) in the file of the words from ``start`` to ``end``."""
        if self.source is None:
            row = bisect_right(self._starts, start) - 1
            return self.line + row, start - self._starts[row] + 1
        return self._place_in_data(start, len(self.text) if end is None else end)

    def _place_in_data(self, start: int, end: int) -> Place:
        """Find the words in the file, from the place of their key on."""
        first = self.source.place(self.path) if self.source else (1, 1)
        lines = _lines(self.raw)
        written = lines[first[0] - 1]
        key = _KEY.match(written, first[1] - 1)
        at = written.find(self.text, key.end() if key else first[1] - 1)
        if at >= 0:  # the usual case: the whole text in one line, as it is
            return first[0], at + start + 1
        region = "\n".join([written[first[1] - 1 :], *lines[first[0] : first[0] + 40]])
        wanted = self.text[start:end].split()
        if not wanted:
            return first
        pattern = re.compile(r"\s+".join(_written(word) for word in wanted))
        before = len(list(pattern.finditer(" ".join(self.text[:start].split()))))
        # The key itself comes first on its line and may hold the same word.
        key = _KEY.match(region)
        found = list(pattern.finditer(region, key.end() if key else 0))
        if before >= len(found):
            return first
        offset = found[before].start()
        row = region.count("\n", 0, offset)
        column = offset - (region.rfind("\n", 0, offset) + 1)
        return first[0] + row, column + (first[1] if row == 0 else 1)


@lru_cache(maxsize=4)
def _lines(raw: str) -> list[str]:
    return raw.split("\n")


def _written(word: str) -> str:
    """Return a pattern of ``word`` as YAML may write it: a doubled or escaped quote."""
    return re.escape(word).replace("'", "''?").replace('"', r'\\?"')


def page_passages(file: Path, pieces: list[Piece], *, guide: bool) -> list[Passage]:
    """Return the passages of a lesson page or, with ``guide``, of a teacher guide."""
    found: list[Passage] = []
    section = step = ""
    for piece in pieces:
        if isinstance(piece, Heading):
            if piece.level <= 2:  # noqa: PLR2004 - '# title' and '## section'
                section, step = piece.text, ""
            else:
                step = piece.text
            found.append(_heading(file, piece, section, step, guide=guide))
        else:
            part = "letter" if section == "Family letter" else "guide"
            found += _passages(file, piece, part if guide else "page", section, step)
    return found


def _heading(file: Path, piece: Heading, section: str, step: str, *, guide: bool) -> Passage:
    marks = "#" * piece.level + " "
    text = " " * len(marks) + _masked(piece.text)
    part = "guide-heading" if guide else "heading"
    return Passage(
        file, part, text, piece.line, section, step, discussed=_marked(marks + piece.text)
    )


def _passages(file: Path, piece: Piece, part: str, section: str, step: str) -> Iterator[Passage]:
    if isinstance(piece, Prose):
        for line, raw in _blocks(piece):
            yield Passage(
                file, part, _masked(raw), line, section, step,
                discussed=_marked(raw), cited="{cite" in raw,
            )  # fmt: skip
    elif isinstance(piece, Directive) and piece.name not in _NO_PROSE:
        nested = "say" if piece.name == "say" else part
        for each in inner(piece):
            yield from _passages(file, each, nested, section, step)


def _blocks(piece: Prose) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each paragraph and list item; rows of a table stand alone."""
    block: list[str] = []
    first = 0
    for number, line in enumerate(piece.text.split("\n")):
        if block and (_BLANK.match(line) or _ITEM.match(line)):
            yield piece.line + first, "\n".join(block)
            block = []
        if not _BLANK.match(line):
            if not block:
                first = number
            block.append(line)
    if block:
        yield piece.line + first, "\n".join(block)


def _masked(raw: str) -> str:
    text = raw
    special = any(each in raw for each in _SPECIAL)
    for pattern in (*_MASKED, _MARKS) if special else (_MARKS,):
        text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    words = found.group()
    return _NOT_LINE_END.sub(" ", words) if "\n" in words else " " * len(words)


def _marked(raw: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span(1) for found in _DISCUSSED.finditer(raw))


def data_passages(source: Source, raw: str, *, front: bool) -> list[Passage]:
    """Return the passages of an activities' file or, with ``front``, of front matter."""
    found: list[Passage] = []
    data = source.data if isinstance(source.data, dict) else {}
    for name, value in data.items():
        kind = value.get("kind", "") if isinstance(value, dict) and not front else ""
        for path, text, tested in _texts(value, (name,), tested=False):
            if front and name in {"plan", "minutes"}:
                continue
            answers = any(isinstance(key, str) and _ANSWERS.match(key) for key in path[1:])
            part = "front" if front else "feedback" if answers else "prompt"
            found.append(
                Passage(
                    source.file,
                    part,
                    text,
                    source.place(path)[0],
                    str(name),
                    kind=kind if isinstance(kind, str) else "",
                    path=path,
                    tested=tested,
                    source=source,
                    raw=raw,
                )
            )
    return found


def _texts(
    data: Any, path: tuple[Key, ...], *, tested: bool
) -> Iterator[tuple[tuple[Key, ...], str, bool]]:
    if isinstance(data, str):
        if WORD.search(data):
            yield path, data, tested
    elif isinstance(data, dict):
        judged = (
            str(data.get("type", "")).startswith("true-false")
            or data.get("fits") is False
            or (isinstance(data.get("fits"), list) and "why" in data)
        )
        for key, value in data.items():
            if key not in _NO_TEXT:
                yield from _texts(value, (*path, key), tested=judged and key == "text")
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from _texts(value, (*path, position), tested=tested)
