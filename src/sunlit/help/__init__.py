# SPDX-License-Identifier: MIT
"""Where to turn: helplines as dated data, and a school's own people."""

from sunlit.help.helplines import Helpline, countries, emergency_number, helplines
from sunlit.help.school import Contact, School, read_school

__all__ = [
    "Contact",
    "Helpline",
    "School",
    "countries",
    "emergency_number",
    "helplines",
    "read_school",
]
