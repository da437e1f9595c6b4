# SPDX-License-Identifier: MIT
"""Problems as Sphinx warnings: file, line and how to mend; fatal under ``-W``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util import logging

if TYPE_CHECKING:
    from sunlit.problems import ContentError

_LOG = logging.getLogger(__name__)


def warn(message: str, location: Any) -> None:
    """Warn at ``location``: a node, ``(document, line)`` or ``file:line``."""
    _LOG.warning("%s", message, location=location)


def warn_of(error: ContentError, told: set[str]) -> None:
    """Warn of each problem that is not in ``told`` yet, and add it there."""
    for problem in error.problems:
        if str(problem) in told:
            continue
        told.add(str(problem))
        place = f"{problem.file}:{problem.line}" if problem.line else str(problem.file)
        _LOG.warning("%s", f"{problem.message} {problem.mend}".strip(), location=place)
