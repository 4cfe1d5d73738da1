"""Agreements told by what they are called: "under the pact of 1966", "a 1932 protocol drew"."""

from __future__ import annotations

from detente.reading.arguments import conjoined, is_passive, noun_phrase, object_of
from detente.reading.events.clauses import Dated, clause
from detente.reading.events.cues import THINGS
from detente.reading.events.participants import once
from detente.reading.events.people import around
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Token
from detente.reading.parties.names import nouns
from detente.reading.scene import Scene
from detente.reading.syntax import agent, subject
from detente.reading.wording import words

_DEEDS = THINGS["DEAL"] - words("""
    peace text code plan draft paper exchange terms offer award declaration minute document vow oath
    pledge provision timetable handshake cessation instrument statute charter""")
GIVING = words("""
    promise give allow leave set fix divide draw oblige bind grant provide allot assign share split
    cede end establish create recognise recognize commit require guarantee lay allocate place put
    transfer return award confirm settle hand entitle make""")
_UNDER = frozenset({"under", "in", "by", "with"})
_AWARDS = words("award ruling verdict judgment judgement arbitration")
_LAWS = words("law act decree edict statute ordinance proclamation")


def instrument(scene: Scene, noun: Token, dated: Dated) -> Told | None:
    """As in "Under the Geneva Agreement of 1966 …", "A protocol of 1932 drew a line"."""
    lemma = noun.lemma_.lower()
    if not dated or lemma not in _DEEDS | _LAWS | _AWARDS:
        return None
    kind = "agree" if lemma in _DEEDS - _AWARDS else "decide"
    inside = sorted(t.i for t in noun_phrase(noun))
    date = next((phrase.value for token, phrase in dated if token.i in inside), None)
    if date is None or not (_is_source(noun) or _is_giver(noun)):
        return None
    named = once(party for at in inside for party in scene.refers(noun.doc[at]))
    target = named if len(named) > 1 else (around(scene, noun, kind) or named)
    first, last = inside[0], inside[-1]
    if noun.dep_ == "nsubj":
        last = max(noun.head.right_edge.i, last)
    elif noun.head.i == noun.sent.start:  # "Under a pact of 1966 A holds it"
        first, last = noun.head.i, max(clause(noun.sent.root)[1], last)
    return Told(kind, noun, first, last, (), target, date) if target else None


def _is_source(noun: Token) -> bool:
    """What is so by it: "under a compact of 1998", "laid down in the Agreement of 1899"."""
    above = noun.head
    if noun.dep_ != "pobj" or above.lower_ not in _UNDER:
        return False
    opens = above.i == above.sent.start
    laid = above.head.tag_ == "VBN" and above.head.lemma_ in {"lay", "set", "fix", "agree", "draw"}
    begun = above.lower_ == "with" and above.head.lemma_ in {"begin", "start", "open", "end"}
    return (above.lower_ == "under" and opens) or laid or begun


def _is_giver(noun: Token) -> bool:
    """As in "A protocol of 1932 drew a line", "the award of 1899, which fixed the border"."""
    for verb in noun.children:
        if verb.dep_ != "relcl" or reality(verb) != REAL:
            continue
        by = [t for t in verb.children if t.dep_ == "prep" and t.lower_ in _BY_WHICH]
        if any(t.lower_ == "which" for prep in by for t in prep.children):
            return True  # "the accord by which the two share the river"
        if subject(verb) == noun and verb.lemma_ in GIVING:
            return verb.tag_ == "VBD"
    verb = noun.head
    past = verb.tag_ == "VBD" and verb.lemma_ in GIVING and reality(verb) == REAL
    return noun.dep_ == "nsubj" and past


_DRAFTS = nouns("plans") | {"offer", "memorandum"}
_OFFERS = _DRAFTS | {"treaty", "contract"}


def is_of_a_text(verb: Token) -> bool:
    """What a treaty gives, or an offer keeps and drops: what stands in it."""
    text = subject(verb)
    if is_passive(verb) or not is_of(text, THINGS["DEAL"] | _OFFERS):
        return False
    return verb.lemma_ in GIVING or (is_of(text, _OFFERS) and object_of(verb) is not None)


def is_of_a_draft(verb: Token) -> bool:
    """What is only planned or offered: "The draft cut its share in half by 2033"."""
    drafted = not is_passive(verb) and is_of(subject(verb), _DRAFTS)
    return drafted and object_of(verb) is not None


def agreed_by(verb: Token) -> bool:
    """As in "the pact under which A and B formed a union", "a licence signed by A and B"."""
    if verb.dep_ == "relcl" and verb.head.lemma_.lower() in _DEEDS:
        under = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _BY_WHICH)
        return any(t.lower_ == "which" for c in under for t in c.children)
    by = agent(verb) if verb.lemma_ in {"sign", "initial", "announce"} else None
    thing = object_of(verb) if by is not None else None
    if by is None or thing is None or len(list(conjoined(by))) < _TWO:
        return False
    return verb.lemma_ != "announce" or is_of(thing, _DEEDS | {"roadmap", "map"})


_BY_WHICH = frozenset({"under", "in", "by", "through", "with"})
_TWO = 2  # who sign, together
