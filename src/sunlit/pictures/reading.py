# SPDX-License-Identifier: MIT
"""A picture's description out of a block on a page, with located problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from sunlit.explaining import explain
from sunlit.pictures.description import PictureDescription
from sunlit.problems import ContentError
from sunlit.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


def read_picture(text: str, file: Path, line: int) -> PictureDescription:
    """Return the description in ``text``, which starts at ``line`` of ``file``.

    Raises
    ------
    ContentError
        With every problem in it.

    """
    source = parse_yaml(text, file, first_line=line)
    try:
        return PictureDescription.model_validate(source.data)
    except ValidationError as error:
        raise ContentError(explain(error, source, (), PictureDescription)) from error
