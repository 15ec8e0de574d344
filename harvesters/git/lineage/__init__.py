# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lineage: which commit wrote each line, of all files of a commit in one walk, as `git blame` tells it of one.

The walk takes the history newest first. At each commit a line either stands in a parent, too, and is handed to
it, or the commit wrote it. What git blame does for each file anew - walking the history, comparing trees,
reading blobs - is done once for all of them, and only for paths that still hold unresolved lines.
"""
