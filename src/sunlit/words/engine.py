# SPDX-License-Identifier: MIT
"""The matcher: compiled rules run over a text. Standard library only.

The same compiled data run in ``frontend/words_engine.js``. The two files are
kept in step function by function, but for what only saves time here, and one file
of cases runs through both; a change here needs the same change there.

How it works. The text is folded (lower case, plain quotes and apostrophes,
accents removed) code point by code point, so offsets stay valid, then cut into
tokens. Each rule hangs on the first word of its marked part; at each token that
some rule hangs on, the rule's patterns are tried to the left and right. A hit
counts unless one of the rule's ``fine`` patterns matches at the same place or
its sentence speaks against it (see ``_excused``).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTER = "\x7f"
_ASCII = 0x80
_SYMBOLS = 0x2000  # from here on: punctuation, symbols, scripts without spaces
_TOKEN = re.compile(
    r"https?://[^ \t\r\n\f\v]+|www\.[^ \t\r\n\f\v]+"
    r"|@[a-z0-9_]+"
    r"|[a-z0-9\x7f]+(?:['*][a-z0-9\x7f]+)*"
    r"|\n[ \t]*(?=[\n\-*#>|+])"
    r"|[^ \t\r\n\f\va-z0-9\x7f-]"
)
_WORDLIKE = re.compile(r"[a-z0-9\x7f]")
_LONG_RUN = re.compile(r"([a-z])\1\1+")
_ENDS = frozenset((".", "!", "?", "\n"))
_CITED_BESIDE = 2
_SPEAKING = frozenset(
    [
        "said",
        "says",
        "shouted",
        "shouts",
        "yelled",
        "muttered",
        "mutters",
        "snapped",
        "told",
        "tells",
        "replied",
        "cried",
        "whispered",
        "sneered",
        "hissed",
        "laughed",
        "joked",
        "jokes",
        "screamed",
        "called",
        "killer",
        "killers",
        "attacker",
        "gunman",
    ]
)
_QUOTES = frozenset("\"'")
_CLAUSE_ENDS = _ENDS | frozenset(",;:\"'()/")

Pattern = list[Any]


_PARTS = ("match", "fine", "beside", "near", "not_near")


def _ready(pattern: Pattern) -> Pattern:
    """Return a pattern with its words as sets."""
    return [[(op, frozenset(arg) if op[0] == "w" else arg) for op, arg in part] for part in pattern]


class Found(NamedTuple):
    """One hit: offsets in code points and the number of the rule."""

    start: int
    end: int
    rule: int


class _Folder(dict[int, int]):
    """Code point to folded code point: see ``fold`` in the compiled data."""

    def __missing__(self, code: int) -> int:
        folded = code if code < _ASCII else (ord(_LETTER) if code < _SYMBOLS else ord(" "))
        self[code] = folded
        return folded


class Engine:
    """Compiled rules, ready to run; make one for each set of rules and keep it."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take compiled data (see ``compiler.compile_rules``) as read from JSON."""
        self.rules: list[dict[str, Any]] = [
            {**rule, **{part: [_ready(p) for p in rule[part]] for part in _PARTS}}
            for rule in data["rules"]
        ]
        self.folder = _Folder()
        for code in range(0x41, 0x5B):
            self.folder[code] = code + 32
        for plain, folded in zip(data["fold"][0], data["fold"][1], strict=True):
            self.folder[ord(plain)] = ord(folded)
        self.spellings: dict[str, str] = data["spellings"]
        self.veiled: frozenset[str] = frozenset(data.get("veiled", ()))
        self._lists = {n: _WordList(entries) for n, entries in data["lists"].items()}
        self._contexts = {
            name: {part: [_ready(p) for p in found] for part, found in parts.items()}
            for name, parts in data["contexts"].items()
        }
        self._indexes: dict[int, dict[str, list[Pattern]]] = {}
        self.triggers: dict[str, list[tuple[int, Pattern, frozenset[str]]]] = {}
        for number, rule in enumerate(self.rules):
            for pattern in rule["match"]:
                needed = self._needed(pattern)
                for word in self._first_words(pattern):
                    self.triggers.setdefault(word, []).append((number, pattern, needed))

    def find(self, text: str, *, quotes_are_mentions: bool = False) -> list[Found]:
        """Return the hits in ``text``, in order, none overlapping another."""
        reading = _Reading(self, text, quotes_are_mentions=quotes_are_mentions)
        hits: list[tuple[int, int, int]] = []
        triggers = self.triggers
        held = frozenset(reading.words)
        for i, word in enumerate(reading.words):
            if word in triggers:
                for number, pattern, needed in triggers[word]:
                    if needed.isdisjoint(held):
                        continue  # most fail here, so look before walking
                    end = self._match(pattern, reading.words, i)
                    if end > i and not self._excused(self.rules[number], reading, i, end):
                        hits.append((i, -end, number))
        hits.sort()
        found: list[Found] = []
        free_from = 0
        for i, minus_end, number in hits:
            if i >= free_from:
                free_from = -minus_end
                found.append(Found(reading.starts[i], reading.ends[free_from - 1], number))
        return found

    def words(self, text: str) -> list[str]:
        """Return the text as the words the rules see: folded, mended, in order."""
        return _Reading(self, text, quotes_are_mentions=False).words

    def _first_words(self, pattern: Pattern) -> list[str]:
        op, argument = pattern[1][0]
        if op == "w":
            return list(argument)
        return [*self._lists[argument].words, *self._lists[argument].forward]

    def _needed(self, pattern: Pattern) -> frozenset[str]:
        """Return the shortest choice of words that a text must hold one of, beside the first."""
        left, marked, right = pattern
        choices: list[frozenset[str]] = []
        for op, argument in (*left, *marked[1:], *right):
            if op == "w":
                choices.append(argument)
            elif op == "l":
                choices.append(frozenset(self._lists[argument].starts))
        return min(choices, key=len, default=frozenset(self._first_words(pattern)))

    def _match(self, pattern: Pattern, words: list[str], i: int) -> int:
        """Return the token after the marked part if the pattern fits at ``i``, else -1."""
        left, marked, right = pattern
        if left:
            op, argument = left[0]
            if op == "w" and (i == 0 or words[i - 1] not in argument):
                return -1  # most fail here, so look before walking
            if self._walk(left, 0, words, i - 1, -1) is None:
                return -1
        if marked[0][0] == "w":  # callers come by an index of first words: it fits
            end = i + 1 if len(marked) == 1 else self._walk(marked, 1, words, i + 1, 1)
        else:
            end = self._walk(marked, 0, words, i, 1)
        if end is None:
            return -1
        if right and self._walk(right, 0, words, end, 1) is None:
            return -1
        return end

    def _walk(self, elements: list[Any], k: int, words: list[str], i: int, step: int) -> int | None:  # noqa: C901, PLR0912 - one branch an element
        """Fit elements from ``k`` on at token ``i``, going ``step``; where it ends."""
        size = len(words)
        while k < len(elements):
            op, argument = elements[k]
            here = words[i] if 0 <= i < size else ""
            if op == "w":
                if here not in argument or not here:
                    return None
                i += step
            elif op == "w?":
                if here and here in argument:
                    end = self._walk(elements, k + 1, words, i + step, step)
                    if end is not None:
                        return end
            elif op == "$":
                if here and here not in _CLAUSE_ENDS:
                    return None
            elif op == "w$":
                if here and here in argument:
                    i += step
                elif here and here not in _CLAUSE_ENDS:
                    return None
            elif op == "g":
                for skip in range(argument + 1):
                    end = self._walk(elements, k + 1, words, i + skip * step, step)
                    if end is not None:
                        return end
                    at = i + skip * step
                    if not 0 <= at < size or words[at] in _ENDS:
                        return None
                return None
            else:
                for length in self._lists[argument].lengths(words, i, step):
                    end = self._walk(elements, k + 1, words, i + length * step, step)
                    if end is not None:
                        return end
                if op == "l" or (op == "l$" and here and here not in _CLAUSE_ENDS):
                    return None
            k += 1
        return i

    def _excused(self, rule: Mapping[str, Any], reading: _Reading, i: int, end: int) -> bool:  # noqa: C901 - one reason after another
        """Tell whether the sentence around a hit makes it fine."""
        words = reading.words
        for pattern in rule["fine"]:
            if words[i] in self._first_words_set(pattern) and self._match(pattern, words, i) > i:
                return True
        if rule["beside"] and self._beside(rule["beside"], words, i, end):
            return True
        low, high = reading.sentence(i)
        if rule["near"] and not self._any(rule["near"], words, low, high):
            return True
        if rule["not_near"] and self._any(rule["not_near"], words, low, high):
            return True
        for name in rule["excuses"]:
            if name == "title":
                if reading.is_name(i, end, low, high):
                    return True
                continue
            context = self._contexts[name]
            if name == "mention" and (quote := reading.quote(i, end)):
                if reading.quotes_are_mentions or reading.is_cited(*quote, end - i):
                    return True
                if self._any(context["quoted"], words, low, high):
                    return True
            if (
                self._any(context["before"], words, low, i)
                or self._any(context["after"], words, end, high)
                or self._beside(context["beside"], words, i, end)
            ):
                return True
        return False

    def _first_words_set(self, pattern: Pattern) -> Any:
        op, argument = pattern[1][0]
        return argument if op == "w" else self._lists[argument].starts

    def _beside(self, patterns: list[Pattern], words: list[str], i: int, end: int) -> bool:
        """Match patterns whose marked part is ``*``, standing for the hit itself."""
        for left, _, right in patterns:
            if (not left or self._walk(left, 0, words, i - 1, -1) is not None) and (
                not right or self._walk(right, 0, words, end, 1) is not None
            ):
                return True
        return False

    def _any(self, patterns: list[Pattern], words: list[str], low: int, high: int) -> bool:
        """Tell whether any pattern fits at a token in ``[low, high)``."""
        index = self._indexes.get(id(patterns))
        if index is None:
            index = {}
            for pattern in patterns:
                for word in self._first_words(pattern):
                    index.setdefault(word, []).append(pattern)
            self._indexes[id(patterns)] = index
        for at in range(low, high):
            if words[at] in index:
                for pattern in index[words[at]]:
                    if self._match(pattern, words, at) > at:
                        return True
        return False

    def word(self, token: str) -> str:
        """Return the word a token stands for: no apostrophes, known misspellings mended."""
        if "'" in token and len(token) > 1:
            token = token.replace("'", "")
        token = self.spellings.get(token, token)
        if self.veiled:
            veiled = veil(token)
            if veiled in self.veiled:
                return self.spellings.get(veiled, veiled)
        return token

    def unrolled(self, token: str) -> str:
        """Shorten runs of letters: ``soooo`` to ``so``, ``killlled`` to ``killed``."""
        double = self.word(_LONG_RUN.sub(r"\1\1", token))
        single = self.word(_LONG_RUN.sub(r"\1", token))
        return double if double in self.triggers and single not in self.triggers else single


class _Reading:
    """A text cut into tokens, with what is asked about it found when asked."""

    def __init__(self, engine: Engine, text: str, *, quotes_are_mentions: bool) -> None:
        self.text = text
        self.quotes_are_mentions = quotes_are_mentions
        folded = text.lower() if text.isascii() else text.translate(engine.folder)
        self.folded = folded
        self.words: list[str] = []
        spellings, triggers = engine.spellings, engine.triggers
        plain = not engine.veiled
        runs = _LONG_RUN.search(folded) is not None
        for word in _TOKEN.findall(folded):
            if runs and _LONG_RUN.search(word):
                word = engine.unrolled(word)  # noqa: PLW2901 - the word it stands for
            elif not plain:
                word = engine.word(word)  # noqa: PLW2901
            else:
                if "'" in word and len(word) > 1:
                    word = word.replace("'", "")  # noqa: PLW2901
                if word in spellings:
                    word = spellings[word]  # noqa: PLW2901
            if len(word) > _LONG_WORD and word[-1] == word[-2] and word not in triggers:
                shorter = word[:-1]
                if shorter in triggers:
                    word = shorter  # noqa: PLW2901
            self.words.append(word)
        self._quotes: list[tuple[int, int]] | None = None

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where the tokens stand: asked for only where something was found."""
        return [found.span() for found in _TOKEN.finditer(self.folded)]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [start for start, _ in self._spans]

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return [end for _, end in self._spans]

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence around token ``i``."""
        low = i
        while low > 0 and not self._ends_sentence(low - 1):
            low -= 1
        high = i
        while high < len(self.words) and not self._ends_sentence(high):
            high += 1
        return low, high

    def _ends_sentence(self, k: int) -> bool:
        """Tell a sentence end from a full stop just before a closing quotation mark."""
        if self.words[k] not in _ENDS:
            return False
        return k + 1 >= len(self.words) or self.words[k + 1] not in _QUOTES

    def quote(self, i: int, end: int) -> tuple[int, int] | None:
        """Return the quotation marks around tokens ``[i, end)``, or None."""
        if self._quotes is None:
            self._quotes = self._find_quotes()
        return next(((a, b) for a, b in self._quotes if a < i and end <= b), None)

    def is_cited(self, opening: int, closing: int, size: int) -> bool:
        """Tell whether a quotation names a word or phrase rather than what someone says.

        It holds little beside the hit, nothing in it ends a clause, and no verb
        of speaking stands right beside it.
        """
        inside = self.words[opening + 1 : closing]
        if len(inside) > size + _CITED_BESIDE or any(word in _CLAUSE_ENDS for word in inside):
            return False
        beside = [
            *self.words[max(0, opening - 2) : opening],
            *self.words[closing + 1 : closing + 4],
        ]
        return not any(word in _SPEAKING for word in beside)

    def _find_quotes(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        double = single = -1
        for i, word in enumerate(self.words):
            if word == '"':
                if double < 0:
                    double = i
                else:
                    spans.append((double, i))
                    double = -1
            elif word == "'":
                before = self.ends[i - 1] == self.starts[i] if i else False
                after = i + 1 < len(self.words) and self.starts[i + 1] == self.ends[i]
                if after and not before:
                    single = i
                elif single >= 0 and before:
                    spans.append((single, i))
                    single = -1
            elif word == "\n":
                double = single = -1
        return spans

    def _capital(self, i: int) -> bool:
        return "A" <= self.text[self.starts[i]] <= "Z"

    def is_name(self, i: int, end: int, low: int, high: int) -> bool:
        """Tell whether ``[i, end)`` reads as a part of a name or title.

        All its words begin with a capital (but are not all capitals) in a
        sentence that is otherwise plain; at the head of a sentence, where any
        word has a capital, the next word must have one too.
        """
        for k in range(i, end):
            if not self._capital(k):
                return False
            written = self.text[self.starts[k] : self.ends[k]]
            if len(written) > 1 and not any("a" <= letter <= "z" for letter in written):
                return False
        lower = 0
        for k in range(low, high):
            letter = self.folded[self.starts[k]]
            if "a" <= letter <= "z" and len(self.words[k]) > _LONG_WORD and not self._capital(k):
                lower += 1
        if lower < _PLAIN_SENTENCE:
            return False
        while low < i and not _WORDLIKE.match(self.words[low]):
            low += 1
        return i > low or (end < high and self._capital(end) and self.words[end] not in _SELF)


_LONG_WORD = 3
_PLAIN_SENTENCE = 1
_SELF = frozenset(("i", "im", "ive", "id", "ill"))


class _WordList:
    """A named list, indexed by first and by last word."""

    def __init__(self, entries: list[Any]) -> None:
        self.words = {e for e in entries if isinstance(e, str)}
        self.forward: dict[str, list[list[str]]] = {}
        self.backward: dict[str, list[list[str]]] = {}
        for entry in entries:
            if not isinstance(entry, str):
                self.forward.setdefault(entry[0], []).append(entry)
                self.backward.setdefault(entry[-1], []).append(entry[::-1])
        for index in (self.forward, self.backward):
            for longer in index.values():
                longer.sort(key=len, reverse=True)
        self.starts = self.words | set(self.forward)

    def lengths(self, words: list[str], i: int, step: int) -> list[int]:
        """Return how many tokens each fitting entry takes at ``i``, longest first."""
        if not 0 <= i < len(words):
            return []
        lengths: list[int] = []
        for entry in (self.forward if step > 0 else self.backward).get(words[i], ()):
            size = len(entry)
            here = words[i : i + size] if step > 0 else words[max(0, i - size + 1) : i + 1][::-1]
            if here == entry:
                lengths.append(size)
        if words[i] in self.words:
            lengths.append(1)
        return lengths


def veil(word: str) -> str:
    """Return a short one-way mark for a word (FNV-1a, 32 bits, eight hex digits).

    Pages below ages-14-18 carry these marks in place of words about suicide.
    """
    value = 0x811C9DC5
    for letter in word:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return f"{value:08x}"
