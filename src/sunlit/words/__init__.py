# SPDX-License-Identifier: MIT
"""The kinder-words checker: terms as data, a matcher, and an explanation for each hit."""

from sunlit.words.checker import Match, check_words, rules_for_band

__all__ = ["Match", "check_words", "rules_for_band"]
