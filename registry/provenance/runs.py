# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Packed runs: which commit wrote each line of a file, as (lines, commit number) pairs in few bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

Pair = tuple[int, int]
"""(number of lines, the register's number of the commit that wrote them), in the order of the lines."""

NOBODY = 0
"""Stands for a commit's number where the origin of lines cannot be read."""


def plain(pairs: Iterable[Pair]) -> bytes:
    """Return the pairs as LEB128 numbers, the commit as its (zigzag) distance from the one before it.

    The form of earlier registers, and the one that digests are made of.
    """
    out = bytearray()
    last = 0
    for lines, commit in pairs:
        write_number(out, lines)
        write_number(out, zigzag(commit - last))
        last = commit
    return bytes(out)


def pack(pairs: Iterable[Pair]) -> bytes:
    """Return the pairs in few bytes: the commits once each and in order, then the lines, then which commit.

    A 0, which the plain form never begins with, stands in front.
    """
    pairs = list(pairs)
    if not pairs:
        return b""
    lines, wrote = zip(*pairs, strict=True)
    commits = sorted(set(wrote))
    places = dict(zip(commits, range(len(commits)), strict=True))
    out = bytearray()
    write_numbers(out, (len(commits), zigzag(commits[0])))
    write_numbers(out, [commit - before for before, commit in pairwise(commits)])
    write_numbers(out, lines)
    if len(pairs) > 1:
        write_numbers(out, [places[commit] for commit in wrote])
    return b"\0" + squeezed(bytes(out))


def unpack(data: bytes) -> list[Pair]:
    """Return the pairs that `pack` or `plain` wrote."""
    if not data.startswith(b"\0"):
        return _unpacked_plain(data)
    count, first, *numbers = numbers_in(unsqueezed(data[1:]))
    commits = list(accumulate((unzigzag(first), *numbers[: count - 1])))
    rest = numbers[count - 1 :]
    half = (len(rest) + 1) // 2
    return list(zip(rest[:half], map(commits.__getitem__, rest[half:] or [0]), strict=True))


def _unpacked_plain(data: bytes) -> list[Pair]:
    numbers = iter(numbers_in(data))
    pairs: list[Pair] = []
    last = 0
    for lines in numbers:
        last += unzigzag(next(numbers))
        pairs.append((lines, last))
    return pairs


def squeezed(data: bytes) -> bytes:
    """Return bytes, deflated behind a 0 where that is shorter or they begin with one."""
    bits, memory = (11, 4) if len(data) < 1 << 11 else (zlib.MAX_WBITS, 9)  # most are small: less to set up
    deflate = zlib.compressobj(9, zlib.DEFLATED, -bits, memory)
    small = deflate.compress(data) + deflate.flush()
    return b"\0" + small if len(small) + 1 < len(data) or data.startswith(b"\0") else data


def unsqueezed(data: bytes) -> bytes:
    """Return the bytes that were squeezed."""
    return zlib.decompress(data[1:], -zlib.MAX_WBITS) if data.startswith(b"\0") else data


def pack_numbers(numbers: Sequence[int]) -> bytes:
    """Return rising numbers as LEB128 distances: a set of commits in about a byte each."""
    out = bytearray()
    last = 0
    for number in numbers:
        write_number(out, number - last)
        last = number
    return bytes(out)


def unpack_numbers(data: bytes) -> list[int]:
    """Return the numbers that `pack_numbers` wrote."""
    return list(accumulate(numbers_in(data)))


def pack_steps(numbers: Iterable[int], last: int = 0) -> bytes:
    """Return any numbers as their zigzag distances, the first one from `last`: a main line in two bytes a commit."""
    out = bytearray()
    for number in numbers:
        write_number(out, zigzag(number - last))
        last = number
    return bytes(out)


def unpack_steps(data: bytes) -> list[int]:
    """Return the numbers that `pack_steps` wrote."""
    return list(accumulate([-((step + 1) >> 1) if step & 1 else step >> 1 for step in numbers_in(data)]))


def zigzag(number: int) -> int:
    """Return a number from 0 on that stands for any number: 0, -1, 1, -2, 2, ..."""
    return number << 1 if number >= 0 else (-number << 1) - 1


def unzigzag(number: int) -> int:
    """Return the number that `zigzag` was given."""
    return -((number + 1) >> 1) if number & 1 else number >> 1


def write_number(out: bytearray, number: int) -> None:
    """Add a number from 0 on as LEB128."""
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def write_numbers(out: bytearray, numbers: Sequence[int]) -> None:
    """Add numbers from 0 on, one after the other."""
    if max(numbers, default=0) < 128:
        out += bytes(numbers)
        return
    for number in numbers:
        write_number(out, number)


def numbers_in(data: bytes) -> Iterable[int]:
    """Return the numbers that were written so."""
    return data if data.isascii() else _numbers_in(data)  # each below 128 is a byte of its own


def _numbers_in(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        if byte < 128:
            yield number | byte << shift
            number = shift = 0
        else:
            number |= (byte & 127) << shift
            shift += 7
