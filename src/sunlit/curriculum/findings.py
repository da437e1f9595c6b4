# SPDX-License-Identifier: MIT
"""What the linter says: findings, the report, and exceptions written in a file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path  # noqa: TC003 - kept results are read back by their types
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.curriculum.reading_level import Reading
    from sunlit.curriculum.rulebook.rule import Rule

_ALLOW = re.compile(
    r"^[ \t]*(?P<mark>[%#])[ \t]*sunlit-allow:[ \t]*(?P<rule>[^\s]*)[ \t]*(?P<reason>.*)$"
)
_REASON_WORDS = 3


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a rule of the handbook is not kept.

    Attributes
    ----------
    file, line, column
        Where, counted from 1; what is missing from a file is found at its start.
    rule
        The handbook's rule id, such as ``B-15`` or ``7.1``.
    words
        The words it is about, or what is missing.
    why
        The rule in one line.
    mend
        How to put it right.
    must
        Whether the rule blocks publication; the others advise.
    see
        Where else in the handbook it says so.

    """

    file: Path
    line: int
    column: int
    rule: str
    words: str
    why: str
    mend: str
    must: bool = True
    see: tuple[str, ...] = ()

    def __str__(self) -> str:
        level = "must" if self.must else "advice"
        also = f", see also {', '.join(self.see)}" if self.see else ""
        head = f"{self.file}:{self.line}:{self.column}: {self.rule} ({level}{also}): {self.words}"
        return f"{head}\n    why: {self.why}\n    mend: {self.mend}"

    def as_data(self) -> dict[str, object]:
        """Return it as plain data for other programs."""
        return {
            "file": self.file.as_posix(),
            "line": self.line,
            "column": self.column,
            "rule": self.rule,
            "words": self.words,
            "why": self.why,
            "mend": self.mend,
            "must": self.must,
            "see": list(self.see),
        }


def find(rule: Rule, file: Path, place: tuple[int, int], words: str, /, **names: object) -> Finding:
    """Return a finding of ``rule`` at ``place`` (line, column).

    ``names`` fill the names in braces in the rule's texts.
    """
    return Finding(
        file,
        *place,
        rule.id,
        " ".join(words.split()),
        rule.why.format_map(names),
        rule.mend.format_map(names),
        rule.must,
        rule.see,
    )


@dataclass(frozen=True)
class Exempt:
    """An exception that an author wrote beside the words, with a reason."""

    finding: Finding
    reason: str


@dataclass
class Report:
    """Everything found in one run."""

    findings: list[Finding] = field(default_factory=list)
    exempt: list[Exempt] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    files: int = 0

    @property
    def exit_code(self) -> int:
        """1 when a *must* rule is broken, else 0."""
        return int(any(finding.must for finding in self.findings))

    def shortened(self, folder: Path) -> Report:
        """Return the report with paths as seen from ``folder``."""

        def near(finding: Finding) -> Finding:
            inside = finding.file.is_relative_to(folder)
            return replace(finding, file=finding.file.relative_to(folder)) if inside else finding

        return Report(
            sorted(near(finding) for finding in self.findings),
            [Exempt(near(entry.finding), entry.reason) for entry in self.exempt],
            self.readings,
            self.files,
        )

    def as_text(self, *, readings: bool = False) -> str:
        """Return the report for a person; ``readings`` adds how each lesson reads."""
        lines = [str(finding) for finding in sorted(self.findings)]
        if self.exempt:
            lines += ["", "Allowed, each with its reason:"]
            lines += [
                f"{entry.finding.file}:{entry.finding.line}:{entry.finding.column}: "
                f"{entry.finding.rule}: {entry.finding.words}\n    because: {entry.reason}"
                for entry in self.exempt
            ]
        if readings:
            lines += ["", *(str(reading) for reading in self.readings)]
        must = sum(finding.must for finding in self.findings)
        lines.append(
            f"{self.files} files checked: {must} to mend, {len(self.findings) - must} to think "
            f"about, {len(self.exempt)} allowed with a reason."
        )
        return "\n".join(lines).lstrip("\n")

    def as_json(self) -> str:
        """Return one finding a line, as JSON; allowed ones carry ``allowed``, the reason."""
        rows = [finding.as_data() for finding in sorted(self.findings)]
        rows += [entry.finding.as_data() | {"allowed": entry.reason} for entry in self.exempt]
        return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


@dataclass(frozen=True)
class Allowance:
    """A line such as ``% sunlit-allow: B-33 quoted in order to correct it``.

    It covers the block of text that follows, up to the next empty line; in YAML
    (``# sunlit-allow: …``) the line below. Without a reason of three words it covers
    nothing.
    """

    line: int
    last: int
    rule: str
    reason: str

    @property
    def valid(self) -> bool:
        """Whether it names a rule and gives a reason."""
        return bool(self.rule) and len(self.reason.split()) >= _REASON_WORDS

    def covers(self, finding: Finding) -> bool:
        """Whether it excuses ``finding``."""
        return self.valid and finding.rule == self.rule and self.line <= finding.line <= self.last


def allowances(text: str) -> list[Allowance]:
    """Return the exceptions written in ``text``."""
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, start=1):
        if match := _ALLOW.match(line):
            last = number + 1
            while match["mark"] == "%" and last < len(lines) and lines[last].strip():
                last += 1
            found.append(Allowance(number, last, match["rule"], match["reason"].strip()))
    return found
