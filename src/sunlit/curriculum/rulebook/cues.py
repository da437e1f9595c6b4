# SPDX-License-Identifier: MIT
"""The words that a pattern can't match without, read off the pattern itself.

Most texts hold none of the words of most patterns, and looking for words is far quicker
than looking for a pattern. The words of all patterns are kept in ``cues.json``: run
``python -m sunlit.curriculum.rulebook.cues`` after a change to a rule; a test tells when
that was forgotten, and another that no cue hides what its pattern would find.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sunlit.curriculum.rulebook.rule import pattern_text

KEPT = Path(__file__).parent / "cues.json"
WORD = re.compile(r"\w+")
"""A word as cues know it: hyphens and apostrophes part words."""
Cue = list[str]
"""Words of which a text must hold one; ``*`` at the end stands for any ending."""

_MOST_WORDS = 150
_MOST_CHARACTERS = 12
_MOST_TURNS = 3
_AT_A_START = frozenset({""})
_Begun = frozenset[str] | None
"""What a word may begin with so far, counted from its first letter: ``{""}`` between two
words, None inside a word whose beginning is open."""


class _Read(NamedTuple):
    """The cues of a part of a pattern, and the word that the part leaves unfinished."""

    cues: list[Cue]
    begun: _Begun


def cues(find: str) -> list[Cue]:
    """Return the cues of a pattern: every text that it matches holds a word of each."""
    from re import _parser  # type: ignore[attr-defined] # noqa: PLC0415 - see `cues_of`

    read = _sequence(_parser.parse(pattern_text(find)), None)
    every = dict.fromkeys(map(tuple, [*read.cues, *_ended(read.begun, "*")]))
    found = [list(cue) for cue in every]
    return [cue for cue in found if not any(_stricter(each, cue) for each in found)]


def _stricter(one: Cue, other: Cue) -> bool:
    """Whether a text that holds a word of ``one`` holds one of ``other`` in any case."""
    return one != other and all(
        any(word == each or (each[-1] == "*" and word.startswith(each[:-1])) for each in other)
        for word in one
    )


def cues_of(find: str) -> list[Cue]:
    """Return the cues of a pattern as kept; only a pattern just changed is read anew."""
    kept = _kept().get(find)
    return cues(find) if kept is None else kept


@cache
def _kept() -> dict[str, list[Cue]]:
    kept: dict[str, list[Cue]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return kept


def _sequence(items: Any, begun: _Begun) -> _Read:
    found: list[Cue] = []
    for operator, argument in items:
        read = _item(str(operator), argument, begun)
        found += read.cues
        begun = read.begun
    return _Read(found, begun)


def _item(operator: str, argument: Any, begun: _Begun) -> _Read:
    if operator == "LITERAL":
        return _characters({chr(argument)}, begun)
    if operator == "IN":
        return _characters(_alternatives(argument), begun)
    if operator == "AT":
        return _Read(_ended(begun), _AT_A_START)
    if operator == "SUBPATTERN":
        return _sequence(argument[3], begun)
    if operator == "BRANCH":
        return _branch([_sequence(each, begun) for each in argument[1]])
    if operator in {"MAX_REPEAT", "MIN_REPEAT"}:
        least, most, items = argument
        return _repeat(least, most, items, begun)
    if operator == "ASSERT_NOT" and str(argument) == "(-1, [(IN, [(CATEGORY, CATEGORY_WORD)])])":
        return _Read([], _AT_A_START)  # (?<!\w): a word starts here
    if operator in {"ASSERT", "ASSERT_NOT"}:
        return _Read([], begun)
    return _Read(_ended(begun, "*"), None)


def _alternatives(members: list[tuple[Any, Any]]) -> set[str] | None:
    """Return the characters that ``[…]`` stands for; None for too many, or unknown ones."""
    found: set[str] = set()
    for operator, argument in members:
        name = str(operator)
        if name == "LITERAL":
            found.add(chr(argument))
        elif name == "RANGE" and argument[1] - argument[0] < _MOST_CHARACTERS:
            found |= {chr(code) for code in range(argument[0], argument[1] + 1)}
        elif name == "CATEGORY" and str(argument) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}:
            found.add(" ")
        elif name == "CATEGORY" and str(argument) == "CATEGORY_DIGIT":
            found |= set("0123456789")
        else:
            return None
    return found if len(found) <= _MOST_CHARACTERS else None


def _characters(characters: set[str] | None, begun: _Begun) -> _Read:
    """Go on by one character out of several."""
    if characters is None:
        return _Read(_ended(begun, "*"), None)
    letters = {each.lower() for each in characters if WORD.match(each)}
    if not letters:
        return _Read(_ended(begun), _AT_A_START)
    if begun is None:
        return _Read([], None)
    if len(begun) * len(letters) > _MOST_WORDS:
        return _Read(_ended(begun, "*"), None)
    longer = frozenset(word + letter for word in begun for letter in letters)
    if len(letters) == len(characters):
        return _Read([], longer)
    return _Read(_ended(begun, "*"), longer | _AT_A_START)


def _branch(reads: list[_Read]) -> _Read:
    """One of several parts: a word of any of them, and any of their unfinished words."""
    begun = _either([read.begun for read in reads])
    known = [read.cues for read in reads]
    if any(known) or begun is None or "" in begun:  # the words go on apart from each other
        known = [read.cues + _ended(read.begun, "*") for read in reads]
    found: list[Cue] = []
    if all(known):
        best = (min(some, key=lambda cue: (len(cue), -len("".join(cue)))) for some in known)
        found = [sorted({word for cue in best for word in cue})]
    return _Read(found, begun)


def _repeat(least: int, most: int, items: Any, begun: _Begun) -> _Read:
    found: list[Cue] = []
    for _ in range(min(least, _MOST_TURNS)):
        read = _sequence(items, begun)
        found += read.cues
        begun = read.begun
    if most == least <= _MOST_TURNS:
        return _Read(found, begun)
    found += _ended(begun, "*")
    after = _sequence(items, begun).begun
    if (most > least + 1 or least > _MOST_TURNS) and after != _AT_A_START:
        after = None
    return _Read(found, _either([begun, after]))


def _either(all_begun: list[_Begun]) -> _Begun:
    known = [begun for begun in all_begun if begun is not None]
    return frozenset().union(*known) if len(known) == len(all_begun) else None


def _ended(begun: _Begun, ending: str = "") -> list[Cue]:
    """Return the cue of a word that ends here or, with ``*``, that may go on."""
    if begun is None or "" in begun:
        return []
    return [sorted(word + ending for word in begun)]


def compile_all() -> dict[str, list[Cue]]:
    """Return the cues of every pattern of the rulebook."""
    from sunlit.curriculum.rulebook import TERMS  # noqa: PLC0415 - the rules load this module

    return {find: cues(find) for terms in TERMS for find in terms.find}


if __name__ == "__main__":
    text = json.dumps(compile_all(), ensure_ascii=False, separators=(",", ":")) + "\n"
    KEPT.write_text(text.replace("]],", "]],\n"), encoding="utf-8", newline="\n")
