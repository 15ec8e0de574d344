# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The measures: run by `make bench MIRRORS=DIR`, printed as figures and ratios. No test depends on a time."""
