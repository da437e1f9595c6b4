# SPDX-License-Identifier: MIT
"""The English strings of the class reflection, by key; one dictionary per language."""

from __future__ import annotations

from types import MappingProxyType

_EN = {
    # the release
    "release.withheld": "Not shown: too few answers, or answers too alike.",
    "release.coin-withheld": "Not shown: the coins hide too much in a group this small.",
    "release.same": "About the same as before: no part changed by two in ten or more.",
    "release.or": " or ",
    "release.tenths": "{n} in 10",
    "release.sentence": "About {n} in ten: {label}.",
    "release.about": (
        "About {n} answers, rounded to tenths. Small groups are joined, so nobody can be picked "
        "out. Passes are never shown."
    ),
    "release.coin-range": (
        "Between {fewest} and {most} pupils of about {n} would say yes. The coins hide the rest."
    ),
    "release.coin-share": (
        "About {tenths} in ten would say yes (between {fewest} and {most} pupils of about {n})."
    ),
    # before and after
    "compare.too-few": "Too few to say.",
    "compare.same": "No clear change: less than two in ten either way.",
    "compare.more": "About {n} in ten more ({low} to {high}).",
    "compare.fewer": "About {n} in ten fewer ({low} to {high}).",
    "compare.unclear": "Too few to say: it could be anything from {low} to {high}.",
    "compare.end-more": "{n} in ten more",
    "compare.end-fewer": "{n} in ten fewer",
    "compare.end-none": "no change",
    "compare.cause": "This cannot show that the lesson caused the change.",
    # counter
    "counter.about": "About {n} of {size}",
    "number.0": "none",
    "number.1": "one",
    "number.2": "two",
    "number.3": "three",
    "number.4": "four",
    "number.5": "five",
    "number.6": "six",
    "number.7": "seven",
    "number.8": "eight",
    "number.9": "nine",
    "number.10": "ten",
}

STRINGS = MappingProxyType({"en": MappingProxyType(_EN)})


def wording(key: str, language: str = "en", **values: object) -> str:
    """Return the string of ``key`` with its places filled in; English where a language lacks it."""
    text = STRINGS.get(language, STRINGS["en"]).get(key, _EN[key])
    return text.format(**values) if values else text


def number(value: int, language: str = "en") -> str:
    """Return a whole number from 0 to 10 as a word."""
    return wording(f"number.{value}", language)
