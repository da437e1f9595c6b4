# SPDX-License-Identifier: MIT
"""Activities: one module per kind, their registry, and the reader of their files."""
