"""The verb that a bare noun asks for: to build a road, to pay a sum, to hold a vote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from detente.reading.drafting.acts import Act
from detente.reading.drafting.articles import LINKED
from detente.reading.drafting.derivation import verb_of
from detente.reading.drafting.lexicon import spoken, tables, words
from detente.reading.parties.names import nouns

_CURRENCY = "|".join(sorted(words("money", "currencies")))
_AMOUNT = re.compile(
    r"[$€£¥]\s?\d|^(?:[\d.,]+|an? \w+) (?:per cent|percent|\w+s\b (?:a|per))|%"
    r"|^(?:[A-Z]{1,2}\$|Rs\.?|K) ?\d|\d (?:m|million|billion|crore|lakh)"
    rf"(?: (?:{_CURRENCY})s?)?(?: (?:in|for) .+)?$"
    r"|^(?:an? )?(?:extra |further |additional )?[\d.,]+ (?:million |billion )?"
    rf"(?:{_CURRENCY})s?\b"
    r"|^(?:roughly |about |at least |some )?(?:two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:per cent|percent|tenths|thirds|quarters|fifths)"
)
_MONEY = re.compile(rf"[$€£¥₹%]|\bRs|\b(?:crore|lakh|per ?cent|(?:{_CURRENCY})s?)\b")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ship|dom|ance|ence|ism|ness|al)$")
NEVER = ";"  # in a verb's place: no label that has it is sound


def noun_verb(act: Act) -> str:
    """The verb that a bare noun asks for, where one is known.

    >>> [noun_verb(Act("a", "thing", frozenset([noun]), noun)) for noun in ("apology", "road")]
    ['make', 'build']
    """
    if act.now:
        held = act.head in tables()["standing"]["statuses"].split()
        return str(tables()["standing"]["remain" if held else "default"])
    if any(re.search(r"\bat (?:the )?[a-z]+", m.doing.noun) for m in act.mentions):
        return "have"
    new = all(m.doing.noun.startswith(("a ", "an ")) for m in act.mentions)
    if act.head in words("proposals", "nouns") and (new or act.role == "granted"):
        return "make"  # "once there is a credible offer"
    table = {**tables()["nouns"], **tables()["verbal_nouns"]}
    amount = any(_AMOUNT.search(m.doing.noun) for m in act.mentions)
    if amount and (act.head not in table or act.head in words("measures", "nouns")):
        money = any(_MONEY.search(m.doing.noun) for m in act.mentions)
        return "pay" if money or act.role != "granted" else "offer"  # "31 billion cubic metres"
    said = (m.doing.noun for m in act.mentions if m.doing.noun)
    last = (noun.split()[-1].lower() for noun in said if not LINKED.search(noun))
    for word in (act.head, *last):
        if word in table:
            return str(table[word])
    return _pressing(act) or _asked(act) or _giving(act) or NEVER


def _asked(act: Act) -> str:
    """The verb of a noun that nothing else is said of; of "a share of the cotton tax", to give."""
    if any(_PART_OF.match(m.doing.noun) for m in act.mentions):
        return "give"
    verb = spoken(asking().get(act.head, ""))
    return "" if verb == "show" and act.role == "granted" else verb


_PART_OF = re.compile(r"(?:a|the) (?:share|part|portion|cut|slice) of ")


@cache
def asking() -> Mapping[str, str]:
    """The verb of each noun that nothing else is said of.

    >>> asking()["jury"], asking()["meter"]
    ('set_up', 'install')
    """
    return {noun: verb for verb, those in tables()["asking"].items() for noun in those.split()}


def _pressing(act: Act) -> str:
    """How pressure, or what is threatened, begins; nobody starts cruise ships."""
    presses = act.head in words("pressure", "nouns") or act.role == "threatened"
    begun = act.head not in words("forces", "nouns")
    return str(tables()["standing"]["start"] if begun else NEVER) if presses else ""


def _giving(act: Act) -> str:
    """How a thing is given that asks for no verb of its own, by its owner or as others ask.

    Nobody gives people.
    """
    if act.head in nouns("crowds") | nouns("people") | words("ungiven", "nouns"):
        return ""
    if act.role == "refused":
        return "accept"  # "turned down arbitrators", "rejects the second half"
    if _named(act):
        return "include" if act.role == "asked" else ""
    if act.role == "granted":
        return _granting(act)
    if _ABSTRACT.search(act.head):
        return "accept"
    return "provide" if act.role == "asked" else ""


def _granting(act: Act) -> str:
    """How what its owner grants is put."""
    comes = act.head in words("coming", "nouns") or verb_of(act.head) is not None
    if not comes and all(m.doing.noun.startswith("the ") for m in act.mentions):
        return "accept"  # "the alignment"
    return "allow" if comes or _ABSTRACT.search(act.head) else "offer"


_NAME = re.compile(r"(?:the )?(?:[A-Z\d][\w.'’-]*(?: (?:in|of|and) |$| ))+")


def _named(act: Act) -> bool:
    """Whether all that is said is a name, or a day: nobody provides "11 September in Lima"."""
    return all(_NAME.fullmatch(m.doing.noun) for m in act.mentions if m.doing.noun)
