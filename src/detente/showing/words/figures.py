"""Numbers as a language writes them."""

from __future__ import annotations

from fractions import Fraction

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def whole(number: int, language: str = "en") -> str:
    """A whole number.

    >>> whole(12345), whole(12345, "ro")
    ('12,345', '12.345')
    """
    if language == "en" or abs(number) < 1000:  # noqa: PLR2004 - no mark of thousands below
        return f"{number:,}"
    from babel.numbers import format_decimal

    told: str = format_decimal(number, locale=language)
    return told


def fraction(cost: Fraction | float, language: str = "en") -> str:
    """A cost.

    >>> fraction(Fraction(5, 4)), fraction(Fraction(2)), fraction(1.5, "fr")
    ('1.25', '2', '1,5')
    """
    told = f"{float(cost):g}"
    if language == "en" or told.isdigit():
        return told
    from babel.numbers import format_decimal

    other: str = format_decimal(float(told), locale=language)
    return other


def ordinal(number: int) -> str:
    """A rank in English words.

    >>> ordinal(1), ordinal(12), ordinal(21)
    ('first', '12th', '21st')
    """
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def word(number: int) -> str:
    """A small number in English words, others in figures.

    >>> word(2), word(14)
    ('two', '14')
    """
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"
