"""What somebody does only if, once, until or unless something else comes about."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.evidence import AUTHOR, Condition
from detente.reading import extents, syntax
from detente.reading.attribution import Telling
from detente.reading.conditions import gathering
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import PREDICATES
from detente.reading.conditions.signs import sign
from detente.reading.parsed import Token
from detente.reading.patterns import Finding, _preconditions_told, _waits_told
from detente.reading.patterns import _terms as terms
from detente.reading.patterns import _unheld as unheld
from detente.reading.patterns._about import about, phrase
from detente.reading.patterns._conditional import holder_of_condition, is_authors, is_prospect
from detente.reading.patterns._no_preconditions_told import COUNTER_EXAMPLES
from detente.reading.patterns._opponents import counterpart, go_betweens
from detente.reading.patterns._who import who_must
from detente.reading.saying import is_plain

KIND = "precondition"
_ORDERS = frozenset({"precede", "wants ... before", "should ... first", "hangs on", "hinges on"})
_GUESSED = 0.55  # whose it is, by who is named near

EXAMPLES = (*_preconditions_told.EXAMPLES, *_waits_told.EXAMPLES)

__all__ = ["COUNTER_EXAMPLES", "EXAMPLES", "KIND", "find"]


def find(telling: Telling) -> Iterator[Finding]:
    """All preconditions, and the threats that have a condition."""
    for found in gathering.find(telling):
        finding = _finding(telling, found)
        if finding is not None:
            yield finding


def _finding(telling: Telling, found: Found) -> Finding | None:
    voice = telling.voice(found.main)
    if voice.asked or voice.doubted or _is_private(telling, found):
        return None
    head = extents.clause_head(telling.doc, found.start, found.end)
    if terms.are_none(telling, found, head):
        return None
    need, harmful = sign(found)
    holder = holder_of_condition(telling, found, head)
    sure = 0.9 if found.family in {"only", "unless", "until", "given"} else 0.75
    idle = terms.are_idle(found, need) and not is_prospect(telling, found)
    own = idle or not is_authors(telling, found, voice)
    if not holder or (AUTHOR in holder and own):
        holder, sure = unheld.likely(telling, found), _GUESSED
    if AUTHOR in holder and (
        ordaining := unheld.announced(telling, found) or unheld.ordained(telling, found)
    ):
        holder, sure = ordaining, _GUESSED
    if not holder or terms.are_foretold(telling, found, holder):
        return None
    if AUTHOR in holder and unheld.is_ruled(telling, found.main):
        return None  # "It enters into force only if parliament ratifies it"
    if found.marker in _ORDERS and unheld.is_experts(telling, holder):
        return None  # "A historian thinks that a count should come before everything"
    giver = telling.doer(found.main) if set(holder) & go_betweens(telling) else ()
    by = _allowed(telling, found, head, holder) or who_must(
        telling, head, found.start, found.end, holder, giver
    )
    start, end, quote = telling.scene.span(
        telling.doc[found.start].idx,
        telling.doc[found.end - 1].idx + len(telling.doc[found.end - 1]),
    )
    return Finding(
        "threat" if harmful and AUTHOR not in holder else KIND,
        found.main,
        holder,
        voice.speaker,
        tuple(p for p in by if p not in holder) or counterpart(telling, found.main, holder),
        _about(telling, found),
        Condition(quote, start, end, found.marker, by, need),
        sure,
        _span(found),
    )


def _allowed(
    telling: Telling, found: Found, head: Token, holder: tuple[str, ...]
) -> tuple[str, ...]:
    """Of "The guests can join, the army said, if they stop": who may, where it is they who must."""
    main, verbal = found.main, head.pos_ in {"VERB", "AUX"} and not syntax.is_passive(head)
    subject = syntax.first(head, "nsubj") if verbal and main.pos_ in {"VERB", "AUX"} else None
    if subject is None or subject.lower_ not in {"it", "they", "he", "she"}:
        return ()
    who = telling.who(syntax.first(main, "nsubj", "nsubjpass"))
    allowed = syntax.modal(main) in {"can", "could", "may"} and not set(who) & set(holder)
    return who if allowed and not found.fronted else ()


def _is_private(telling: Telling, found: Found) -> bool:
    """What "I" alone would do is no party's position."""
    subject = telling.subject(found.main) if found.main.pos_ in {"VERB", "AUX"} else None
    if subject is None or subject.lower_ != "i":
        return False
    persons = {party.id for party in telling.scene.parties if party.type == "person"}
    return set(telling.voice(found.main).holder) <= persons


def _about(telling: Telling, found: Found) -> str:
    main = found.main.head if found.main.pos_ == "ADP" else found.main  # "its consent to a return"
    if found.marker in PREDICATES:  # "X is contingent on", "X hinges on", "makes X dependent on"
        thing = next(syntax.children(main, "dobj", *syntax.SUBJECTS), None)
        small = next((c for c in main.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"), None)
        if main.lemma_ == "make":
            own = syntax.first(small, "nsubj") if small is not None else None
            thing = own or syntax.first(main, "dobj") or thing
        elif main.lemma_ in {"be", "remain"} or main.i == found.at:
            thing = next(syntax.children(main, *syntax.SUBJECTS), None)
        if main.pos_ == "NOUN" and main.i == found.at:  # "Norland says talks with Tavia hinge on"
            return telling.doc[_told_from(main) : found.at].text.strip()
        if thing is not None:
            stop = found.at if thing.i < found.at else None  # no "dependent on" within
            return f"{phrase(thing, stop)} {_to_what(thing, main, found.at)}".strip()
    if found.about is None:
        return about(telling, main, found.at)
    opened = any(child.dep_ == "mark" for child in found.about.lefts)  # "before talks can begin"
    return about(telling, found.about) if opened else phrase(found.about)


def _told_from(word: Token) -> int:
    """Where what is said begins before a word of a sentence."""
    told = (t for t in reversed(word.doc[word.sent.start : word.i]) if t.tag_ in {"VBZ", "VBD"})
    return next((t.i + 1 for t in told if is_plain(t)), word.sent.start)


def _to_what(thing: Token, main: Token, stop: int) -> str:
    """Of "made its consent to a return conditional on": "to a return", if hung on the verb."""
    to = thing.doc[min(thing.right_edge.i + 1, len(thing.doc) - 1)]
    apart = to.lower_ in {"to", "for"} and to.head == main and to.i < stop
    return thing.doc[to.i : stop].text.strip() if apart else ""


def _span(found: Found) -> tuple[int, int]:
    start, end = syntax.extent(found.main)
    return min(start, found.at), max(end, found.end)
