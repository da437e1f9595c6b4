# SPDX-License-Identifier: MIT
"""Empty rings to draw and write in, on paper."""

from __future__ import annotations

from html import escape

from sunlit.pictures import Picture

_MIDDLE = 34
_OUTSIDE = 296


def empty_rings(count: int, title: str) -> Picture:
    """Return ``count`` rings round a middle, in black on white, with ``title`` as their words."""
    step = (_OUTSIDE - _MIDDLE) / count
    radii = [_MIDDLE, *(round(_MIDDLE + step * number, 1) for number in range(1, count + 1))]
    circles = "".join(
        f'<circle r="{radius}" fill="none" stroke="#1a1a1a" '
        f'stroke-width="{3 if radius == _MIDDLE else 2}"/>'
        for radius in radii
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-300 -300 600 600" '
        'class="sunlit-picture" role="img" aria-labelledby="rings-t rings-d">'
        f'<title id="rings-t">{escape(title)}</title><desc id="rings-d"></desc>{circles}</svg>'
    )
    return Picture(svg, title, "")
