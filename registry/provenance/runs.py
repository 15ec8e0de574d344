# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Packed runs: which commit wrote each line of a file, as (lines, commit number) pairs in few bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Pair = tuple[int, int]
"""(number of lines, the register's number of the commit that wrote them), in the order of the lines."""

NOBODY = 0
"""Stands for a commit's number where the origin of lines cannot be read."""


def pack(pairs: Iterable[Pair]) -> bytes:
    """Return the pairs as LEB128 numbers, the commit as its (zigzag) distance from the one before it."""
    out = bytearray()
    last = 0
    for lines, commit in pairs:
        write_number(out, lines)
        step = commit - last
        write_number(out, step << 1 if step >= 0 else (-step << 1) - 1)
        last = commit
    return bytes(out)


def unpack(data: bytes) -> list[Pair]:
    """Return the pairs that `pack` wrote."""
    numbers = iter(numbers_in(data))
    pairs: list[Pair] = []
    last = 0
    for lines in numbers:
        step = next(numbers)
        last += -((step + 1) >> 1) if step & 1 else step >> 1
        pairs.append((lines, last))
    return pairs


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
    numbers: list[int] = []
    last = 0
    for step in numbers_in(data):
        last += step
        numbers.append(last)
    return numbers


def pack_steps(numbers: Iterable[int]) -> bytes:
    """Return any numbers as their zigzag distances: a main line in two bytes a commit."""
    out = bytearray()
    last = 0
    for number in numbers:
        step = number - last
        write_number(out, step << 1 if step >= 0 else (-step << 1) - 1)
        last = number
    return bytes(out)


def unpack_steps(data: bytes) -> list[int]:
    """Return the numbers that `pack_steps` wrote."""
    numbers: list[int] = []
    last = 0
    for step in numbers_in(data):
        last += -((step + 1) >> 1) if step & 1 else step >> 1
        numbers.append(last)
    return numbers


def write_number(out: bytearray, number: int) -> None:
    """Add a number from 0 on as LEB128."""
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def numbers_in(data: bytes) -> Iterator[int]:
    """Yield the numbers that were written so."""
    number = shift = 0
    for byte in data:
        if byte < 128:
            yield number | byte << shift
            number = shift = 0
        else:
            number |= (byte & 127) << shift
            shift += 7
