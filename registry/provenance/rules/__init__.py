# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The tables of rules for work types and origins."""

RULES = 2
"""Raised whenever the same tree would get other work types or origins."""
