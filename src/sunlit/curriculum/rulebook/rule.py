# SPDX-License-Identifier: MIT
"""A rule as data: what it is called, why it is there, how to keep it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

PUPILS = frozenset({"front", "page", "heading", "prompt", "feedback", "say"})
"""Parts of a lesson that pupils read or hear: front matter, the page's text and headings,
what an activity asks and answers, and the words to say in a guide."""
ADULTS = frozenset({"guide", "guide-heading", "letter"})
"""Parts that only adults read."""
EVERYONE = PUPILS | ADULTS

ALL = ("ages-05-07", "ages-08-10", "ages-11-13", "ages-14-18")
YOUNG = ALL[:2]
BELOW_14 = ALL[:3]


@dataclass(frozen=True)
class Rule:
    """One rule of the curriculum handbook, as an author meets it.

    Attributes
    ----------
    id
        The handbook's rule or section, such as ``B-15`` or ``7.1``; a short word for
        rules about the files themselves.
    why
        The rule in one line. Names in braces are filled in where it is found.
    mend
        How to put it right, likewise.
    must
        Whether it blocks publication; the others advise.
    see
        Other places in the handbook that say the same.

    """

    id: str
    why: str
    mend: str
    must: bool = True
    see: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """What to find in a text in `small` letters or, with ``as_written``, in the text itself."""

    find: str
    as_written: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first needs it: most never do."""
        if self.as_written:
            return re.compile(pattern_text(self.find), re.IGNORECASE)
        return either((self.find,))


@dataclass(frozen=True)
class Terms:
    """Words that break a rule, in some parts of some bands, and when they do not.

    Attributes
    ----------
    rule
        The rule they break.
    find
        Patterns, case ignored. Spaces stand for any white space, ' for any apostrophe.
    bands, parts
        Where they apply.
    unless
        Patterns that excuse a match: found anywhere in the same sentence.
    needs
        Patterns of which one must stand in the same sentence, when given.
    near
        The same as ``needs``, anywhere in the passage.
    negated
        A "not", "never" or "without" before the match in its sentence excuses it.
    quoted
        Words between quotation marks, or marked as discussed, are excused.
    tested
        A statement to be judged (true or false, or a choice that does not fit) is excused.
    kinds
        Only in activities of these kinds, when given.
    as_written
        Whether the patterns of ``find`` tell capitals from small letters somewhere, with
        ``(?-i:…)``; they are slower then.

    """

    rule: Rule
    find: tuple[str, ...]
    bands: tuple[str, ...] = ALL
    parts: frozenset[str] = EVERYONE
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    negated: bool = False
    quoted: bool = False
    tested: bool = False
    kinds: frozenset[str] = field(default_factory=frozenset)
    as_written: bool = False

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns of ``find``, one by one."""
        return tuple(Pattern(find, as_written=self.as_written) for find in self.find)

    @cached_property
    def excuse(self) -> re.Pattern[str] | None:
        """The patterns of ``unless`` as one."""
        return either(self.unless) if self.unless else None

    @cached_property
    def need(self) -> re.Pattern[str] | None:
        """The patterns of ``needs`` as one."""
        return either(self.needs) if self.needs else None

    @cached_property
    def nearby(self) -> re.Pattern[str] | None:
        """The patterns of ``near`` as one."""
        return either(self.near) if self.near else None


def either(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return ``patterns`` as one, to be looked for in a text in `small` letters.

    A space matches any white space, ' any apostrophe. "A space and a question mark"
    matches white space or nothing. Small letters are two to three times quicker to
    search than a pattern that ignores case.
    """
    joined = "|".join(f"(?:{pattern_text(pattern)})" for pattern in patterns)
    return re.compile(_CAPITAL.sub(lambda found: found.group().lower(), joined))


def pattern_text(pattern: str) -> str:
    """Return ``pattern`` with its spaces and apostrophes written out."""
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return spaced.replace("'", "['’]")


def small(text: str) -> str:
    """Return ``text`` in small letters, each character in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


_CAPITAL = re.compile(r"(?<!\\)[A-Z]")  # but not those of an escape such as \W
