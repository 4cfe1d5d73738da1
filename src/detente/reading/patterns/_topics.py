"""Whose terms they are in a paragraph about one party: "It may, a manager said, if you agree"."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.belonging import PEOPLE
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import MARKERS, PREDICATES
from detente.reading.parsed import Token
from detente.reading.tellers import teller

_OURS = frozenset({"it", "they", "we", "he", "she", "i", "that", "this", "one"})
OFFICERS = PEOPLE - {"management", "union"} | {"person", "source", "insider"}


def last_told(telling: Telling, found: Found, *, promised: bool) -> tuple[str, ...]:
    """Who was last told to do something, in the paragraph and before the clause that depends.

    `promised`: whether that clause says what will come or not. Nobody where somebody else says it,
    who is not of that party, or where it holds for anybody.
    """
    if found.marker not in MARKERS or found.marker in PREDICATES:
        return ()
    cue = telling.voice(found.main).cue
    who = _subject(telling, found.main) if cue is None else teller(telling.doc[cue])
    if cue is None:
        outside = who is not None and (_is_of_another(who) or not (promised or _is_said(who)))
    else:
        outside = who is None or _is_of_another(who) or _is_outsider(who)
    if outside or _is_of_anybody(telling, found) or _is_wished(found.main):
        return ()
    party = last_doing(telling, found)
    inside = telling.scene.denoted(found.start, found.end)
    pointed = who is None or who.pos_ == "PRON"
    return party if pointed or not set(party) & set(inside) else ()


def _subject(telling: Telling, verb: Token) -> Token | None:
    return telling.subject(verb) if verb.pos_ in {"VERB", "AUX"} else None


def _is_of_another(who: Token) -> bool:
    """Whether it is somebody's friends, "you", or nobody."""
    if who.pos_ == "PRON":
        return who.lower_ not in _OURS
    named = syntax.children(who, "compound", "amod") if who.tag_ in {"NN", "NNS"} else ()
    return any(True for _ in syntax.children(who, "poss")) or any(c.pos_ == "NOUN" for c in named)


def _is_outsider(who: Token) -> bool:
    """Whether whoever says it has no office that may be of the party: an expert, a covenant."""
    return who.pos_ == "NOUN" and who.lemma_.lower() not in OFFICERS


def _is_said(who: Token) -> bool:
    """Whether a clause that promises nothing is still somebody's: of one named, or announced."""
    announced = any(t.text == ":" for t in who.doc[who.sent.start : who.i])
    named = who.pos_ in {"PRON", "PROPN"} and who.lower_ != "they"  # "they run for two years"
    return named or (who.pos_ == "NOUN" and announced)


def _is_of_anybody(telling: Telling, found: Found) -> bool:
    """Whether it is about "you", a likeness, or about a thing in a quotation: a saying."""
    main = found.main
    likened = main.lemma_ == "do" and syntax.first(main, "dobj") is None  # "the bill does too"
    if likened or any(token.lower_ == "you" for token in telling.doc[found.start : found.end]):
        return True
    subject = _subject(telling, main)
    quoted = telling.quotation(main) is not None
    return quoted and subject is not None and subject.pos_ == "NOUN"


def _is_wished(verb: Token) -> bool:
    """As "be suspended" of "demands that the licences be suspended until"."""
    tensed = (verb, *syntax.children(verb, "aux", "auxpass"))
    return verb.dep_ == "ccomp" and not any(t.tag_ in syntax.FINITE for t in tensed)


def last_doing(telling: Telling, found: Found) -> tuple[str, ...]:
    """The party that was the last subject, from the clause back to where the paragraph begins."""
    doc, main = telling.doc, found.main
    start = main.sent.start
    while start and "\n" not in doc[start - 1].text:
        start -= 1
    for at, ids in reversed(list(telling.scene.placed(start, main.i))):
        told = doc[at].dep_ in syntax.SUBJECTS and not found.start <= at < found.end
        if told and len(ids) == 1:
            return ids
    return ()
