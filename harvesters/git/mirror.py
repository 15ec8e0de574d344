# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A mirror: our own bare copy of a repository, brought up to date from a URL."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

from harvesters.errors import HarvestError, MovedError, NotFoundError, SourceError, shown
from harvesters.git import arrival, process
from harvesters.git.address import Address, public_address
from harvesters.git.command import BRINGING, FETCH_BOUNDS, git
from harvesters.git.model import Fetched, Mirror
from harvesters.git.refs import RefText, read_refs, take_announced
from harvesters.git.store import locked, open_mirror
from harvesters.git.task import MIB, CommandError, Limits

__all__ = ["fetch_url", "open_mirror"]

_LISTING = ("ls-remote", "--symref", "--quiet", "source")
_FETCH = (
    *("fetch", "--stdin", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"),
    *("--no-auto-maintenance", "source"),
)
_STATUS = re.compile(r"returned error: (\d{3})")
_WARY = {
    "protocol.version": "2",
    "http.followRedirects": "false",
    "http.proxy": "",
    "http.sslVerify": "true",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "60",
    "http.userAgent": "os2-registry",
    "transfer.credentialsInUrl": "die",
    "transfer.fsckObjects": "false",  # real repositories fail it; index-pack computes every id anyway
    "fetch.unpackLimit": "1",
    "fetch.recurseSubmodules": "false",
} | BRINGING


def fetch_url(
    mirror: Mirror,
    url: str,
    *,
    token: str | None = None,
    blob_limit: int | None = None,
    timeout: float = 3600,
    allow_http_base: str | None = None,
) -> Fetched:
    """Bring branches and tags from a URL into the mirror; blobs over `blob_limit` bytes stay absent.

    `timeout` is in seconds. `allow_http_base` is the one http
    address that is trusted. Redirects are not followed: a token must not travel. Raises NotFoundError,
    MovedError, or SourceError with git's own reason.
    """
    address = public_address(url, allow_http_base=allow_http_base)
    settings = _settings(address, token, blob_limit)
    with locked(mirror):
        seen = _announced(mirror, address, settings)
        held = arrival.load(mirror)
        stamp = arrival.stamp(seen)
        if held and held.stamp == stamp and not held.problems:
            return Fetched(read_refs(mirror), changed=False, problems=())
        _bring(mirror, address, seen, settings, timeout)
        fetched = arrival.settle(mirror, seen, [])
        arrival.save(mirror, arrival.State(stamp, "", fetched.problems))
        return fetched


def _announced(mirror: Mirror, address: Address, settings: dict[str, str]) -> RefText:
    limits = Limits(seconds=300, output=512 * MIB)
    return take_announced(_ask(mirror, address, _LISTING, b"", (settings, limits)))


def _bring(mirror: Mirror, address: Address, seen: RefText, settings: dict[str, str], timeout: float) -> None:
    there, _ = arrival.present(mirror, seen.tips)
    wanted = sorted({oid for name, oid in seen.tips.items() if name not in there})
    limits = replace(FETCH_BOUNDS, seconds=timeout)
    if wanted:
        asked = "".join(f"{oid}\n" for oid in wanted).encode()
        _ask(mirror, address, _FETCH, asked, (settings, limits))


def _ask(
    mirror: Mirror,
    address: Address,
    command: tuple[str, ...],
    words: bytes,
    how: tuple[dict[str, str], Limits],
) -> bytes:
    settings, limits = how
    try:
        done = process.run(git(mirror, command, stdin=words, settings=settings, limits=limits))
    except CommandError as error:
        raise SourceError(f"{shown(address.url)} could not be fetched: {error}.") from error
    if done.code:
        raise _refusal(address, done.complaint)
    return done.out


def _refusal(address: Address, complaint: str) -> HarvestError:
    where = shown(address.url)
    status = found[1] if (found := _STATUS.search(complaint)) else ""
    if status in ("404", "410") or complaint.endswith("not found"):
        return NotFoundError(f"{where} is not there, or not for us: deleted, private, or never made.")
    if status in ("301", "302", "307", "308"):
        return MovedError(f"{where} has moved: ask its host for the new address.")
    if status in ("401", "403") or "Authentication failed" in complaint or "could not read" in complaint:
        return NotFoundError(f"{where} is not open to us: it is private, or the token is wrong.")
    return SourceError(f"{where} could not be fetched: {complaint}")


def _settings(address: Address, token: str | None, blob_limit: int | None) -> dict[str, str]:
    numbers = ",".join(f"[{number}]" if ":" in number else number for number in address.numbers)
    settings = _WARY | {
        f"protocol.{address.scheme}.allow": "always",
        "remote.source.url": address.url,
        "http.curloptResolve": f"{address.host}:{address.port}:{numbers}",
    }
    if blob_limit is not None:
        # a promisor for this one command only: stored, it would make git fetch while we read
        settings |= {
            "remote.source.promisor": "true",
            "remote.source.partialclonefilter": f"blob:limit={blob_limit}",
        }
    if token:
        secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        settings[f"http.{address.origin}.extraHeader"] = f"Authorization: Basic {secret}"
    return settings
