# SPDX-License-Identifier: MIT
"""The QR code that leads from paper to the page, and its address in words."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

QUIET = 4
"""Modules of white round the code (ISO/IEC 18004)."""
CODE_MM = 22
"""Side of the code itself in millimetres, without its white."""


@dataclass(frozen=True)
class Code:
    """A code as SVG, and the side in millimetres that it is printed at with its white."""

    svg: bytes
    side: float


def code(address: str) -> Code:
    """Return the QR code of ``address``, error level M."""
    import segno  # noqa: PLC0415 - only where a school has an address

    made = segno.make_qr(address, error="m")
    modules = made.symbol_size(border=0)[0]
    buffer = io.BytesIO()
    made.save(
        buffer, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None, nl=False
    )
    return Code(buffer.getvalue(), round(CODE_MM * (modules + 2 * QUIET) / modules, 2))


def in_words(address: str, length: int = 22) -> list[str]:
    """Return ``address`` without its scheme, cut into lines of about ``length`` for reading.

    Lines end after a slash, a dot or a hyphen, as near to ``length`` as these allow.
    """
    plain = re.sub(r"\Ahttps?://", "", address)
    lines = [""]
    for part in re.findall(r"[^/.-]*[/.-]|[^/.-]+", plain):
        if lines[-1] and len(lines[-1]) + len(part) > length:
            lines.append("")
        lines[-1] += part
    return [line for line in lines if line]
