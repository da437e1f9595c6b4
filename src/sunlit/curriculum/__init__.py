# SPDX-License-Identifier: MIT
"""Bands, themes and lessons as data; the linter of the curriculum's rules."""
