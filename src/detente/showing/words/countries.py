"""Countries by the names that CLDR has for them, in the language of a page."""

from __future__ import annotations

import re
from functools import cache

_NO_COUNTRIES = frozenset({"EZ", "QO", "UM", "XA", "XB", "ZZ"})
BODIES = frozenset({"EU", "UN"})  # that CLDR has among its territories
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_PLURAL = {  # countries whose verb is plural
    "fr": re.compile(r"États-Unis|Pays-Bas.*|Émirats .+|Philippines|Maldives|Seychelles|Comores"
                     r"|Bahamas|Bermudes|Nations Unies|Fidji|Îles .+|Samoa américaines"
                     r"|Terres .+|Territoires .+"),
    "ro": re.compile(r"Statele .+|Țările .+|Emiratele .+|Insulele .+|Teritoriile .+|Filipine"
                     r"|Maldive|Națiunile .+|Seychelles|Comore|Bahamas"),
    "es": re.compile(r"Islas .+|Territorios .+"),
}  # fmt: skip
_BARE = frozenset(  # in French without an article
    "AD AG AI AW BH BL CU CW CY DJ EA GG GI GU HK HT IL JE KI KN LC MC MF MG MO MS MT MU NR NU OM "  # noqa: SIM905
    "PM PR PW RE SG SH SM ST SX TA TK TL TO TT TV TW VC VU WF WS YT".split()
)
_MASCULINE = frozenset("BZ GB IO KH MX MZ SR ZW".split())  # noqa: SIM905 - though they end in e
_FEMININE = frozenset(["SL"])
_VOWEL = re.compile(r"(?i)[aeiouâàéèêëîïôöûù]")


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale

    found = Locale.parse(language).territories
    return {
        code: _BRACKETS.sub("", name)
        for code, name in found.items()
        if code.isalpha() and code not in _NO_COUNTRIES
    }


@cache
def _codes() -> dict[str, str]:
    """The codes of countries by their names in any language of a page, English last."""
    from detente.showing.words.languages import LANGUAGES

    found: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        for code, name in _names(language).items():
            found[_key(name)] = code
            found[_key(name.replace(" & ", " and "))] = code
    return found


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").replace("’", "'")


def country(name: str) -> str | None:
    """The code of the country that is called so.

    >>> country("The Netherlands"), country("Rusia"), country("Norland")
    ('NL', 'RU', None)
    """
    return _codes().get(_key(name))


def named(code: str, language: str) -> str:
    """The name of a country.

    >>> named("JP", "es")
    'Japón'
    """
    return _names(language)[code]


def is_plural(name: str, language: str) -> bool:
    """Whether a country's verb is plural."""
    return bool(_PLURAL[language].fullmatch(name))


def with_article(name: str, code: str, language: str) -> str:
    """The name as the subject of a sentence: French alone has an article before most.

    >>> [with_article(named(code, "fr"), code, "fr") for code in ("RU", "JP", "UA", "US", "IL")]
    ['la Russie', 'le Japon', 'l’Ukraine', 'les États-Unis', 'Israël']
    """
    if language != "fr" or code in _BARE:
        return name
    if is_plural(name, language):
        return f"les {name}"
    if _VOWEL.match(name):
        return f"l’{name}"
    ends = re.split(r"[ -]", name)[0].endswith("e")
    feminine = code in _FEMININE or (ends and code not in _MASCULINE)
    return f"{'la' if feminine else 'le'} {name}"
