# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Recorded exchanges: real answers of GitHub, as PyGithub's tests keep them.

A record is eleven lines: protocol, verb, host, port, path, request headers, input, status, headers (a list of
pairs), body, and an empty one. Read from PyGithub's source distribution (LGPL) where it can be had; none of it
is kept here.
"""

from __future__ import annotations

import ast
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

_LINES = 11
_REPOSITORY = re.compile(r"/repos/[^/?]+/[^/?]+|/repositories/[0-9]+")
_LIST = re.compile(r"/(?:orgs|users)/[^/?]+/repos(?:\?.*)?")


@dataclass(frozen=True)
class Record:
    """One recorded answer."""

    name: str
    path: str
    status: int
    headers: dict[str, str]
    body: bytes
    date: datetime

    @property
    def is_edited(self) -> bool:
        """Whether somebody changed the body by hand: PyGithub's tests shorten some, and change owners in others."""
        told: dict[str, Any] = json.loads(self.body)
        owner = str(told["full_name"]).partition("/")[0]
        shortened = "default_branch" not in told or told["clone_url"] == "…"
        return shortened or bool(told["owner"]["login"].lower() != owner.lower())

    @property
    def is_list(self) -> bool:
        """Whether this is a list of an account's repositories."""
        return _LIST.fullmatch(self.path) is not None


def records_of_repositories(source: Path, since: int) -> Iterator[Record]:
    """Give the answers about repositories that were recorded in the year `since` or later."""
    with tarfile.open(source) as archive:
        for member in archive:
            if "/ReplayData/" not in member.name or not member.isfile():
                continue
            file = archive.extractfile(member)
            assert file is not None
            lines = file.read().decode().split("\n")
            for first in range(0, len(lines) - _LINES + 1, _LINES):
                record = _record(member.name.rpartition("/")[2], lines[first : first + _LINES])
                if record is not None and record.date.year >= since:
                    yield record


def _record(name: str, lines: list[str]) -> Record | None:
    verb, host, path, status, headers, body = (lines[number] for number in (1, 2, 4, 7, 8, 9))
    about = _REPOSITORY.fullmatch(path) or _LIST.fullmatch(path)
    if verb != "GET" or host != "api.github.com" or not about:
        return None
    pairs = {key.lower(): value for key, value in ast.literal_eval(headers)}
    if "date" not in pairs:
        return None
    return Record(name, path, int(status), pairs, body.encode(), parsedate_to_datetime(pairs["date"]))
