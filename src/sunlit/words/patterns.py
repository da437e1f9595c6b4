# SPDX-License-Identifier: MIT
r"""The small pattern language of ``terms.yml``, and what it compiles to.

A pattern is a row of words with a marked part, the part a reader is shown::

    <be> [clean] since/for ..2 <time>?

=================  ==========================================================
``clean``          that word (any case, apostrophes ignored, hyphen = space)
``since/for``      one of these words
``suffer(s|ed)``   ``suffer``, ``suffers`` or ``suffered``
``<time>``         one entry of the named list (an entry may have many words)
``word?``          may be missing (also ``<time>?``)
``..2``            up to two tokens of any kind inside the sentence
``a/b/$``          one of these words, or the end of a clause
``<time>/ago``     one entry of the list, or that word
``$``              the end (left of ``[``: the start) of a clause; takes no word
``[ ]``            the marked part; without brackets the whole pattern
``,``              that punctuation mark (``\\?`` for a question mark)
=================  ==========================================================

Everything is bounded: there is no unlimited repetition, so a match costs a
bounded number of steps at each word of a text.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Element = list[Any]
"""``[op, argument]``: ``w`` words, ``l`` list, ``g`` gap; ``w?`` and ``l?`` optional."""

_WORD = re.compile(r"^[a-z0-9*@#]+$")
_SUFFIXED = re.compile(r"^([a-z0-9'*]+)\(([a-z0-9'|]*)\)$")
_ALTERNATIVES = re.compile(r"/(?![^(]*\))")
_PUNCTUATION = set(",;:!?\"'()&%/=+.*")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what was wanted."""


def split_alternatives(token: str) -> list[str]:
    """Return the words that one pattern token stands for, without apostrophes."""
    words: list[str] = []
    for written in _ALTERNATIVES.split(token):
        part = "?" if written == "\\?" else written
        suffixed = _SUFFIXED.match(part)
        if suffixed:
            base = suffixed.group(1)
            forms = [base, *(base + s for s in suffixed.group(2).split("|") if s)]
        else:
            forms = [part]
        for form in forms:
            plain = form.replace("'", "") if len(form) > 1 else form
            if not (_WORD.match(plain) or plain in _PUNCTUATION):
                raise PatternError(
                    f"“{form}” in “{token}” is no word: write lower-case letters, "
                    "digits or one punctuation mark"
                )
            words.append(plain)
    return words


def parse_element(token: str) -> Element:
    """Compile one pattern token (no brackets) to an element."""
    gap = re.fullmatch(r"\.\.(\d)", token)
    if gap:
        return ["g", int(gap.group(1))]
    if token == "$":  # noqa: S105 - a pattern token
        return ["$", 0]
    optional = token.endswith("?") and not token.endswith("\\?")
    if optional:
        token = token[:-1]
    mark = "?" if optional else ""
    parts = _ALTERNATIVES.split(token)
    if "$" in parts:
        token, mark = "/".join(part for part in parts if part != "$"), "$"
    named = re.fullmatch(r"<([a-z0-9-]+)>", token)
    if named or "<" in token:
        return ["l" + mark, named.group(1) if named else token]
    return ["w" + mark, split_alternatives(token)]


def parse_pattern(source: str) -> list[list[Element]]:
    """Compile a pattern to ``[left, marked, right]``; ``left`` is stored reversed.

    Raises PatternError for unbalanced brackets or a marked part that does not
    begin with a word or list that must be there.
    """
    parts: list[list[Element]] = [[], [], []]
    tokens = re.sub(r"([\[\]])", r" \1 ", source).split()
    if "[" not in tokens and "]" not in tokens:
        tokens = ["[", *tokens, "]"]
    if tokens.count("[") != 1 or tokens.count("]") != 1:
        raise PatternError(f"“{source}” needs one [marked part]")
    where = 0
    for token in tokens:
        if token in {"[", "]"}:
            where += 1
        else:
            parts[where].append(parse_element(token))
    if where != len("[]") or not parts[1] or parts[1][0][0] not in ("w", "l"):
        raise PatternError(f"the marked part of “{source}” must begin with a word or <list>")
    parts[0].reverse()
    return parts


def expand_list(
    name: str, sources: Mapping[str, Iterable[str]], _open: tuple[str, ...] = ()
) -> list[tuple[str, ...]]:
    """Return every word sequence of a named list; entries may use other lists.

    Raises PatternError for an unknown list, a list inside itself, or an entry
    with a gap or brackets.
    """
    if name in _open:
        raise PatternError(f"list <{name}> is inside itself")
    if "/" in name:
        entries: Iterable[str] = _ALTERNATIVES.split(name)
    elif name in sources:
        entries = sources[name]
    else:
        raise PatternError(f"there is no list <{name}>")
    found: dict[tuple[str, ...], None] = {}
    for source in entries:
        choices: list[list[tuple[str, ...]]] = []
        for op, argument in (parse_element(t) for t in source.split()):
            if op == "g":
                raise PatternError(f"list <{name}>: “{source}” may not have a gap")
            if op[0] == "l":
                options = expand_list(argument, sources, (*_open, name))
            else:
                options = [(word,) for word in argument]
            choices.append([*options, ()] if op.endswith("?") else options)
        for combination in itertools.product(*choices):
            words = tuple(itertools.chain.from_iterable(combination))
            if words:
                found[words] = None
    return list(found)


def names_in(pattern: list[list[Element]]) -> set[str]:
    """Return the names of the lists that a compiled pattern uses."""
    return {arg for part in pattern for op, arg in part if op[0] == "l"}


def words_in(pattern: list[list[Element]]) -> set[str]:
    """Return the words that stand in a compiled pattern itself."""
    return {word for part in pattern for op, arg in part if op[0] == "w" for word in arg}
