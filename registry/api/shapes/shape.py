# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A shape: a typed part of an answer, frozen. Its fields are all there, always; what is not known is null."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """The root of every part of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")
