"""What has the words of a condition and is none: a rule, a question, a hope, what one lives by."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.conditions.found import Found
from detente.reading.conditions.requirements import DEEDS
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.wording import words


def are_nobodys(telling: Telling, found: Found, head: Token) -> bool:
    """Whether it is no terms of anybody's, `head` being the head of the condition."""
    return (
        _are_a_rule(found, telling.voice(found.main))
        or _are_what_there_is(found, head)
        or _are_what_one_lives_on(found)
        or _are_asked_about(found)
        or _are_of_office(found, head)
        or _are_of_weather(found, head)
        or _are_laid_down(found, telling.voice(found.main))
        or _are_by_whom(telling, found)
        or _are_vague(telling, found)
        or _are_of_whom(found, telling.voice(found.main))
        or _are_at_stake(found)
        or _are_sayings(found, head)
        or _are_advice(telling, found)
        or _are_reproaches(telling, found, head)
        or _are_assured(found)
        or _was_done_without(found)
    )


def _are_reproaches(telling: Telling, found: Found, head: Token) -> bool:
    """As in "If Norland wanted peace, it would sign", in another's mouth: that it does not."""
    if found.family != "if" or head.tag_ != "VBD" or syntax.modal(found.main) != "would":
        return False
    meant = {head.lemma_, *(c.lower_ for c in head.children if c.dep_ in {"acomp", "advmod"})}
    who = telling.who(syntax.subject(head))
    again = syntax.subject(found.main)
    same = set(who)
    if again is not None and again.lower_ not in {"it", "they", "he", "she"}:
        same &= set(telling.who(again))
    return bool(same and meant & _MINDED) and not same & set(telling.voice(found.main).holder)


_MINDED = words("want care mean wish intend serious sincere interested committed honest genuine")


def _are_assured(found: Found) -> bool:
    """As in "wants assurances that it will not be attacked if it talks": what one is to be told."""
    told = found.main.head
    if found.main.dep_ not in {"acl", "ccomp"} or told.lemma_ not in _ASSURANCES:
        return False
    return told.dep_ == "dobj" and told.head.lemma_ in _SOUGHT


_ASSURANCES = words("assurance guarantee promise pledge undertaking reassurance")
_SOUGHT = words("want seek demand ask need require request expect get receive obtain")


def _was_done_without(found: Found) -> bool:
    """As in "was able to deliver the supplies without interference": it came about so."""
    if found.marker != "without":
        return False
    able = found.main
    while able.dep_ in {"xcomp", "relcl", "acl", "advcl"} and able.lemma_ not in _MANAGING:
        able = able.head
    told = able.head if able.dep_ == "acomp" else able
    return able.lemma_ in _MANAGING and told.tag_ == "VBD" and not is_negated(told)


_MANAGING = words("able manage succeed")


def _are_a_rule(found: Found, voice: Voice) -> bool:
    """As in "Visitors may not enter unless accompanied": what holds for all that come by.

    So in "those who lost their papers would go free if", but not in "Nurses will strike unless".
    """
    subject = syntax.first(found.main, "nsubj", "nsubjpass")
    if subject is None or not voice.is_narrator:
        return False
    modal = syntax.modal(found.main)
    if subject.lower_ == "those":
        return modal in _RULING | {"would", "will"}
    bare = subject.tag_ == "NNS" and not any(True for _ in subject.children)
    return bare and modal in _RULING


_RULING = frozenset({"may", "can", "must"})


def _are_at_stake(found: Found) -> bool:
    """As in "600 jobs would be at risk if the mine shut": a warning of what would befall."""
    if found.main.lemma_ != "be" or found.family not in {"if", "given"}:
        return False
    stakes = (noun for prep in syntax.children(found.main, "prep") for noun in prep.children)
    return any(noun.lower_ in _STAKES for noun in stakes)


_STAKES = words("risk stake danger jeopardy peril doubt")


def _are_asked_about(found: Found) -> bool:
    """As in "questions remain about how much it will release if there is a drought"."""
    main = found.main
    if main.dep_ not in {"pcomp", "ccomp"} or found.fronted or main.head.i > main.i:
        return False
    opening = (token for token in main.children if token.i < main.i and token.dep_ in _OPENING)
    phrases = (main.doc[token.left_edge.i : token.i + 1] for token in opening)
    return any(token.lower_ in _ASKING for phrase in phrases for token in phrase)


_OPENING = frozenset({"advmod", "dobj", "nsubj", "nsubjpass", "attr"})
_ASKING = words("how what who whom why")


def _are_of_office(found: Found, head: Token) -> bool:
    """As in "will tear it up if he returns to power": what one hopes for, and no terms."""
    subject = syntax.first(head, "nsubj")
    own = subject is not None and subject.lower_ in {"he", "she", "they", "it", "i", "we"}
    into = {t.lemma_.lower() for p in head.children for t in (p, *p.children)}
    own = own and head.lemma_ in _COMING_TO
    return own and found.marker in {"if", "once", "when"} and not into.isdisjoint(_OFFICE)


_COMING_TO = words(
    "win return come lose get take be go enter gain seize leave stand elect re-elect"
)
_OFFICE = words("power office election elections elected presidency premiership vote")


def _are_of_weather(found: Found, head: Token) -> bool:
    """As in "will sail at noon unless the wind gets up": nobody's to bring about."""
    subject = syntax.first(head, "nsubj")
    weather = subject is not None and subject.lemma_.lower() in _WEATHER
    rains = head.lemma_ in _RAINING and not syntax.is_passive(head)
    return found.family in {"if", "unless"} and (weather or rains)


_WEATHER = words("wind weather rain snow fog storm ice frost sun tide swell monsoon")
_RAINING = words("rain snow thaw freeze")


def _are_laid_down(found: Found, voice: Voice) -> bool:
    """As in "Under the treaty neither may send troops unless the other agrees": what holds."""
    opening = found.main.sent[0]
    law = syntax.first(opening, "pobj") if opening.lower_ == "under" else None
    ruled = law is not None and law.lemma_.lower() in _LAWS
    ruled = ruled and (voice.is_narrator or found.main.tag_ in syntax.PRESENT)
    return ruled and syntax.modal(found.main) in {None, "may", "can", "must", "shall"}


_LAWS = words("treaty law rule constitution statute act convention charter accord agreement pact")


def _are_by_whom(telling: Telling, found: Found) -> bool:
    """As in "could be revised only by an arbitrator": who may do it, and no terms."""
    by = telling.doc[found.start - 1]
    whom = syntax.first(by, "pobj") if found.marker == "only by" and by.dep_ == "agent" else None
    return whom is not None and whom.lemma_.lower() not in DEEDS  # but "by a vote of the clubs"


def _are_vague(telling: Telling, found: Found) -> bool:
    """As in "wants something in return", "might settle for less", "somebody has to pay"."""
    inside = telling.doc[found.start : found.end]
    if len(inside) == 1 and inside[0].lower_ in _VAGUE:
        return True
    main = found.main
    whoever = syntax.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    return whoever is not None and whoever.lower_ in {"somebody", "someone"}


_VAGUE = words("something anything nothing less more")


def _are_of_whom(found: Found, voice: Voice) -> bool:
    """As in "people who may no longer enter without a visa": who they are."""
    allowed = found.main.dep_ == "relcl" and syntax.modal(found.main) in {"may", "can"}
    return allowed and found.marker == "without" and voice.is_narrator


def _are_what_one_lives_on(found: Found) -> bool:
    """As in "cannot survive without them", "could not function without the port": a need."""
    main = found.main
    able = syntax.modal(main) in {"can", "could", "will", "would"}
    needed = found.marker in {"without", "absent", "in the absence of"} and found.about is None
    return needed and able and is_negated(main) and main.lemma_ in _LIVING


_LIVING = words(
    "survive live exist function cope manage breathe grow thrive eat last endure afford"
)


def _are_what_there_is(found: Found, head: Token) -> bool:
    """As in "Without the fishermen there would be no village": an argument."""
    main = found.main
    there = any(True for _ in syntax.children(main, "expl"))
    if found.marker != "without" or not there:
        return False
    thing = syntax.first(main, "attr", "dobj")
    held_back = thing is not None and thing.lemma_.lower() in DEEDS and bool(syntax.modal(main))
    if head.pos_ == "PRON" and head.lower_ in {"them", "it", "him", "her"}:
        return not held_back  # "Without them there is nothing to film"
    if syntax.modal(main) != "would":
        return False
    lacked = thing is not None and thing.lemma_.lower() not in DEEDS | _ENTERED
    return lacked and head.pos_ == "NOUN" and head.lemma_.lower() not in DEEDS


_ENTERED = words("coalition government budget majority pact rise investment contract merger season")


def _are_sayings(found: Found, head: Token) -> bool:
    """As in "If only one side drives, it is no traffic", "If you look at the map, you see it"."""
    if found.marker != "if":
        return False
    anybody, who = syntax.first(head, "nsubj"), syntax.first(found.main, "nsubj")
    one = anybody is not None and anybody.lower_ in {"one", "you"}
    same = one and anybody is not None and who is not None and who.lower_ == anybody.lower_
    return same or (_is_now(head) and _is_definition(found.main))


def _is_now(verb: Token) -> bool:
    return any(t.tag_ in syntax.PRESENT for t in (verb, *syntax.children(verb, "aux")))


def _is_definition(main: Token) -> bool:
    subject = syntax.first(main, "nsubj")
    now = (
        main.lemma_ == "be"
        and main.tag_ in syntax.PRESENT
        and subject is not None
        and subject.lower_ in {"it", "that", "i"}
    )
    return now and any(c.pos_ == "NOUN" for c in syntax.children(main, "attr"))


def _are_advice(telling: Telling, found: Found) -> bool:
    """As in "said that if the boats pay, the coast guard should leave them alone": a demand."""
    main = found.main
    advised = found.marker == "if" and syntax.modal(main) == "should"
    own = set(telling.doer(main)) & set(telling.voice(main).holder)
    return advised and not own and not telling.voice(main).is_narrator
