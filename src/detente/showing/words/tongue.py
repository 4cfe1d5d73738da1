"""The language of a page: its messages, lists, ranks, numbers and dates.

A message is a whole sentence, or a constituent of one, with named slots; its English is its key in
the catalogues (gettext, ``catalogues/*.po``). What a catalogue does not have is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from detente.errors import Fault, InputError
from detente.showing.blocks import opens_quoted
from detente.showing.words import figures
from detente.showing.words.dates import told
from detente.showing.words.languages import LANGUAGES

_SOUNDS = {  # in Spanish: "Rusia e Irán", "siete u ocho"
    "es": ((re.compile(r" y (?=(i|hi(?!e)|í|hí))", re.IGNORECASE), " e "),
           (re.compile(r" o (?=(o|ho|ó|hó))", re.IGNORECASE), " u ")),
}  # fmt: skip


@dataclass(frozen=True)
class Tongue:
    """A language that pages are written in.

    Examples
    --------
    >>> [tongue(name).many("{n} option", "{n} options", 3) for name in ("en", "ro")]
    ['3 options', '3 opțiuni']
    >>> tongue("es").listed(["Rusia", "Irán"]), tongue("ro").date("2031-03-02")
    ('Rusia e Irán', '2 mar. 2031')
    """

    language: str = "en"

    @cached_property
    def _catalogue(self) -> NullTranslations:
        return _catalogue(self.language)

    @property
    def inflects(self) -> bool:
        """Whether labels of options are taken for its own words, to be inflected."""
        return self.language == "en"

    # Messages ---------------------------------------------------------------------------------

    def say(self, message: str, **slots: object) -> str:
        """A message with its slots filled; a number in a slot is written as the language does."""
        return self._filled(self._catalogue.gettext(message), slots) if message else ""

    def say_in(self, context: str, message: str, **slots: object) -> str:
        """A message that says different things in different contexts."""
        return self._filled(self._catalogue.pgettext(context, message), slots)

    def template(self, message: str) -> str:
        """A message with its slots open, for who fills them with more than words."""
        return self._catalogue.gettext(message)

    def many(self, one: str, more: str, number: int, **slots: object) -> str:
        """A message about so many, or about who is one or several; ``{n}`` is the number."""
        chosen = self._catalogue.ngettext(one, more, number)
        return self._filled(chosen, {"n": number, **slots})

    def many_in(self, context: str, one: str, more: str, number: int, **slots: object) -> str:
        """The same, in a context."""
        chosen = self._catalogue.npgettext(context, one, more, number)
        return self._filled(chosen, {"n": number, **slots})

    def _filled(self, message: str, slots: dict[str, object]) -> str:
        shown = {name: self._shown(value) for name, value in slots.items()}
        return message.format_map(shown)

    def _shown(self, value: object) -> str:
        return self.number(value) if isinstance(value, int) else str(value)

    # Lists ------------------------------------------------------------------------------------

    def listed(self, parts: Sequence[str]) -> str:
        """Parts of a sentence in a row: ``A, B and C``."""
        return self._joined(parts, _AND)

    def either(self, parts: Sequence[str]) -> str:
        """Parts of a sentence to choose from: ``A, B or C``."""
        return self._joined(parts, _OR)

    def _joined(self, parts: Sequence[str], link: str) -> str:
        if len(parts) <= 1:
            return "".join(parts)
        return self._linked(link, ", ".join(parts[:-1]), parts[-1])

    def _linked(self, link: str, before: str, last: str) -> str:
        """Two parts with a word between them, which in some languages bends to its neighbour."""
        word = self.say(link, before="", last="")
        for pattern, other in _SOUNDS.get(self.language, ()):
            word = other if pattern.match(word + last) else word
        return before + word + last

    def serial(self, parts: Sequence[str]) -> str:
        """Clauses in a row; a comma before the word where they are long or have one themselves."""
        return self._serial(parts, _AND, _LONG_AND)

    def serial_either(self, parts: Sequence[str]) -> str:
        """Clauses to choose from, likewise."""
        return self._serial(parts, _OR, _LONG_OR)

    def _serial(self, parts: Sequence[str], link: str, long: str) -> str:
        if len(parts) <= 1:
            return "".join(parts)
        if len(parts) == 2 and not any(word in part for part in parts for word in self._links):  # noqa: PLR2004 - a pair
            return self._linked(link, *parts)
        return self._linked(long, ", ".join(parts[:-1]), parts[-1])

    @cached_property
    def _links(self) -> tuple[str, ...]:
        return tuple(self.say(link, before="", last="") for link in (_AND, _OR))

    @property
    def colon(self) -> str:
        """What stands between a thing and what is said of it."""
        return self.say(": ")

    @property
    def semicolon(self) -> str:
        """What stands between things that are told apart."""
        return self.say("; ")

    def quoted(self, words: str) -> str:
        """Words of others, between the marks that the language has for them."""
        return words if opens_quoted(words) else self.say("“{words}”", words=words)

    def then(self, parts: Iterable[str]) -> str:
        """Steps, one after the other."""
        found, *rest = [*parts] or [""]
        for part in rest:
            found = self.say("{before}; then {last}", before=found, last=part)
        return found

    # Numbers and dates ------------------------------------------------------------------------

    def number(self, number: int) -> str:
        """A number in figures."""
        return figures.whole(number, self.language)

    def figure(self, cost: Fraction | float) -> str:
        """A cost in figures."""
        return figures.fraction(cost, self.language)

    def word(self, number: int) -> str:
        """A small number in words, where the language has words that do not bend."""
        return figures.word(number) if self.inflects else self.number(number)

    def rank(self, number: int) -> str:
        """A rank: in words, or in figures where its word would bend."""
        return figures.ordinal(number) if self.inflects else str(number)

    def date(self, text: str | None) -> str:
        """A date or a span as precise as it is given; what is no date stands as it is."""
        return told(text, self.language) if text else self.say("undated")


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> NullTranslations:
    if language == "en":
        return NullTranslations()
    with (files("detente.showing.catalogues") / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def tongue(language: str) -> Tongue:
    """The language of that tag, whatever region it names.

    Raises
    ------
    InputError
        Where no page is written in it.

    Examples
    --------
    >>> tongue("fr-CA").language, tongue("RO").language
    ('fr', 'ro')
    """
    found = re.split(r"[-_.]", language.strip().lower())[0]
    if found not in LANGUAGES:
        known = f"write one of {', '.join(LANGUAGES)}"
        raise InputError(Fault("--lang", 0, 0, f"no page is written in '{language}'", known))
    return Tongue(found)


def mark(message: str) -> str:
    """A message of a table, said where it is used; so the catalogues learn of it."""
    return message


def mark_in(context: str, message: str) -> str:
    """A message of a table that says this in a context."""
    del context
    return message


def mark_many(one: str, more: str) -> tuple[str, str]:
    """The two messages of a table that `Tongue.many` chooses from."""
    return one, more


_AND, _LONG_AND = mark("{before} and {last}"), mark("{before}, and {last}")
_OR, _LONG_OR = mark("{before} or {last}"), mark("{before}, or {last}")
ENGLISH = Tongue()
