# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a harvester may fail with: one sentence each, fit for the screen and for the record."""


class HarvestError(Exception):
    """The root of the harvesters' errors: what, which, what to do."""


class SourceError(HarvestError):
    """A source cannot be harvested: refused, missing, or no git repository."""


class UnreadableError(HarvestError):
    """One thing inside a source cannot be read; the rest can."""
