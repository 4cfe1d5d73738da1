"""What the compiled kernels are made with: the compiler, kept on disk, and words of lanes.

A *word* is a 64-bit number that holds several small ones side by side, its *lanes*: eight of 8
bits, four of 16 or two of 32. One instruction compares all lanes of two words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

WORD = 64


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a function when it is first called, and keep the result on disk.

    It is kept beside the package where that can be written to, else in the user's cache folder (or
    in ``NUMBA_CACHE_DIR``); where there is no such place, it is compiled in every process anew.
    Python's lock is released while it runs, so that threads share the work.
    """
    try:
        return njit(nogil=True, cache=True)(function)
    except RuntimeError:  # no place to keep it
        return njit(nogil=True)(function)


@intrinsic
def least(_: Any, left: Any, right: Any, lane: Any) -> Any:  # noqa: ARG001 - types of arguments
    """Of two words the lesser of each pair of lanes; `lane` is any array of the lanes' type."""
    bits = lane.dtype.bitwidth

    def generate(_: Any, builder: Any, __: Any, words: Any) -> Any:
        vector = ir.VectorType(ir.IntType(bits), WORD // bits)
        one, other = (builder.bitcast(word, vector) for word in words[:2])
        lesser = builder.select(builder.icmp_unsigned("<", one, other), one, other)
        return builder.bitcast(lesser, ir.IntType(WORD))

    return types.uint64(types.uint64, types.uint64, lane), generate
