# SPDX-License-Identifier: MIT
"""Paper: worksheets, keys, guides, letters and slips as tagged PDF.

Content is the neutral blocks of the activities and the Markdown of the guides; the
pages are Typst templates that receive nothing but data.
"""

from sunlit.handouts.checking import HandoutError
from sunlit.handouts.kinds import DEFAULT_KINDS, KINDS
from sunlit.handouts.writing import write_handouts

__all__ = ["DEFAULT_KINDS", "KINDS", "HandoutError", "write_handouts"]
