# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`python -m registry.cli` is `os2-registry`."""

from registry.cli import main

main()
