"""How parties are named in sentences: with or without "the", singular or plural."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from detente.showing.words.countries import BODIES, country, is_plural, named, with_article

_HEADS = (
    "Union Republic Kingdom Emirates Islands States Nations Federation Ministry Alliance Council "
    "Commission Authority Organisation Organization League Court Board Committee Agency Bank "
    "Government Army Parliament Senate Coalition Company Association Confederation Front Party "
    "Movement Cooperative Assembly Guild Trust Syndicate Society Foundation Corporation Chamber "
    "Congress Collective Network Campaign Church Diocese Tribunal Fund Museum Nation Consortium "
    "Secretariat Inspectorate Bureau District Department Institute Administration "
    "Tribe Brotherhood Militia Workers Unions Farmers Fishermen "
    "Rebels"
)
_MANY = frozenset(
    {"Islands", "States", "Nations", "Emirates", "Workers", "Unions", "Farmers", "Fishermen"}
    | {"Rebels"}
)
_WITH_THE = re.compile(
    rf"(United .+|(?!(Congress|Parliament)$)(\S+ )*({'|'.join(_HEADS.split())})|Netherlands"
    r"|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Vatican|Holy See|Houthis|Taliban"
    r"|Czech Republic)"
)
_OF = re.compile(  # "the Union of River Pilots": named by its head, whatever follows
    rf"(\S+ )*?({'|'.join(head for head in _HEADS.split() if head not in _MANY)}|City|Union|Port"
    r"|University|Province|Federation|Office) (of|for) .+"
)
_DESCRIBED = re.compile(  # "hospital trust", "monastery"
    r"(?!(van|von|bin|del|dos|della) )[a-z]{3,}[’']?( \S|$)"
)
_STATES = frozenset({"state", None})
_PLURAL_TYPES = frozenset({"group", "person", None})
_PLURAL = re.compile(
    r"(?i).*\b(\w+(ers|ors|ists|ants|ents|ians|ees|men|people)|unions|rebels|pilots|nurses|midwives"
    r"|monks|nuns|priests|guards|crews|troops|clubs|communities|authorities|villages|towns|tribes"
    r"|families|circumstances|police|houthis|taliban|kurds|forces|clans|separatists|herdsmen|landlords)"
    r"( (of|in|at|from|on) .+)?"
)
_CROWD = re.compile(
    r"[A-Z]([a-z]+(ers|ors|ists|ants|ents|ees|men)|urses|idwives|onks|uns|riests|ilots|ebels|uards"
    r"|illages|owns|amilies|arents)"
)
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


def clean(text: str) -> str:
    r"""One line of visible text: no control characters, no changes of direction, single spaces.

    >>> clean("fer\u202ery\n line\x1b[31m")
    'ferry line [31m'
    """
    text = _BIDI.sub("", text)
    visible = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)
    return " ".join(visible.split())


def typeset(text: str) -> str:
    """With the apostrophe that the rest of the page has.

    >>> typeset("Tamara's dock"), typeset("the tenants' rent")
    ('Tamara’s dock', 'the tenants’ rent')
    """
    return _APOSTROPHE.sub("’", text)


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?= |$)")
_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A party's name for labels (`label`) and for sentences (`words`); whether it is plural.

    >>> naming("United States", "state").words, naming("Dock workers", "group").plural
    ('the United States', True)
    >>> naming("Union of River Pilots", "group").words, naming("Union of River Pilots", None).plural
    ('the Union of River Pilots', False)
    >>> naming("Rock Workers' Guild", "organisation").words, naming("Circumstances", None).plural
    ('the Rock Workers’ Guild', True)
    >>> naming("hospital trust", "organisation").words
    'the hospital trust'
    >>> naming("monastery", "organisation").words
    'the monastery'
    >>> naming("Tenants", "group").plural, naming("Junior doctors of Ostia", "group").plural
    (True, True)
    >>> naming("Board", "organisation").words, naming("Parliament", "organisation").words
    ('the Board', 'Parliament')
    >>> naming("Readers", "group").words
    'the readers'
    >>> naming("the harbour towns", "group")
    Naming(label='The harbour towns', words='the harbour towns', plural=True)
    """

    label: str
    words: str
    plural: bool

    @property
    def possessive(self) -> str:
        """As before what it has.

        >>> naming("Norland", "state").possessive, naming("United States", "state").possessive
        ('Norland’s', 'the United States’')
        """
        return self.words + ("’" if self.words.endswith("s") else "’s")


def naming(name: str, kind: str | None, language: str = "en") -> Naming:
    """How a party of that name and type is spoken of; a state by its name in the language.

    >>> naming("United States", "state", "fr"), naming("Japan", "state", "ro").words
    (Naming(label='États-Unis', words='les États-Unis', plural=True), 'Japonia')
    """
    label = typeset(clean(name)) or "(no name)"
    headed = bool(_OF.fullmatch(label))
    plural = kind in _PLURAL_TYPES and not headed and bool(_PLURAL.fullmatch(label))
    if language != "en":
        return _abroad(label, kind, language, plural=plural)
    bare = label[4:] if label[:4] in ("The ", "the ") else label
    the = (
        bare != label
        or headed
        or _WITH_THE.fullmatch(label)
        or (kind != "person" and _DESCRIBED.match(label))
    )
    words = f"the {bare}" if the else label
    if kind == "group" and _CROWD.fullmatch(label):  # "Readers", where a sentence began
        words = f"the {label.lower()}"
    return Naming(
        label[:1].upper() + label[1:] if _DESCRIBED.match(label) else label, words, plural
    )


def _abroad(label: str, kind: str | None, language: str, *, plural: bool) -> Naming:
    """In a language that the name is not written in: a country's own there, else as it stands."""
    code = country(label)
    if code is None or (kind not in _STATES and code not in BODIES):
        return Naming(label, label, plural)
    name = named(code, language)
    return Naming(name, with_article(name, code, language), is_plural(name, language))
