# SPDX-License-Identifier: MIT
"""``python -m sunlit`` is the ``sunlit`` command."""

from sunlit.cli import main

if __name__ == "__main__":
    main()
