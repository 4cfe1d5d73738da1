"""What comes "when" or "the day" something has come about, by another's doing."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions.dependence import READY, chain
from detente.reading.conditions.moments import clause_then, has_clause, is_moment
from detente.reading.conditions.times import CALENDAR, is_of_day
from detente.reading.moods import PROMISING
from detente.reading.parsed import Token
from detente.reading.wording import words


def comes_when(telling: Telling, main: Token, following: Token) -> bool:
    """Whether "when" names what must come about first: by another's doing, at no known time."""
    day = following.nbor(-1)
    verb = day.head
    if day.pos_ == "NOUN" or is_moment(f"the {day.lower_}"):
        verb = clause_then(following.doc, following.i) or day
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i > following.i and verb.head != verb:
        verb = verb.head
    if is_of_day(day) or not _may_come(telling, main):
        return False
    if verb.i < following.i or verb.pos_ not in {"VERB", "AUX"}:
        misread = is_moment(f"the {day.lower_}") and has_clause(following.doc, following.i)
        return misread or (day.pos_ != "NOUN" and main.lemma_ in _ENDING)
    near = [verb, *verb.children, *(t for c in syntax.children(verb, "prep") for t in c.children)]
    inside = {t.lower_ for t in near if t.i >= following.i}
    if "over" in inside:
        inside -= {"war"}  # "when its war against them is over"
    subject = syntax.subject(verb) or syntax.first(verb, "expl")
    gained = verb.lemma_ in _GETTING  # "when it sees the gates open": what another must let it get
    guessed = syntax.modal(verb) not in {None, "can"} and not gained
    if inside & CALENDAR or guessed or subject is None or subject.lemma_ in _COMING:
        return False
    voice = telling.voice(main).holder
    gets = main.lemma_ in {"get", "receive", "have", "see"} and bool(voice)
    holder = voice if gets else telling.holder(main) or voice
    if gained or syntax.is_passive(verb) or (subject.lower_ == "it" and not telling.holder(main)):
        return True  # "ends when they are paid": by another; "may come when it carries observers"
    mine = syntax.subject(main)
    if _are_apart(mine, subject):
        return True
    own = holder if subject.lower_ in {"we", "i"} else telling.scene.refers(subject)
    return not set(own) & set(holder)


def _are_apart(mine: Token | None, subject: Token) -> bool:
    """Of "when they open theirs we will open ours", "it opens when its own police hold it"."""
    if subject.lemma_.lower() in _POWERS:
        return True  # "The premier would sign when the legislature had put it right"
    if mine is None:
        return False
    theirs = mine.lower_ in {"we", "i"} and subject.lower_ in {"they", "he", "she"}
    return theirs or (mine.pos_ == "NOUN" and any(c.lower_ == "own" for c in subject.lefts))


def _may_come(telling: Telling, main: Token) -> bool:
    """Whether a clause says what will come, or in somebody's own words what comes."""
    steps = chain(main)
    if any(syntax.modal(step) in PROMISING | {"may", "might"} for step in steps):
        return True
    if main.tag_ == "VB" and syntax.modal(main) is None:
        return True  # "invited it to come back when", "come back when"
    if any(child.lower_ in READY for step in steps for child in step.children):
        return True
    if main.tag_ not in syntax.PRESENT or main.lemma_ in {"be", "have", "know", "see"}:
        return False
    return telling.voice(main).direct or main.lemma_ in _ENDING


_POWERS = words("legislature parliament assembly congress senate court opposition")
_COMING = words("time moment day hour season year session term")
_GETTING = words("get receive see hear read obtain recover find have")
_ENDING = words(
    "lift end resume reopen return release withdraw leave stop pay talk sign reinstate clear "
    "go restore negotiate drop get receive have join meet sit accept approve ratify vote "
    "discuss extradite hand transfer unfreeze open start begin sail run vanish dissolve come "
    "move happen work load unload sell buy"
)
