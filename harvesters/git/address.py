# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An address: where a repository is fetched from; only public hosts by https, and what they resolved to.

A URL is a stranger's words: it may be an option, a command (ext::), a file, or a door to this network.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from harvesters.errors import SourceError, shown

_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.?", re.IGNORECASE)
_URL = re.compile(r"https?://[A-Za-z0-9._:\[\]-]+(?:/[A-Za-z0-9._~%+@:,=-]+)*/?")
_EMBEDDED = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Address:
    """A URL that may be fetched from, and the network addresses its host is pinned to."""

    url: str
    scheme: str
    host: str
    port: int
    numbers: tuple[str, ...]

    @property
    def origin(self) -> str:
        """Return scheme, host and port as a URL."""
        return f"{self.scheme}://{self.host}:{self.port}/"


def public_address(url: str, *, allow_http_base: str | None = None) -> Address:
    """Return the address if it may be fetched from; SourceError says why not.

    `allow_http_base` is the one place that is trusted whatever its host: the stand-in on loopback.
    """
    trusted = allow_http_base is not None and url.startswith(allow_http_base.rstrip("/") + "/")
    if not trusted and not url.startswith("https://"):
        raise SourceError(f"{shown(url)} is no https address: only repositories served by https are fetched.")
    if len(url) > 2000 or not _URL.fullmatch(url) or "/../" in url + "/":
        raise SourceError(f"{shown(url)} is no plain address of a repository: write https://host/owner/name.")
    parts = _split(url)
    numbers = _resolve(parts.host, parts.port)
    inside = [number for number in numbers if not _is_public(number)]
    if inside and not trusted:
        raise SourceError(f"{shown(url)} leads to {inside[0]}, which is no public address: refused.")
    return Address(url, parts.scheme, parts.host, parts.port, numbers)


def _split(url: str) -> Address:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        host, port, parts = "", 0, urlsplit("")
    if not _HOST.fullmatch(host) or "@" in parts.netloc:
        raise SourceError(f"{shown(url)} names no host that can be asked: write https://host/owner/name.")
    return Address(url, parts.scheme, host, port, ())


def _resolve(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"The host {shown(host)} was not found: is there a network? ({error})") from error
    return tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in _EMBEDDED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return _is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
