# SPDX-License-Identifier: MIT
"""The rules that a program can check, one module per concern.

Each module has ``check(material) -> Iterator[Finding]``; `RULES` lists them.
"""

from sunlit.curriculum.rules import anatomy, citations, files, numbers

RULES = (files.check, anatomy.check, citations.check, numbers.check)
