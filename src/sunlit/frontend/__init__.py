# SPDX-License-Identifier: MIT
"""The front end: shared controls, one ES module per kind, the page host, the style."""
