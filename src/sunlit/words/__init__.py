# SPDX-License-Identifier: MIT
"""The kinder-words checker: terms as data, a matcher, and an explanation for each hit."""

from sunlit.words.checker import Match, check_words, rules_for_band
from sunlit.words.own_text import check_own_text
from sunlit.words.safeguarding import Cue, check_message

__all__ = ["Cue", "Match", "check_message", "check_own_text", "check_words", "rules_for_band"]
