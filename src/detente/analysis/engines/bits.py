"""Sets of small numbers as bits of an int: a thousand at a time are compared by one operation."""

from __future__ import annotations

import numpy as np

from detente.analysis.states import Mask


def bit_set(mask: Mask) -> int:
    """A mask as a bit set.

    >>> bin(bit_set(np.array([True, False, True])))
    '0b101'
    """
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


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
