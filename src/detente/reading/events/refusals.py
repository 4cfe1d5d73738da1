"""What one only says no to: a position, unless a body rules or votes so."""

from __future__ import annotations

from detente.reading.arguments import doer, is_passive, object_of, particle, prepositional
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import parties
from detente.reading.events.words import is_of
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.scene import Scene
from detente.reading.wording import words

BALLOTS = words("vote majority margin ballot show")
VOTING = THINGS["LAWMAKERS"] | words(
    "trustee shareholder creditor synod board conference congress member parishioner resident"
)
_REFUSING = words("""
    reject spurn rebuff refuse decline dismiss turn_down wave_away brush_aside brush_off rule_out
    shrug_off scorn""")
_ASKED_OF_AN_OFFICE = words("""
    visa permit licence license permission request application appeal petition bail entry access
    passport clearance injunction claim suit case complaint bill motion law amendment leave""")
_RULING = words("""
    court tribunal judge panel arbitrator regulator authority magistrate commission ombudsman
    planner committee inspectorate ministry bureau agency department council""")


def by_votes(verb: Token) -> bool:
    """As in "by 412 votes to 37", "by a large majority"."""
    things = prepositional(verb, "by", "in", "with")
    return any(is_of(t, BALLOTS) or _is_score(t) for t in things)


def _is_score(token: Token) -> bool:
    """As in "by 9 to 1", "by 61-12"."""
    versus = any(c.lower_ in {"to", "-", "–"} and c.i < token.i for c in token.children)
    return token.pos_ == "NUM" and versus


def only_refused(scene: Scene, verb: Token) -> bool:
    """As in "A turned down the offer": no "Members rejected it", "The court refused a stay"."""
    if not {verb.lemma_, particle(verb)} & _REFUSING or by_votes(verb):
        return False
    by = doer(verb)
    if is_of(by, VOTING) or (by is None and is_passive(verb)):
        return False
    thing = object_of(verb)
    if thing is not None and thing.lemma_ == "request" and _is_of_sides(scene, by, thing):
        return True
    asked = is_of(thing, _ASKED_OF_AN_OFFICE) and not _is_of_another(scene, verb, thing)
    return not (asked or (is_of(by, _RULING) and not _is_of_will(verb)))


def _is_of_sides(scene: Scene, by: Token | None, request: Token) -> bool:
    """As in "A turned the request down at the time", "declined requests for a meeting"."""
    talks = any(is_of(t, THINGS["TALKS"]) for t in prepositional(request, "for"))
    found = [scene.by_id.get(party) for party in parties(scene, by) if party in scene.pair]
    return talks or any(one is not None and one.type == "state" for one in found)


def _is_of_another(scene: Scene, verb: Token, thing: Token | None) -> bool:
    """As in "A turned down a request by B to let food through": between sides, of no court."""
    if thing is None or thing.lemma_ not in {"request", "appeal", "application", "petition"}:
        return False
    by = {*parties(scene, doer(verb))}
    asking = {p for t in prepositional(thing, "by", "from") for p in parties(scene, t)}
    asking |= {p for c in thing.children if c.dep_ == "poss" for p in parties(scene, c)}
    if is_of(doer(verb), _RULING):
        return False
    return bool(by and asking) and not by & asking


_CLAIMED = words("""
    claim accusation allegation charge suggestion criticism complaint report rumour rumor notion
    assertion insinuation concern argument account version characterisation""")
_BRUSHING_OFF = _REFUSING | {"deny", "dispute", "deride", "condemn", "refute", "rebut"}
_VOTERS = words("parliament assembly senate congress legislature lawmaker voter electorate")
_SIDING = words("back support endorse reject oppose")


def only_said(scene: Scene, verb: Token) -> bool:
    """As in "A rejected claims that it had closed it", "The council backed B": a position.

    A court's rejection of a claim is a ruling, and so is a vote for somebody.
    """
    by = doer(verb)
    if by_votes(verb):
        return False
    thing = object_of(verb)
    if verb.lemma_ == "agree" and len(parties(scene, by)) == 1:
        to_it = [t for t in prepositional(verb, "to") if t.pos_ in {"PRON", "DET"}]
        return bool(to_it)  # "A agreed to that on Friday"
    if verb.lemma_ in _SIDING | {"accept"} and thing is not None and thing.pos_ == "PRON":
        return not (
            is_passive(verb) or is_of(by, _VOTERS)
        )  # "B has accepted it", "the federation backed it"
    if {verb.lemma_, particle(verb)} & _BRUSHING_OFF and is_of(object_of(verb), _CLAIMED):
        return not is_of(by, _RULING)
    return verb.lemma_ in _SIDING and bool(parties(scene, object_of(verb)))


def _is_of_will(verb: Token) -> bool:
    """As in "refused to declare it", "rejected the offer": what is refused is an act or a deal."""
    acts = any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    return acts or is_of(object_of(verb), THINGS["DEAL"] | nouns("plans"))
