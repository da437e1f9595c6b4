# SPDX-License-Identifier: MIT
"""What the linter says: findings, the report, and exceptions written in a file."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ALLOW = re.compile(r"sunlit-allow:[ ]*(?P<rule>[A-Za-z0-9.-]+)[ ]*(?P<reason>[^\n>]*)")


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a rule of the handbook is not kept.

    Attributes
    ----------
    file, line, column
        Where; line and column count from 1, 0 means the file as a whole.
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

    """

    file: Path
    line: int
    column: int
    rule: str
    words: str
    why: str
    mend: str
    must: bool = True

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" + (f":{self.column}" if self.column else "")
        level = "must" if self.must else "advice"
        head = f"{place}: {self.rule} ({level}): {self.words}"
        return f"{head}\n    why: {self.why}\n    mend: {self.mend}"


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
    files: int = 0

    @property
    def exit_code(self) -> int:
        """1 when a *must* rule is broken, else 0."""
        return int(any(finding.must for finding in self.findings))

    def as_text(self) -> str:
        """Return the report for a person."""
        lines = [str(finding) for finding in sorted(self.findings)]
        lines += [
            f"{entry.finding.file}:{entry.finding.line}: {entry.finding.rule} allowed: "
            f"{entry.reason}"
            for entry in self.exempt
        ]
        must = sum(finding.must for finding in self.findings)
        lines.append(
            f"{self.files} files checked: {must} to mend, {len(self.findings) - must} to think "
            f"about, {len(self.exempt)} allowed with a reason."
        )
        return "\n".join(lines)

    def as_json(self) -> str:
        """Return one finding a line, as JSON."""
        return "\n".join(
            json.dumps(asdict(finding) | {"file": str(finding.file)}, ensure_ascii=False)
            for finding in sorted(self.findings)
        )


def allowed_lines(text: str) -> dict[int, dict[str, str]]:
    """Return, by line, the rules allowed there and why.

    ``<!-- sunlit-allow: B-33 quoted in order to correct it -->`` (Markdown) or
    ``# sunlit-allow: …`` (YAML) covers its own line and the one below. An exception
    without a reason of at least three words covers nothing.
    """
    allowed: dict[int, dict[str, str]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _ALLOW.finditer(line):
            reason = found["reason"].replace("--", "").strip()
            if len(reason.split()) >= 3:  # noqa: PLR2004 - a reason is a phrase, not a word
                for covered in (number, number + 1):
                    allowed.setdefault(covered, {})[found["rule"]] = reason
    return allowed
