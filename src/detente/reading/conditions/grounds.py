"""Whether a marker makes a condition of the clause that it governs, or tells of time alone."""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.aspects import is_perfect
from detente.reading.attribution import Telling
from detente.reading.conditions.awaiting import AWAITED, is_pending, is_planned, waits_until
from detente.reading.conditions.coming import comes_when
from detente.reading.conditions.dependence import READY, chain, is_open, is_withheld, persists
from detente.reading.conditions.markers import PREDICATES
from detente.reading.conditions.requirements import is_deed
from detente.reading.conditions.times import is_time
from detente.reading.moods import PROMISING
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.wording import phrases, words


def is_condition(
    telling: Telling, marker: str, family: str, main: Token, following: Token, *, fronted: bool
) -> bool:
    """Whether the clause is such that the marker makes a condition of what follows."""
    pending = marker in _AWAITING and is_pending(main, following)
    if pending or family == "until":
        return pending or waits_until(telling, marker, main, following, fronted=fronted)
    if marker in _WHEN:
        told = not telling.voice(main).is_narrator or telling.quotation(main) is not None
        told = told or _is_intended(telling, main) or _is_wanted(telling, main)
        return told and comes_when(telling, main, following)
    if marker in PREDICATES and not _is_apart(marker, following):
        past = telling.voice(main).is_narrator and any(c.lower_ == "had" for c in main.children)
        measured = following.lower_ in _MEASURES  # "releases depend on what arrives from upstream"
        measured = measured or (main.lemma_ == "rest" and not _is_on_deed(main))
        return not (is_negated(main) or past or measured or _leans(telling, main))
    if family == "not while":
        return is_open(telling, main)
    told = not telling.voice(main).is_narrator or _is_intended(telling, main)
    # "will not give up land in exchange for a truce": the price is refused
    refused = marker in _PRICES and any(map(is_negated, chain(main)))
    ordered = marker not in {"after", "following", "while"} or _orders(
        marker, main, following, told=told
    )
    refused = refused or (marker == "on the basis that" and is_withheld(main))  # why it is refused
    if refused or not ordered:
        return False
    told = not telling.voice(main).is_narrator
    named = marker in _DEGREES and not any(syntax.modal(step) for step in chain(main))
    return not named and ((told and family == "only") or is_open(telling, main))


_MEASURES = words("what where when how who")


def _is_apart(marker: str, following: Token) -> bool:
    """As in "is not averse, subject to Sudmark's agreeing": set off from the clause before."""
    at = following.i - len(marker.split())
    return marker == "subject to" and at > 0 and following.doc[at - 1].text == ","


_PRICES = frozenset({"in exchange for", "in return for"})
_AWAITING = phrases(
    "until; till; until after; unless; if; once; when; while; as long as; so long as; as soon as; "
    "provided; provided that; on condition that; on the condition that; on the understanding that"
)
_WHEN = phrases(
    "when; whenever; the day; on the day; the day that; the hour; the same day; the same night; "
    "the same evening; the same week; the week; the month"
)
_DEGREES = frozenset({"insofar as", "in so far as", "to the extent that"})


def _is_intended(telling: Telling, main: Token) -> bool:
    """As in "Norland will talk", "promised to reopen the gate": a party says what it will do."""
    ahead = syntax.modal(main) in {"will", "would"} or is_planned(main)
    minded = (one for step in chain(main) for one in (step, *step.children))
    ahead = ahead or any(one.lower_ in READY for one in minded)  # "is willing to lift it"
    return ahead and bool(telling.holder(main))


def _is_wanted(telling: Telling, main: Token) -> bool:
    """As in "wants it to take effect on the day on which ..."."""
    asked = main.tag_ == "VB" and main.dep_ in {"ccomp", "xcomp"}
    return asked and main.head.lemma_ in _WANTING and bool(telling.holder(main.head))


_WANTING = words("want demand insist propose ask urge prefer like expect")


def _leans(telling: Telling, main: Token) -> bool:
    """As in "Pirovia, which depends on the river": somebody, and no deed, depends on something."""
    reliant = main.lemma_ != "make"
    reliant = reliant and any(
        c.lower_ == "dependent" for c in main.children
    )  # "stays dependent on Moscow"
    subject = syntax.subject(main) if main.lemma_ in _LEANING or reliant else None
    if subject is None:
        return False
    if reliant:
        return bool(telling.scene.refers(subject))
    on = next((p for p in syntax.children(main, "prep") if p.lower_ in {"on", "upon"}), None)
    whom = syntax.first(on, "pobj") if on is not None else None
    doing = whom is not None and whom.i + 1 < whom.sent.end and whom.nbor().tag_ == "VBG"
    if whom is not None and not doing and (whom.lower_ in _PERSONS or telling.scene.refers(whom)):
        return True  # "its majority hangs on them", "the search depends on the landowners"
    if subject.lower_ == "it" and not telling.voice(main).is_narrator:
        return False  # "said it depended on a payment"
    if subject.lemma_.lower() in _REASONED or (subject.lower_ == "which" and main.lemma_ == "rest"):
        return True  # "the figure rests on a few hundred cases"
    return bool(telling.scene.refers(subject)) or subject.lemma_.lower() in _SUBSISTING


def _is_on_deed(main: Token) -> bool:
    """As of "rests on an apology", "on whether it signs", and not "on a map with a mistake"."""
    on = next((p for p in syntax.children(main, "prep") if p.lower_ in {"on", "upon"}), None)
    if on is None:
        return True
    noun = syntax.first(on, "pobj")
    return noun is None or noun.tag_ == "VBG" or is_deed(noun) or noun.lemma_ in AWAITED


_PERSONS = words("them him her us me you")
_LEANING = words("depend hang rest turn hinge")
_REASONED = words(
    "much lot figure claim case charge argument accusation theory number evidence finding estimate "
    "story allegation verdict ruling"
)
_SUBSISTING = words(
    "economy industry people life livelihood population family farmer village town city region "
    "household million thousand business trade supply harvest budget income survival person "
    "community fisherman fleet factory sector market"
)


def _orders(marker: str, main: Token, following: Token, *, told: bool) -> bool:
    """Whether "after" and "while" tell of more than time."""
    if marker in {"after", "following"}:
        if told and _is_awaited_deed(main, following):
            return True
        deed = following if following.pos_ == "NOUN" else following.head
        return told and deed.lemma_ in AWAITED
    aim = any(c.lower_ == "so" for c in main.lefts) and main.dep_ == "advcl"
    if aim:
        return False  # "so that nobody would lose a licence while they talked"
    ahead = syntax.modal(main) in {"will", "would"}  # "nobody would go out while they are there"
    return (ahead or not _is_anybody(main)) and (is_withheld(main) or persists(main))


def _is_awaited_deed(main: Token, following: Token) -> bool:
    """As in "would be looked at after all children had been treated": a deed told as to be done."""
    after = following.nbor(-1)
    verb = after.head if after.dep_ == "mark" else None
    ready = any(child.lower_ in READY for child in main.children)
    ahead = syntax.modal(main) in PROMISING | {"might"}
    ahead = ahead or any(step.lemma_ in _AGREEING for step in chain(main))
    if verb is None or not (ahead or ready) or is_time(following):
        return False
    other = syntax.subject(verb)
    past = verb.tag_ == "VBD" and syntax.modal(main) == "will"  # "will strike after A left"
    named = other is not None and other.pos_ == "PROPN" and verb.tag_ in syntax.FINITE and not past
    done = syntax.modal(main) == "would" and verb.lemma_ in DONE and syntax.is_passive(verb)
    present = verb.lemma_ in DONE and any(
        t.tag_ in syntax.PRESENT for t in (verb, *syntax.children(verb, "auxpass"))
    )
    perfect = is_perfect(verb) or verb.lemma_ == "do" or named or done or present
    return perfect and other is not None and other.lower_ not in {"it", "they", "he", "she", "we"}


_AGREEING = words("agree offer intend promise plan propose pledge undertake vow want hope prepare")
DONE = words(  # deeds of somebody that another waits for
    "sign conclude ratify pay repay settle return release free withdraw lift drop remove disarm "
    "agree approve reinstate recognise recognize restore compensate hand guarantee repeal scrap "
    "dismantle evacuate reopen deposit verify accept cancel apologise apologize publish end"
)


def _is_anybody(main: Token) -> bool:
    """As in "No one signs a peace while being shot at"."""
    subject = syntax.first(main, "nsubj", "nsubjpass")
    return subject is not None and subject.lower_ in {"one", "nobody", "you", "anybody", "anyone"}
