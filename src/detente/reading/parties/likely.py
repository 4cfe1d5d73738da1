"""Whether a body or crowd without a proper name is a party: weighed, with what the rules say.

The weights (``data/nameless.csv``) are those of a logistic regression; in a note of a few sentences
the rules of `detente.reading.parties.acting` decide alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from detente.reading.odds import at_least, odds, weights
from detente.reading.parsed import Token
from detente.reading.parties import acting, societies, stirring
from detente.reading.parties.asking import asks
from detente.reading.parties.cast import Cast, Entry, wills
from detente.reading.parties.gazetteer import state_id
from detente.reading.parties.mentions import Body
from detente.reading.parties.names import nouns
from detente.reading.parties.phrases import Phrase, where
from detente.reading.parties.setting_terms import bars_unless, lays_down, sets_terms, would_act
from detente.reading.parties.taking_sides import takes_side
from detente.reading.parties.waited_for import is_waited_for
from detente.reading.syntax import SUBJECTS
from detente.reading.tables import table
from detente.reading.wording import words

_FEW = 6  # sentences of a note
RULE = "rule"  # the rules hold it for one
_LEAST, _LEAST_BY_RULE = -10, -130  # hundredths
_LATE = 2 / 3  # of the tokens
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_TOLD_BY = frozenset({"prep", "relcl", "acl", "appos", "nummod", "poss"})
_SEVERAL_NAMED = 3


def stands(body: Body, found: Cast, bodies: list[Body]) -> bool:
    """Whether a body is a party.

    Parameters
    ----------
    body, found, bodies
        The mentions of it, the parties that are known already, and all bodies of the page.

    Examples
    --------
    >>> from detente.reading.page import phrase
    >>> from detente.reading.parties.mentions import gathered
    >>> doc = phrase("The port authority refused. The authority wants talks.")
    >>> bodies = gathered(doc, Cast(), range(len(doc)))
    >>> stands(bodies[0], Cast(), bodies)
    True
    """
    bodies_like_it = found.entries.values() if body.kind == "bodies" else ()
    if any(acting.is_of_their_like(body, entry) for entry in bodies_like_it):
        return False
    if body.lemma == "administration" and not body.marks and _has_such(found):
        return False
    by_rule = acting.is_party(body, found, bodies)
    heads = [phrase.head for phrase in body.phrases]
    is_note = len(list(islice(heads[0].doc.sents, _FEW))) < _FEW
    willed = any(
        takes_side(one.head) or _bargains(body, one) or _asks(body, one, found)
        for one in body.phrases
    )
    willed = willed or any(map(societies.is_spoken_for, heads)) or _is_the_only_firm(body, found)
    if body.lemma in nouns("fighters"):
        willed = willed or any(acting.has_speaker(head, found) for head in heads)
    willed = willed or (is_note and any(map(is_waited_for, heads)))
    if willed and not _is_known(body, found):
        return True
    if any(where(head) and wills(head) for head in heads):
        return True  # "Farmers in Spain refused"
    if is_note:
        return by_rule
    said = {*marks(body, found), *((RULE,) if by_rule else ())}
    return odds(weights("nameless"), said) >= least(said)


def _has_such(found: Cast) -> bool:
    """Whether a state is told of whose government goes by "the administration"."""
    codes = table("names")["administration"]["codes"]
    return any(state_id(code) in found.entries for code in codes)


def _bargains(body: Body, phrase: Phrase) -> bool:
    """Whether it sets terms, and is no part of another by its noun: "managers", "lawyers"."""
    own = nouns("parts") | nouns("government")
    if phrase.head.tag_ == "NN":
        own |= nouns("roles") | nouns("experts")
    told = body.kind != "firms" or bool(body.marks)
    terms = sets_terms(phrase.head) or would_act(phrase.head)
    if body.kind == "crowds":
        terms = terms or bars_unless(phrase.head) or lays_down(phrase.head)
    return told and body.lemma not in own and terms


def _asks(body: Body, phrase: Phrase, found: Cast) -> bool:
    """Whether it says in so many words what others are to do, and is not just anybody."""
    told = body.kind == "crowds" or bool(body.marks)
    if body.kind == "firms" and any(map(acting.is_firm, found.entries.values())):
        return False  # "the ferry line" of a company with a name
    anybody = not body.marks and body.lemma in _ANYBODY | nouns("vague")
    return told and not anybody and body.lemma not in _ONLOOKERS and asks(phrase.head)


def _is_the_only_firm(body: Body, found: Cast) -> bool:
    """Whether a firm does something that is told of again and again, where none has a name."""
    if body.kind != "firms" or body.lemma in _AS_PLACES or len(body.phrases) == 1:
        return False
    entries = found.entries.values()
    named = any(acting.is_firm(one) or (one.is_unsure and not one.ruled) for one in entries)
    return not named and any(wills(phrase.head) for phrase in body.phrases)


_AS_PLACES = words("channel platform network estate railway plant hotel bank")
_ANYBODY = words(
    "member citizen voter patient customer consumer reader viewer user passenger banker partner"
)
_ONLOOKERS = nouns("experts") - nouns("crowds")


def _is_known(body: Body, found: Cast) -> bool:
    named = (entry for entry in found.entries.values() if not entry.is_person)
    return acting.is_meant(body, named)


def least(said: Collection[str]) -> int:
    """What a body must weigh: less by much where the rules hold it for a party."""
    return _LEAST_BY_RULE if RULE in said else _LEAST


def marks(body: Body, found: Cast) -> Iterator[str]:
    """What can be said of a body, by the names of the weights."""
    heads = [phrase.head for phrase in body.phrases]
    named = [entry for entry in found.entries.values() if not entry.is_person]
    yield body.kind
    yield f"{body.kind} {'marked' if body.marks else 'bare'}"
    yield from _of_known(body, named)
    for name, count, bounds in _counted(body, found):
        yield from at_least(name, count, *bounds)
    yield from (f"as {head.dep_}" for head in heads)
    own = {child.dep_ for head in heads for child in head.children}
    yield from (f"has {name}" for name in own & _TOLD_BY)
    yield from map(_determined, body.phrases)
    if body.marks and body.lemma in nouns("societies"):
        yield "society"
    yield from (name for name in ("parts", "vague") if body.lemma in nouns(name))
    if body.phrases[0].start > len(heads[0].doc) * _LATE:
        yield "late"


def _of_known(body: Body, named: Sequence[Entry]) -> Iterator[str]:
    """Who it may be of those that are known."""
    yield "known" if acting.is_meant(body, named) else "new"
    if body.kind == "firms" and any(map(acting.is_firm, named)):
        yield "firm known"
    if sum(entry.type == "state" for entry in named) > 1:
        yield "several states"
    if len(named) < _SEVERAL_NAMED:
        yield "few named"


def _counted(body: Body, found: Cast) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """How often it does, or is, what makes a party."""
    heads, phrases = [phrase.head for phrase in body.phrases], body.phrases
    yield "mentions", len(heads), (2, 3, 5)
    yield "acts", sum(map(wills, heads)), (1, 2, 3)
    yield "charged", sum(map(stirring.is_charged, heads)), (1,)
    yield "served", sum(map(acting.is_served_by, heads)), (1,)
    yield "faced", sum(map(stirring.is_faced, heads)), (1, 2)
    yield "speaks", sum(map(stirring.speaks, heads)), (1, 2)
    yield "spoken for", sum(acting.has_speaker(head, found) for head in heads), (1, 2)
    yield "led", sum(map(stirring.is_led, heads)), (1,)
    yield "takes a side", sum(map(stirring.takes_a_side, heads)), (1, 2)
    yield "together", sum(map(stirring.is_collective, phrases)), (1, 2)
    yield "decides", sum(map(stirring.decides, heads)), (1,)
    yield "told apart", sum(map(stirring.is_told_apart, phrases)), (1,)
    yield "subject", sum(head.dep_ in SUBJECTS for head in heads), (1, 2, 3)
    yield "wants", sum(map(_wants, heads)), (1, 2)


def _wants(head: Token) -> bool:
    verbs = nouns("siding") | nouns("taking")
    return head.dep_ in SUBJECTS and head.head.lemma_ in verbs


def _determined(phrase: Phrase) -> str:
    before = phrase.head.doc[phrase.start - 1].lower_ if phrase.start else ""
    return f"after {before}" if before in _DETERMINERS else "after nothing"
