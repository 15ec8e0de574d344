# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Every table of the register, as its stages describe them."""

from __future__ import annotations

import registry.agreements.records
import registry.custody.records
import registry.evidence.records
import registry.governance.records
import registry.licences.records
import registry.parties.records
import registry.pipeline.titles_records
import registry.provenance.findings
import registry.provenance.methods_records
import registry.provenance.records
import registry.provenance.rollup_records
from registry.database import Base

__all__ = ["METADATA", "registry"]

METADATA = Base.metadata
