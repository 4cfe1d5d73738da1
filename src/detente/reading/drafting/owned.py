"""Whose a thing is that another is to do something with: its holder's, not the other's own.

"It would share the data if Egypt recognises its right" is about the right of whoever says it;
"if Egypt lowers its quota" is about Egypt's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.drafting.cast import Cast
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.lexicon import THING, common, words

_OWN = re.compile(r"(?P<whose>its|their) (?!own\b)")


def of_the_holder(cast: Cast, holder: str, owners: list[str], doing: Doing) -> Doing:
    """A doing with the name of whoever holds the condition in place of "its", where it is its own.

    Examples
    --------
    >>> from detente.dispute.evidence import Actor, Coverage
    >>> cast = Cast(Coverage(parties=(Actor("e", "Ethiopia"), Actor("f", "Egypt"))))
    >>> said = Doing("recognise", True, ("right",), "recognise", "its right to build dams")
    >>> of_the_holder(cast, "e", ["f"], said).noun
    "Ethiopia's right to build dams"
    >>> of_the_holder(cast, "e", ["f"], replace(said, verb="waive")).noun
    'its right to build dams'
    >>> curbs = Doing("exist", False, ("sanction", "bank"), "lift", "sanctions on its banks")
    >>> of_the_holder(cast, "e", ["f"], curbs).noun
    "sanctions on Ethiopia's banks"
    """
    pressed = _ON_ITS.match(doing.noun)
    if pressed is not None and holder not in owners and _is_pressure(doing):
        noun = f"{pressed['what']} {cast.whose(holder)} {doing.noun[pressed.end() :]}"
        return replace(doing, noun=noun)
    found = _OWN.match(doing.noun)
    if found is None or holder in owners or not _regards_another(doing):
        return doing
    many = cast.is_plural(holder)
    if found["whose"] == "their" and not many:  # of people who are no party
        return replace(doing, noun=f"the {doing.noun[found.end() :]}")
    return replace(doing, noun=f"{cast.whose(holder)} {doing.noun[found.end() :]}")


_ON_ITS = re.compile(r"(?P<what>.+ (?:on|against|over)) its (?!own\b)")


def _is_pressure(doing: Doing) -> bool:
    pressing = {*map(common, words("pressure", "nouns")), "tariff", "restriction", "curb", "attack"}
    return bool(doing.theme) and common(doing.theme[0]) in pressing


def _regards_another(doing: Doing) -> bool:
    """Whether a verb is of what another has: to recognise a right, to free a crew."""
    verb = doing.verb or doing.family
    head = doing.theme[0] if doing.theme else ""
    if verb in words("of_another", "verbs"):
        return True
    if doing.family == "free" or verb in words("of_another", "returning"):
        return head in words("of_another", "taken") or common(head) in words("of_another", "taken")
    return verb in words("of_another", "accepting") and head in words("of_another", "put_forward")


_UNDER_OWN = re.compile(
    r"(?:its|their) own (?P<what>(?:[\w-]+ ){0,3}(?:control|supervision|authority|command|flag"
    r"|terms|rules?|laws?|administration|jurisdiction|management|guard|escort|police|officers)"
    r"(?: (?:at|in|on|along|over) .*)?)$"
)


def put_up_with(cast: Cast, holder: str, owners: list[str], doing: Doing) -> Doing:
    """``reopen it only under its own control``: what the other has to do is to accept that.

    >>> from detente.dispute.evidence import Actor, Coverage
    >>> cast = Cast(Coverage(parties=(Actor("a", "Armenia"), Actor("b", "Azerbaijan"))))
    >>> said = Doing("thing", True, ("control", "custom"), "", "its own customs control")
    >>> put_up_with(cast, "a", ["b"], said).noun
    "Armenia's customs control"
    """
    bare = not doing.verb or doing.family == THING
    found = _UNDER_OWN.fullmatch(doing.noun) if bare else None
    if found is None or holder in owners:
        return doing
    noun = f"{cast.whose(holder)} {found['what']}"
    return replace(doing, family="accept", verb="accept", noun=noun)


def recognition(cast: Cast, holder: str, doing: Doing) -> Doing | None:
    """A recognition of whoever holds it: "only if Sudmark recognised it", "its independence".

    >>> from detente.dispute.evidence import Actor, Coverage
    >>> cast = Cast(Coverage(parties=(Actor("k", "Kosovo"), Actor("s", "Serbia"))))
    >>> said = Doing("recognise", True, ("independence",), "recognise", "its independence")
    >>> recognition(cast, "k", said).theme
    ('kosovo',)
    """
    name = cast.name(holder)
    if doing.family != "recognise":
        return None
    owner, _, noun = doing.noun.partition(" ")
    if owner in ("its", "their") and noun in words("recognised", "nouns"):
        return replace(doing, theme=(name.lower(),))
    return None if doing.theme else named_object(doing, name)


def named_object(doing: Doing, name: str) -> Doing:
    """A recognition of somebody."""
    return replace(doing, theme=(name.lower(),), noun=name)
