# SPDX-License-Identifier: MIT
"""What is wrong in a file that a person wrote, said so that they can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    Attributes
    ----------
    file
        The file, as its reader knows it.
    line, column
        Counted from 1; 0 when the problem belongs to the file as a whole.
    message
        What was wanted and what was found.
    mend
        How to put it right, in words for somebody who does not program.

    """

    file: Path
    line: int
    column: int
    message: str
    mend: str = ""

    def __str__(self) -> str:
        place = str(self.file)
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return f"{place}: {self.message}" + (f" {self.mend}" if self.mend else "")


class ContentError(ValueError):
    """A lesson, activity or data file can't be used; carries every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
