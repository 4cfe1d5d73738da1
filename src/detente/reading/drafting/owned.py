"""Whose a thing is that another is to do something with: its holder's, not the other's own.

"It would share the data if Egypt recognises its right" is about the right of whoever says it;
"if Egypt lowers its quota" is about Egypt's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.drafting.cast import Cast
from detente.reading.drafting.doing import Doing
from detente.reading.drafting.letting import let_go
from detente.reading.drafting.lexicon import THING, common, words
from detente.reading.drafting.phrases import doings

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


def handed(cast: Cast, holder: str, doing: Doing) -> Doing | None:
    """``they can have their gates when``: what its holder hands over; nothing that it only gets.

    >>> from detente.dispute.evidence import Actor, Coverage
    >>> cast = Cast(Coverage(parties=(Actor("a", "Armenia"), Actor("b", "Azerbaijan"))))
    >>> said = Doing("have", True, ("gate",), "have", "their gates", "They")
    >>> handed(cast, "a", said).verb, handed(cast, "a", said).noun
    ('hand_over', 'the gates')
    >>> water = Doing("get", True, ("water",), "get", "any water", "whose fields")
    >>> handed(cast, "a", water), handed(cast, "a", replace(water, subject="Azerbaijan")).verb
    (None, 'get')
    """
    who = doing.subject.lower()
    if doing.verb not in ("have", "get") or not doing.noun or not who:
        return doing
    days = re.search(r"days?$", doing.noun) is not None  # "they can have their Mondays"
    if who in ("they", "you", "he", "she") and not days:
        found = _OF_OTHERS.match(doing.noun)
        noun = f"the {doing.noun[found.end() :]}" if found else ""
        return (
            replace(doing, family="give", verb="hand_over", noun=noun, subject="")
            if found
            else doing
        )
    own = cast.named_in(doing.subject) in (None, holder)
    return None if doing.verb == "get" and own and who not in words("small", "pronouns") else doing


_OF_OTHERS = re.compile(r"(?:their|your|his|her) ")


def of_the_paper(about: str, doing: Doing) -> Doing:
    """``would respect a ruling if it covered security``: the ruling covers it.

    >>> said = Doing("cover", True, ("security",), "cover", "security", "it")
    >>> of_the_paper("respect a ruling", said).noun, of_the_paper("talk", said).noun
    ('the ruling', 'security')
    """
    if doing.subject.lower() != "it" or doing.verb not in words("including", "verbs"):
        return doing
    own = next((d for d in doings(about) if d.noun and d.theme), None)
    if own is None or doing.verb != doing.family:
        return doing
    noun = re.sub(r"^an? ", "the ", own.noun)
    return let_go(replace(doing, subject=noun, actor=own.theme))


def of_its_own(about: str, doing: Doing) -> Doing:
    """``We will lower our quota if Sudmark lowers its own``: its own quota.

    >>> said = Doing("cut", True, ("own",), "lower", "its own")
    >>> of_its_own("lower our quota", said).noun
    'its own quota'
    """
    own = next((d for d in doings(about) if d.theme), None) if doing.theme == ("own",) else None
    if own is None:
        return doing
    noun = re.sub(r"^(?:the|an?|its|our|their|his|her|my|all) ", "", own.noun)
    return replace(doing, theme=own.theme, noun=f"{doing.noun} {noun}")
