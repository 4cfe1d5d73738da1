"""Eight words side by side, for the compiled kernels: what LLVM makes of it fits any processor.

Numba knows no such numbers; they live within one kernel, between `row`, which reads eight words of
an array, and `put`, which writes them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic, models, register_model

from detente.analysis.engines.words import WORD

EIGHT = 8
_WORDS = ir.VectorType(ir.IntType(WORD), EIGHT)
_ALIGNED = 8  # bytes


class _Eight(types.Type):
    def __init__(self) -> None:
        super().__init__(name="Eight")


eight = _Eight()


@register_model(_Eight)
class _EightModel(models.PrimitiveModel):
    def __init__(self, manager: Any, kind: Any) -> None:
        super().__init__(manager, kind, _WORDS)  # type: ignore[no-untyped-call]


def _start(context: Any, builder: Any, kind: Any, array: Any, at: Any) -> Any:
    data = context.make_array(kind)(context, builder, array).data
    return builder.bitcast(builder.gep(data, [at]), _WORDS.as_pointer())


@intrinsic
def row(_: Any, array: Any, at: Any) -> Any:  # noqa: ARG001 - types of arguments
    """Eight words of an array from a place on."""

    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return builder.load(_start(context, builder, signature.args[0], *given), align=_ALIGNED)

    return eight(array, types.int64), generate


@intrinsic
def put(_: Any, array: Any, at: Any, words: Any) -> Any:  # noqa: ARG001
    """Write eight words into an array from a place on."""

    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        where = _start(context, builder, signature.args[0], *given[:2])
        builder.store(given[2], where, align=_ALIGNED)
        return context.get_dummy_value()

    return types.void(array, types.int64, eight), generate


@intrinsic
def spread(_: Any, word: Any) -> Any:  # noqa: ARG001
    """Eight times the same word."""

    def generate(_: Any, builder: Any, __: Any, given: Any) -> Any:
        found = ir.Constant(_WORDS, ir.Undefined)
        for place in range(EIGHT):
            found = builder.insert_element(found, given[0], ir.IntType(32)(place))
        return found

    return eight(types.uint64), generate


def _lanes(order: str) -> Callable[..., Any]:
    """Of each pair of lanes the one that stands in an order to the other."""

    def typed(_: Any, left: Any, right: Any, lane: Any) -> Any:  # noqa: ARG001
        bits = lane.dtype.bitwidth

        def generate(_: Any, builder: Any, __: Any, words: Any) -> Any:
            vector = ir.VectorType(ir.IntType(bits), EIGHT * WORD // bits)
            one, other = (builder.bitcast(each, vector) for each in words[:2])
            chosen = builder.select(builder.icmp_unsigned(order, one, other), one, other)
            return builder.bitcast(chosen, _WORDS)

        return eight(eight, eight, lane), generate

    return typed


least_of = intrinsic(_lanes("<"))
most_of = intrinsic(_lanes(">"))


@intrinsic
def either(_: Any, left: Any, right: Any) -> Any:  # noqa: ARG001
    """The bits that are set in one or the other."""
    return eight(eight, eight), lambda _, builder, __, words: builder.or_(*words)


@intrinsic
def without(_: Any, left: Any, right: Any) -> Any:  # noqa: ARG001
    """The bits that are set in one and not in the other."""
    return eight(eight, eight), lambda _, builder, __, words: builder.and_(
        words[0], builder.not_(words[1])
    )


@intrinsic
def chosen(_: Any, which: Any, one: Any, other: Any) -> Any:  # noqa: ARG001
    """The first where a number is 1, the second where it is 0: without a branch."""

    def generate(_: Any, builder: Any, __: Any, given: Any) -> Any:
        mask = ir.Constant(_WORDS, ir.Undefined)
        ones = builder.neg(given[0])
        for place in range(EIGHT):
            mask = builder.insert_element(mask, ones, ir.IntType(32)(place))
        left = builder.and_(given[1], mask)
        return builder.or_(left, builder.and_(given[2], builder.not_(mask)))

    return eight(types.int64, eight, eight), generate


@intrinsic
def alike(_: Any, left: Any, right: Any) -> Any:  # noqa: ARG001
    """All ones for each word that is the same in both."""
    return eight(eight, eight), lambda _, builder, __, words: builder.sext(
        builder.icmp_unsigned("==", *words), _WORDS
    )


@intrinsic
def differ(_: Any, left: Any, right: Any) -> Any:  # noqa: ARG001
    """Whether any word is another."""

    def generate(_: Any, builder: Any, __: Any, words: Any) -> Any:
        bits = builder.bitcast(builder.icmp_unsigned("!=", *words), ir.IntType(EIGHT))
        return builder.icmp_unsigned("!=", bits, ir.IntType(EIGHT)(0))

    return types.boolean(eight, eight), generate
