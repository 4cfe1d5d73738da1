"""Sets of small numbers as bits of an int: a thousand at a time are compared by one operation."""

from __future__ import annotations

import numpy as np

from detente.analysis.states import Mask, States


def bit_set(mask: Mask) -> int:
    """A mask as a bit set.

    >>> bin(bit_set(np.array([True, False, True])))
    '0b101'
    """
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


def members(bits: int, count: int) -> States:
    """The numbers below `count` that a bit set has, ascending: by arrays, for large sets.

    >>> members(0b101000, 6).tolist()
    [3, 5]
    """
    octets = np.frombuffer(bits.to_bytes(-(-count // 8), "little"), np.uint8)
    return np.flatnonzero(np.unpackbits(octets, bitorder="little"))


def lowest(bits: int) -> int:
    """The place of the lowest bit that is set.

    >>> lowest(0b101000)
    3
    """
    return (bits & -bits).bit_length() - 1


def each_bit(bits: int) -> list[int]:
    """The places of the bits that are set, ascending.

    >>> each_bit(0b101000)
    [3, 5]
    """
    found = []
    while bits:
        found.append(lowest(bits))
        bits &= bits - 1
    return found
