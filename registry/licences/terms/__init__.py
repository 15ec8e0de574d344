# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Terms: what a licence lets, makes and forbids people to do, by use, each sentence with its clause."""
